"""Short, clear commands that are recognised word for word, never guessed.

No guess ever deletes, and none says yes or no; see `context` for what else is guessed while a question waits.
"""

import re
import unicodedata

_STOP_REMINDERS = (
    "stop reminders", "stop the reminders", "stop my reminders", "stop reminders please", "please stop reminders",
    "stop the reminder", "stop my reminder", "stop reminding me", "please stop reminding me", "no more reminders",
    "no more reminders please", "cancel the reminder", "cancel my reminder", "cancel reminders", "cancel the reminders",
    "dont remind me any more", "turn off reminders", "turn off the reminder",
)  # fmt: skip
_USUAL_WORDS = (
    "usual words", "usual words please", "the usual words", "use the usual words", "use your usual words",
    "back to usual words", "back to the usual words", "normal words", "normal words please", "easy read off",
    "turn off easy read", "turn easy read off", "stop easy read", "no easy read",
)  # fmt: skip
_SEE_PLAN = (
    "my plan", "show my plan", "show me my plan", "show me the plan", "see my plan", "i want to see my plan",
    "can i see my plan", "what is my plan", "whats my plan", "read me my plan", "read my plan", "open my plan",
    "look at my plan", "change my plan",
)  # fmt: skip
_WHAT_CHANGED = (
    "what has changed", "whats changed", "what changed", "what did it say before", "what was there before",
    "what is different", "whats different", "show me what changed", "show me what has changed", "show me the changes",
    "what did i change", "what have i changed", "what is different now", "what has changed since",
)  # fmt: skip
_ASKS_FOR_ANSWER = (
    "did anyone answer", "has anyone answered", "did anybody answer", "has anybody answered", "is there an answer",
    "did they answer", "did anyone reply", "has anyone replied", "is there an answer to my complaint",
)  # fmt: skip
_COMMANDS: dict[str, tuple[str, ...]] = {
    "skip": (
        "skip", "skip it", "skip this", "skip that", "skip this one", "skip please", "please skip", "next", "pass",
        "next question", "next one", "move on", "leave that one", "leave it blank", "rather not say",
        "id rather not say", "i dont want to answer", "i dont want to answer that", "dont want to say",
        "prefer not to say", "can we skip this", "can i skip this", "can we skip that",
    ),
    "express_uncertainty": (
        "i dont know", "dont know", "dunno", "idk", "not sure", "im not sure", "i am not sure", "no idea",
        "i have no idea", "hard to say", "i cant think", "cant think of anything", "i really dont know",
        "not sure really", "i do not know", "i dont really know", "dont know really", "im not really sure",
        "unsure", "undecided",
    ),
    "go_back": (
        "go back", "back", "go back please", "previous", "previous question", "back please", "can i go back",
        "can we go back", "go back one", "last question", "undo", "i want to change my last answer",
        "go back a step",
    ),
    "pause": (
        "not today", "not now", "pause", "later", "maybe later", "another day", "another time", "i need a break",
        "need a break", "take a break", "i need to pause", "can we stop here for now", "not today thanks",
        "not today please", "not just now", "im tired", "too tired", "lets leave it there",
        "lets leave it for today", "brb", "give me a minute", "hang on", "wait", "come back later",
        "ill come back later", "can we do this another time", "can we pause", "no not today",
        "not today thank you", "ive had enough for today", "ive had enough for now", "i have had enough for today",
    ),
    "stop": (
        "stop", "stop now", "stop it", "stop this", "please stop", "stop please", "quit", "exit", "end", "cancel",
        "enough", "end this", "i want to stop", "id like to stop", "can we stop", "finish", "im done",
        "thats enough", "leave me alone",
    ),
    "resume": (
        "carry on", "continue", "resume", "ready", "im ready", "im back", "i am back", "lets carry on",
        "lets go on", "go on", "keep going", "where were we", "where was i", "carry on please", "ok carry on",
        "lets continue", "back again", "try again",
    ),
    "help": (
        "help", "help me", "help please", "what can you do", "what can i do here", "menu", "options", "commands",
    ),
    "start_over": (
        "start over", "start again", "restart", "begin again", "start from the beginning", "reset",
    ),
    "ask_clarify": (
        "what do you mean", "what", "what does that mean", "i dont understand", "dont understand", "huh",
        "sorry what", "come again", "say that again", "explain", "can you explain", "what do you mean by that",
        "eh", "pardon", "can you say it more simply", "more simply please", "simpler please", "i dont get it",
    ),
    "ask_why_asking": (
        "why do you ask", "why are you asking", "why do you want to know", "why do you need to know", "why",
        "why that", "what is this for", "whats this for", "what is this", "why do you need that",
    ),
    "ask_who_are_you": (
        "who are you", "are you real", "are you a person", "are you human", "are you a robot", "are you a bot",
        "is this a bot", "am i talking to a person", "am i talking to a real person", "who runs this",
        "who is this",
    ),
    "ask_privacy": (
        "who can see this", "who sees this", "is this private", "is it private", "is this safe",
        "is this confidential", "who will see this", "who reads this", "where is this kept", "privacy",
        "who can see it", "who can read this", "where does this go", "who is going to see this",
        "can anyone see this",
    ),
    "ask_who_viewed": (
        "who has looked", "whos looked", "who looked", "who has seen it", "who has seen this", "who has read it",
        "who looked at it", "who has opened it", "has anyone looked", "has anyone read it", "has anyone seen it",
        "who has viewed it",
    ),
    "withdraw_consent": (
        "stop sharing", "stop sharing it", "stop sharing please", "unshare", "stop the sharing",
        "stop sharing my summary", "stop sharing with everyone", "i want to stop sharing", "please stop sharing",
        "take back my consent", "withdraw consent",
    ),
    "delete_my_data": (
        "delete everything", "delete my data", "delete it all", "delete me", "erase everything", "forget me",
        "delete", "delete all my data", "remove my data", "delete my record", "delete my summary",
        "forget everything", "delete all",
    ),
    "get_copy": (
        "copy", "print", "get a copy", "get copy", "download", "send me a copy", "can i have a copy",
        "a copy please", "print it", "i want a copy", "give me a copy",
    ),
    "plan_conversation": (
        *_SEE_PLAN,
        "plan a conversation", "plan the conversation", "plan my conversation", "plan a talk", "plan the talk",
        "i want to plan a conversation", "id like to plan a conversation", "i would like to plan a conversation",
        "help me plan a conversation", "can you help me plan a conversation", "can we plan a conversation",
        "i want to plan a talk", "help me plan a talk", "prepare a conversation", "go on with my plan",
    ),
    "review_summary": (
        *_WHAT_CHANGED,
        "show me what you have", "show my summary", "my summary", "show me my summary", "read it back",
        "what have you got", "what have i said", "what have i said so far", "show me", "see my summary",
        "read it to me", "show summary", "show it again", "show me again", "show me it again", "show it to me again",
        "read it again", "read it back again", "let me see it again", "can i see it again", "can you show it again",
        "can i see it", "show me it", "let me see it",
    ),
    "share_summary": ("share",
        "share it", "share my summary", "i want to share it", "share this",
    ),
    # "it happened" is not here: it can tell of a death.
    "reflect_on_conversation": (
        "we talked", "we have talked", "weve talked", "we had the talk", "we had that talk", "we had our talk",
        "we have had the talk", "we have had that talk", "weve had the talk", "weve had that talk", "weve had our talk",
        "i had the talk", "i had that talk", "ive had the talk", "ive had that talk", "we had the conversation",
        "we had that conversation", "weve had the conversation", "weve had that conversation", "the talk happened",
        "the conversation happened", "look back on a talk", "look back on the talk", "look back on our talk",
        "look back on a conversation",
    ),
    "give_feedback": (
        *_ASKS_FOR_ANSWER,
        "this was not right", "that was not right", "something was not right", "i want to complain",
        "i would like to complain", "id like to complain", "make a complaint", "i want to make a complaint",
        "complaint", "complain", "can i complain", "how do i complain", "who can i complain to", "feedback",
        "give feedback", "i have feedback", "i want to give feedback",
    ),
    "find_support": (
        "find support", "find me support", "find support please", "please find support", "find help", "find me help",
        "find some support", "can you find support", "find support for me", "i want to find support",
    ),
    "set_reminder": (
        *_STOP_REMINDERS,
        "remind me", "please remind me", "remind me please", "set a reminder", "can you remind me", "reminder",
        "put it in my calendar", "add it to my calendar", "put it in the calendar", "add to calendar", "calendar",
        "add to my calendar", "calendar file", "can i have a calendar file", "put that in my calendar",
    ),
    "easy_read": (
        *_USUAL_WORDS,
        "easy read", "easy read please", "easyread", "use easy read", "easy read on", "turn on easy read",
        "turn easy read on", "can i have easy read", "can i have it in easy read", "i need easy read",
        "i would like easy read", "id like easy read", "do you have easy read", "easy words", "easy words please",
        "use easy words", "use easier words", "easier words", "easier words please", "simple words",
        "simple words please", "use simple words", "use simpler words", "simpler words", "simpler words please",
        "can you use easy words", "can you use easier words", "can you use simple words", "can you use simpler words",
        "make it easy to read", "make it easier to read", "easy to read please",
    ),
    "greet": (
        "hi", "hello", "hey", "hiya", "good morning", "good evening", "good afternoon", "hello there", "hi there",
        "morning", "evening", "alright", "ello", "hey there",
    ),
    "goodbye": (
        "bye", "goodbye", "bye bye", "good night", "goodnight", "see you", "cheerio", "ta ra", "night night",
        "bye for now",
    ),
    "thank": (
        "thanks", "thank you", "ta", "cheers", "thank you very much", "thanks a lot", "many thanks", "thankyou",
        "thx", "thank you so much",
    ),
    "affirm": (
        "yes", "yes please", "yeah", "yep", "yup", "ok", "okay", "y", "aye", "sure", "please do", "yes ok",
        "yes thats right", "thats right", "correct", "thats it", "yes it is", "all right", "yes keep it",
        "keep it", "yes i do", "of course", "definitely", "go ahead", "yes thats fine", "thats fine", "fine",
        "yes thank you", "yes thanks", "yes i agree", "i agree", "yes that is right", "that is right",
        "looks good", "yes please keep it", "yea", "ya", "sounds good", "it is right", "its right",
        "yes its right", "please keep it", "yes keep it please", "keep it please",
        "yes delete it", "yes delete everything", "yes please do",
        "yes share it", "save it", "save it please", "please save it", "yes save it", "yes save it please",
        "yes please save it", "ok save it", "okay save it", "ok keep it", "okay keep it", "ok yes", "ok yes please",
        "ok share it",
    ),
    "deny": (
        "no", "no thanks", "no thank you", "nope", "nah", "n", "not really", "no its not", "no dont", "dont",
        "no that isnt right", "no not really", "nothing", "nothing else", "thats all", "that is all",
        "no thats all", "no thats it", "no more", "no nothing else", "nothing more", "none", "na",
        "no dont keep it", "dont keep it", "no please", "i dont think so", "i dont want to", "i do not agree",
        "no im done", "nothing really", "no i dont", "not that i can think of", "never",
    ),
}  # fmt: skip
_BY_PHRASE = {phrase: intent for intent, phrases in _COMMANDS.items() for phrase in phrases}

