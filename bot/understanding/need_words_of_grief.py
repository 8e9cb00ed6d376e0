"""What a question after a death is about: rows as in need_words.py, which are read before those.

Each tells of a death itself, or one is known already; the first are of a baby who died, born or not.
"""

from typing import Final

from bot.model.kin import KIN
from bot.understanding.need_words import Need, any_of

_WHOM: Final = rf"(?:him|her|them|it|bab(?:y|ies)|(?:my|our|the) (?:\w+ )?(?:bab(?:y|ies)|twins?|boys?|girls?|{KIN}))"
_BABY_DIED: Final = any_of(
    r"stillb\w+|miscarr\w+|ectopic|tfmr|born (?:sleeping|asleep|still|dead)|(?:cuddle|cold) ?cots?",
    r"(?:bab(?:y|ies)|twins?|newborn)(?: \w+){0,3} (?:died|dead|death|dies|passed|gone)",
    r"(?:lost|losing|loss of|death of)(?: \w+){0,3} (?:bab(?:y|ies)|pregnancy|twins?)|pregnancy loss|baby loss",
)
_STRONG_MEDICINE: Final = (
    r"(?:morphine|oramorph|(?:syringe )?(?:driver|pump)|midazolam|the (?:last )?injection|sedat\w+|opioids?)"
)
_BELONGINGS: Final = (
    r"(?:(?:his|her|their|mums|dads|(?:my|our) \w+s) (?:\w+ )?(?:things|stuff|clothes|coats?|shoes"
    r"|belongings|jumpers?|wardrobe"
    r"|books|tools|shed|room|bits)|clothes|belongings|wardrobe)"
)
_MISCARRIED: Final = any_of(
    r"miscarr\w+|ectopic|(?:lost|losing|loss of)(?: \w+){0,3} (?:baby|pregnancy)|pregnancy loss"
)
_WORSE: Final = any_of(
    r"heav\w+|soak\w*|pour\w*|gush\w*|flood\w*|faint\w*|dizzy|collapsed|clots?"
    r"|(?:wont|cant|not) stop\w*|so much|lots?|loads"
)
"""A report of danger: the safety door's."""
_DIED: Final = any_of(
    r"died|dead|deaths?|dying|grie[fv]\w*|bereave\w*|stillb\w*|miscarr\w*|lost (?:my|our|him|her|the|a)|loss|funeral"
)
_AT_THE_END: Final = any_of(
    r"(?:at|near|towards|in) the (?:very )?end|(?:when|before|as|while) (?:he|she|they|it|mum|dad|my \w+) "
    r"(?:died|went|passed|was (?:dying|going)|were dying)|last (?:days?|hours?|minutes|breaths?|night|moments?)"
)
_THEY: Final = rf"(?:he|she|they|it|that|this|his|her|their|the|mum|dad|(?:my|our) (?:{KIN})s?)"
_OTHER_TIMES: Final = any_of(
    r"bleed\w*|funeral|inquest|coroners?|regist\w*|probate|benefits?|certificates?|wait\w*|ashes|money|pension"
)
_TALKS: Final = r"(?:speak|talk|say|tell|mention|open up)(?:s|ing)?"
_QUIET: Final = rf"(?:wont|doesnt|cant|never|stopped|isnt|hardly|refuses to|not|barely) (?:even )?{_TALKS}"
_HOW_DO_I: Final = r"(?:what|how) (?:do|can|could|shall) i"

_YOUNG: Final = (
    r"(?:(?:my|our|the|his|her|their) (?:\w+ )?(?:grand(?:child\w*|sons?|daughters?)|kids?|child(?:ren)?"
    r"|sons?|daughters?"
    r"|boys?|girls?|little (?:ones?|boy|girl)|nephews?|nieces?|\w+ year old|toddler))"
)
_WENT: Final = (
    r"(?:gone|went|going) (?:to sleep|away|on holiday|to (?:heaven|hospital|the (?:stars|angels)|be (?:with"
    r"|a))|up to)"
    r"|asleep|sleeping|(?:a|an) (?:star|angel)|in (?:heaven|the sky)"
)

