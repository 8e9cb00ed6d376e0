"""What a question about a thing of care, or about a child or a baby after a death, names: rows as in need_words.py."""

from typing import Final

from bot.understanding.need_words import Need, any_of

_PUMP: Final = r"(?:syringe ?(?:driver|pump)s?|(?:the|a|this|that|his|her) drivers?)"
_DRIVER: Final = (
    r"(?:a|an|the|one of (?:those|these)|this|some|that) (?:syringe )?(?:drivers?|syringe(?: pump)?)"
    r"(?: (?:thing\w*|machine|now|today|yesterday|last night|this morning))*$"
)
_MORPHINE: Final = r"(?:morphine|oramorph|midazolam|(?:the )?syringe ?(?:driver|pump)|opioids?)"
_CHILD: Final = (
    r"(?:he|she|they|(?:my|our|the|his|her|a|any|small|young|little) (?:\w+ )?(?:grand(?:child\w*|sons?|daughters?)"
    r"|kids?|child(?:ren)?|sons?|daughters?|boys?|girls?|little ones?|nephews?|nieces?|\w+ year old|toddler)|kids"
    r"|children|toddlers)"
)
_PARENT: Final = (
    r"(?:daddy|mummy|mommy|dad|mum|mam|nanny|nana|nan|granny|grandma|grandad|grandpa|(?:his|her|their) \w+)"
)
_SLEEPS: Final = (
    r"(?:gone|went|going|is|was|has gone) (?:to sleep|away|to (?:heaven|the stars|the angels)|on holiday|asleep"
    r"|sleeping|a star|an angel)"
)

