"""Questions about living and dying well: two short messages, and buttons to what stands behind them.

The texts are in data/information. Nothing here moves the conversation: the open question stays open.
"""

from collections.abc import Sequence

from bot.model.directory import Nation
from bot.model.information import LeadsTo, Library, Pathway, Text
from bot.model.saying import Button
from bot.stages import after_death, after_death_place, focus_topics, known_death
from bot.stages.conversation import Conversation
from bot.understanding.commands import plain
from bot.understanding.kinds import QUESTIONS
from bot.understanding.money import worries
from bot.understanding.need_words_of_grief import names_a_child
from bot.understanding.needs import asks, is_told_of_a_need, need_named
from bot.understanding.topics_of_texts import called_by_name, follows_up, shares_topic

TELL = "information"
READ = "information_read"
ASK = "information_ask"
ELSEWHERE = "information_elsewhere"
WRITTEN = "information_written"
"""How the values of the buttons begin; a colon and the id of a text follow."""
_TO = {
    LeadsTo.WHAT_MATTERS: Button("Talk about what matters", "focus_on_what_matters"),
    LeadsTo.FIND_SUPPORT: Button("Find support", "find_support"),
}


_IN_PASSING = frozenset({"ask_in_passing", "ask_clarify", "nlu_fallback", "express_guilt", "express_fear"})
_SAME_THING = frozenset({("talking_to_children", "grieving_differently")})
"""What words name by themselves, and what they are asked of where the first of the two was just told."""
_EARLY_IN_PREGNANCY = frozenset({"why_a_miscarriage_happens"})
"""What is true of a miscarriage, and not of the death of a baby."""


def answer(talk: Conversation, intent: str, words: str = "", guesses: Sequence[tuple[str, float]] = ()) -> None:
    """Say the text that answers a question. What the words name comes first, then a step after a death, then its kind.

    A step that is also a text, such as registering, is said as the step to whoever is in them. A short question stays
    with the text it follows. Where no word shares the topic that was guessed, it is said that there is no answer.
    """
    after_death_place.note(talk, words)
    if is_followed_up(talk, words):
        return
    worried = intent == "ask_money" and worries(words)
    if worried:
        talk.say("utter_feelings_money_worry")
    library = talk.facts.information()
    named = library.about(_named(talk, words))
    in_steps = named is None or LeadsTo.AFTER_DEATH_STEPS in named.leads_to
    if not worried and (
        (in_steps and after_death.explain(talk, words, "" if named else intent)) or focus_topics.explain(talk, words)
    ):
        return
    if not (named or shares_topic(intent, words, guesses)):
        _say_no_answer(talk)
        return
    text = named or _of_this_time(talk, library, intent, words)
    if text is None:
        talk.say("utter_information_gone")
    else:
        _tell(talk, text, words)


def is_followed_up(talk: Conversation, words: str) -> bool:
    """Answer a short question about the text that was just told with what it names, or with whom to ask."""
    last = talk.facts.information().about(talk.position.text) if talk.position.text else None
    named = _named(talk, words) if last else ""
    still_of_it = not named or (last is not None and (last.id, named) in _SAME_THING)
    if last is None or not words or not still_of_it or not (follows_up(words) or named):
        return False
    closer = talk.facts.information().about(called_by_name(words, last.id) or need_named(f"{words} {last.need}"))
    if closer is not None and closer is not last:
        _tell(talk, closer, words)
    else:
        talk.say("utter_information_follow_up", title=last.title)
        _who_to_ask(talk, last)
    return True


def forget(talk: Conversation, intent: str, choice: str) -> None:
    """Let go which text was told last, once something is said that asks nothing of it."""
    stays = intent in QUESTIONS or intent in _IN_PASSING or is_pressed(choice)
    if talk.position.text and not stays:
        talk.at(text="")


def _say_no_answer(talk: Conversation) -> None:
    after = known_death.is_known(talk)
    talk.say("utter_information_no_answer_after_a_death" if after else "utter_session_no_answer")


def answers_in_grief(talk: Conversation, words: str) -> bool:
    """Answer a question that has a text of its own after a death, whatever is open; say whether there was one."""
    if not (words and known_death.is_known(talk)):
        return False
    if not (asks(words) or is_told_of_a_need(words, after_a_baby=known_death.is_of_a_baby(talk))):
        return False
    text = talk.facts.information().about(_named(talk, words))
    if text is None or text.stage is not Pathway.AFTER_DEATH:
        return False
    _tell(talk, text, words)
    return True


def _named(talk: Conversation, words: str) -> str:
    need = need_named(words, after_a_death=known_death.is_known(talk), after_a_baby=known_death.is_of_a_baby(talk))
    return "" if need in _EARLY_IN_PREGNANCY and not known_death.was_early(talk) else need


