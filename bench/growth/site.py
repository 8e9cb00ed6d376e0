"""A site on a store: what a volunteer and a member of a team would wait for."""

from typing import Final

from bench.growth.questions import After, How, Look, Part, Question, Search, What
from bench.growth.web import Web, ms
from bot.model.directory import Looking
from bot.web.staff.inbox_presenters import inbox_address
from bot.web.support.asking import read_when

_A_ROW: Final = 'href="/staff/shared/'


class Site(Web):
    """A site that is ready: everything that happens at its start is done. See `bench.growth.store.fill`."""

    def _warm(self) -> None:
        self._parts.reader.warm()
        self._parts.finder.warm()

    def ask(self, question: Question) -> float:
        """Return the milliseconds until the whole answer is there. Raises BenchError when it is not one."""
        match question:
            case Search():
                return self._search(question)
            case Look():
                return self._look(question)
            case After():
                self._change(question)
                return self._search(Search(How.JSON, question.situation))

    def _search(self, asked: Search) -> float:
        said = asked.situation
        fields = {"q": said.said, "district": said.district, "when": said.when}
        match asked.how:
            case How.JSON:
                return self._timed(lambda: self._visitor.get("/api/support/search", params=fields), '"results"')
            case How.PAGE:
                return self._timed(lambda: self._visitor.post("/support", data=fields), "</html>")
            case How.ALONE:
                looking = Looking(text=said.said, district=said.district, when=read_when(said.when))
                return ms(lambda: self._parts.finder.find(looking))

    def _look(self, asked: Look) -> float:
        page = self._page(asked)
        if asked.how is How.ALONE:
            return ms(lambda: self._parts.team_pages.inbox(self._staff, self._team, asked.state, page))
        address = inbox_address(self._team, asked.state, page)
        return self._timed(lambda: self._member.get(address), _A_ROW)

    def _change(self, asked: After) -> None:
        directory, actor = self._parts.directory, f"account:{self._staff.id}"
        entry = directory.entries()[asked.number]
        if asked.what is What.CHECKED:
            directory.check(entry.id, actor, self._staff.email, self._parts.clock.now().date())
        else:
            directory.correct(entry.id, actor, {"name": f"{entry.name}, once more"})

    def _page(self, asked: Look) -> int:
        if asked.part is Part.FIRST:
            return 1
        pages = self._parts.team_pages.inbox(self._staff, self._team, asked.state, 1).pages
        return pages if asked.part is Part.LAST else (pages + 1) // 2
