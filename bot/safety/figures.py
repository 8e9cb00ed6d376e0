"""Words of harm that are a manner of speaking, a family that cannot agree, a day that does not suit, a baby held.

Patterns of words that are set aside, in lower case and without signs; bot/safety/set_aside.py reads what is left.
"""

import re

from bot.model.in_care import IN_CARE
from bot.model.kin import CALLED, KIN
from bot.model.left_unsaid import LEFT_UNSAID
from bot.safety.long_illness import BREATHLESS_ON_EFFORT, BREATHLESS_ON_OXYGEN

_HER = rf"(?:him|her|them|{CALLED}|(?:my|our) (?:{KIN}))"
_SIBLINGS = (
    r"(?:(?:(?:my|our|the|his|her|all|both|two|three) )*(?:brothers?|sisters?|siblings|kids|children|family|sons"
    r"|daughters|lot)|they|we)(?: and (?:me|i|my (?:brother|sister)))?(?: (?:all|both|just|still))*"
)
_STABBED = (
    r"stabbed (?:me|us|him|her|mum|dad) in the back (?:over|about|after i|by (?:selling|telling|taking|going)|with the"
    r" (?:will|house|money)|behind my)(?: (?:the|my|mums?|dads?|his|her|our|of|house|will|money|inheritance|funeral"
    r"|ashes|care|flat|ring|jewellery|estate|everything|it))*"
)
_OVER_AND_DONE = (
    r"(?:(?:and|but|he|she|ive|hes|shes|theyve|s|ve|has|have|already|i|dad|mum|(?:my|our) \w+) )*had (?:his|her|my|two"
    r"|three"
    r"|several) (?:(?:own|first|big|last|little|mini) )*(?:heart attacks?|strokes?|bypass(?:es)?|stents?)"
    r"(?:(?: and| ,)* (?:his|her|my|a) (?:triple |double |quadruple )?(?:bypass|stents?|pacemaker|valve|operation))*"
    r"(?: (?:years ago|in \d{4}|last year|\w+ years (?:ago|back)))?(?: (?:and )?now this)?"
)
_TOO_MUCH_OF = (
    r"(?:(?:i|ive|we|he|hes|she|shes|they|has|have|mum|dad|(?:my|our|the) \w+) )*(?:over ?dosed|ods?|o ?dd) on"
    r" (?:(?:the|too much|all that|all the|easter|christmas|and|her|his|my) )*"
    r"(?:chocolates?|cake|cakes|biscuits|sweets|crisps|turkey|pudding|cheese|ice cream|tea|telly|tv|netflix|football"
    r"|mince pies|carbs|sugar|christmas|sun|news|soaps|bingo|knitting|quality street)"
    r"(?: (?:and (?:chocolate|cake|biscuits|sweets|telly|tv|football)|(?:at|over|every|last) (?:easter|christmas|the"
    r" weekend|xmas|new year)))*"
)
_SHOOT_ME = (
    rf"(?:(?:he|she|{CALLED}|(?:my|our) (?:{KIN})) )?(?:(?:always|just|jokes?|joked|says?|said|saying|used to say|used"
    r" to joke|that|and|would say|goes) )+(?:(?:just|you can|please|they can) )*"
    r"(?:take me out(?: (?:the )?back)?(?: to (?:the )?\w+)? and )?shoot me"
    r" (?:when|whenever|if|every time) (?:(?:the|that|his|her|mums?|this) \w+(?: \w+)? ?(?:is|are|s|comes?|goes)? ?on"
    r"|i (?:ever )?(?:get|go|end up|become|turn|start) (?:like (?:that|this|him|her|them)|that way|doolally|senile|gaga"
    r"|old|in a home|forgetful|bald|fat|dribbling)|i (?:ever )?lose my (?:marbles|mind|keys|teeth)"
    r"|\w+ (?:loses?|wins?|sings?|rings?))"
)
_WILL_IT = (
    r"(?:(?:and|but|so|im|i|scared|worried|afraid|wondering|if|that|do you think|know|dont) )*"
    r"(?:is|will|does|did|could|can|would) (?:(?:the|a|this|that|her|his|having) )*"
    r"(?:syringe driver|driver|morphine|midazolam|drip|oxygen|patch|painkillers?|chemo|hospice)"
    rf" (?:(?:going|gonna|to|just|end up|be|what) )*(?:kill|kills|killed|killing|finish) {_HER}"
    r"(?: (?:off|quicker|faster|sooner))*"
)
_BLAMED_FOR_IT = (
    rf"(?:(?:(?:my|our|his|her) \w+|they|he|she|{CALLED}|people) (?:(?:keeps?|just|always) )*"
    r"(?:says?|said|saying|thinks?|reckons?)(?: that)? |i feel like |it feels like |am i |are we )"
    rf"(?:im|i am|i was|were|we are|we were)? ?killing {_HER}"
    r" (?:by|with|because of)(?: (?:giving|letting|having|agreeing|him|her|them|have|to|the|a))*"
    r" (?:morphine|oramorph|driver|syringe driver|midazolam|drugs|medicines?|painkillers?)"
)
_DAYS = (
    r"(?:(?:on|this|next|every|the|at) )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|week|month|bank"
    r" holiday|christmas|(?:\d{1,2}|first|second)(?:st|nd|rd|th)?(?: of \w+)?|half term)"
    r"(?: (?:morning|afternoon|evening|lunch\w*|or \w+days?|now|at all|either))*"
)
_NOT_THAT_DAY = (
    rf"(?:(?:and|but|no|sorry) )*(?:he|she|they|we|i|{CALLED}|(?:my|our) (?:{KIN})|[a-z]+)"
    r" (?:cant|cannot|couldnt|can only|isnt able to) (?:do|make|manage|come|be there|get here|get there|come over)"
    rf" {_DAYS}"
)
_LET_US_HOLD = (
    r"(?:and )?(?:they|the (?:nurses?|midwi\w+|staff|hospital|hospice|doctors?|team|undertakers?|funeral \w+))"
    rf" (?:(?:only|just|even|did|all) )*let (?:us|me|(?:my|our|his|her) (?:{KIN}|boys?|girls?|kids|children)|{CALLED})"
    r" (?:(?:just|all|both|only) )*(?:hold|bath|bathe|wash|dress|keep|see|cuddle|kiss|stay with|sit with|name"
    r"|say goodbye to)"
    rf" (?:{_HER}|it|(?:my|our|the) (?:baby|boy|girl|little \w+|son|daughter))"
    r"(?! (?:down|back|under|up|hostage|against|still|tight|by))"
    r"(?: (?:for (?:\w+ ){0,3}(?:hours?|while|bit|time|night|minutes|ages|long)|all night|overnight|afterwards|after"
    r"|once|one (?:last|more) time))*"
)
_WHY_I_CAME = (
    r"(?:(?:hi|hello|im|i am|to be honest|honestly|well|just|um|and|but) )*"
    r"(?:not (?:(?:really|quite|even|too|all that|entirely) )*sure (?:why (?:im|i am|i came|ive come)(?: (?:on|come"
    r"|come on|doing))?"
    r" (?:here|on here|this)|why i (?:came|clicked|opened this|logged on)|what im doing on here)"
    r"|(?:dont|do not) (?:(?:really|even) )?know (?:why|what) (?:im|i am|i|ive) (?:(?:even|doing|come|came|talking"
    r"|writing|clicked) )*(?:on here|on this|doing this|to a (?:computer|machine|bot)))"
    r"(?! (?:any|still|alive|left|on (?:this )?earth|in this world))(?: (?:really|tbh|to be honest|even))*"
)
_LOST_THE_PIN = (
    r"(?:(?:i|ive|he|hes|she|shes|they|theyve|have|has|think|we|weve) )*(?:lost|forgotten|forgot|mislaid|cant find"
    r"|cant remember|deleted|threw away|thrown away) (?:(?:the|my|his|her|their|that|this) )*"
    r"(?:pin|link|code|password)(?: (?:number|code|thing|again|for it|for the (?:page|link)|to it|you gave me))*"
)
_NOT_MUCH_NOW = (
    r"(?:(?:and|but|he|she|they|i|mum|dad|(?:my|our) \w+) )+(?:cant|cannot|can hardly|can barely|doesnt|dont)"
    r" (?:really )?(?:speak|talk|walk|swallow|write|see|hear)"
    r" (?:(?:that |very |so |too )?(?:much|well|far)|these days)(?: (?:now|any ?more|these days|of late))*"
)
"""How somebody is by now. Without "much" or the like it may have come just now."""
_SAYS_IT_OTHERWISE = (
    rf"(?:(?:and|but|he|she|they|i|{CALLED}|(?:my|our) (?:{KIN})) )*(?:cant|cannot|can no longer|doesnt|no longer can)"
    r" (?:speak|talk)(?: (?:any ?more|now|at all))*(?: ,)?(?: (?:and|but|so|he|she|i|they|we|just|only|now))*"
    r" (?:blinks?|uses?|writes?|points?|nods?|spells?|types?|signs?|squeezes?|mouths|looks)"
    r"(?: (?:it|out|down|for|yes|and|or|no|with|to|at|on|his|her|my|the|an?|eyes?|eye gaze|letters?|words?|board|cards?"
    r"|ipad|tablet|phone|pad|machine|whiteboard|things|what|wants|hands?|once|twice|thumbs? up|finger|head|us|me"
    r"|answer|instead))*"
)
"""Speech that is gone, and how it is said now: they have learned it, so it did not go today."""
_A_SIGN_FOR_YES = (
    rf"(?:(?:and|but|i|ive|he|hes|she|shes|has|have|{CALLED}|(?:my|our) (?:{KIN})) )*had (?:a|his|her"
    rf"|another) (?:\w+ )?stroke"
    r"(?: (?:(?:in|last|at|years?|months?|ago|back|a|\d{4}|few|two|three|four|five|june|march|spring|summer|autumn"
    r"|winter"
    r"|christmas|easter) ?)*)?(?: ?,)?(?: (?:and|so|but|he|she|now|just|only|can|cant|cannot|no longer|doesnt|speak"
    r"|talk|,))*"
    r" (?:(?:blinks?|nods?|squeezes?|winks?|thumbs up|lifts?|taps?|looks|moves?|raises)"
    r"(?: (?:once|twice|my|his|her|the|a|an?|eyes?|eyelids?|head|hand|hands|finger|fingers|thumb|up|down))* "
    r"(?:for |means )?(?:a )?(?:yes|no)\b(?: (?:and|or|once|twice|for|means|yes|no))*"
    r"|(?:uses?|using|points? (?:at|to)|types? on|spells? (?:it )?(?:out )?(?:on|with)) (?:(?:a|an|the|his|her|with"
    r"|my) )*"
    r"(?:letter |picture |spelling |alphabet |communication |white )?(?:boards?|cards?|ipad|tablet|eye gaze|letters"
    r"|pictures|whiteboard|words))"
)
"""Somebody who has a sign for yes has had time to agree on one. What came today is told with a word more."""
_LONG_SINCE = (
    r"(?:since (?:last )?(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|christmas|easter|spring|summer|autumn|winter|year|birth|(?:19|20)\d\d)"
    r"|since (?:i|he|she) was (?:\w+ )?(?:born|little|young|\d+)|(?:months|years) now|for years"
    r"|for (?:(?:about|nearly|over|a few|many|several|some|the last|the past|\w+) )*(?:months|years|a year))"
)
_FOR_LONG = (
    rf"(?:(?:and|but|i|he|she|they|{CALLED}|(?:my|our) (?:{KIN})) )*"
    r"(?:cant|cannot|couldnt|(?:havent|hasnt|not) been able to|has not|have not|hasnt|havent)"
    r" (?:(?:really|properly|even|been) )*"
    r"(?:moved?|feel|felt|used?|walk|walked|speak|spoken|talk|talked|stand|swallow|swallowed|see|hear)"
    r"(?: (?:(?:my|his|her|both|the) )*(?:legs?|arms?|hands?|feet|left side|right side|down one side|properly|at all"
    rf"|much|far))? {_LONG_SINCE}"
)
"""What a body has not done for months. In weeks it may still be urgent."""
_GETS_BREATHLESS = rf"(?:(?:and|i|he|she|who|mum|dad) )*gets? {BREATHLESS_ON_EFFORT}"
_ROUND = (
    r"(?:my|the|a|an|any|another|morning|early|cup of|round|blood)* ?(?:teas?|coffee|breakfast|lunch|dinner|supper"
    r"|meals?|food|toast|drinks?|obs|observations|tablets?|pills?|medicines?|medication|meds|visitors?|wash|washing|bath"
    r"|shower|bloods|pressure|turning|checks?)"
)
_A_TIME = (
    r"(?:(?:about|half past|quarter past|quarter to) )*"
    r"(?:\d{1,2}(?: ?[ap]m)?|five|six|seven|eight|nine|ten|eleven|noon)"
)
_LET_ME_SLEEP = (
    r"(?:(?:please|staff|carers|nurses|could|would|rather|prefer|prefers|like|hate|id|i|you|people|it|do|dont|not|to|at)"
    r" )*(?:wake me|be(?:ing)? woken)(?: up)?(?:"
    rf"(?: just)? (?:for|with) {_ROUND}(?: round)?| (?:before|at|until|till) {_A_TIME}(?: oclock)?(?: for {_ROUND})?"
    r"| (?:before|until|till) (?:the (?:nurses?|doctors?|carers?) comes?|(?:breakfast|lunch)(?:time)?)"
    r"| (?:too )?(?:early|suddenly|roughly|abruptly)|(?: just)? to (?:take|turn|wash|change|check|weigh|move) (?:me|my)"
    r"(?: (?:blood pressure|temperature|bloods|sheets|bed|pad|dressing|over))?"
    rf"| (?:at|in|during the) night (?:to turn me|(?:just )?for {_ROUND}|unless i (?:need|ask)(?: (?:turning|for|it|to"
    r"|my|help|tablets))*)"
    r"| (?:if|when|while) i ?a?m (?:asleep|sleeping|napping|dozing|resting) (?:in|on|after) (?:the|my|a)?"
    r" ?(?:chair|sofa|bed|lunch|dinner|afternoon|garden))(?! (?:again|ever|any|because|so)\b)"
)
"""What to wake somebody for, when or how. Not to wake at all, tomorrow or ever again is another matter."""
FIGURES = (
    _LET_ME_SLEEP,
    *LEFT_UNSAID,
    _A_SIGN_FOR_YES,
    BREATHLESS_ON_OXYGEN,
    _SAYS_IT_OTHERWISE,
    _FOR_LONG,
    _GETS_BREATHLESS,
    _LOST_THE_PIN,
    _NOT_MUCH_NOW,
    _STABBED,
    _OVER_AND_DONE,
    _TOO_MUCH_OF,
    _SHOOT_ME,
    _WILL_IT,
    _BLAMED_FOR_IT,
    _NOT_THAT_DAY,
    _LET_US_HOLD,
    _WHY_I_CAME,
    *IN_CARE,
)

