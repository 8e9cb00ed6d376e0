"""The words for days and hours in plain English, and the shapes they come in. bot/stages/moments.py reads them."""

import re
from datetime import time

from bot.model.own_time import USUAL_HOUR

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
SHORT_DAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SHORT_MONTHS = (*(name[:3] for name in MONTHS), "sept")
HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {name: value for value, name in enumerate(HOURS, 1)} | {
    "a": 1, "an": 1, "couple": 2, "few": 3, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
SLIPS = {
    "2moro": "tomorrow", "2morrow": "tomorrow", "tomoz": "tomorrow", "tmrw": "tomorrow", "tmr": "tomorrow",
    "tomorow": "tomorrow", "tommorow": "tomorrow", "tommorrow": "tomorrow", "tonite": "tonight", "2nite": "tonight",
    "wensday": "wednesday", "wendesday": "wednesday", "hrs": "hours", "hr": "hour", "mins": "minutes", "min": "minute",
    "wk": "week", "wks": "weeks", "eve": "evening", "fortnights": "fortnight", "midday": "noon",
}  # fmt: skip
PHRASES = {
    "day after tomorrow": "overmorrow", "(?:a )?couple of": "couple", "o clock": "oclock", "half an hour": "30 minutes",
    "hour and a half": "90 minutes", "fortnight": "2 weeks", "(?:a|an) (?=(?:90 minutes|2 weeks)\\b)": "",
    "a few": "few",
    "12 noon": "noon", "tea time": "teatime", "lunch time": "lunchtime", "tonight": "this night",
    "first thing in the morning": "firstthing", "first thing": "firstthing",
}  # fmt: skip

WEEKDAY = rf"(?P<weekday>{'|'.join((*DAYS, *SHORT_DAYS))})"
MONTH = rf"(?P<month>{'|'.join((*MONTHS, *SHORT_MONTHS))})"
COUNT = rf"(?P<count>[0-9]{{1,3}}|{'|'.join(NUMBERS)})"
OF_MONTH = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?: (?P<year>20[0-9]{2}))?"
HOUR = rf"(?P<hour>[0-9]{{1,2}}|{'|'.join(HOURS)})"
PART = r"(?P<part>morning|afternoon|evening|night|lunchtime|teatime|firstthing)"

