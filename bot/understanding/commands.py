"""Short, clear commands that are recognised word for word, never guessed.

No guess ever deletes, and none says yes or no; see `context` for what else is guessed while a question waits.
"""

import re
import unicodedata

from bot.understanding.command_words import (
    ASKS_FOR_ANSWER,
    COMMANDS,
    SEE_PLAN,
    STOP_REMINDERS,
    USUAL_WORDS,
    WHAT_CHANGED,
)

_BY_PHRASE = {phrase: intent for intent, phrases in COMMANDS.items() for phrase in phrases}

_REQUEST = r"please |ok |so |(?:can|could|will|would) (?:we|i|you) |shall we |lets "
_WISH = r"id like to |i would like to |i want to |i need to |ill |i "
_ASKING = rf"^(?:{_REQUEST}|{_WISH})*"
_POLITE = r"(?: please| thanks| thank you| if i may| for now| for today| for tonight| tonight| now)*$"
_ENOUGH = (
    r"(?:(?:thats|that is|thats all|its) (?:it|all|enough|everything|me|the lot|me done)|nothing (?:else|more)|im done"
    r"|all done|done|finished|no more)(?: (?:thats|that is) (?:it|all))?"
)
_LET_ME_SEE = (
    r"(?:(?:let me|let us|lets|can i|can we|could i|may i) (?:just )?(?:see|have a look(?: at)?|look(?: at)?|read|hear"
    r"|check)|(?:show|read|tell) me)"
)
_WRITTEN = (
    r"(?:it all|it back|all of it|the whole thing|the lot|(?:my|the) (?:words|summary|notes|list|draft)"
    r"|what (?:(?:ive|i have|i|youve|you have|weve|we|you) (?:got|said|put|wrote|written|told you|have|done)|it says"
    r"|theres|there is))"
)
_SHAPES = {
    "skip": re.compile(
        _ASKING + r"(?:skip|pass on|leave out|miss out) (?:this|that|it|the)(?: one| question| bit)?" + _POLITE
    ),
    "go_back": re.compile(
        _ASKING + r"go back(?: a step| one| a question| to the (?:last|previous) (?:question|one))?" + _POLITE
    ),
    "pause": re.compile(
        _ASKING + r"(?:pause|(?:take|have) a (?:short )?break|stop (?:there|here)|leave it (?:there|here)"
        r"|(?:can|could|may|shall|ill|i will|i can) ?(?:i|we)? ?(?:do|answer|finish|fill in)"
        r" (?:it|that|this|them|these)(?: (?:bit|one|question))? (?:later(?: on)?|in a (?:bit|while))"
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
        r"|^(?:yes |yeah |yep |yup |yea |aye )+(?:i think )?"
        r"(?:thats|that is|its|it is|thats all|its all|all) (?:all |just |about |quite )?"
        r"(?:right|fine|correct|good|ok|okay|perfect|spot on)(?: now| i think)?"
        r"(?: please| thanks| thank you| love| dear)*$"
        r"|^(?:yes |ok )?(?:thats|that is|its|it is|thats all|its all) (?:right|fine|correct|good) now"
        r"(?: please| thanks| thank you| love| dear)*$"
        r"|^(?:yes |yeah |yep |aye |ok |oh |well )*(?:thats|that is|its|it is|thats all|its all|all)"
        r" (?:all |just |quite )?(?:right|fine|correct|good|ok|okay|perfect|spot on)(?: now)?"
        r" (?:so |and |now |please |just |then |you can |ill |i will |lets )*"
        r"(?:(?:keep|save) (?:it|that|them|this)(?: all)?|go on|carry on|next|continue|move on)"
        r"(?: for me| now| then)*(?: please| thanks| thank you| love| dear)*$"
        r"|^(?:yes |yeah |yep |yup |aye )+(?:ok |please |you can |just |by all means |of course |lets )*"
        r"(?:go on|go ahead|go for it|carry on|do it|do that|crack on|get on with it|please do)"
        r"(?: then| now| please| thanks| thank you| love| dear)*$"
    ),
    "deny": re.compile(
        r"^(?:no |nope |nah )*(?:nothing?|nowt|nout|nuthin|nuffin)(?: (?:else|more|really|to add))*"
        r" (?:(?:im |all |thats it |thats |its |all )*(?:done|finished|it|all))(?: ta| thanks| thank you| now| love)*$"
        r"|^(?:no |nope |nah )*(?:nothin|nowt|nout|nuthin|nuffin)(?: (?:else|more))*(?: ta| thanks| love)*$"
        r"|^(?:no |ok |right )?that(?:s| is) (?:all|it) (?:from me|for (?:now|today|tonight))" + _POLITE + "|"
        # "That's it" says yes as well as no: only after a no is it no.
        r"^(?:(?:ok|right|well|and|sorry|oh|um|er|i think|i guess|actually|no|nope|nah|na) )*"
        r"(?:(?:no|nope|nah|na) (?:i think |i guess |sorry |love )?that(?:s| is) (?:about |just |really )?it|that"
        r"(?:s| is|ll be| will be) (?:about |pretty much |really |just |probably )?(?:all|everything|the lot|your lot))"
        r"(?: (?:really|then|i think|from me|for (?:now|today|tonight)|i (?:have|wanted) to say|i can think of|now"
        r"|please|thanks|thank you|ta|love|cheers|dear))*$"
    ),
    "focus_on_what_matters": re.compile(
        r"^(?:ok |right |so |yes |no )*(?:what matters (?:then |please |so |now )*lets (?:get on with it|go|start"
        r"|do it)"
        r"|(?:lets|can we|please) (?:just )?(?:get on with|get on to|start with|go to|do) what matters)" + _POLITE
    ),
    "set_reminder": re.compile(r"^my time ?zone is \w"),
    # "Let me see" alone is said by whoever thinks.
    "review_summary": re.compile(
        r"^(?:no |nope |nah |ok |okay |right |yes |yeah |well |so |and |now |then |please |thanks )*"
        rf"(?:{_ENOUGH} (?:so |and |now |then |please |thanks |no )*{_LET_ME_SEE}(?: (?:it|{_WRITTEN}))?"
        rf"|{_LET_ME_SEE} {_WRITTEN})(?: (?:so far|again|now|please|then|first|back|down|thanks))*$"
    ),
    "start_over": re.compile(
        _ASKING + r"(?:start|begin) (?:again|over|afresh)(?: from the (?:start|beginning))?" + _POLITE
    ),
}
"""Whole sentences that can mean nothing else."""


