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

_AFTERWARDS: Final = any_of(
    r"died|dead|death|dies|passed(?: away)?|(?:has|is|hes|shes|theyre) gone|(?:she|he|they) goes|bereave\w*"
    r"|lost (?:my|our|him|her)"
)
_COMES: Final = r"(?:come|came|coming|visit|be (?:there|called)|turn up|attend|involved)"
_WHOSE: Final = r"(?:his|her|their|mums|dads|(?:my|our) (?:late )?\w+s|in (?:his|her|their) name)"
_OWED: Final = (
    r"(?:bills?|debts?|loans?|overdrafts?|credit cards?|direct debits?|store cards?|council tax|arrears|catalogue)"
)

NEEDS_JUST_AFTER: Final = (
    Need(
        "police_after_a_death",
        "ask_wills_funerals",
        any_of(
            rf"(?:will|do|does|did|would|are|have|why|when|must|should) (?:\w+ ){{0,5}}(?:police|coppers|cops)"
            rf"(?: \w+){{0,3}} {_COMES}|why (?:did|do|are|were|have) (?:the |there )?(?:police|coppers|cops)",
            r"(?:call|ring|tell|phone|inform) the police",
            r"police (?:are|were) (?:here|asking|involved|at the house)",
        ),
        beside=_AFTERWARDS,
        unless=any_of(
            r"steal\w*|stole\w*|hit\w*|hurt\w*|threat\w*|scam\w*|fraud|burgl\w*|neighbours?|drunk|licen[cs]e"
        ),
        of_a_death=True,
    ),
    Need(
        "confirming_a_death",
        "ask_wills_funerals",
        any_of(
            rf"(?:do|does|did|will|must|should|has|have|is|can) (?:\w+ ){{0,3}}(?:gp|doctor|dr|nurse)(?: \w+){{0,3}} "
            rf"{_COMES}(?: out| round)?",
            r"(?:who|when) (?:\w+ ){0,4}(?:confirms?|verif\w+|pronounces?|certif\w+) (?:\w+ ){0,3}(?:death|dead"
            r"|died|it|him|her)",
            r"(?:does|do|has|have) (?:it|they|he|she|the \w+) (?:\w+ ){0,3}(?:be|pronounced|confirmed|certified) "
            r"(?:a doctor|the gp|dead|by)",
        ),
        beside=_AFTERWARDS,
        unless=any_of(r"funeral|regist\w*|(?:my|our) (?:tablets|prescription)|for me|appointment|see me|see us"),
        of_a_death=True,
    ),
    Need(
        "washing_and_dressing_them",
        "ask_place_of_care",
        any_of(
            r"(?:can|could|may|am|are|do|should|is it (?:ok|okay|alright|all right|allowed|wrong)|how do) (?:\w+ ){0,5}"
            r"(?:wash|bathe|dress|shave|lay (?:him|her|them) out|brush|comb) "
            r"(?:(?:his|her) hair|him|her|them|mum|mam|dad|nan|my \w+|our \w+|the body)",
            r"(?:can|could|may|do|how long can) (?:\w+ ){0,3}(?:keep|have|stay with|sit with|sleep next to|lie with) "
            r"(?:him|her|them|mum|mam|dad|nan|my \w+|the body)(?: here| at home| with (?:me|us)| for .*| tonight"
            r"| overnight| till .*| until .*)*$",
        ),
        beside=_AFTERWARDS,
        unless=any_of(r"bab(?:y|ies)|ashes|things|clothes|grave|dog|cat|in (?:my|our) (?:heart|memory)"),
        of_a_death=True,
    ),
    Need(
        "bills_after_a_death",
        "ask_money",
        any_of(
            rf"(?:gas|electric\w*|energy|water|phone|mobile|heating|tv|broadband|utility|credit card) {_OWED}",
            rf"whose (?:bills?|debts?)|{_WHOSE} (?:\w+ ){{0,2}}{_OWED}",
            rf"(?:pay|paying|owe\w*|liable|responsible|chas\w+|letters?) .*(?:{_WHOSE}|the|these"
            rf"|those) (?:\w+ )?{_OWED}",
            rf"{_OWED} .*(?:in (?:his|her|their) name|now (?:he|she|theyre|they)|keep coming|to pay them|still coming)",
        ),
        beside=_AFTERWARDS,
        unless=any_of(
            r"funeral|care home|pay for (?:care|the funeral)|benefits?|cant afford to (?:eat|heat)"
            r"|my (?:own )?(?:gas|electric\w*|energy|water|phone|heating)? ?bills?"
        ),
        told=True,
        of_a_death=True,
    ),
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