LENGTH = re.compile(rf"^(?:in )?{COUNT} (?P<unit>minute|hour)s?(?: time)?(?: from now)?$")
DAY_SHAPES = tuple(
    re.compile(rf"\b{shape}\b")
    for shape in (
        r"(?P<year>20[0-9]{2})-(?P<month_number>[0-9]{2})-(?P<day>[0-9]{2})",
        r"(?P<day>[0-9]{1,2})/(?P<month_number>[0-9]{1,2})(?:/(?P<year>20[0-9]{2}))?(?!/)",
        rf"(?:{WEEKDAY} )?(?:the )?{OF_MONTH} (?:of )?{MONTH}{YEAR}",
        rf"(?:{WEEKDAY} )?{MONTH} (?:the )?{OF_MONTH}(?![:0-9]){YEAR}",
        rf"(?:{WEEKDAY} )?(?:the )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)",
        rf"{WEEKDAY} (?P<week>week)",
        rf"(?:a|one) (?P<week>week) (?:on )?{WEEKDAY}",
        rf"(?P<next>next) {WEEKDAY}",
        rf"(?:this |coming )*{WEEKDAY}",
        r"(?:(?:a|one) (?P<week>week) tomorrow|tomorrow (?P<week_>week))",
        rf"in {COUNT} (?P<unit>day|week|month)s?(?: time)?(?: from now)?",
        rf"{COUNT} (?P<unit>day|week|month)s? (?:from now|today)",
        r"next (?P<unit>week|month)",
        r"(?:this |coming |the )*(?P<weekend>weekend)",
        r"(?P<near>today|tomorrow|overmorrow)",
        rf"(?P<near>this)(?= {PART.replace('?P<part>', '?:')})",
    )
)
"""What names a day, the fullest first: "Friday 4 December" is one day and not two."""
HOUR_SHAPES = tuple(
    re.compile(rf"\b{shape}\b")
    for shape in (
        r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}) ?(?P<half>am|pm)?",
        rf"(?P<past>half past|half|quarter past|quarter to) {HOUR}(?: oclock)?(?: ?(?P<half>am|pm))?",
        rf"{HOUR}(?: oclock)? ?(?P<half>am|pm)",
        rf"{HOUR} oclock",
        rf"(?:at|about|around|by|say) {HOUR}",
        r"(?P<noon>noon)",
    )
)
BARE_HOUR = re.compile(rf"\b(?!one\b){HOUR}\b")
"""A number alone is an hour only beside a day or a part of one; "this one" is none."""
PARTS = re.compile(rf"\b{PART}\b")
PART_HOURS = {
    "firstthing": (time(9), range(5, 12)), "morning": (USUAL_HOUR, range(12)), "lunchtime": (time(13), range(11, 15)),
    "afternoon": (time(14), range(12, 19)), "teatime": (time(17), range(15, 20)),
    "evening": (time(18), range(16, 24)), "night": (time(18), range(17, 24)),
}  # fmt: skip
"""For a part of the day: its hour where none is named, and the hours that can be named in it."""
BY_MEAL = {
    "after breakfast": "morning", "over lunch": "lunchtime", "at lunch": "lunchtime", "after lunch": "afternoon",
    "after tea": "evening", "after supper": "evening",
}  # fmt: skip
MEAL = re.compile(rf"\b(?:{'|'.join(BY_MEAL)})\b")
MINUTES = {"half": 30, "half past": 30, "quarter past": 15, "quarter to": 45}
FILLS = frozenset(
    {
        "at", "on", "in", "the", "about", "around", "by", "say", "please", "again", "this", "for", "so", "of", "and",
        "to", "me", "ish", "then", "it",
    }
)  # fmt: skip
TIMELY = re.compile(
    r"[0-9].*|today|tomorrow|overmorrow|noon|midnight|oclock|am|pm|minutes?|hours?|days?|weeks?|months?|years?"
    r"|weekends?|weekdays?|mornings?|afternoons?|evenings?|nights?|lunchtime|teatime|firstthing|lunch|dinner(?:time)?|supper|tea"
    rf"|breakfast|bedtime|{'|'.join(name for name in NUMBERS if name not in {'a', 'an'})}"
    rf"|(?:{'|'.join((*DAYS, *SHORT_DAYS))})s?|{'|'.join(name for name in MONTHS if name not in {'march', 'may'})}"
)
LEADS = frozenset({"a", "an", "in", "at", "on", "the", "next", "this", "coming", "half", "quarter", "past", "to", "of"})
MONTH_NAMES = frozenset({*MONTHS, *SHORT_MONTHS})
FOLLOWS = frozenset({"from", "now", "time", *MONTH_NAMES})
UNSURE = re.compile(
    r"\b(not|dont|never|no|nor|after|before|until|til|till|except|unless|instead|every|each|daily|weekly|or|between"
    r"|last|ago|yesterday|midnight|if(?! (you|possible|thats|its)))\b"
)
"""With one of these, nothing is certain enough to be acted on."""
TURNS_TO = frozenset(
    {"maybe", "perhaps", "probably", "possibly", "instead", "could", "can", "better", "rather", "how", "what",
     "actually", "make", "change", "move", "put", "say", "said", "meant", "lets", "shall", "would", "might", "prefer",
     "no", "its"}
)  # fmt: skip
"""One of these beside a day tells that the day is being thought about again."""
HEDGES = TURNS_TO | frozenset(
    {"we", "i", "id", "hes", "he", "she", "do", "be", "will", "or", "now", "oh", "sorry", "wait", "think", "thinking",
     "was", "is", "are", "suits", "suit", "work", "works", "good", "best", "ok", "okay", "fine", "if", "thats", "that",
     "possible", "hopefully", "ideally", "sometime", "like", "you", "us", "him", "her", "them", "easier", "free",
     "thinks", "date", "thanks", "up", "with", "not", "yes", "go", "well", "um", "er"}
)  # fmt: skip
"""Words with a day that make it less sure, or say for whom it is, and tell nothing besides."""