_CUT_SHORT = {
    "u": "you", "pls": "please", "plz": "please", "plse": "please", "cld": "could", "wld": "would",
    "shld": "should", "thx": "thanks", "tnx": "thanks", "thanx": "thanks", "dnt": "dont", "abt": "about",
    "tmrw": "tomorrow", "tmw": "tomorrow", "wot": "what", "summat": "something", "smth": "something", "bcoz": "because",
    "becoz": "because", "cuz": "because", "coz": "because", "luv": "love", "l8r": "later", "l8er": "later",
    "b4": "before", "ppl": "people", "yh": "yeah", "yeh": "yeah", "yess": "yes",
}  # fmt: skip


def plain(text: str) -> str:
    """Return the text in lower case without marks, accents on quotes or doubled spaces, for comparing word for word.

    Words cut short as in text messages are written out.
    """
    text = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'").replace("'", "")
    words = " ".join(_CUT_SHORT.get(word, word) for word in re.sub(r"[^\w\s]", " ", text).split())
    return words.replace("you r ", "you are ")


_INSISTS = re.compile(
    r"^(?:(?:oh|no|ok|right|look|please|and|but|for (?:gods|christs|heavens|goodness|fucks) sake) )*"
    r"i (?:just |already |have )?(?:said|told you(?: to)?|asked you to) (?:please )?(?P<words>.+?)"
    r"(?: (?:already|now|didnt i|please|for (?:gods|christs|heavens|goodness|fucks) sake))*$"
)
_INSISTED_ON = frozenset(
    {"stop", "skip", "pause", "go_back", "withdraw_consent", "easy_read", "reflect_on_conversation", "share_summary"}
)
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
    return plain(text) in USUAL_WORDS


def asks_what_changed(text: str) -> bool:
    """Say whether words about the summary ask what the latest version changed."""
    return plain(text) in WHAT_CHANGED


def asks_for_answer(text: str) -> bool:
    """Say whether words about feedback ask what became of what was sent before."""
    return plain(text) in ASKS_FOR_ANSWER


def wants_to_see_plan(text: str) -> bool:
    """Say whether words about a plan ask to see the one there is, and not to make one."""
    return plain(text) in SEE_PLAN


def stops_reminders(text: str) -> bool:
    """Say whether words about reminders ask for none, or for no more: "stop reminders", "I don't want reminders"."""
    words = plain(text)
    return words in STOP_REMINDERS or _AGAINST_REMINDERS.search(words) is not None