_WISH_FOR = (
    r"(?:everything (?:done|tried|possible)|(?:all )?(?:more|every|another|no more|any) (?:\w+ )?(?:chemo|treatments?"
    r"|tests|hospital|tubes)|(?:to )?(?:let|leave) (?:her|him|mum|dad|nan|gran|grandad) (?:go|be|in peace|rest|stay"
    r"|alone)|(?:let|stop|keep|carry|fight|try|bring|move|put) (?:\w+ ){0,2}(?:going|it all|on|fighting|everything|home"
    r"|in a home|treatment|chemo)|(?:her|him|mum|dad|nan) (?:(?:to|go|stay|be|come|kept|in|at|a|the) )*(?:home|hospice"
    r"|hospital|comfy|comfortable)|the opposite|otherwise|it(?:s)? (?:too soon|time)|(?:different|other) things?)"
)
_WANTS = (
    r"(?:(?:my|our|the|his|her|and|but|while|then) )*(?!(?:i|we|you|it|he|she|that|who|and|but|dad|mum)\b)[a-z]+"
    r" (?:wants?|wanted|says?|said|thinks?|thought|reckons?|keeps saying|would rather|prefers?|insists?|hopes)"
    rf" (?:(?:to|that|we|them|they|should|for|the|doctors?|us|just|all|on|have) )*{_WISH_FOR}"
)
_COMFY = (
    rf"(?:and |but )?(?:i|we) (?:(?:just|only|really|all) )*want {_HER} (?:to be )?(?:comfy|comfortable|peaceful"
    r"|at peace"
    r"|out of pain|settled|cosy|calm|looked after|home|not (?:to suffer|in pain|suffering))"
)
_DISAGREE = (
    rf"{_SIBLINGS} (?:(?:want|wants|say|says|think|thinks) (?:(?:very|totally|completely|all|such) )*"
    r"(?:different|opposite) things|(?:cant|cannot|dont|wont|never|will never) (?:seem to )?agree"
    r"(?: (?:on|about|what|where|how|anything|it|to do|is|best|care|mums?|dads?|her|his|for|a|home|the|with))*"
    r"|(?:(?:are|is|keep|been|always) )*(?:at odds|disagree(?:ing)?|not agreeing|pulling (?:in )?different ways)"
    r"(?: (?:about|over|on)(?: (?:mums?|dads?|her|his|the|care|home|treatment|it|what|to|do))*)?)"
)
WISHES = re.compile("|".join(rf"\b(?:{each})\b" for each in (_WANTS, _COMFY, _DISAGREE)))
"""What each of a family wants for the one who is ill."""
DISAGREES = re.compile(rf"\b{_DISAGREE}\b")
