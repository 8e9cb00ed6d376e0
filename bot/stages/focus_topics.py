"""Focus: topics for whoever cannot think of anything, or would like to choose. Own words always do as well."""

import re
from dataclasses import replace

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Question
from bot.model.saying import Said
from bot.model.topics import Once, Topic
from bot.stages import leaving_out
from bot.stages.conversation import Conversation, quoted
from bot.stages.focus_taking import next_number
from bot.stages.whom import say_of_them
from bot.understanding.commands import plain

_PAGES = (
    (
        "utter_focus_topics_ideas",
        {"people": Topic.PEOPLE, "a good day": Topic.GOOD_DAY, "home and place of care": Topic.PLACE},
    ),
    (
        "utter_focus_topics_more_ideas",
        {
            "comfort and worries": Topic.COMFORT,
            "faith meaning and culture": Topic.FAITH,
            "things to do or finish": Topic.TO_DO,
        },
    ),
    (
        "utter_focus_topics_practical_ideas",
        {"practical matters": Topic.PRACTICAL, "how to talk with me": Topic.TALKING, "who speaks for me": Topic.SPEAKS},
    ),
    (
        "utter_focus_topics_last_ideas",
        {"after i die": Topic.AFTERWARDS, "please do please do not": Topic.PLEASE, "something else": Topic.OTHER},
    ),
)
"""What is offered together, with the words that name each. More ideas are the next; after the last, the first."""
_ASKS_FOR_IDEAS = re.compile(
    r"(?:can you |could you |please )?(?:(?:give|show) me |(?:have you )?(?:got )?)?(?:(?:some|any|more|other) )*"
    r"(?:ideas|examples|suggestions)(?: please)?"
    r"|what (?:(?:sorts?|kinds?|types?) of )?(?:things? )?(?:do|does|might|would|could|can|should)"
    r" (?:other |most )?(?:people|others|folks?|anyone|someone|you|i|we) (?:\w+ )?(?:say|put|write|choose)(?: here)?"
    r"|what (?:other |else |more )?(?:topics|ideas|subjects|choices) (?:are there|do you have|have you(?: got)?)"
)
_OPENINGS = {
    Topic.PEOPLE: "utter_focus_topics_people",
    Topic.GOOD_DAY: "utter_focus_topics_good_day",
    Topic.PLACE: "utter_focus_topics_place",
    Topic.COMFORT: "utter_focus_topics_comfort",
    Topic.FAITH: "utter_focus_topics_faith",
    Topic.TO_DO: "utter_focus_topics_to_do",
    Topic.PRACTICAL: "utter_focus_topics_practical",
    Topic.TALKING: "utter_focus_topics_talking",
    Topic.SPEAKS: "utter_focus_topics_speaks",
    Topic.AFTERWARDS: "utter_focus_topics_afterwards",
    Topic.OTHER: "utter_focus_topics_other",
}
_SUPPORT = {
    Topic.PEOPLE: "utter_focus_topics_people_support",
    Topic.GOOD_DAY: "utter_focus_topics_good_day_support",
    Topic.PLACE: "utter_focus_topics_place_support",
    Topic.COMFORT: "utter_focus_topics_comfort_support",
    Topic.FAITH: "utter_focus_topics_faith_support",
    Topic.TO_DO: "utter_focus_topics_to_do_support",
    Topic.PRACTICAL: "utter_focus_topics_practical_support",
    Topic.TALKING: "utter_focus_topics_talking_support",
    Topic.SPEAKS: "utter_focus_topics_speaks_support",
    Topic.AFTERWARDS: "utter_focus_topics_afterwards_support",
}
_HEADINGS = {
    Topic.PEOPLE: Heading.PEOPLE,
    Topic.GOOD_DAY: Heading.WELLNESS,
    Topic.PLACE: Heading.SUPPORT,
    Topic.COMFORT: Heading.WELLNESS,
    Topic.PRACTICAL: Heading.ALSO_KNOW,
    Topic.TALKING: Heading.COMMUNICATION,
    Topic.SPEAKS: Heading.PEOPLE,
    Topic.AFTERWARDS: Heading.ALSO_KNOW,
}
"""Where what matters in a topic is written; all else is what is most important."""
_SUPPORT_HEADINGS = {
    Topic.TALKING: Heading.COMMUNICATION,
    Topic.SPEAKS: Heading.PEOPLE,
    Topic.AFTERWARDS: Heading.ALSO_KNOW,
}
_FIRST_QUESTION = {Topic.PLACE: (Question.FOCUS_PLACE, Once.PLACE), Topic.PLEASE: (Question.FOCUS_DO, Once.PLEASE)}
"""Topics that begin with a question of their own."""


def chosen(talk: Conversation) -> Topic | None:
    """Return the topic of the present thing, or None where none was chosen."""
    return talk.position.focus.topic(talk.position.topic)


def heading(talk: Conversation) -> Heading:
    """Return where the present thing is written."""
    topic = chosen(talk)
    return _HEADINGS.get(topic, Heading.MOST_IMPORTANT) if topic else Heading.MOST_IMPORTANT


def support_heading(talk: Conversation) -> Heading:
    """Return where good support for the present thing is written."""
    topic = chosen(talk)
    return _SUPPORT_HEADINGS.get(topic, Heading.SUPPORT) if topic else Heading.SUPPORT


