"""A reviewer's day on the real store: read, act, ask, reflect; and what every way to stop sharing leaves to be seen."""

import re

import pytest

from bot.model.draft import Kind, Line
from bot.model.headings import Heading
from bot.model.staff import Team
from bot.stages.team_pages import TeamPages
from tests.unit import team_store
from tests.unit.team_store import CARE, ENDS, LINES, NAMES, end, keep, notice_kinds, share, staff
from tests.unit.web.conftest import Browser
from tests.unit.web.team_fakes import Desk, FakeTeams, FakeTeamServices, serve_team

THEIRS = ("my garden at dusk", "a chair by the door", "Nan Jean")
OURS = "We will open the window <b>"


@pytest.fixture(scope="module")
def site():
    """The pages, made once; each test puts its own store behind them."""
    services = FakeTeamServices(accounts=FakeTeams((Team(CARE, "Care team", 7),)))
    return services, serve_team(services, {"r": staff("a1"), "b": staff("b1")})


@pytest.fixture
def office(site, begin, clock) -> Desk:
    """Somebody of the team that things are shared with, signed in."""
    services, app = site
    team_store.open_teams(begin)
    services.team_pages, services.clock = TeamPages(begin, lambda account: NAMES[account]), clock
    return Desk(Browser(app, services.settings.public_url))


@pytest.fixture
def shared(begin, person) -> str:
    keep(begin, person)
    return share(begin, person)


def hidden(page: str, name: str) -> str:
    """The first hidden field of this name on a page."""
    return re.findall(rf'name="{name}" value="([^"]+)"', page)[0]


def test_a_day(office, begin, person, shared):
    inbox = office.opens("/staff/inbox")
    assert "Nobody in your team has opened this yet." in inbox.text
    path = re.findall(r'href="(/staff/shared/[^"]+)"', inbox.text)[0]
    page = office.opens(path).text
    assert page.index("my garden at dusk") < page.index("a chair by the door")
    assert "I keep bees" not in page

    line = hidden(page, "line")
    office.sends(f"{path}/promise", {"line": line, "state": "planned", "words": "We will open the window"})
    page = office.opens(path).text
    assert "We will open the window" in page
    assert "They have not been told yet." in page
    no = {"commitment": hidden(page, "commitment"), "state": "not_possible", "words": "The window is sealed"}
    office.sends(f"{path}/change", no)
    office.sends(f"{path}/ask", {"question": "Which chair?"})
    together = {"statement": "4", "together": "together", "people": "3", "helped": "Sitting down"}
    office.sends(f"{path}/reflect", together)

    page = office.opens(path).text
    assert page.index("Not possible, because") < page.index("The window is sealed") < page.index("Said at first")
    assert "Priya wrote this today at 09:30." in page
    assert "3 people together, written by Priya, today at 09:30." in office.opens(f"{path}/reflect").text
    assert notice_kinds(begin, person) == ["commitment", "question"]
    assert "There is no news." in office.opens("/staff/inbox").text


def test_an_answer_and_a_new_version_come_back_to_the_inbox_and_the_page(office, begin, person, shared):
    path = f"/staff/shared/{shared}"
    office.opens(path)
    office.sends(f"{path}/ask", {"question": "Which chair?"})
    with begin() as records:
        (notice,) = records.teamwork.notices(person)
        records.teamwork.answer(notice.subject, "The blue one")
        records.commit()

    assert "They answered a question" in office.opens("/staff/inbox").text
    assert "The blue one" in office.opens(path).text
    keep(begin, person, (*LINES, Line("l9", Heading.SUPPORT, Kind.ADDED, -1, "tea at four")))
    assert "They changed their words" in office.opens("/staff/inbox").text
    earlier = office.opens(path).text.partition("What changed, version by version")[2]
    assert earlier.index("Added") < earlier.index("tea at four")


def test_what_was_written_about_words_that_changed_meanwhile_is_shown_and_not_kept(office, begin, person, shared):
    path = f"/staff/shared/{shared}"
    line = hidden(office.opens(path).text, "line")
    keep(begin, person, (Line("l1", Heading.MOST_IMPORTANT, Kind.WHAT, 0, "the sea"), *LINES[2:]))

    answer = office.sends(f"{path}/promise", {"line": line, "state": "planned", "words": "We will open the window"})

    assert answer.status_code == 422
    assert "We will open the window" in answer.text.partition('id="not-saved"')[2]
    assert notice_kinds(begin, person) == []


@pytest.mark.parametrize("how", ENDS)
@pytest.mark.parametrize("more", ["", "/print", "/reflect", "/promise", "/change", "/ask", "/reflect sent"])
def test_when_sharing_ends_while_the_page_is_open_everything_is_refused_alike(
    office, begin, clock, person, shared, how, more
):
    path = f"/staff/shared/{shared}"
    office.opens(path)
    end(begin, how, person, shared, clock)

    looking = more in {"", "/print", "/reflect"}
    if looking:
        answer = office.opens(path + more)
    else:
        answer = office.sends(path + more.partition(" ")[0], {"line": "v1-l1", "question": "When?", "words": OURS})
    inbox = office.opens("/staff/inbox").text

    assert answer.status_code == 404
    assert "This is no longer shared with your team</h1>" in answer.text
    assert not any(words in answer.text + inbox for words in THEIRS)
    assert ("We will open the window &lt;b&gt;</p>" in answer.text) is not looking, "what was being written comes back"
    assert ("When?</p>" in answer.text) is not looking
    assert "v1-l1" not in answer.text
    assert "We will open" not in inbox
    assert 'All <span class="tabs__count">0</span>' in inbox


@pytest.mark.parametrize("form", [{"question": "Yes?"}, {"helped": "Sitting down", "next": "Ask"}])
def test_what_was_being_written_comes_back_when_the_person_shared_anew_meanwhile(office, begin, person, shared, form):
    """Even one word, from every box; and nothing of the person's."""
    path = f"/staff/shared/{shared}/{'ask' if 'question' in form else 'reflect'}"
    office.opens(f"/staff/shared/{shared}")
    share(begin, person)

    answer = office.sends(path, {"statement": "4", "together": "alone", **form})

    assert answer.status_code == 404
    for words in form.values():
        assert f'dir="auto">{words}</p>' in answer.text
    assert not any(words in answer.text for words in THEIRS)
    assert notice_kinds(begin, person) == []


def test_another_team_learns_nothing_by_trying(office, shared):
    office.sits("b")

    real, made_up = (office.opens(f"/staff/shared/{name}") for name in (shared, "made-up"))

    assert real.status_code == made_up.status_code == 404
    assert real.text == made_up.text
