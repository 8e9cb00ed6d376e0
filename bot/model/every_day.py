"""Short things said every day in grief, in care and to a chat, which whoever reads only meaning may take for danger.

Each is a whole clause, in lower case and without signs. Standard library only, for the engine reads it too.
"""

import re

from bot.model.kin import CALLED, KIN

_PERSON = rf"(?:he|hes|she|shes|i|im|they|theyre|(?:{CALLED})s?|(?:my|our|his|her) (?:{KIN})s?|(?:mr|mrs|miss) \w+)"
_HARD_OF_HEARING = (
    rf"(?:{_PERSON} )?(?:is |are |am |was |has gone |gone )?"
    r"(?:(?:a bit|very|quite|totally|stone|half|nearly|also|both) )*"
    r"(?:deaf(?: as a post| in one ear)?|hard of hearing|blind|partially sighted)"
    r"|(?:please )?(?:speak|talk) (?:up|louder|slowly|to (?:his|her|my) (?:left|right|good) (?:side|ear))"
)
_COMES_BACK = (
    r"(?:i )?(?:just )?(?:cant|cannot) (?:stop|help) (?:seeing|picturing|hearing|thinking (?:about|of))"
    r" (?:his|her|their|the|that) (?:(?:little|tiny|poor|lovely|old|last) )*"
    r"(?:face|hands?|fingers|feet|eyes|voice|smile|room|chair|coat|body|day|night|hour|words)"
    r"|(?:he|she)s got (?:his|her) (?:dad|mum|father|mother|nan|grandad|brother|sister)s"
    r" (?:eyes|nose|smile|hands|hair|laugh)"
    r"|i (?:cant|cannot) (?:even )?(?:bear to )?look at (?:them|it|him|her|his|his photos?|her photos?)"
)
_DEVICE = r"(?:phone|laptop|ipad|tablet|computer|email|account)"
_LOCKED_OUT = (
    rf"(?:(?:he|she)s got )?(?:his|her) {_DEVICE}(?: is|s)? locked"
    rf"|(?:i|we) (?:cant|cannot) (?:get|log) (?:in|into|on|onto)(?: (?:it|his|her|the)(?: {_DEVICE})?)?"
)
_MAY_I = (
    r"am i (?:even )?allowed (?:to be )?(?:on |in )?(?:here|this)"
    r"|is it (?:ok|all right|alright) (?:me |for me )?being (?:on )?here"
    r"|im (?:not (?:even )?(?:family|related|next of kin)"
    r"|(?:only|just) (?:a |his |her |the )?(?:friend|neighbour|mate|carer|lodger))"
    r"|(?:whats|what is|what even is) the point of you"
    r"|am i (?:even )?allowed (?:to be )?(?:on |in )?(?:here|this) im not (?:even )?(?:family|related)"
)
_MY_PLAN = (
    r"(?:please )?(?:(?:can i |let me )?(?:see|show me|wheres|whats) )?(?:my|the|our) plan"
    r"(?: (?:please|again|card|now))*"
)
_ASLEEP = (
    rf"{_PERSON} (?:(?:is|are|has|have|just|now|only|sound|fast|still) )*"
    r"(?:fallen asleep|fell asleep|asleep|dropped off|nodded off|dozed off|dozing|having (?:a|his|her) (?:nap|doze))"
    r"(?: (?:now|again|already|bless (?:him|her)|in (?:his|her|the) (?:chair|armchair)|on me|so well stop))*"
)
"""Whoever cannot be woken has not just dropped off, and it is said."""
_AWAKE = rf"{_PERSON} (?:(?:is|are|has) )?(?:awake|up|woken up)(?: (?:now|again))*"
_PASSED_ON = (
    rf"(?:{_AWAKE} )?{_PERSON} (?:says|said|nods|nodded|saying)"
    r"(?: (?:yes|no|aye|yeah|ok|okay|please|to|it|keep|leave|change|read|that|thats|this|one|the|first|second"
    r"|last|right"
    r"|wrong|fine|as|is|in|out|again|good|enough|put))+"
)
"""What whoever sits beside them passes on of an answer to the chat."""
_SUDDEN = (
    r"(?:(?:they said|it was|very|quite|all|so|yes|no) )*sudden(?:ly)?(?: death)?|the (?:one called )?sudden(?: one)?"
)
"""How somebody died, or the name of a charity."""
_JUST_TOLD = (
    r"(?:(?:they|theyve|the (?:doctor|consultant|nurse)|doctor|consultant)"
    r"(?: (?:only|just|have|finally))* told (?:me|us)"
    r"|(?:(?:i|we) )?(?:(?:was|were|have|ive|got|been|just|only) )+told)"
    r"(?: (?:only|just|this|morning|afternoon|today|yesterday|last|night|week|on|in|at|the|clinic|hospital|\w+day))*"
    r"(?: (?:that )?(?:its|it is|im|i am) (?:terminal|incurable|dying|cancer|spread|in my \w+))*"
)
_THEY = rf"(?:{_PERSON}|(?:a|the|my|our) (?:neighbour|friend|mate|lady|man|chap|client)|(?:lady|man) next door)"
_ON_THEIR_KNEES = rf"{_THEY} (?:(?:is|are|absolutely|just|really|completely) )*on (?:his|her|their|my) knees"
_WORN_OUT = (
    rf"(?:[a-z]{{1,2}}\d{{1,2}}[a-z]? {_ON_THEIR_KNEES}|(?:{_ON_THEIR_KNEES}|on (?:his|her|their|my) knees)"
    r" (?:(?:with|from) (?:it(?: all)?|tiredness|worry|exhaustion|caring)"
    rf"|(?:(?:with|from) )?(?:looking after|caring for|nursing|seeing to) (?:him|her|them|me|{CALLED}"
    rf"|(?:his|her|my|our|their) (?:{KIN}))))"
)
"""Tired out, where a postcode says that help is looked for, or the caring is named. Else somebody may have fallen."""
_IS_DYING = (
    rf"(?:(?:and|its|it is|because|hello|hi) )*(?:(?:{CALLED})s?|(?:my|our|me|ma|his"
    rf"|her) (?:{KIN})s?) (?:(?:is|are|now) )*(?:dying|dyin)"
    r"(?: (?:now|at home|at ours|at his|at hers|here|upstairs|downstairs|in the (?:front|back|spare"
    r"|other) (?:room|bedroom)"
    r"|in (?:the |a )?(?:hospital|hospice)|of (?:\w+ )?cancer|of dementia|slowly|at (?:mine|mums|dads)))*"
)
"""Somebody named, as "he's dying" may be a cry."""
_WHY_NOT = (
    r"(?:but )?(?:why|how come) (?:(?:didnt|couldnt|wouldnt|did|could) )(?:he|she|they|nobody|no one)"
    r" (?:(?:not|just|even|ever) )*(?:ring|phone|call|text|tell|say|ask|message|come to|talk to|speak to)"
    r"(?: (?:me|us|anyone|anybody|somebody|someone|one of us|anything|something|to|first|that night|sooner))*"
)
_GONE = (
    r"(?:gone (?:round|up|over)|gone|been (?:there|round)|visited|rung|phoned|called|picked up)"
    r"(?: (?:to see (?:him|her|them)|round|last|week|night|weekend|month|sooner|earlier|that|the|on|day|before"
    r"|\w+day))*"
)
_SHOULD_HAVE_GONE = (
    rf"(?:i )?(?:shouldve|shoulda|(?:should|could|ought to) (?:have|of|ve)) {_GONE}"
    r" (?:shouldnt i|couldnt i|oughtnt i|shouldnt we|to see (?:him|her|them)|sooner|that night|round)"
    rf"|if only (?:id|wed|i had|we had) {_GONE}"
)
"""A visit that was not made. To have gone with somebody is another matter."""
_NOT_TO_SUFFER = (
    r"(?:(?:i|we) )?(?:(?:just|really|only) )?(?:dont|do not|didnt|never) want(?:ed)? (?:to see )?"
    rf"(?:him|her|them|it|(?:my|our|the) (?:baby|{KIN}|boy|girl|little one)|{CALLED})"
    r" (?:(?:to )?(?:suffer|suffering|hurt|hurting)|(?:to be )?in pain)(?: (?:any more|at all|at the end|more"
    r"|when \w+ born))*"
)
_NOT_COMPATIBLE = (
    r"(?:(?:they|theyve|doctors?|consultant|the \w+|we were|im|so) )*(?:(?:said|say|says|told|us|me|that|used"
    r"|words?|the) )*"
    r"(?:(?:its|it is|it was|was|is|hes|shes|he is|she is) )*(?:incompatible|not compatible|isnt compatible"
    r"|wasnt compatible)"
    r"(?: with life)?"
)
_GETS_ME_OUT = (
    r"(?:(?:because|cos|that|as|and|well|also) )*(?:(?:it|that|this|which|walking|gardening|(?:the|my) (?:dog|walk"
    r"|allotment|garden|choir|club|shop|church|scooter|wheelchair|bike|car|volunteer|befriender|day centre)s?) )?"
    r"(?:(?:just|really|always|at least|only thing that) )*gets? (?:me|us|him|her|them) out(?: of)?"
    r" (?:(?:the|my|these|this) )?(?:house|flat|home|bungalow|four walls|room|bed)"
    r"(?: (?:a bit|and about|at least|every day|each day|for (?:a bit|an hour|a while|once)|sometimes|more|of a morning"
    r"|in the mornings?))*"
)
"""What is good about an allotment. Whoever is kicked or locked out of a house is another matter."""
_KINDS = (
    _HARD_OF_HEARING, _COMES_BACK, _LOCKED_OUT, _MAY_I, _MY_PLAN, _ASLEEP, _AWAKE, _PASSED_ON, _SUDDEN, _JUST_TOLD,
    _WORN_OUT, _IS_DYING, _WHY_NOT, _SHOULD_HAVE_GONE, _NOT_TO_SUFFER, _NOT_COMPATIBLE, _GETS_ME_OUT,
)  # fmt: skip
SAID_EVERY_DAY = re.compile("|".join(_KINDS))