NEEDS_OF_CARE: Final = (
    Need(
        "children_and_funerals",
        "ask_talk_to_children",
        any_of(
            rf"(?:should|can|could|shall|would|do|does|is it (?:ok|okay|right|alright|wrong)(?: for)?|let|take"
            rf"|bring\w*|old enough|too young) {_CHILD} (?:\w+ ){{0,3}}(?:go|come|be|attend|see|going|coming|there)",
            rf"(?:take|bring|taking|bringing|let) {_CHILD} (?:\w+ ){{0,2}}to (?:the|his|her|a) (?:funeral|burial"
            r"|cremation|wake)",
            r"(?:children|kids) (?:at|and|to) (?:a |the )?(?:funerals?|cremations?|burials?)",
            r"(?:too young|old enough) (?:to go |for |to come )?(?:to )?(?:the |a |his |her )?(?:funeral|burial"
            r"|cremation)",
        ),
        beside=any_of(r"funerals?|burials?|cremations?|wake"),
        unless=any_of(r"exs?|ex \w+|wear|pay\w*|cost\w*|time off|off work|money|bab(?:y|ies)"),
    ),
    Need(
        "talking_to_children",
        "ask_talk_to_children",
        any_of(rf"(?:told|tell|telling) (?:him|her|them) (?:that )?{_PARENT}(?:s| has| had)? {_SLEEPS}"),
        told=True,
    ),
    Need(
        "hospice_at_home",
        "ask_place_of_care",
        any_of(
            r"(?:get|have|find|need|want|arrange|ask for|is there|are there|any|who (?:does|do|sends)|how about|where) "
            r"(?:\w+ ){0,4}(?:night|overnight) (?:sitters?|sitting|sits|nurses?|carers?|care|service)",
            r"(?:someone|somebody|anyone|a nurse|a carer|one) (?:to|who can|can|could) (?:\w+ )?(?:sit|stay|be|come) .*"
            r"(?:overnight|at night|nights?|so i can sleep)",
            r"marie curie (?:night )?nurses?",
        ),
        told=True,
        unless=any_of(r"my (?:old|last) job|(?:was|were) (?:lovely|rude|good|kind|awful|late)|night shifts?|school"),
    ),
    Need(
        "hospice_at_home",
        "ask_place_of_care",
        any_of(
            r"^(?:a |an |the )?(?:night|overnight) (?:sitters?|sitting(?: service)?|nurses?|carers?)(?: please"
            r"| for \w+)?$"
        ),
        told=True,
    ),
    Need(
        "naming_a_baby",
        "ask_place_of_care",
        any_of(
            r"(?:name|naming|call|give) (?:him|her|it|them|(?:my|our|the) bab(?:y|ies))(?: a name)?"
            r"(?= |$)(?! (?:the|an?) (?:doctor|midwife))",
            r"scan (?:pictures?|photos?|images?)|memory box|(?:hospital|wrist) bands?",
        ),
        beside=any_of(
            r"stillb\w+|miscarr\w+|born sleeping|(?:lost|losing) (?:my|our|the|a) (?:baby|pregnancy)|baby loss"
        ),
        unless=any_of(
            r"call (?:him|her|them|it) (?:back|now|to|when|if)|ambulance|wills?|forms?|attorney|executor|trust"
        ),
        of_a_baby=True,
    ),
    Need(
        "syringe_driver",
        "ask_comfort",
        any_of(
            r"(?:put(?:ting)?|started|set|setting|fitted|gave|given|got|has|have|had) "
            rf"(?:(?:him|her|them|me|my \w+) )?(?:up |on |onto |in |with |to )*{_DRIVER}",
            rf"(?:hes|shes|theyre|is|was|been|going|gone|go) (?:now |going )?(?:on|onto) (?:to )?{_DRIVER}",
        ),
        unless=any_of(
            r"bus|taxi|van|car|lorry|train|golf|delivery|uber|cab|learner|designated|stopp\w*|alarm\w*|died|dead"
        ),
        told=True,
    ),
    Need(
        "syringe_driver",
        "ask_comfort",
        any_of(
            rf"(?:what(?:s| is| are| does| do)?|whats|explain|why|how|is|does|when|mean\w*) .*{_PUMP}",
            rf"{_PUMP} (?:\w+ )?(?:mean|for|do|work|hurt)",
        ),
        unless=any_of(
            r"alarm\w*|beep\w*|stopp?\w*|empty|run out|leak\w*|light|bleed\w*|kill\w*|finish\w*|quick\w*|speed\w*"
            r"|hurr\w*|shorten\w*|sooner|faster|fault|too much|collect\w*|return\w*|back|away|dose|mg|ml|van|bus|lorry"
            r"|taxi|car|delivery|learner|cab|screw"
        ),
    ),
    Need(
        "morphine_at_the_end",
        "ask_comfort",
        any_of(
            rf"(?:is|does|do|will|would|could|can|did|was) (?:the )?{_MORPHINE} .*(?:quick\w*|sooner|faster|speed\w*"
            r"|hurr\w*|shorten\w*|kill\w*|finish\w*)",
            rf"{_MORPHINE} (?:\w+ )?(?:kills?|finish(?:es)?|speeds?|hurr\w+|shortens?)",
        ),
        unless=any_of(
            r"myself|my own|i (?:want|take|took|have)|save up|stash\w*|kill the pain|work\w*|act"
            r"|(?<!syringe )(?:drive|driving)"
        ),
    ),
    Need(
        "hospice",
        "ask_place_of_care",
        any_of(
            r"what(?:s| is| are| do| does| happens?| goes on|re)? .*hospices?(?: \w+)? (?:like|do|for|mean)",
            r"what(?:s| is| are| happens (?:in|at|inside)| goes on (?:in|at))"
            r" (?:it like (?:in|at) )?(?:an?|the)? ?hospices?$",
            r"(?:can|could|may|do|does|are|is|will|would) .*(?:dogs?|cats?|pets?|visit\w*|stay\w*|sleep|smoke|kids"
            r"|children|family|drink|eat|bring\w*|own (?:clothes|things|bed)|leave|go home|come out"
            r"|come home) .*hospices?",
            r"(?:can|could|may|do|does|are|is|will|would) .*hospices? .*(?:dogs?|cats?|pets?|visit\w*|stay\w*|smok\w*"
            r"|kids|children|come out|come home|go home|noisy|depress\w*|sad|scary)",
            r"(?:is|are) (?:a |the )?hospices? (?:like|just|only|a place|where|for)",
        ),
        beside=any_of(r"hospices?"),
        unless=any_of(
            r"at home|nurses?|volunteer\w*|donat\w*|shop|refer\w*|how (?:do|can) (?:i|we|he|she) get|get into|near\w*"
            r"|what matters|who (?:runs|are you)|read|see my|summary|equipment|cost\w*|pay\w*|money|dnacpr|cpr"
        ),
    ),
)
