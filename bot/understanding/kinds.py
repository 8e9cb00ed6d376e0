"""The kinds of what can be meant: said to the chat, asked, told, of a loss; and what may interrupt an answer."""

FALLBACK = "nlu_fallback"
ANSWER = "inform"

SAFETY = frozenset(
    {"emergency", "suicidal", "passive_death_wish", "urgent_symptoms", "safeguarding", "death_just_happened"}
)
TO_THE_CHAT = frozenset(
    {
        "skip", "go_back", "pause", "resume", "stop", "start_over", "help", "ask_clarify", "ask_why_asking", "greet",
        "goodbye", "thank", "review_summary", "edit_summary", "share_summary", "record_summary", "get_copy",
        "ask_who_viewed", "withdraw_consent", "delete_my_data", "ask_who_are_you", "ask_privacy", "set_reminder",
        "report_directory_error", "express_uncertainty", "give_feedback",
    }
)  # fmt: skip
QUESTIONS = frozenset(
    {
        "ask_how_to_start_talking", "ask_talk_to_children", "ask_advance_care_planning", "ask_adrt", "ask_lpa",
        "ask_cpr", "ask_place_of_care", "ask_what_to_expect", "ask_comfort", "ask_out_of_hours", "ask_carer_support",
        "ask_money", "ask_wills_funerals", "ask_organ_donation", "ask_digital_legacy", "ask_spiritual",
        "ask_assisted_dying", "ask_medical_advice", "find_support", "volunteer_help",
    }
)  # fmt: skip
"""Of living and dying. Said as a statement, "no resuscitation", each is as likely what matters to somebody."""
TOLD = frozenset(
    {
        "express_distress", "express_fear", "express_anger", "express_guilt", "express_loneliness", "express_peace",
        "bereavement_support", "bereaved_child", "bereaved_suicide", "bereaved_sudden", "baby_loss",
        "anticipatory_grief", "plan_conversation", "focus_on_what_matters", "reflect_on_conversation", "chitchat",
        "out_of_scope", "abusive",
    }
)  # fmt: skip
"""Feelings, losses and other matters. Told in answer to a question they are the answer, and are kept; they interrupt
it only when they are put as a question themselves, or when the words put the open one aside: "never mind that"."""
GRIEF = frozenset(
    {
        "bereavement_support", "bereaved_child", "bereaved_suicide", "bereaved_sudden", "baby_loss",
        "anticipatory_grief",
    }
)  # fmt: skip
INTERRUPTIONS = TO_THE_CHAT | QUESTIONS
"""What may interrupt a waiting question when it is likely enough. Yes and no never do: consent hangs on them, so
they are read word for word or not at all."""

ASKED = QUESTIONS | {"ask_privacy", "ask_who_viewed", "ask_who_are_you", "ask_why_asking"}
"""What is answered, whatever waits; beside it something may be told that answers the open question."""
