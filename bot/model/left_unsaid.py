"""A talk that was put off, bottled up or called morbid: its words sound dark, and harm nobody.

Phrases in lower case and without signs; the safety door sets them aside, and what is left is read. Standard library
only, for the engine reads them too.
"""

from bot.model.kin import CALLED, KIN

_OTHERS = rf"(?:he|she|they|people|everyone|everybody|{CALLED}|(?:my|our|the|his|her) (?:{KIN}|family|kids|children))"
_LEAD = (
    rf"(?:(?:i|ive|we|weve|id|im|were|have|had|has|been|be|keep|kept|keeps|just|always|only|really|well|so|honestly"
    rf"|to be honest|hes|shes|theyve|s|tend to|all|both|{_OTHERS}) )*"
)
_LATELY = (
    r"(?: (?:for (?:\w+ )?(?:ages|months|years|weeks|long|so long|too long|a while|a long time)|for so long"
    r"|for too long"
    r"|too long|so long|all this time|all these years|really|though|now|a bit|lately|long enough|a lot|again))*"
)
_TALKING = (
    r"(?:(?:having |starting )?(?:this|that|the) (?:talk|chat|conversation|subject)|it all|it|this|that|things"
    r"|everything"
    r"|all (?:of )?(?:it|this)|stuff|(?:talking|thinking|speaking)(?: (?:about|to|with|it|this|that|her|him|them"
    r"|things))*"
    r"|telling (?:them|him|her|people|anyone|everyone|(?:my|the) \w+)|asking|saying it)"
)
_PUT_OFF = rf"{_LEAD}put(?:ting|s)? (?:{_TALKING} off|off {_TALKING}){_LATELY}"
_AVOIDED = (
    rf"{_LEAD}(?:(?:tip ?toe(?:ing|d)?|skirt(?:ing|ed)?|danc(?:e|ing)|pussyfoot(?:ing)?) (?:round|around)"
    rf"|avoid(?:ing|ed)?|dodg(?:e|ing|ed)|duck(?:ing|ed)|shying away from|dread(?:ing|ed)?) {_TALKING}{_LATELY}"
    rf"|{_LEAD}bur(?:y|ies|ied|ying) (?:my|our|his|her|their) heads? in the sand{_LATELY}"
    rf"|{_LEAD}(?:chicken(?:ing|ed|s)?|bottl(?:e|ing|ed)) out(?: of {_TALKING})?{_LATELY}"
)
_KEPT_IN = (
    rf"{_LEAD}bottl(?:e|es|ed|ing) {_TALKING} up(?: inside)?{_LATELY}"
    rf"|{_LEAD}(?:{_TALKING} )?(?:all )?bottled up(?: inside)?{_LATELY}"
    rf"|{_LEAD}(?:keep|kept|keeps|keeping) {_TALKING} to (?:my|him|her|our|them)sel(?:f|ves){_LATELY}"
)
_WEIGHS = (
    r"(?:(?:its|it|this|that|thats|has|is|been|s|all|just|always|still|really|the (?:talk|conversation|chat)|things) )*"
    r"(?:hang(?:s|ing)?|weigh(?:s|ing)?|prey(?:s|ing)?|eat(?:s|ing)?|gnaw(?:s|ing)?)"
    r" (?:(?:over|on|away at|at|heavy|heavily) )+(?:me|us|him|her|my (?:mind|head|shoulders)|our heads|us all)"
    rf"(?: like a (?:dark |black |big )?(?:cloud|weight))?{_LATELY}"
)
_DARK = (
    r"(?:morbid|maudlin|gloomy|negative|dramatic|silly|daft|soft|miserable|macabre|pessimistic|ghoulish"
    r"|doom and gloom)"
)
_A_BIT = r"(?:(?:being|getting|be|sound|just|only|a bit|bit|so|too|all|very|really|quite|stop) )*"
_FOR_TALKING = (
    r"(?: (?:for|when i|if i|to|about) (?:(?:even|want|wanting|to|keep) )*(?:ask(?:ing)?|talk(?:ing)?|plan(?:ning)?"
    r"|think(?:ing)?"
    r"|bring(?:ing)?|mention(?:ing)?|say(?:ing)?|it|this|that)(?: (?:about|it|this|that|things|up|ahead|of))*)*"
)
_CALLED_MORBID = (
    rf"(?:and |but )?{_OTHERS} (?:(?:all|just|both|always|only) )*"
    r"(?:says?|said|thinks?|thought|reckons?|tells? me|told me|keeps? (?:on )?(?:saying|telling me)|calls? me"
    r"|called me)"
    rf" (?:(?:that|im|i am|its|it is|i was|this is|talking (?:about it|like this) is|dont|not to) )*{_A_BIT}{_DARK}"
    rf"{_FOR_TALKING}"
    rf"|(?:am i|is it|is this|is that|does (?:that|it)|i (?:dont|didnt) (?:want|mean) to|i know its|i know it is"
    rf"|sorry to"
    rf"|not to|sorry if its|maybe im|maybe its|i feel|it feels|it sounds|that sounds) {_A_BIT}{_DARK}{_FOR_TALKING}"
)
_NOT_HEARD = (
    rf"(?:(?:and|but|because|cos) )*{_OTHERS} (?:(?:just|really|still) )*"
    r"(?:(?:wont|will not|doesnt|dont|does not|would not|wouldnt|never|refuses to) (?:(?:ever|even|really) )?"
    r"lets?|stops|stopped) (?:me|us|anyone|anybody) (?:(?:talk|talking|speak|chat) about|mention|mentioning|bring up"
    r"|raise|discuss|say)"
    r" (?:(?:the|any of|all|my|his|her|our|their|own|about|what|happens|comes|after|when|of|is|im|i|we|the end"
    r"|end of life"
    r"|care|future|if) )*"
    r"(?:dying|death|die|dies|dead|gone|funerals?|wills?|wishes|plans?|coffin|burial|cremation|hospice|cancer"
    r"|illness|end"
    r"|future|care|it|this|that|things|stuff|word|words|after|next|comes next)"
    r"(?! (?:to|with|on|in front|unless|until|or)\b)(?: (?:at all|any ?more|properly|now|yet|though|ever|either))*"
)
"""Whoever may not talk to somebody is shut off; whoever may not talk of dying has a family that cannot bear it."""
LEFT_UNSAID = (_PUT_OFF, _AVOIDED, _KEPT_IN, _WEIGHS, _CALLED_MORBID, _NOT_HEARD)