def _of_this_time(talk: Conversation, library: Library, intent: str, words: str) -> Text | None:
    """Return the text for a kind of question: none about children for a grown-up, nor the last days after a death."""
    died = known_death.is_known(talk)
    if intent == "ask_talk_to_children" and died and names_a_child(plain(words)):
        return library.about("telling_children_of_a_death")
    if intent == "ask_talk_to_children" and not names_a_child(plain(words)):
        return library.about("grieving_differently") if died else library.answering("ask_how_to_start_talking")
    text = library.answering(intent)
    return library.about("grief") if died and text and text.stage is Pathway.LAST_DAYS else text


def is_pressed(choice: str) -> bool:
    """Say whether this is the value of a button of a text."""
    return choice.partition(":")[0] in _PARTS


def press(talk: Conversation, choice: str) -> None:
    """Say what a button of a text stands for."""
    part, _, need = choice.partition(":")
    text = talk.facts.information().about(need)
    if text is None:
        talk.say("utter_information_gone")
    else:
        _PARTS[part](talk, text)


def _tell(talk: Conversation, text: Text, asked: str = "") -> None:
    talk.at(text=text.id)
    words = "\n\n".join(text.easy_read if talk.position.easy_read else text.messages)
    old = text.is_old(talk.now.date())
    first = next((one for one in text.ask if one.phone and one.is_for(plain(asked))), None)
    talk.say("utter_information_text", () if old or first else _buttons(talk, text, TELL), words=words)
    if first:
        calls = ((f"Call {first.phone}", f"tel:{first.phone.replace(' ', '')}"),)
        buttons = () if old else _buttons(talk, text, TELL)
        talk.say("utter_information_ask_first", buttons, links=calls, who=f"{first.name}: {first.phone}")
    if old:
        talk.say("utter_information_old", _buttons(talk, text, TELL), due=in_words(text))


def _where_to_read(talk: Conversation, text: Text) -> None:
    pages = tuple((page.name, page.address) for page in text.read_more)
    talk.say("utter_information_read", _buttons(talk, text, READ), links=pages)


def _who_to_ask(talk: Conversation, text: Text) -> None:
    who = "\n".join(f"• {one.name}: {one.phone}" if one.phone else f"• {one.name}" for one in text.ask)
    calls = tuple((f"Call {one.phone}", f"tel:{one.phone.replace(' ', '')}") for one in text.ask if one.phone)
    talk.say("utter_information_ask", _buttons(talk, text, ASK), links=calls, who=who)


def _elsewhere(talk: Conversation, text: Text) -> None:
    *others, last = text.differences.items() or ((Nation.ENGLAND, "\n\n".join(text.messages)),)
    for nation, words in others:
        talk.say("utter_information_elsewhere", nation=nation.value, words=words)
    nation, words = last
    talk.say("utter_information_elsewhere", _buttons(talk, text, ELSEWHERE), nation=nation.value, words=words)


def _who_wrote(talk: Conversation, text: Text) -> None:
    sources = tuple((page.name, page.address) for page in text.sources)
    talk.say(
        "utter_information_written",
        _buttons(talk, text, WRITTEN),
        links=sources,
        writer=text.written_by,
        reviewer=text.reviewed_by,
        read=f"{text.reviewed_on.day} {text.reviewed_on:%B %Y}",
        due=in_words(text),
    )


def in_words(text: Text) -> str:
    """Return the day by which a text is to be reviewed, such as "22 November 2027"."""
    return f"{text.review_by.day} {text.review_by:%B %Y}"


def _buttons(talk: Conversation, text: Text, pressed: str) -> tuple[Button, ...]:
    """Return what can be asked of a text, but for what was just said: earlier buttons work no more."""
    library = talk.facts.information()
    texts = [one for need in text.leads_on_to if (one := library.about(need))]
    died = known_death.is_known(talk)
    onward = [(one.title, one.id) for one in texts if not (died and one.stage is Pathway.LAST_DAYS)]
    parts = [("Who to ask", ASK), ("Where to read more", READ)]
    parts += [(_in_nations(text), ELSEWHERE)] if text.differences else []
    parts += [("Who wrote this, and when", WRITTEN)]
    return (
        *(Button(f"Next: {title}", f"choose:{TELL}:{need}") for title, need in onward),
        *(_TO[each] for each in text.leads_to if each in _TO),
        *(after_death.buttons(talk) if LeadsTo.AFTER_DEATH_STEPS in text.leads_to else ()),
        *(Button(title, f"choose:{part}:{text.id}") for title, part in parts if part != pressed),
    )


def _in_nations(text: Text) -> str:
    *others, last = (nation.value for nation in Nation if nation in text.differences)
    return f"In {', '.join(others)} or {last}" if others else f"In {last}"


_PARTS = {TELL: _tell, READ: _where_to_read, ASK: _who_to_ask, ELSEWHERE: _elsewhere, WRITTEN: _who_wrote}