NEEDS_OF_GRIEF: Final = (
    Need(
        "talking_to_children",
        "ask_talk_to_children",
        any_of(
            rf"(?:told|tell|telling) {_YOUNG} (?:\w+ ){{0,8}}(?:{_WENT})",
            rf"(?:keeps?|kept|wont stop|always) asking (?:me |us )?(?:where|when|why|if) (?:\w+ )?(?:{KIN}"
            rf"|mummy|daddy|mommy|nanny)",
            rf"what (?:do|can|could|shall|should) (?:i|we) (?:say to|tell) {_YOUNG}"
            rf"(?: about (?:it|this|him|her|dying|death"
            rf"|(?:his|her|the|my) (?:\w+ )?(?:{KIN}|illness|cancer|funeral)))?$",
        ),
        unless=any_of(r"adult|grown up|tablets|(?:my|our) (?:lawyer|solicitor)"),
        told=True,
    ),
    Need(
        "how_to_complain",
        "ask_place_of_care",
        any_of(
            r"(?:want|need|like|wish|going|how (?:do|can|would) (?:i|we)|can (?:i|we)|where (?:do|can) (?:i"
            r"|we)) (?:to )?"
            r"(?:make |put in |file |raise )?(?:a |an )?(?:formal |official )?compla(?:in|int)\b.*",
        ),
        beside=any_of(
            r"hospital|ward|nurses?|doctors?|gp|surgery|hospice|care home|carers?|ambulance|staff|nhs"
            r"|consultant|treated"
            r"|his care|her care|my care|mums care|dads care|discharge\w*|district"
        ),
        unless=any_of(r"(?:dont|not|never|didnt) (?:want|like|need|wish) to complain"),
        told=True,
    ),
    Need(
        "bleeding_after_a_miscarriage",
        "ask_medical_advice",
        any_of(r"bleed\w*|spotting|blood"),
        beside=_BABY_DIED,
        unless=_WORSE,
        of_a_baby=True,
    ),
    Need(
        "post_mortem_of_a_baby",
        "ask_wills_funerals",
        any_of(r"post ?mortems?|autops(?:y|ies)"),
        beside=_BABY_DIED,
        unless=any_of(r"inquests?"),
        of_a_baby=True,
    ),
    Need(
        "funeral_of_a_baby",
        "ask_wills_funerals",
        any_of(r"funerals?|bury|burials?|buried|cremat\w+|ashes"),
        beside=_BABY_DIED,
        unless=any_of(r"time off|leave|off work|money off"),
        of_a_baby=True,
    ),
    Need(
        "registering_a_baby",
        "ask_wills_funerals",
        any_of(r"regist(?:er|ers|ered|ering|ration|rars?)|(?:birth|death|stillbirth) certificates?|certificates?"),
        beside=_BABY_DIED,
        unless=any_of(r"baby loss certificate|certificate for (?:my|our|the|a) baby"),
        of_a_baby=True,
    ),
    Need(
        "after_a_miscarriage",
        "ask_wills_funerals",
        any_of(
            r"remains|tissue|happens? to it|(?:do|did|done) with it|flush\w*",
            r"(?:happens?|do|did|done) (?:to|with) (?:the|my|our) (?:bab(?:y|ies)|pregnancy) .*miscarr\w+",
            r"miscarr\w+ .*(?:happens?|do|did|done) (?:to|with) (?:the|my|our) (?:bab(?:y|ies)|pregnancy)",
        ),
        beside=_BABY_DIED,
        of_a_baby=True,
    ),
    Need(
        "time_with_a_baby",
        "ask_place_of_care",
        any_of(
            rf"(?:tak(?:e|ing)|bring(?:ing)?|have|get) {_WHOM} (?:back )?home",
            rf"(?:hold|see|bath|bathe|wash|dress|cuddle|keep) {_WHOM}",
            rf"(?:stay|time|be|sleep) (?:\w+ ){{0,3}}with {_WHOM}",
            rf"(?:photos?|pictures|hand ?prints?|foot ?prints?) (?:of|with) {_WHOM}|(?:cuddle|cold) ?cots?",
        ),
        beside=_BABY_DIED,
        unless=any_of(r"again one day|in heaven|grief|dreams?|hold it together|in tears"),
        of_a_baby=True,
    ),
    Need(
        "why_a_miscarriage_happens",
        "ask_medical_advice",
        any_of(
            r"(?:something|anything|because of what|wrong thing) (?:that )?(?:i|we) (?:did|do|ate|took|drank|lifted)",
            r"(?:my|our) (?:own )?fault|(?:did|could|have) i (?:\w+ )?(?:caus\w+|stop\w*|prevent\w*|bring|done|do)",
            r"why (?:did|does|do) (?:it|this|that|they|miscarriages?) (?:\w+ )?happen\w*|what caused|why me"
            r"|was it (?:because|cos|as|from|that) i",
        ),
        beside=_MISCARRIED,
        of_a_baby=True,
    ),
    Need(
        "trying_again",
        "ask_medical_advice",
        any_of(
            r"(?:try|trying|start trying) (?:for (?:another|a) (?:\w+ )?)?(?:again|another)"
            r"|try for (?:another|a) baby",
            r"(?:get|fall|getting|be) pregnant (?:again|now|soon)|another (?:baby|pregnancy|one)",
            r"have (?:a )?bab(?:y|ies) (?:again|now)",
        ),
        beside=_MISCARRIED,
        of_a_baby=True,
    ),
    Need(
        "morphine_at_the_end",
        "ask_comfort",
        any_of(
            r"(?:was|is|did|does|will|would|could|can) (?:it|that|this|the|they|he|she|we|i|mum|dad|my \w+) .*"
            rf"{_STRONG_MEDICINE}.*",
            rf"{_STRONG_MEDICINE} (?:\w+ ){{0,3}}(?:kill\w*|finish\w*|speed\w*|hurr\w*|shorten\w*|end\w*"
            rf"|made|did it|too much)",
            rf"(?:because of|cos of|down to|due to|too much|blame) (?:the |his |her "
            rf"|that )?(?:\w+ )?{_STRONG_MEDICINE}",
        ),
        beside=any_of(
            r"kill\w*|finish\w* (?:him|her|them)|speed\w*|hurr\w*|shorten\w*|sooner|quicker|faster|early"
            r"|too much|cos|because"
            r"|fault|caus\w*|blame|made (?:him|her|them) (?:die|go)|overdos\w*"
        ),
        unless=any_of(r"myself|my own|i (?:want|take|took|have)|save up|stash\w*|drive|driving"),
    ),
    Need(
        "keeping_their_things",
        "ask_wills_funerals",
        any_of(
            rf"what (?:do|can|should|shall) (?:i|we) do (?:with|about) .*{_BELONGINGS}",
            rf"(?:clear\w*|sort\w*|empty\w*|throw\w*|get\w* rid of|part\w* with|give away|giving away"
            rf"|keep\w*) .*{_BELONGINGS}",
            rf"{_BELONGINGS} .*(?:still (?:there|here|hanging|up|in)|charity|throw|keep|clear)",
        ),
        beside=any_of(
            r"died|dead|deaths?|passed|still (?:there|here|hanging|up|in the)|charity shop|wardrobe|widow\w*"
            r"|his (?:shed|clothes)"
        ),
        unless=any_of(r"bed|commode|hospital|hoist|tablets|medicines?|password\w*|after i(?:m| am| die)|when i"),
        of_a_death=True,
    ),
    Need(
        "looking_back_at_the_end",
        "ask_what_to_expect",
        any_of(
            rf"(?:was|were|did|had|could|would) {_THEY} (?:\w+ ){{0,5}}(?:breath\w*|pain\w*|suffer\w*|hurt\w*"
            r"|rattl\w*|nois\w*|gasp\w*|chok\w*|hear[d]? (?:me|us)|know (?:i|we|that)"
            r"|aware|afraid|scared|frightened)",
            r"why (?:was|were|did) (?:his|her|their|the|he|she|they) (?:\w+ ){0,3}"
            r"(?:breath\w*|rattl\w*|nois\w*|gasp\w*)",
        ),
        beside=_AT_THE_END,
        unless=any_of(r"now|tonight|today|at the moment|my fault|did i|was i"),
        of_a_death=True,
    ),
    Need(
        "grief",
        "ask_what_to_expect",
        any_of(
            r"how long (?:will|does|do|is|am|can) (?:i|it|this|we|grief|the (?:pain|grief)) (?:\w+ ){0,3}"
            r"(?:feel\w*|lasts?|hurts?|take|takes|go on|goes on|griev\w*|be like)",
            r"(?:will|does|do|am) (?:it|this|i|we|things|the (?:pain|grief)) (?:going to |ever )*(?:get|feel|be|hurt)"
            r" (?:any |ever |always |less )*(?:easier|better|normal|ok|okay|happy|like this|less)",
            r"(?:should|shouldnt|ought) (?:i|we) (?:not )?(?:\w+ )?(?:be )?(?:over (?:it|this|him|her)"
            r"|past it|better|coping)",
            r"when (?:will|does|do) (?:it|this|i|the (?:pain|hurt\w*|grief)) (?:\w+ )?"
            r"(?:stop|end|ease|easier|better|go away)",
        ),
        beside=any_of(
            r"grie[fv]\w*|bereave\w*|since (?:he|she|they|my \w+|mum|dad) (?:died|went|passed)|(?:after|from) losing"
        ),
        unless=_OTHER_TIMES,
        of_a_death=True,
    ),
    Need(
        "grieving_differently",
        "ask_how_to_start_talking",
        any_of(
            rf"{_QUIET} .*{_HOW_DO_I}",
            rf"{_HOW_DO_I} .*{_QUIET}",
            r"what (?:do|can|could|shall) i say to (?:him|her|them"
            r"|my (?:wife|husband|partner|mum|dad|mother|father|sister|brother))",
            r"(?:wont|doesnt|does|is) (?:he|she|my (?:wife|husband|partner)) (?:not )?(?:talk|cry|grieve|griev\w+)"
            r" (?:about (?:it|him|her|them)|like me|the same|differently)",
        ),
        beside=_DIED,
        unless=any_of(r"kids?|child(?:ren)?|sons?|daughters?|school|grandchild\w*|you|year old"),
        of_a_death=True,
    ),
)


def names_a_child(words: str) -> bool:
    """Say whether plain words speak of a child, or of nobody that is sure to be grown up."""
    return bool(_CHILD.search(words)) or not _GROWN_UP.search(words)


_CHILD: Final = any_of(
    r"kids?|child(?:ren)?s?|grand(?:child\w*|sons?|daughters?)|sons?|daughters?|boys?|girls?|little ones?"
    r"|teen\w*|toddlers?|year olds?|school|nieces?|nephews?|baby|twins?|pupils?|young"
)
_GROWN_UP: Final = any_of(
    r"wife|husband|partner|mum|mam|mother|dad|father|nan|gran|grandad|parents?|boyfriend|girlfriend"
)