_REQUEST = r"please |ok |so |can (?:we|i) |could (?:we|i) |shall we |lets "
_WISH = r"id like to |i would like to |i want to |i need to |ill |i "
_ASKING = rf"^(?:{_REQUEST}|{_WISH})*"
_POLITE = r"(?: please| thanks| thank you| if i may| for now| for today| now)*$"
_SHAPES = {
    "skip": re.compile(
        _ASKING + r"(?:skip|pass on|leave out|miss out) (?:this|that|it|the)(?: one| question| bit)?" + _POLITE
    ),
    "go_back": re.compile(
        _ASKING + r"go back(?: a step| one| a question| to the (?:last|previous) (?:question|one))?" + _POLITE
    ),
    "pause": re.compile(
        _ASKING + r"(?:pause|(?:take|have) a (?:short )?break|stop (?:there|here)|leave it (?:there|here)"
        r"|(?:carry on|finish this|finish it|do this|come back) (?:later|tomorrow|another (?:day|time)))" + _POLITE
    ),
    # "I want to end it" may be about a life: after a wish the conversation itself has to be named.
    "stop": re.compile(
        rf"(?:^(?:{_REQUEST})*(?:stop|end|finish|quit|close)(?: this| it)"
        rf"|{_ASKING}(?:(?:stop|end|finish|quit|close)"
        r"(?:(?: this| it)? here|(?: this| it)? there| (?:the|this) (?:chat|conversation)| (?:the|these) questions"
        r"| talking)|(?:stop|finish) now))" + _POLITE
    ),
    # Nothing may follow but politeness: "keep it to yourself" is no yes.
    "affirm": re.compile(
        r"^(?:yes|yeah|yep|ok|okay|of course|certainly|by all means) (?:please )?(?:you|u) (?:may|can) (?:please )?"
        r"(?:keep|save|share) (?:it|that|this|them)(?: for me)?(?: please| thanks| thank you| love| dear)*$"
    ),
    "set_reminder": re.compile(r"^my time ?zone is \w"),
    "start_over": re.compile(
        _ASKING + r"(?:start|begin) (?:again|over|afresh)(?: from the (?:start|beginning))?" + _POLITE
    ),
}
"""Whole sentences that can mean nothing else."""


