"""Care that is in hand, and what is said of it: a pump set up, a dose as prescribed, a treatment that somebody stops.

Whoever reads only meaning may take it for danger. Each is a whole clause, in lower case and without signs; what may be
danger by itself (a fall, no food or drink, a rattle) counts only where it is said beside it that all is well, or that
a nurse told them of it. Standard library only, for the engine reads it too.
"""

import re

from bot.model.in_care import WHOLE
from bot.model.kin import CALLED, KIN

_PERSON = (
    rf"(?:he|hes|she|shes|i|im|ive|they|theyre|theyve|(?:the )?(?:{CALLED})s?"
    rf"|(?:my|our|his|her|the|a|one) (?:{KIN}|man|lady|woman|gentleman|chap|client|patient|resident)s?)"
)
_ALSO = (
    r"(?:(?:just|still|also|now|always|often|really|is|am|are|s|ve|has|have|had|been|was|went|got|much|very|quite|so"
    r"|all|more|a lot|bit|looks|seems|feels|doing|keeping|nice and|pretty|perfectly) )*"
)
_WHEN = (
    r"(?: (?:now|today|tonight|this (?:morning|afternoon|evening|week)|yesterday|last (?:night|week|month)|on \w+day"
    r"|(?:a )?(?:few |couple of )?(?:hours?|days?|weeks?) ago|at (?:last|home|night)|again|since(?: then)?"
    r"|for (?:him|her"
    r"|me|mum|dad)|by the (?:district )?nurses?|thank (?:god|goodness)|thanks|and))*"
)
_PUMP = r"(?:syringe (?:driver|pump)|driver|pump|syringe driver pump)"
_THE = r"(?:the|a|his|her|my|mums|dads|nans)"
_WORKED = (
    r"(?:set up|set it up|put in|put up|started|fitted|sited|resited|changed|refilled|topped up|running|in|on"
    r"|working)"
)
_PUMP_IN_USE = (
    rf"{_THE} {_PUMP} {_ALSO}{_WORKED}{_WHEN}"
    rf"|(?:the |a |district |two )*(?:nurses?|doctor|hospice|they|theyve|palliative team) {_ALSO}"
    rf"(?:came (?:and|to) )?(?:set|put|start|started|fitted|changed|set up|put up|put in) (?:up )?{_THE} {_PUMP}"
    rf"(?: (?:up|in|on))*{_WHEN}"
    rf"|{_PERSON} {_ALSO}(?:put )?(?:on|has|got) (?:a|the|his|her) {_PUMP}{_WHEN}"
)
_MEDICINE = (
    r"(?:(?:liquid|slow release|low dose|an?|a bit of|some|my|his|her|the|regular) )*"
    r"(?:morphine|oramorph|mst|zomorph|oxycodone|oxynorm|fentanyl(?: patch(?:es)?)?|patch(?:es)?|buprenorphine"
    r"|midazolam"
    r"|painkillers|pain relief|paracetamol|codeine|gabapentin|pregabalin)"
)
_FOR_PAIN = (
    r"(?:for (?:(?:my|his|her|the|any|bad|breakthrough|cancer|back|bone|nerve|night|when (?:the|my)) )*"
    r"(?:pain|pains|aches|breathlessness|comes back)"
    r"|every (?:\w+|\d+) hours?|(?:once|twice|three times|four times) (?:a|every) day|as (?:prescribed|directed"
    r"|needed"
    r"|usual)|when (?:needed|i need it|he needs it|she needs it)|regularly|round the clock)"
)
_TREATED_FOR_PAIN = rf"{_PERSON} {_ALSO}(?:on|takes?|have|has|had|got|given|using|uses?) {_MEDICINE}(?: {_FOR_PAIN})+"
_TREATMENT = (
    r"(?:(?:the|my|his|her|having|any|all|more|further|life prolonging|active) )*(?:dialysis|chemo|chemotherapy"
    r"|radiotherapy"
    r"|immunotherapy|treatments?|transfusions|blood transfusions|tube feeding|peg feeds?|cancer treatment"
    r"|hospital visits)"
)
_DECIDES = (
    rf"{_PERSON} {_ALSO}(?:(?:decided|chosen|choosing|agreed|opted|going|deciding|made (?:my|his|her"
    rf"|the) (?:mind up|decision"
    r"|choice)|thinking(?: of| about)?|want|wants|wanted|asked|ready) )+(?:(?:not )?to |against |for )?"
    r"(?:stop|stopping|come off|coming off|have|having|start|starting|refuse|end|ending|give up|go on with|go without"
    rf"|no|not have)? ?(?:no |not )?{_TREATMENT}{_WHEN}(?: any ?more)?"
    rf"|{_PERSON} (?:(?:really|just) )*(?:dont|doesnt|do not|does not) want (?:to have "
    rf"|to go on with )?{_TREATMENT}{_WHEN}"
    rf"|{_PERSON} {_ALSO}(?:stopping|coming off|finishing|stopped|finished|come off) {_TREATMENT}{_WHEN}"
)
_BLEEDS_EASILY = (
    rf"{_PERSON} {_ALSO}(?:bleed|bleeds|bruise|bruises|bleeding|bruising) (?:(?:very|so|really"
    rf"|quite) )*(?:easily|easy)"
    r"(?: (?:because of|cos of|due to|from|with|on|thanks to) (?:(?:the|my|his|her|all|these) )*(?:warfarin"
    r"|blood thinners?|thinners|apixaban|clopidogrel|aspirin|steroids|low platelets|platelets|chemo|tablets|meds))?"
)
_GUILT = (
    r"(?:i )?(?:(?:just|keep|kept|always|cant|stop|help|still|do|feel|like|thinking|think|telling|myself|that"
    r"|wish|as if"
    r"|if|only|wondering) )*(?:i|we|id|wed) (?:(?:shouldve|couldve|(?:should|could|ought to) (?:have|of|ve)|had"
    r"|really) )+"
    r"(?:known|noticed|seen it(?: coming)?|seen the signs|spotted (?:it|the signs)|realised|guessed"
    r"|listened(?: more)?"
    r"|asked(?: more)?|said (?:something|more)|done more|pushed harder|acted sooner|visited more|picked up on it"
    r"|(?:rung|called|phoned|taken (?:him|her|it)) \w+(?: \w+){0,3} (?:sooner|earlier))(?: (?:sooner|earlier"
    r"|really))*"
)
"""What was not seen in time. To have gone too is another matter."""
_SHORT_OF_MONEY = (
    rf"(?:{_PERSON}|lady|man|woman|gentleman|chap|client|couple|family|neighbour|widow|pensioner)"
    r"(?: (?:with|has|who has|living with|in|near|from|i visit|i see) \w+(?: \w+)?)?"
    r" (?:(?:who|that|is|are|just|really|also|now|s) )*(?:cant|cannot|can not|can hardly|struggles?(?: to)?"
    r"|struggling(?: to)?|unable to|worried about|behind|not able to)"
    r" (?:(?:pay|paying|afford|affording|manage|with|on|for|keep up with|put|the|her|his|their|to) )*"
    r"(?:heating|bills?|rent|gas|electric(?:ity)?|food|energy|fuel|council tax|debts?|mortgage"
    r"|shopping)(?: (?:on|bills?))*"
)
_THERAPIST = (
    r"(?:speech (?:and language )?(?:therapist|therapy|team)|salt(?: team)?|swallow(?:ing)? (?:team|test|nurse)"
    r"|dietician|dietitian)"
)
_CHOKED = re.compile(
    rf"{_PERSON} (?:(?:s|has|have|had|ve|just|also|often|sometimes) )*(?:been choking|chokes|was choking"
    rf"|started choking)"
    r"(?: (?:a bit|a lot|more|quite|on|at|his|her|my|the|some|food|drinks?|meals?|meat|dinner|tea|water|lately"
    r"|often))*"
)
"""Whoever "is choking" chokes now."""
_SWALLOW_SEEN_TO = re.compile(
    rf"(?:(?:we|they) (?:had|saw|sent|got|have) )?(?:the |a )?{_THERAPIST}"
    r"(?: (?:is|are|has|have|just|already|came|come|coming|been|saw|seen|visited|assessed|checked|looked at"
    r"|said|him|her|me"
    r"|us|it|out|round|to|see|today|yesterday|this week|last week|on \w+day|tomorrow|soft|diet|thickened"
    r"|thickener|drinks))*"
)
_NEXT = re.compile(r" so (?=(?:the|a|we|they|speech|salt|swallow\w*|dieti\w+)\b)")
_IN_HAND = (_PUMP_IN_USE, _TREATED_FOR_PAIN, _DECIDES, _BLEEDS_EASILY, _GUILT, _SHORT_OF_MONEY)
_SETTLED = re.compile("|".join(_IN_HAND))

