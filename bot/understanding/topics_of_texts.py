"""Whether a question speaks of what a text is about, so that no text is given on a weak guess; and what follows one up.

What a guess has to go by: the language model is sure, or a word of the question belongs to the topic.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.understanding.asking import is_question
from bot.understanding.commands import plain
from bot.understanding.done import GOING_THERE

LEAST_WITHOUT_A_WORD: Final = 0.6
"""How sure of one intent the language model must be, where no word of its topic is there."""
_TOPICS: Final = {
    "ask_how_to_start_talking": r"talk\w*|sa(?:y|ying)|tell\w*|told|conversation|chat|subject|mention\w*"
    r"|bring (?:it|this|that)"
    r"|raise|broach|discuss\w*|speak\w*|words|ask\w*|start\w*|begin\w*|open up|listen\w*",
    "ask_talk_to_children": r"tell\w*|told|say|saying|talk\w*|expla\w+|know|knows|understand\w*|ask\w*|see"
    r"|come|visit\w*|funeral"
    r"|school|prepar\w*|hide|honest|truth|words|age|old|book|heaven|sleep|answer\w*",
    "ask_advance_care_planning": r"plan\w*|wish\w*|advance\w*|writ\w*|future|ahead|document\w*|form"
    r"|record\w*|want|acp|statement"
    r"|notes|decid\w*|decision\w*",
    "ask_adrt": r"refus\w*|adrt|living will|advance\w*|directive|treatment\w*|stop|turn\w* off|say no"
    r"|dont want|machine|ventilat\w*"
    r"|tube|feed\w*|antibiotic\w*|life support|binding|witness\w*|sign\w*|keep me (?:alive|going)",
    "ask_lpa": r"attorney|lpa|poa|decid\w*|decision\w*|behalf|sign\w*|speak for|capacity|guardian|deput\w+"
    r"|next of kin|in charge"
    r"|legal\w*|solicitor|proxy|marbles|say so|any say|overrule|court|power|donor|register\w*|trust\w*|choose for",
    "ask_cpr": r"cpr|dnacpr|dnar?|dnr|resus\w*|respect|heart|restart\w*|revive|bring (?:me|him|her) back"
    r"|pump\w*|paddles|shock\w*"
    r"|chest|ribs|purple|lilac|jump\w*|breath\w*|alive",
    "ask_place_of_care": r"home|hospice|hospital|ward|care|nursing|bed|where|place|room|stay\w*|move\w*"
    r"|house|looked after|transfer\w*"
    r"|discharg\w*|equipment|respite|in patient|flat|upstairs|downstairs",
    "ask_what_to_expect": r"die|dies|dying|death|end|ends|last|final|near\w*|expect\w*|stages?|signs?"
    r"|stop\w*|breath\w*|eat\w*|drink\w*"
    r"|sleep\w*|hear\w*|long|soon|time|weeks|days|hours|months|body|feet|hands|cold|skin|colou?r|rattl\w*"
    r"|restless\w*|confus\w*|grie\w+"
    r"|pain\w*|hurt\w*|worse|happen\w* (?:to (?:him|her|them|my \w+)|when|next|at|in|after|with)|like|look"
    r"|know|normal",
    "ask_comfort": r"pain\w*|hurt\w*|comfort\w*|suffer\w*|sick\w*|breath\w*|symptom\w*|itch\w*|sore"
    r"|agitat\w*|morphine|driver|syringe"
    r"|pump|drugs?|medic\w*|nausea|constipat\w*|mouth|restless\w*|sedat\w*|eas\w+|relie\w+|palliative|drowsy"
    r"|cough\w*|settle\w*",
    "ask_out_of_hours": r"night\w*|weekend\w*|evening|ring|call|phone|hours|bank holiday|christmas|sunday"
    r"|saturday|111|doctor|nurse\w*"
    r"|am|pm|number|closed|help|who",
    "ask_carer_support": r"car(?:e|er|ers|ing)|look\w* after|respite|break|help|support|tired|sitter|sitting"
    r"|rest|cop(?:e|ing)|assessment"
    r"|time off|work|manag\w+|night",
    "ask_money": r"money|benefit\w*|pay\w*|paid|claim\w*|allowance|pension\w*|pip|dla|attendance|universal"
    r"|credit|cost\w*|afford|bill\w*"
    r"|debt\w*|fund\w*|grant\w*|council tax|mortgage|rent|blue badge|esa|sr1|ds1500|income|wages?|savings?"
    r"|sick|tax|insurance|parking"
    r"|mileage|heating|loan\w*|work|job|leave|free|prescriptions?|fares?",
    "ask_wills_funerals": r"(?:a|the|his|her|my|our|their|no|any|living|s) will"
    r"|wills|funerals?|buri\w*|bury|cremat\w*|ashes|coffin\w*|probate|executor\w*"
    r"|solicitor|estate|inherit\w*|leave"
    r"|grave\w*|service|hymns?|wake|undertaker\w*|director\w*|regist\w*|certificate\w*|coroner\w*|body|house"
    r"|plan|trust"
    r"|humanist|woodland|church|vicar|memorial\w*|headstone",
    "ask_organ_donation": r"organ\w*|donat\w*|donor\w*|transplant\w*|kidneys?|eyes|corneas?|tissue|science"
    r"|opt|body|heart|register\w*"
    r"|blood|liver|give (?:my|his|her|away)",
    "ask_digital_legacy": r"phone\w*|facebook|accounts?|passwords?|photos?|pictures|email\w*|online|digital"
    r"|computer|laptop|social media"
    r"|whatsapp|instagram|google|apple|icloud|videos?|messages|texts|ipad|tablet|crypto|bitcoin"
    r"|subscriptions?|internet|page"
    r"|profile|channel|files?|cloud|voicemail|music|kindle|netflix|insta\w*|snap\w*|tiktok|logins?|pin|unlock\w*",
    "ask_spiritual": r"god|faith|pray\w*|religio\w*|church|mosque|temple|imam|vicar|priest|chaplain\w*|rabbi"
    r"|heaven|hell|soul|spirit\w*"
    r"|believ\w*|belief\w*|after(?:life| (?:this|death|that|we|you|i|all this))|meaning|why|angels?|bible"
    r"|quran|koran|bless\w*|sacrament\w*|last rites|sin\w*|forgiv\w*"
    r"|allah|jesus|buddh\w*|hindu|sikh|jew\w*|muslim|humanist|purpose|point|karma|reincarnat\w*|ritual\w*"
    r"|gurdwara|synagogue|holy",
    "ask_assisted_dying": r"assisted|dignitas|switzerland|euthanasi\w*|help (?:me|him|her|them|someone"
    r"|somebody) (?:to )?(?:die|end|go)"
    r"|law|legal\w*|illegal|injection|bill|put (?:me|him|her) (?:down|to sleep|out)|end (?:it|my|his|her"
    r"|their)|right to die|mercy"
    r"|speed|finish|over with|clinic|parliament|vote",
    "ask_medical_advice": r"\w+",
}
"""Words of each topic. A question about an illness may hold any: its text says who can answer."""
_SHAPES: Final = {intent: re.compile(rf"\b(?:{words})\b") for intent, words in _TOPICS.items()}
_NOT_THAT: Final = {
    "ask_wills_funerals": GOING_THERE,
    "ask_assisted_dying": re.compile(
        r"^(?!.*\b(?:assist\w*|dying|die|laws?|legal\w*|parliament|mps?|vot\w+|lords|commons|passed"
        r"|fell)\b).*\bbills?\b"
    ),
    "ask_talk_to_children": re.compile(r"\b(?:happens? to|look after|take|custody|who gets?|guardian\w*|adopt\w*)\b"),
    "ask_lpa": re.compile(
        r"\b(?:bank|banks|death certificate|pension|who (?:do|should|must) (?:i|we) (?:\w+ )?(?:tell|notify))\b"
    ),
}
"""What the topic's words are said of, and its text does not answer."""