def plain(text: str) -> str:
    """Return the text in lower case without marks, accents on quotes or doubled spaces, for comparing word for word."""
    text = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'").replace("'", "")
    return " ".join(re.sub(r"[^\w\s]", " ", text).split())


_INSISTS = re.compile(
    r"^(?:(?:oh|no|ok|right|look|please|and|but|for (?:gods|christs|heavens|goodness|fucks) sake) )*"
    r"i (?:just |already |have )?(?:said|told you(?: to)?|asked you to) (?:please )?(?P<words>.+?)"
    r"(?: (?:already|now|didnt i|please|for (?:gods|christs|heavens|goodness|fucks) sake))*$"
)
_INSISTED_ON = frozenset({"stop", "skip", "pause", "go_back", "withdraw_consent", "easy_read"})
"""What is said a second time, since it was not heeded. "I said goodbye", "I said yes" tell of another talk."""


def command(text: str) -> str | None:
    """Return the intent that these exact words command, or None. Gibberish and emoji are never a command."""
    words = plain(text)
    insisted = _INSISTS.match(words)
    if insisted:
        meant = _commanded(insisted["words"])
        return meant if meant in _INSISTED_ON else None
    return _commanded(words)


def _commanded(words: str) -> str | None:
    return _BY_PHRASE.get(words) or next((name for name, shape in _SHAPES.items() if shape.match(words)), None)