_WELL = re.compile(
    rf"(?:{_PERSON} )?{_ALSO}(?:settled|comfy|comfortable|peaceful|calm|pain free|not in (?:any )?pain|no pain"
    r"|well looked after|content|ok|okay|fine|all ?right|better|none the worse|no harm done|recovered|on the mend"
    rf"|himself again|herself again|back on (?:his|her|my) feet|up and about){_WHEN}"
)
_FELL_THEN = re.compile(
    rf"{_PERSON} {_ALSO}(?:(?:a|little|bad|nasty|another) )*(?:fell|falls?|fallen|tumble)(?: (?:over|down"
    rf"|at home|in the"
    r" (?:garden|bathroom|kitchen|night)))* (?:last (?:week|month|year|weekend)|on \w+day|(?:a (?:few "
    r"|couple of )?|\w+ )?"
    r"(?:days|weeks?|months?) ago|the other (?:day|week))"
)
_WAS_EXPECTED = re.compile(
    r"(?:which |as |and |but )?(?:the |our |her |his |district |palliative |hospice )*(?:nurses?|doctors?|gp"
    r"|hospice|they"
    r"|theyd|team|consultant|book|booklet|leaflet|we were|weve been|we have been|i was)"
    r" (?:(?:did|has|have|had|all|already|just) )*(?:says?|said|told|warned|explained|reckons?|tells|expects?"
    r"|expected)"
    r"(?: (?:us|me|that|to|it|its|is|was|this|thats|would|might|may|could|will|happen|be|all|quite|perfectly"
    r"|come|expected"
    r"|expect|normal|natural|part of it|part of dying|do|about|what|happens|like that|the end))*"
)
_SIGN_OF_DYING = re.compile(
    rf"{_PERSON} {_ALSO}stopped (?:eating|drinking|taking (?:food|fluids))(?: or drinking)?{_WHEN}|drinking{_WHEN}"
    rf"|{_PERSON} (?:isnt|is not|not) (?:eating|drinking)(?: or drinking)?(?: (?:any ?more|much))*{_WHEN}"
    r"|(?:his|her|mums|dads|nans|the) (?:breathing|breath|chest)"
    r" (?:(?:is|s|has|have|gone|got|going|become|getting|started|sounds|sounding|a bit|very|all|quite|to) )*"
    rf"(?:rattl(?:y|ing|e)|gurgl(?:y|ing|e)|nois(?:y|ier)|slow(?:er)?|shallow(?:er)?){_WHEN}"
)


