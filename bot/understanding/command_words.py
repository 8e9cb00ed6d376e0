"""The words of each command, in lower case and without marks, as bot/understanding/commands.py compares them."""

STOP_REMINDERS = (
    "stop reminders", "stop the reminders", "stop my reminders", "stop reminders please", "please stop reminders",
    "stop the reminder", "stop my reminder", "stop reminding me", "please stop reminding me", "no more reminders",
    "no more reminders please", "cancel the reminder", "cancel my reminder", "cancel reminders", "cancel the reminders",
    "dont remind me any more", "turn off reminders", "turn off the reminder",
)  # fmt: skip
USUAL_WORDS = (
    "usual words", "usual words please", "the usual words", "use the usual words", "use your usual words",
    "back to usual words", "back to the usual words", "normal words", "normal words please", "easy read off",
    "turn off easy read", "turn easy read off", "stop easy read", "no easy read",
)  # fmt: skip
_SEE_PLAN = (
    "my plan", "show my plan", "show me my plan", "show me the plan", "see my plan", "i want to see my plan",
    "can i see my plan", "what is my plan", "whats my plan", "read me my plan", "read my plan", "open my plan",
    "look at my plan", "change my plan",
    "the plan", "show the plan", "let me see my plan", "my plan again", "show me my plan again",
)  # fmt: skip
SEE_PLAN = (*_SEE_PLAN, *(f"{words} please" for words in _SEE_PLAN), *(f"please {words}" for words in _SEE_PLAN))
WHAT_CHANGED = (
    "what has changed", "whats changed", "what changed", "what did it say before", "what was there before",
    "what is different", "whats different", "show me what changed", "show me what has changed", "show me the changes",
    "what did i change", "what have i changed", "what is different now", "what has changed since",
)  # fmt: skip
ASKS_FOR_ANSWER = (
    "did anyone answer", "has anyone answered", "did anybody answer", "has anybody answered", "is there an answer",
    "did they answer", "did anyone reply", "has anyone replied", "is there an answer to my complaint",
)  # fmt: skip
COMMANDS: dict[str, tuple[str, ...]] = {
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
        "i might sleep now", "i will sleep now", "ill sleep now", "i need to sleep now", "im going to sleep now",
        "im going to sleep for a bit",
        "i need a nap", "im going to have a nap", "im falling asleep", "i might have a sleep", "i might have a nap",
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
    "focus_on_what_matters": ("focus",),
    "record_summary": ("record",),
    "plan_conversation": (
        *SEE_PLAN,
        "plan", "plan a conversation", "plan the conversation", "plan my conversation", "plan a talk", "plan the talk",
        "i want to plan a conversation", "id like to plan a conversation", "i would like to plan a conversation",
        "help me plan a conversation", "can you help me plan a conversation", "can we plan a conversation",
        "i want to plan a talk", "help me plan a talk", "prepare a conversation", "go on with my plan",
    ),
    "review_summary": (
        *WHAT_CHANGED,
        "show me what you have", "show my summary", "my summary", "show me my summary", "read it back",
        "what have you got", "what have i said", "what have i said so far", "show me", "see my summary",
        "read it to me", "show summary", "show it again", "show me again", "show me it again", "show it to me again",
        "read it again", "read it back again", "let me see it again", "can i see it again", "can you show it again",
        "can i see it", "show me it", "let me see it", "show me what i said", "no show me what i said",
        "show me what ive said", "show me my words", "no show me my words",
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
        "look back on a conversation", "reflect", "reflect on it", "reflect on the talk", "reflect on a talk",
        "reflect on my talk", "reflect on our talk", "reflect on the conversation", "reflect on a conversation",
        "say how a talk went", "say how the talk went", "say how it went",
    ),
    "give_feedback": (
        *ASKS_FOR_ANSWER,
        "improve", "this was not right", "that was not right", "something was not right", "i want to complain",
        "i would like to complain", "id like to complain", "make a complaint", "i want to make a complaint",
        "complaint", "complain", "can i complain", "how do i complain", "who can i complain to", "feedback",
        "give feedback", "i have feedback", "i want to give feedback",
    ),
    "find_support": (
        "find support", "find me support", "find support please", "please find support", "find help", "find me help",
        "find some support", "can you find support", "find support for me", "i want to find support",
    ),
    "set_reminder": (
        *STOP_REMINDERS,
        "remind me", "please remind me", "remind me please", "set a reminder", "can you remind me", "reminder",
        "put it in my calendar", "add it to my calendar", "put it in the calendar", "add to calendar", "calendar",
        "add to my calendar", "calendar file", "can i have a calendar file", "put that in my calendar",
    ),
    "easy_read": (
        *USUAL_WORDS,
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
        "thank you so much",
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
        "spot on", "thats spot on", "yes spot on", "bang on", "thats bang on", "perfect", "thats perfect",
        "yes perfect", "looks right", "that looks right", "looks right to me", "all correct", "yes all correct",
    ),
    "edit_summary": (
        "its wrong", "no its wrong", "thats wrong", "no thats wrong", "its not right", "no its not right",
    ),
    "deny": (
        "no", "no thanks", "no thank you", "nope", "nah", "n", "not really", "no its not", "no dont", "dont",
        "no that isnt right", "no not really", "nothing", "nothing else", "thats all", "that is all",
        "no thats all", "no thats it", "no more", "no nothing else", "nothing more", "none", "na",
        "no dont keep it", "dont keep it", "no please", "i dont think so", "i dont want to", "i do not agree",
        "no im done", "nothing really", "no i dont",
        "no youre all right", "no youre alright", "no youre ok", "no ta", "not that i can think of", "never",
    ),
}  # fmt: skip
