"""Short whole sentences that the language model takes for something else: at a bedside, and of what was just said."""

import re

from bot.model.kin import KIN
from bot.understanding.after_me import shares_after_death
from bot.understanding.answers import line_command, lines_to_remove, turns_to_writing
from bot.understanding.asides import takes_off
from bot.understanding.commands import command, plain
from bot.understanding.editing import edit
from bot.understanding.in_view import in_view
from bot.understanding.looking_back import looks_back
from bot.understanding.money import worries
from bot.understanding.named_out import named_out, out_of_it
from bot.understanding.naming import asks_to_send, instead, means_all_parts, shares, shares_it
from bot.understanding.own_life import needs_a_break
from bot.understanding.plan_changes import corrects
from bot.understanding.planning import wish
from bot.understanding.pointing import puts_in_place
from bot.understanding.privacy import Asked
from bot.understanding.privacy import asked as asked_of_privacy
from bot.understanding.ringing import tells_of_no_answer
from bot.understanding.talk_had import had_a_talk
from bot.understanding.unsharing import is_a_heading, is_not_to_see

_WHO_IS_ILL = rf"(he|she|they|(my |our )?({KIN}))"
_PLAIN_QUESTIONS = {
    "ask_medical_advice": re.compile(
        rf"^(is|are|will) {_WHO_IS_ILL} (going to |gonna )?(die|dying|go) (tonight|today|tomorrow|soon|this week)\b"
    ),
    "ask_what_to_expect": re.compile(
        rf"^(can|could|will|does|do you think) {_WHO_IS_ILL} (can |could )?(still |even )?hear (me|us|what|anything)\b"
        rf"|^how (will|do|can|would) (i|we) (know|tell) (when|if|that) ({_WHO_IS_ILL}|hes|shes|theyre) ?"
        r"(has |is )?(gone|died|going|dying)$"
    ),
    "find_support": re.compile(
        r"^(would|could|can|will|is there|do you know) (a |any |some )?(charity|charities|volunteers?|someone|somebody"
        r"|anyone)( (that|who) (would|could|can|will))? (take|walk|look after|mind|have|feed) (the|my|our|his|her)"
        r" (dogs?|cats?|pets?)\b"
    ),
}
"""At a bedside. The language model has met too few of these and guesses at organ donation or privacy."""

HALT = re.compile(
    r"^(?:(?:oh|no|so|sorry|but|well) )*(?:hang on|hold on|wait|just a (?:minute|second|sec)) "
    r"(?:(?:a (?:minute|second|sec|bit)|sorry|no|so|but|and|though|then|hang on|wait) )*"
)
"""Before a question it does not ask for a pause."""
_ASKED_AFTER_A_HALT = frozenset(
    {"ask_privacy", "ask_who_viewed", "ask_who_are_you", "ask_why_asking", "ask_clarify", "help", "go_back",
     "review_summary", "get_copy"}
)  # fmt: skip
_HOW_I_AM = re.compile(
    r"(?:(?:(?:me|oh|well|ah|myself|and me|for me|who me|thanks|thank you) )*(?:im|i am|ive been|i feel|i do|doing)"
    r"|(?:(?:oh|well|and|for|who) )*(?:me|myself)(?: (?:oh|well))*)"
    r" (?:(?:just|only|quite|pretty|doing|feeling|very|so|really|about|a bit|keeping|a|perfectly|mostly) )*"
    r"(?:all right|alright|ok|okay|fine|good|grand|well|not (?:so|too|that) bad|bearing up|getting (?:by|there|on)"
    r"|managing|coping|tired|shattered|worn out|knackered|up and down|so so|muddling (?:along|through)|surviving)"
    r"(?: (?:thanks|thank you|ta|love|really|i suppose|i think|as it happens|myself|and you|you|how are you"
    r"|how about you|what about you|yourself|enough|now|today|most days))*"
)
"""How the speaker is: an answer where one is waited for, however much it sounds like a greeting given back."""
_ASKS_IF_DONE = re.compile(
    r"(?:(?:so|and|ok|right|well|oh) )*(?:is that (?:it|all|everything)|are we done)(?: (?:now|then))*"
)
"""Where a choice waits, this asks for no explanation: it is a way to say that no more is wanted."""
_HOW_MUCH = re.compile(
    r"(?:(?:no|yes|oh|please|just|only|take out) )*(?:(?:that|the|this) bit|all of it|it all|the lot|all|everything"
    r"|the whole(?: (?:thing|line|lot))?)(?: (?:out|please|thanks))*"
)
"""How much of what is shown, where a choice waits: without a word for it, none of these asks for all data to go."""
_SENTENCE_END = re.compile(r"[.!?;,\n]+\s*")