def is_told_as_well(clauses: list[str]) -> bool:
    """Say whether a fall of some days ago is told with how well all is, a sign of dying as expected."""
    clauses = [part for clause in clauses for part in _NEXT.split(clause)]
    choked = [clause for clause in clauses if _CHOKED.fullmatch(clause)]
    seen_to = [clause for clause in clauses if _SWALLOW_SEEN_TO.fullmatch(clause)]
    fell = [clause for clause in clauses if _FELL_THEN.fullmatch(clause)]
    signs = [clause for clause in clauses if _SIGN_OF_DYING.fullmatch(clause)]
    well = [clause for clause in clauses if _WELL.fullmatch(clause)]
    expected = [clause for clause in clauses if _WAS_EXPECTED.fullmatch(clause) and "not " not in clause]
    named = (fell and well) or (signs and expected) or (choked and seen_to)
    told = (choked, seen_to, fell, signs, well, expected)
    return bool(named) and sum(len(each) for each in told) == len(clauses)


def is_in_hand(clauses: list[str]) -> bool:
    """Say whether these clauses, all of them, tell of care that is in hand, or of somebody who is well with it."""
    settled = [clause for clause in clauses if _SETTLED.fullmatch(clause)]
    rest = [clause for clause in clauses if not _SETTLED.fullmatch(clause)]
    return bool(settled) and all(_WELL.fullmatch(clause) or WHOLE.fullmatch(clause) for clause in rest)
