"""What is told of an ordinary day of illness and care, which whoever reads only meaning may take for danger.

Phrases in lower case and without signs. What may be worse with one word more ("i took my morphine, all of it") stands
in WHOLE, and is read only as a whole clause. Standard library only, for the engine reads it too.
"""

import re

from bot.model.kin import CALLED, KIN

_PERSON = (
    rf"(?:he|hes|she|shes|i|im|ive|they|theyre|(?:the )?(?:{CALLED})s?"
    rf"|(?:my|our|his|her|the) (?:{KIN}|little one|boy|girl|lad|baby)s?)"
)
_ALSO = r"(?:(?:just|still|also|now|always|often|really|even|only|sometimes|mostly|has|have|had|is|am|s|ve|m) )*"
_LATELY = (
    r"(?: (?:now|these days|at the moment|lately|at times|some days|most days|any ?more|at all|much|again"
    r"|every (?:day|night)"
    r"|at night|in the (?:morning|evening|night)s?|all the time|since (?:the )?(?:chemo|treatment|radiotherapy"
    r"|steroids"
    r"|funeral|diagnosis|then)|since (?:he|she|they|it|mum|dad|my \w+) (?:died|went|happened)(?! (?:today|this|last"
    r"|just))))*"
)

_FOOD = (
    r"(?:(?:any|my|his|her|the|a|cooked|hot|solid|proper|big|much|smell of|sight of|thought of) )*"
    r"(?:food|eating|meals?|breakfasts?|lunch|dinners?|tea|supper|meat|cooking)"
)
_NO_APPETITE = (
    rf"(?:{_PERSON} )?{_ALSO}"
    rf"(?:(?:cant|cannot|can hardly|can barely|couldnt) (?:(?:really|even|quite) )?"
    rf"(?:face|fancy|manage|stomach|be bothered with) {_FOOD}"
    rf"|(?:dont|doesnt|never) (?:(?:really|even) )?(?:fancy|enjoy|want) {_FOOD}|(?:gone|been|went|go|goes) off {_FOOD}"
    rf"|wont (?:even )?(?:eat|touch|have) {_FOOD}"
    r"|(?:lost|has no|have no|got no|no) (?:(?:my|his|her) )?appetite"
    rf"|picks? at (?:(?:my|his|her|the) )?{_FOOD}|(?:eats?|eating) (?:like a (?:bird|sparrow|mouse)|next to nothing"
    rf"|very little|like a horse)|lost (?:(?:a lot of|lots of|so much|some|about|over|\d+|two|three|four|five|half) )*"
    rf"(?:a )?(?:weight|stones?|pounds|kilos?|kgs?)){_LATELY}"
)
"""Food alone. Whoever cannot drink, or keeps nothing down, is another matter."""
_AS_IT_WAS = (
    r"(?:his|her|their|my|mums|dads|nans|the) (?:breathing|chest|breath|heart|speech|swallowing|walking|balance"
    r"|memory|voice)(?: (?:is|s|just|really|certainly))*"
    r"(?: (?:isnt|is not|not|aint)(?: (?:as good as|quite|half|anything like|nearly|what|how|like|as))* it"
    r" (?:used to be|once was|was(?: (?:last year|a year ago|before|years ago))?)"
    r"|(?: is)? (?:not|isnt) (?:(?:so|very|all that|that) )*(?:great|good|brilliant|the best)"
    r" (?:these days|any ?more|nowadays))"
)
"""Against how it was long ago, so it did not come just now."""
_IN_THE_BODY = (
    r" (?:in|on|to|into) (?:(?:his|her|the|my) )?"
    r"(?:arm|leg|thigh|side|tummy|stomach|belly|hand|chest|shoulder|back|bed)"
)
_RUNS = r"(?: (?:(?:is|s|still|just|all|that) )*(?:going|running|ticking|whirring|in|attached|connected|there|on))"
_PUMP = (
    r"(?:(?:theres|there is|theyve|they|he|hes|she|shes|mum|dad|has|have|had|got|put|left|its|on|with|still|is"
    r"|being) )*(?:a|the|her|his|that) (?:(?:little|small|syringe|morphine|pain|drug) )*"
    rf"(?:pump|driver|cannula|butterfly|drip|line)(?:{_RUNS}+(?:{_IN_THE_BODY})?|{_IN_THE_BODY})"
)
"""That it runs, or is in still. That it stopped, or bleeps, is for the nurses."""
_BEDDING = (
    r"(?:(?:all|his|her|the|my|of) )*(?:covers|blankets?|duvet|sheets?|bedclothes|bedding|quilt|pillows?|slippers"
    r"|socks"
    r"|shoes)"
)
_COVERS = (
    rf"(?:{_PERSON} )?{_ALSO}(?:keeps? |kept )?"
    r"(?:kick(?:s|ing|ed)?|throw(?:s|ing)?|threw|push(?:es|ing|ed)?|pull(?:s|ing|ed)?)"
    rf" (?:off {_BEDDING}|{_BEDDING} (?:off(?: the bed)?|away|on the floor)){_LATELY}"
)
_MOVES = (
    r"(?:do|doing|keep up|walk|get|go|eat|drink|take|rest|see|talk|keep|try|exercise|move"
    r"|have a (?:walk|go|wash|shower|rest|break)|be (?:more )?(?:independent|active|positive))"
)
_EXERCISES = (
    r"(?:(?:with|my|his|her|the|a|bit|more|some|every|day|up|out|of|bed|for|on|and|in|to|people|friends|exercises"
    r"|physio|stretches|steps|stairs|walks?|walking|moving|going|trying|meals?|dinner|food|water|tea|tablets|meds"
    r"|medication|therapy|therapist|when|im|am|tired|feel|like|even|garden) ?)*"
)
_CHAIR = r"(?:my|his|her|the|a) (?:wheel)?chair"
_OUTDOORS = r"(?:park|shops?|garden|prom|front|seafront|block|town|walk|hospital|church|hill)"
_EGGED_ON = (
    rf"(?:{_PERSON}|the (?:physio|nurse|ot|therapist|carers?)) {_ALSO}"
    r"(?:push(?:es|ed|ing)?|nag(?:s|ged)?|encourage[sd]?)"
    rf" (?:me|us|him|her|mum|dad) (?:to|into) {_MOVES} ?{_EXERCISES}"
    rf"|(?:{_PERSON}|the carers?) {_ALSO}push(?:es|ed|ing)? (?:me|him|her|mum|dad|{_CHAIR})"
    rf"(?: (?:about |around |out )?in {_CHAIR})? (?:round|around|about|along|to|in|up|out)"
    rf" (?:(?:the|a|town|for) )*{_OUTDOORS}(?: in {_CHAIR})?"
)
"""To do what does good, named. "Pushes me to sign" may be another matter."""
_SIGNED = (
    rf"(?:{_PERSON} )?{_ALSO}(?:got|have|has|signed|made|done|filled in|want|wants|need|needs|been given)"
    r" (?:(?:a|an|my|his|her|the|one of those) )*"
    r"(?:dnr|dnacpr|dnr form|dnacpr form|respect form|respect|advance decision|living will|advance directive|lpa"
    r"|power of attorney|will)(?: (?:in place|already|now|on (?:the fridge|file)))*"
)
_TREATED = (
    rf"(?:{_PERSON} )?{_ALSO}(?:on|having|getting) (?:(?:some|the|my|his|her|iv|a) )*"
    r"(?:(?:home )?oxygen|fluids?|antibiotics|steroids|chemo|chemotherapy|immunotherapy|radiotherapy|dialysis"
    r"|blood thinners|water tablets"
    r"|transfusions?|blood transfusions?|feeds?)(?: (?:through|by|via|in|with|and|a|the|my|his|her|drip|line"
    r"|tube|hospital|home|at|every|once|twice|three|times|week|weekly|day|month|now))*"
    rf"|(?:{_PERSON} )?{_ALSO}(?:got )?fluid (?:on|in|round|around) (?:my|his|her|the) (?:lungs?|tummy|belly|heart"
    rf"|legs)"
    r",?(?: ,)? ?(?:and |which |that )?(?:they|the (?:nurse|doctor|hospital)) drains? (?:it|them)(?: (?:off|every"
    r"|once|a|each"
    r"|week|month|fortnight|few|weeks|days|two|three))*"
)
_ENOUGH_OF = (
    rf"(?:{_PERSON} (?:says?|said|keeps saying) )?(?:that )?{_PERSON} {_ALSO}(?:had )?(?:enough of|fed up (?:with"
    rf"|of)|sick of)"
    r" (?:(?:all|the|these|those|his|her|my|taking|being in|going to|more) )*(?:tablets?|pills|meds|medication"
    r"|hospitals?|chemo|treatments?|needles|tests|scans|appointments|doctors|nurses|carers|questions|forms|injections)"
    rf"{_LATELY}"
)
_UP_THE_WALL = (
    rf"(?:{_PERSON}|it|its|this|that|they|the \w+|my \w+) {_ALSO}(?:driv(?:es?|ing)|drove) (?:me|us|everyone) "
    r"(?:(?:totally|absolutely|completely|a bit) )?(?:up the wall|mad|crazy|nuts|bonkers|round the (?:bend|twist)"
    rf"|to distraction|potty|insane){_LATELY}"
)
_FLAT = (
    rf"(?:{_PERSON} )?{_ALSO}(?:(?:dont|doesnt|cant|cannot) (?:really )?(?:feel like|be bothered (?:to|with|doing)"
    rf"|fancy)"
    r" (?:(?:to|do|doing|seeing|going|cook|cooking|getting|out|dressed|people|anyone|anything|much|it|any|of|for|one"
    r"|up"
    rf"|housework|the|talking|today) ?)+){_LATELY}"
)
_CRIES = (
    rf"{_PERSON} (?:always |just )?(?:cries|cry|gets? upset|clings|begs me (?:to stay|not to go)|is in tears)"
    r" (?:when|whenever|every time|each time) (?:i|we) (?:leave|go|go home|have to go|get up to go|come away)"
)
_DYING_CARE = (
    rf"(?:{_PERSON} )?{_ALSO}(?:on (?:(?:the|a|end of life|palliative|comfort|liverpool) )*(?:pathway|end of life care"
    r"|comfort care|palliative care)|nil by mouth"
    r"|(?:not|hasnt|havent|isnt|arent) (?:been )?awake (?:much|a lot|very (?:much|often)|for long))(?: now"
    r"| these days)*"
    r"|(?:his|her|my|mums|dads) (?:mouth|lips|skin|eyes|tongue) (?:(?:is|are|s|get|gets|so|very|really|always|all"
    r"|a bit) )*"
    r"(?:dry|sore|cracked|itchy|flaky)(?: (?:now|all the time|at night))*"
)
_LET_ME_GO = (
    r"(?:(?:please|just|to|and|they|should|can|want|them|i|then|when (?:its|it is) (?:my |the )?time|when (?:the"
    r"|my) time"
    r" comes) )*let me go(?: (?:peacefully|quietly|gently|in peace|naturally|at home))*"
    r" when (?:its|it is|the|my)(?: (?:the|my))? time(?: comes)?"
)
_CHECKS = (
    r"i (?:(?:still|just|always|find myself) )*(?:keep|kept|keep on|am always)? ?(?:check|checking)"
    rf" (?:(?:if|that|whether|to see) )*{_PERSON}(?: is)? (?:still )?(?:breathing|alive|ok|there)"
    r"(?: (?:at night|in the night|all night|every \w+|all the time))*"
)
_REFUSES = (
    rf"{_PERSON} {_ALSO}(?:wont|refuses to|doesnt want to|wont let me) (?:take|have|give (?:him|her)) "
    r"(?:(?:his|her|the|a|any) )*(?:tablets?|meds|medication|medicines?|painkillers?|wash|bath|shower|shave)"
    r"(?: (?:for me|from me|from anyone|off me|now|any ?more|most days|at night|today))*"
)
_DEAD_TIRED = (
    r"(?:(?:i|im|am|were|we|are|she|shes|he|hes|is|absolutely|just|totally|so) )*dead on (?:my|our|his|her) feet"
)
_AT_THE_STOVE = (
    r"i (?:(?:just|only|also) )*(?:burnt|burned|cut|scalded|nicked|trapped) my (?:fingers?|thumb|hand)"
    r"(?: (?:a bit|again))* (?:on the (?:iron|oven|kettle|hob|grill|pan|tin|door|grater|toaster)"
    r"|(?:making|cooking|peeling|chopping|ironing|shutting|opening) (?:(?:his|her|the|a|my|our) )*"
    r"(?:tea|dinner|lunch|breakfast|veg|potatoes|spuds|carrots|onions?|tin|door|window|shirts?|toast|soup|supper)?)"
)
IN_CARE = (
    _DYING_CARE, _LET_ME_GO, _CHECKS, _REFUSES, _DEAD_TIRED, _AT_THE_STOVE,
    _NO_APPETITE, _AS_IT_WAS, _PUMP, _COVERS, _EGGED_ON, _SIGNED, _TREATED, _ENOUGH_OF, _UP_THE_WALL, _FLAT, _CRIES,
)  # fmt: skip

