"""Tablets that somebody stopped for what they do to a body: "stopped my statins, they give me cramp".

Only with the reason beside them, and nothing else: tablets stopped for no reason may be a wish to die. Lower case and
without signs. Standard library only, for the engine reads it too.
"""

import re

_KIND = (
    r"(?:water|blood pressure|bp|iron|steroid|chemo|sleeping|sickness|anti ?sickness|calcium|reflux|stomach|cholesterol"
    r"|thyroid|arthritis|little|new|white|pain)"
)
_TABLETS = (
    rf"(?:{_KIND} )*(?:tablets?|tabs|pills?|meds|medication|medicines?|ones|statins?|steroids?|antibiotics?|laxatives?"
    r"|codeine|co ?codamol|tramadol|gabapentin|metformin|furosemide|bisoprolol|ramipril)"
)
_STOPPED = (
    r"(?:(?:i|ive|im|he|hes|she|shes|have|had to|has|just|often|sometimes|also|honestly|well) )*"
    r"(?:stop(?:ped|s)?(?: (?:takin|taking|having))?|c[oa]me off|given up(?: on)?|gave up(?: on)?|not (?:takin|taking)"
    r"|(?:dont|doesnt|wont|cant) (?:always )?take|skip(?:s|ped)?|miss(?:ed)?|left off|leave off|cut (?:down|back) on"
    r"|(?:havent|hasnt) been (?:takin|taking))"
    rf" (?:(?:my|his|her|the|those|these|them|some of|a|that) )*{_TABLETS}(?: (?:for now|a week ago|last week|today"
    rf"|again))*"
)
_EFFECT = (
    r"(?:wee|pee|widdle|sick|nauseous|dizzy|giddy|sleepy|drowsy|tired|groggy|dopey|constipated|bloated|gassy|itch\w*"
    r"|rash|cramps?|headaches?|heartburn|runs|diarrhoea|cough(?:ing)?|dry mouth|loo|toilet|awake|fat|puffy|shaky|wobbly"
    r"|hungry|sweaty|wind|bad (?:stomach|tummy|guts)|stomach ache|tummy ache)"
)
_OF_THE_BODY = (
    r"(?: (?:the|a|me|my|so|too|a bit|all|really|feel|feeling|to|go|going|run|running|in|on|at|up|down|and|or|want|need"
    r"|wet myself|every|five minutes|night|day|time|all the time|all night|all day|face|legs|tummy|stomach|bad"
    r"|bunged))*"
)
_WHY = (
    r"(?:(?:because|cos|coz|as|since|and|they|it|the|that|theyre|its|these|those|just|always|only|was|were|are|is) )*"
    rf"(?:(?:mak(?:e|es|ing)|made|giv(?:e|es|ing)|gave|keep(?:s|ing)?|kept|send(?:s|ing)?|sent|left|leav(?:e|es|ing)"
    rf"|get(?:s|ting)?) (?:me|him|her|my)\b{_OF_THE_BODY} {_EFFECT}{_OF_THE_BODY}"
    r"|bung(?:s|ed)? (?:me|him|her) up|upsets? my (?:stomach|tummy|guts)"
    r"|(?:im |i am |i was |was |forever |always )*(?:up (?:and )?down|back (?:and )?forth|running|never off|in and out)"
    rf"(?: all night| all day)? (?:to |of )?the (?:loo|toilet){_OF_THE_BODY}|(?:im |i get |i was )?constipated)"
)
_GOING_OUT = (
    r"(?:when|if|before) (?:im|i am|i|we|were|i have to|ive got to) (?:go(?:ing)? )?(?:out|anywhere"
    r"|to (?:the )?\w+)"
)
_FOR_A_REASON = re.compile(rf"{_STOPPED}(?: (?:{_WHY}|{_GOING_OUT}))+")


def stopped_for_a_reason(clauses: list[str]) -> bool:
    """Say whether these clauses tell, and tell only, of tablets left off and of what they did to a body."""
    return _FOR_A_REASON.fullmatch(" ".join(clauses)) is not None
