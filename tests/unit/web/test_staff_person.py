"""One person's page and its print: their story first, said to be theirs, and opened by nobody's browser alone."""

from dataclasses import replace

import pytest

from bot.model.headings import Heading
from bot.model.position import Door
from tests.unit.web.team_fakes import SHARED, TOKENS, VOLUNTEER

PAGES = ("/staff/shared/s1", "/staff/shared/s1/print", "/staff/shared/s1/reflect")
WORDS = ("My garden", "It is quiet there", "Mornings are hard", "Bel", "We will move the bed", "Roses", "Asking early")


def in_order(text: str, *words: str) -> bool:
    places = [text.index(word) for word in words]
    return places == sorted(places)


def test_their_story_comes_first_and_what_is_most_important_before_it_all(desk):
    page = desk.opens("/staff/shared/s1").text

    assert in_order(
        page,
        "What matters to me</h1>",
        "What is most important to me</h2>",
        "My garden",
        "It is quiet there",
        "My wellness</h2>",
        "Not known yet</h2>",
        "About these notes</h2>",
        "Questions to the person</h2>",
    )


def test_it_says_what_it_is_and_that_the_name_is_their_own_account(desk):
    page = desk.opens("/staff/shared/s1").text

    for words in (
        "Says they are called Bel",
        "Nobody has checked it.",
        "the person themselves",
        "not an advance decision",
        "20 November 2026, version 3",
        "Community team",
        "21 December 2026 at 09:00",
        "The person can see that you opened this.",
    ):
        assert words in page


def test_it_is_known_to_be_a_part_of_the_inbox(desk):
    page = desk.opens("/staff/shared/s1").text

    assert 'href="/staff/inbox" aria-current="true"' in page
    assert 'href="/staff/inbox/t1">' in page


def test_no_name_is_no_fault(desk, team):
    team.team_pages.shared = replace(SHARED, called="")

    page = desk.opens("/staff/shared/s1").text

    assert "No name given" in page
    assert "They did not have to." in page
    assert "called</p>" not in page


def test_what_is_not_known_is_a_question_for_when_they_meet(desk, team):
    team.team_pages.shared = replace(SHARED, not_known=tuple(heading.label for heading in Heading))

    page = desk.opens("/staff/shared/s1").text.partition("Not known yet")[2].partition("</section>")[0]

    assert page.count("<li>") == len(Heading)
    assert page.count("?</li>") == len(Heading)
    assert "Nobody has to write everything down." in page
    team.team_pages.shared = replace(SHARED, not_known=())
    assert "Not known yet" not in desk.opens("/staff/shared/s1").text


def test_a_view_of_somebody_else_is_not_passed_off_as_their_words(desk, team):
    team.team_pages.shared = replace(SHARED, door=Door.CLOSE, written_by="someone close to the person")

    for path in ("/staff/shared/s1", "/staff/shared/s1/print"):
        page = desk.opens(path).text
        assert "What I see matters to someone close to me</h1>" in page
        assert "They are not that person&#39;s own words." in page


def test_earlier_versions_differ_in_whole_lines(desk, team):
    page = desk.opens("/staff/shared/s1").text.partition("What changed, version by version")[2]

    assert in_order(page, "Version 3, 20 November 2026", "Added", "My garden", "Taken out", "The park")
    team.team_pages.shared = replace(SHARED, earlier=())
    assert "What changed, version by version" not in desk.opens("/staff/shared/s1").text


@pytest.mark.parametrize("path", PAGES)
def test_words_are_shown_and_never_run(desk, path):
    page = desk.opens(path).text

    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} {x} &lt;b onclick=&#39;x&#39;&gt;" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Purpose": "prefetch"},
        {"Sec-Purpose": "prefetch;prerender"},
        {"Purpose": "prefetch"},
        {"X-Moz": "prefetch"},
        {"X-Purpose": "preview"},
    ],
)
def test_a_browser_that_looks_ahead_opens_nothing(desk, team, path, headers):
    answer = desk.opens(path, headers=headers)

    assert answer.status_code == 403
    assert answer.content == b""
    assert team.team_pages.opened == []


@pytest.mark.parametrize("path", PAGES)
def test_every_view_of_words_is_asked_for_and_counted(desk, team, path):
    desk.opens(path)
    desk.opens(path)

    assert team.team_pages.opened == [("a1", "s1", path.endswith("print"))] * 2


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asked_for_by_its_head_alone_is_not_opened(desk, team, path):
    desk.browser.request("HEAD", path)

    assert team.team_pages.opened == []


@pytest.mark.parametrize("path", PAGES)
def test_what_was_taken_back_or_never_was_gets_one_kind_page(desk, team, path):
    unknown = desk.opens(path.replace("s1", "unknown"))
    of_another_team = desk.sits("two").opens(path.replace("s1", "s9"))
    team.team_pages.stopped = True
    stopped = desk.sits("r").opens(path)

    assert unknown.status_code == stopped.status_code == of_another_team.status_code == 404
    assert unknown.text == stopped.text
    assert "This is no longer shared with your team</h1>" in stopped.text
    assert not any(words in stopped.text for words in WORDS)
    assert stopped.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_kept_and_nobody_else_sees_it(desk, team, path):
    page = desk.opens(path)
    token = next(token for token, each in TOKENS.items() if each is VOLUNTEER)
    refused = desk.sits(token).opens(path)

    assert page.headers["cache-control"] == "no-store"
    assert "Bel" not in page.text.partition("<title>")[2].partition("</title>")[0]
    assert "data-copy" not in page.text
    assert refused.status_code == 403
    assert not any(words in refused.text for words in WORDS)
    assert len(team.team_pages.opened) == 1


def test_the_print_says_what_it_is_who_printed_it_and_when(desk):
    page = desk.opens("/staff/shared/s1/print").text

    assert in_order(
        page, "Printed by", "not an advance decision", "Bel. This is what they say themselves.", "My garden", "We will"
    )
    assert "Printed by Sam Reviewer on 21 November 2026 at 09:30." in page
    assert "Sam Reviewer, Community team. Planned, by 3 December 2026:" in page
    assert "There may be a newer version." in page
    assert "Which flowers?" not in page
    assert "Asking early" not in page
    assert "<form" not in page.partition("<main")[2]