def plainly(text: str, state: str) -> str | None:
    """Return what short whole sentences mean that the language model takes for something else, or None."""
    words = plain(text)
    if of_its_place := _in_its_place(text, words, state):
        return of_its_place
    asked = next((intent for intent, sentence in _PLAIN_QUESTIONS.items() if sentence.search(words)), None)
    if asks_to_send(text):
        asked = "share_summary"
    elif about := asked_of_privacy(text):
        asked = "ask_who_viewed" if about is Asked.LOOKED else "ask_privacy"
    asked = asked or _after_a_halt(words)
    asked = asked or _leads_to(text, state)
    if asked or state == "choosing":
        changes = in_view(text) or lines_to_remove(text)
        return asked or (
            "edit_summary" if changes else "inform" if _names_a_line(text) or puts_in_place(text) else None
        )
    if (state == "open" and (edit(text) or puts_in_place(text))) or _names_a_line(text):
        return "edit_summary"
    return "edit_summary" if takes_off(_SENTENCE_END.split(text.strip(" .!?\n"))[-1]) else None


def _in_its_place(text: str, words: str, state: str) -> str | None:
    """Return what words mean because of what waits for them, or None."""
    if turns_to_writing(text) or _is_not_to_be_there(text, state) or (state != "open" and needs_a_break(text)):
        return "inform"
    if state != "answering" and tells_of_no_answer(text):
        return "report_directory_error"
    if state == "open":
        wish = "ask_money" if worries(text) else "reflect_on_conversation" if had_a_talk(text) else None
        wish = wish or ("ask_carer_support" if needs_a_break(text) else None)
        return wish or ("share_summary" if shares(text) else None)
    if corrects(text):
        return "edit_summary" if state == "choosing" else "inform"
    if state == "choosing" and (any(instead(text)) or is_a_heading(text)):
        return "inform"
    tells = _ASKS_IF_DONE if state == "choosing" else _HOW_I_AM
    return "inform" if tells.fullmatch(words) or _HOW_MUCH.fullmatch(words) or means_all_parts(text) else None


def _is_not_to_be_there(text: str, state: str) -> bool:
    """Say whether something is not to stand in what is written: whether a line has it is for the stage to see."""
    if state == "answering":
        return bool(named_out(text))
    return bool(out_of_it(text)) and not (edit(text) if state == "open" else in_view(text))


def _names_a_line(text: str) -> bool:
    """Say whether something is to be done to lines named by their number in figures, or to all about something."""
    edited = edit(text)
    if edited and (edited.number or edited.every):
        return edited.every or edited.number.isdigit()
    return re.search(r"\d", text) is not None and bool(line_command(text) or lines_to_remove(text))


def _leads_to(text: str, state: str) -> str | None:
    """Return the stage that a wish put in a whole sentence leads to, or None."""
    if looks_back(text):
        return "reflect_on_conversation"
    if is_not_to_see(text) and state != "answering":
        return "withdraw_consent"
    if shares_it(text) or shares_after_death(text):
        return "share_summary"
    return "plan_conversation" if wish(text) else None


def _after_a_halt(words: str) -> str | None:
    """Return what is asked behind "hang on" or "wait", or None."""
    meant = command(HALT.sub("", words)) if HALT.match(words) else None
    return meant if meant in _ASKED_AFTER_A_HALT else None
