"""What a message that was not understood may have meant: two guesses at most, in words people use."""

from bot.model.saying import Button, Said

MOST = 2
LEAST = 0.05
"""Confidence below which a guess is not worth reading."""
LEAST_OF_A_LOSS = 0.15
"""The same for a guess that hurts or frightens whoever it is not true of."""
LOSSES = frozenset({"baby_loss", "bereaved_suicide", "bereaved_sudden", "bereaved_child"})

MEANINGS = {
    "plan_conversation": "Prepare to talk with someone",
    "focus_on_what_matters": "Talk about what matters",
    "record_summary": "Write my words down",
    "review_summary": "See what I have written",
    "edit_summary": "Change what I have written",
    "share_summary": "Let someone see it",
    "reflect_on_conversation": "Say how a talk went",
    "give_feedback": "Say what I think of this",
    "ask_privacy": "Who can see my words",
    "ask_who_viewed": "Who has looked",
    "get_copy": "Get a copy",
    "ask_who_are_you": "Who I am talking to",
    "ask_how_to_start_talking": "How to start the talk",
    "ask_talk_to_children": "Talking with children",
    "ask_advance_care_planning": "Planning ahead",
    "ask_adrt": "Refusing a treatment in advance",
    "ask_lpa": "Who decides if I cannot",
    "ask_cpr": "CPR and ReSPECT forms",
    "ask_place_of_care": "Home, hospice or hospital",
    "ask_what_to_expect": "What may happen near the end",
    "ask_comfort": "Being kept comfortable",
    "ask_out_of_hours": "Who to ring at night",
    "ask_carer_support": "Help for carers",
    "ask_money": "Money and benefits",
    "ask_wills_funerals": "Wills and funerals",
    "ask_organ_donation": "Organ donation",
    "ask_digital_legacy": "Phones, photos and accounts",
    "ask_spiritual": "Faith and meaning",
    "ask_assisted_dying": "Assisted dying and the law",
    "ask_medical_advice": "A question about treatment",
    "find_support": "Help near me",
    "volunteer_help": "I am here to help others",
    "bereavement_support": "Someone I love has died",
    "bereaved_child": "A child who is grieving",
    "bereaved_suicide": "Someone died by suicide",
    "bereaved_sudden": "A sudden death",
    "baby_loss": "The death of a baby",
    "anticipatory_grief": "Grief before a death",
    "express_distress": "It is all too much",
    "express_fear": "I am frightened",
    "express_anger": "I am angry",
    "express_guilt": "I feel guilty",
    "express_loneliness": "I feel alone",
    "report_directory_error": "A number or address is wrong",
    "set_reminder": "Be reminded",
    "help": "What I can do here",
}
"""What may be offered, with its button. Nothing that ends, deletes, takes back or agrees is ever a guess."""


def offered(said: Said) -> tuple[Button, ...]:
    """Return a button for each of the likeliest meanings that may be offered, likeliest first."""
    likely = [name for name, confidence in said.guesses if name in MEANINGS and confidence >= _least(name)]
    return tuple(Button(MEANINGS[name], name) for name in likely[:MOST])


def _least(name: str) -> float:
    return LEAST_OF_A_LOSS if name in LOSSES else LEAST