_AGAINST_REMINDERS = re.compile(
    r"\b(stop|cancel|turn off|(dont|do not|never) (want|need|send|give me))"
    r"( (the|my|all|these|those|any|more|a|your|to|be|you|sending|giving|me))* (remind|nudg)"
    r"|\b(dont|do not|never) (remind|nudg)|\bno (more )?(remind|nudg)"
)


def is_for_calendar(text: str) -> bool:
    """Say whether words about reminders name the person's own calendar: "put it in my calendar"."""
    return "calendar" in plain(text).split()


def wants_usual_words(text: str) -> bool:
    """Say whether words about easy read ask to have the usual wording back."""
    return plain(text) in _USUAL_WORDS


def asks_what_changed(text: str) -> bool:
    """Say whether words about the summary ask what the latest version changed."""
    return plain(text) in _WHAT_CHANGED


def asks_for_answer(text: str) -> bool:
    """Say whether words about feedback ask what became of what was sent before."""
    return plain(text) in _ASKS_FOR_ANSWER


def wants_to_see_plan(text: str) -> bool:
    """Say whether words about a plan ask to see the one there is, and not to make one."""
    return plain(text) in _SEE_PLAN


def stops_reminders(text: str) -> bool:
    """Say whether words about reminders ask for none, or for no more: "stop reminders", "I don't want reminders"."""
    words = plain(text)
    return words in _STOP_REMINDERS or _AGAINST_REMINDERS.search(words) is not None