def offer(talk: Conversation, page: int = 1) -> None:
    """Have ideas shown when the question is asked next."""
    talk.at(focus=replace(talk.position.focus.about(talk.position.topic, None), page=page))


def ask(talk: Conversation) -> bool:
    """Ask by the topic that was chosen, or show ideas; say whether either was to be done."""
    topic, page = chosen(talk), talk.position.focus.page
    if topic in _OPENINGS:
        if topic is Topic.SPEAKS:
            talk.say("utter_focus_topics_no_power")
        say_of_them(talk, _OPENINGS[topic])
    elif 0 < page <= len(_PAGES):
        if page == 1 and talk.position.topic:
            say_of_them(talk, "utter_focus_ask_what_else")
        talk.say(_PAGES[page - 1][0])
    else:
        return False
    return True


def explain(talk: Conversation, words: str) -> bool:
    """Show ideas to whoever is asked what matters and asks what people say; say whether they were shown."""
    asks = talk.position.question is Question.FOCUS_WHAT and _ASKS_FOR_IDEAS.fullmatch(plain(words))
    if asks:
        _show_ideas(talk)
    return bool(asks)


def _show_ideas(talk: Conversation) -> None:
    page = talk.position.focus.page
    _open(talk, Question.FOCUS_WHAT, _number(talk))
    offer(talk, page % len(_PAGES) + 1)


def answer(talk: Conversation, said: Said) -> bool:
    """Show ideas or more of them, or begin a topic; say whether one of these was asked for."""
    page = talk.position.focus.page
    if said.choice == "ideas" or (not said.choice and _ASKS_FOR_IDEAS.fullmatch(plain(said.words))):
        _show_ideas(talk)
        return True
    topic = _named(said, page)
    if topic is None:
        return False
    number = _number(talk)
    question, once = _FIRST_QUESTION.get(topic, (Question.FOCUS_WHAT, None))
    if once is Once.PLACE and _was_asked_where(talk):  # what it is like there may be told again
        question = Question.FOCUS_WHAT
    focus = talk.position.focus.about(number, topic)
    talk.at(focus=focus.having_asked(once) if once else focus)
    _open(talk, question, number)
    return True


def go_back(talk: Conversation) -> bool:
    """Go back from a topic that nothing was said of to the ideas, and from ideas to those before; else say that not."""
    here = talk.position
    if here.question not in {Question.FOCUS_WHAT, Question.FOCUS_PLACE, Question.FOCUS_DO}:
        return False
    if any(line.topic == here.topic for line in talk.draft.lines):
        return False
    if chosen(talk):
        offer(talk)
        talk.at(question=Question.FOCUS_WHAT)
    elif here.focus.page > 1:
        offer(talk, here.focus.page - 1)
    elif here.focus.page and not here.topic:
        offer(talk, 0)
    else:
        return False
    return True


def ask_why(talk: Conversation) -> None:
    """Ask why it matters, in the person's own words where they are short enough to quote."""
    thing = talk.draft.thing(talk.position.topic)
    quote = quoted(thing.words) if thing else ""
    who_speaks, lets_go = chosen(talk) is Topic.SPEAKS, leaving_out.buttons(thing)
    if who_speaks and quote:
        talk.say("utter_focus_topics_why_them_quoting", buttons=lets_go, words=quote)
    elif who_speaks:
        talk.say("utter_focus_topics_why_them", buttons=lets_go)
    elif quote:
        say_of_them(talk, "utter_focus_ask_why_quoting", lets_go, words=quote)
    else:
        say_of_them(talk, "utter_focus_ask_why", lets_go)


def ask_support(talk: Conversation) -> None:
    """Ask what good support would look like, after the person's own words of why, where they are short enough."""
    why = talk.draft.said(Kind.WHY, talk.position.topic)
    why = None if talk.draft.said(Kind.SUPPORT, talk.position.topic) else why
    quote = quoted(why.words) if why else ""
    if quote:
        talk.say("utter_focus_topics_you_said", words=quote)
    topic = chosen(talk)
    asks = _SUPPORT.get(topic, "utter_focus_ask_support") if topic else "utter_focus_ask_support"
    say_of_them(talk, asks, leaving_out.buttons(why))


def _named(said: Said, page: int) -> Topic | None:
    """Return the topic of a button, or what is typed word for word or by its number while ideas are shown."""
    if said.choice:
        return Topic(said.choice) if said.choice in set(Topic) else None
    if not 0 < page <= len(_PAGES):
        return None
    here, typed = _PAGES[page - 1][1], plain(said.words)
    by_number = dict(zip("123", here.values(), strict=True))
    return here.get(typed.replace(" them", " me").replace(" they ", " i ")) or by_number.get(typed)


def _number(talk: Conversation) -> int:
    """Return the number of the thing that a topic is begun for: the present one while nothing is said of it."""
    number = talk.position.topic
    here = talk.position.question is Question.FOCUS_WHAT and not any(li.topic == number for li in talk.draft.lines)
    return number if here else next_number(talk)


def _was_asked_where(talk: Conversation) -> bool:
    told = any(line.kind is Kind.PLACE for line in talk.draft.lines)
    return told or Once.PLACE in talk.position.focus.asked


def _open(talk: Conversation, question: Question, number: int) -> None:
    """Go to the first question of a topic. Choosing it is no step of its own to go back from."""
    if talk.position.question is Question.FOCUS_WHAT:
        talk.at(question=question, topic=number)
    else:
        talk.move(question, topic=number)