_IT: Final = r"(?:it|that|this|they|theyll|those|these|one|the form|the money|the payment)"
_FOLLOWS: Final = re.compile(
    r"^(?:so |and |but |ok |oh |right |well |sorry )*"
    rf"(?:(?:does|do|did|is|will|would|can|could|has|are) {_IT}\b|(?:how|where|when|who|what|which)(?:s"
    rf"| \w+){{0,4}} {_IT}\b"
    r"|how (?:much|often|many)\b|how long (?:is|does|do|will|would|can)\b|(?:where|how|when) do (?:i"
    r"|we) (?:get|apply|claim|find|start|do|sign|send|ask)\b"
    r"|who (?:do|can) (?:i|we) (?:ask|ring|see)\b|what if\b|does (?:my|his|her|the)\b)"
)
LONGEST_FOLLOWING: Final = 10
_CALLED: Final = {
    "cpr": re.compile(r"\b(?:cpr|dnacpr|dnar?|dnr)\b"),
    "respect_form": re.compile(r"\brespect forms?\b"),
    "someone_to_decide": re.compile(r"\b(?:lpa|poa|attorney)\b"),
    "refusing_treatment": re.compile(r"\badrt\b"),
}
"""Texts whose subject has a short name, by which another text is told from it: "is that the same as a DNACPR"."""


def shares_topic(intent: str, text: str, guesses: Sequence[tuple[str, float]] = ()) -> bool:
    """Say whether the text for this intent may be given to a question whose words name no need of their own."""
    words, shape = plain(text), _SHAPES.get(intent)
    if shape is None or not words:
        return True
    if intent in _NOT_THAT and _NOT_THAT[intent].search(words):
        return False
    sure = next((confidence for name, confidence in guesses if name == intent), 1.0)
    return sure >= LEAST_WITHOUT_A_WORD or shape.search(words) is not None


def follows_up(text: str) -> bool:
    """Say whether a short question speaks of what was just said, and names nothing itself: "how much is it a week"."""
    words = plain(text)
    return is_question(text) and len(words.split()) <= LONGEST_FOLLOWING and _FOLLOWS.search(words) is not None


def called_by_name(text: str, last: str) -> str:
    """Return the text whose subject a question about the `last` one calls by its short name, or ""."""
    words = plain(text)
    return next((name for name, called in _CALLED.items() if name != last and called.search(words)), "")
