"""What is asked in the first hours after a death: rows as in need_words.py, which are read before all others."""

from typing import Final

from bot.understanding.need_words import Need, any_of

_DIED: Final = any_of(
    r"died|dead|death|passed(?: away)?|(?:has|is|hes|shes|theyre) gone|bereave\w*|lost (?:my|our|him|her)"
)
_CHILDREN: Final = (
    r"(?:(?:my|our|the|his|her|their|a) (?:\w+ ){0,2}?(?:kids?|child(?:ren)?"
    r"|grand(?:kids?|child(?:ren)?|sons?|daughters?)|little (?:ones?|boys?|girls?)|boys|girls|toddlers?|twins"
    r"|nieces?|nephews?|\w+ year old)"
    r"|kids|children|grandkids|grandchildren)"
)
_TELL: Final = r"(?:tell|telling|say to|saying to|explain (?:it |this |that )?to|break (?:it|the news) to)"
_PUMP: Final = (
    r"syringe ?(?:driver|pump)s?|(?:his|her|their|mums|dads) (?:driver|pump)"
    r"|the (?:driver|pump)(?=.*\b(?:still|running|going|on|off|out|in|beep\w*|bleep\w*|alarm\w*|nurse|line|needle)\b)"
)

NEEDS_JUST_AFTER: Final = (
    Need(
        "telling_children_of_a_death",
        "ask_talk_to_children",
        any_of(
            rf"(?:what|how|when|who|whether|should|shall|do|can|must|if)\b.* {_TELL} {_CHILDREN}",
            rf"{_TELL} {_CHILDREN}.*(?:how|what|when)",
        ),
        beside=_DIED,
        unless=any_of(
            r"(?:going to|about to|might|may|will|when (?:i|im)) (?:die|dying|dead)|(?:is|are|hes|shes|im) dying"
        ),
        of_a_death=True,
    ),
    Need(
        "syringe_driver_after_a_death",
        "ask_comfort",
        any_of(_PUMP),
        beside=_DIED,
        unless=any_of(
            r"kill\w*|finish\w*|speed\w*|hurr\w*|shorten\w*|sooner|quicker|too much|because|cos|fault|caus\w*|blame"
            r"|made (?:him|her|them)|overdos\w*|car|taxi|bus|van|lorry|hearse|petrol|licen[cs]e|road"
        ),
        of_a_death=True,
    ),
)