_DRINKS = (
    r"(?:(?:i|im|ive|am|been|was|know|think|that|have|started|probably|just|now|well|do|he|shes?|hes|mum|dad) )+"
    r"(?:drink|drinks|drinking|drank) (?:(?:far|way|a bit|much) )?(?:too much|a lot|more|most nights|heavily|alone"
    r"|every (?:night|day|evening)|on my own"
    r"|to (?:sleep|cope|forget|numb it|get (?:to sleep|through (?:it|the (?:day|night|evening)))))"
    r"(?: (?:than (?:i|he|she) (?:should|used to|did)|now|these days|wine|in the (?:evening|week)s?|at night"
    r"|on my own|of an evening|to (?:sleep|cope|forget)|since (?:he|she|they|mum|dad|it) (?:died|went|happened)"
    r"|since then|really))*"
)
_DOSE = (
    r"(?:(?:liquid|evening|morning|slow) )*(?:morphine|oramorph|meds|medication|medicines?|mst|patch|inhaler"
    r"|steroids?|insulin|dose)"
)
_TIME = (
    r"(?:this (?:morning|afternoon)|earlier|already|as (?:usual|normal|prescribed|told)|on time|before bed|first thing"
    r"|an hour ago|(?:after|with (?:my|his|her)) (?:tea|breakfast|lunch|dinner)"
    r"|(?:about |at )?(?:\d{1,2}|six|seven|eight|nine|ten|noon|lunchtime|teatime|bedtime)"
    r"(?: (?:am|pm|o ?clock|this morning))?)"
)
_I = r"(?:i|im|ive)"
_THEY = rf"(?:he|hes|she|shes|(?:{CALLED})s?|(?:my|our) (?:{KIN})s?)"
_WHAT = rf"(?:{_DOSE}(?: {_TIME})*|(?:{_DOSE}|tablets?|pills?|painkillers?|paracetamol)(?: {_TIME})+)"
_TOOK = (
    rf"(?:{_I} {_ALSO}(?:took|taken|take|had|have) my|{_THEY} {_ALSO}(?:took|taken|takes|had|has) (?:his|her)) {_WHAT}"
)
"""One's own. Tablets only at a time named: taken, and no more, they may be too many."""
WHOLE = re.compile("|".join((*IN_CARE, _DRINKS, _TOOK)))
"""Any of these, as a whole clause."""
