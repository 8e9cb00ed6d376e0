"""The gateway's side of the safety door: danger is answered whatever the store does, and noted where it can be."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from bot.channels.known import Before, Sent
from bot.channels.lately import Lately
from bot.channels.turn_store import STORE_ERRORS, TurnStore
from bot.model.messages import Reply
from bot.model.safety import Asked, SafetyIntent, Told, Verdict
from bot.records.turns import Turn
from bot.safety import door
from bot.safety.asking_back import asks_about_it, asks_whether_to_tell, asks_who_knows
from bot.safety.door import SafetyReply
from bot.safety.judge import Judge, Where, by_patterns
from bot.safety.other_ways import has_another_plan, is_elsewhere
from bot.safety.said_after import asks_to_keep_it, goes_on, help_has_come, is_no_death
from bot.safety.unclear import is_unclear
from bot.safety.weighing import by_meaning
from bot.safety.whose import of_another
from bot.safety.young import writer_is_young
from bot.understanding.answers import clean
from bot.understanding.card import code_in
from bot.understanding.commands import command

log = logging.getLogger(__name__)

SAFETY_PATIENCE = 1.0
"""Seconds that a safety reply waits for the store, which it does not need."""


_NOTICED = "noticed by the language model"
_A_DEATH = by_meaning(SafetyIntent.DEATH_JUST_HAPPENED).pattern
_NOTHING_ASKED = {None, Asked.STILL_IN_DANGER}


class Danger:
    """Screens what people write, and has the safety door answer it."""

    def __init__(self, store: TurnStore, judge: Judge, lately: Lately | None = None) -> None:
        self._store = store
        self._judge = judge
        self._lately = lately or Lately()
        self._reading = ThreadPoolExecutor(max_workers=4, thread_name_prefix="safety")

    async def before(self, token: str, words: str = "") -> Before:
        """Return what came before a message of these words; nothing is known of it where the store fails or hangs."""
        try:
            return await asyncio.wait_for(asyncio.to_thread(self._store.before, token, words), SAFETY_PATIENCE)
        except Exception as error:  # noqa: BLE001  (whatever fails here, danger is still answered)
            log.warning("what came before is not known (%s)", type(error).__name__)
            return Before()

    async def answer(self, token: str, sent: Sent, before: Before) -> SafetyReply | None:
        """Return the door's answer to a message or to one of its own buttons, or None for anything else."""
        if sent.choice:
            verdict, answer = None, door.press(sent.choice)
            if answer is not None and answer.carries_on:
                self._lately.call_off(token)
        else:
            verdict, young = await self._screen(token, sent.words, before)
            if verdict and before.told and verdict.pattern == _A_DEATH and is_no_death(sent.words, before.told):
                verdict = None
            answer = self._reply(token, sent.words, verdict, young=young) if verdict else None
            if answer is None and before.told is not None:
                answer = _asked_back(before.told, before.asked, sent.words)
            if answer is None and before.asked is Asked.SAFE_NOW and _is_unclear(sent.words):
                answer = door.asked_again(before.asked, before.told)
        if answer is not None:
            await self._note(token, verdict, answer, sent.words)
        return answer

    async def heed(self, token: str, text: str) -> Reply | None:
        """Answer words that tell of danger, and nothing else."""
        words = clean(text)
        verdict, young = await self._screen(token, words, await self.before(token, words) if words else Before())
        if verdict is None or verdict.intent is None:
            return None
        answer = self._reply(token, words, verdict, young=young)
        await self._note(token, verdict, answer, words)
        return answer.reply

    async def noticed(self, token: str, intent: SafetyIntent, turn: Turn | None) -> Reply:
        """Answer danger that only the language model noticed; it is the answer to the turn."""
        words = turn.words if turn is not None else ""
        verdict = of_another(Verdict(intent, _NOTICED), words) or Verdict(intent, _NOTICED)
        young = writer_is_young(words) or (await self.before(token)).young
        answer = self._reply(token, words, verdict, young=young)
        await self._note(token, verdict, answer, words)
        if turn is not None:
            try:
                await asyncio.to_thread(self._store.close, turn.id, answer.reply)
            except STORE_ERRORS as error:
                log.warning("turn %s was answered; that could not be noted (%s)", turn.id, type(error).__name__)
        return answer.reply

    def was_called_off(self, token: str, words: str) -> bool:
        """Say whether these very words were answered before, and were called off as no danger."""
        return self._lately.was_called_off(token, words)

    def _reply(self, token: str, words: str, verdict: Verdict, *, young: bool) -> SafetyReply:
        """Return the door's reply; where the message before got the same a moment ago, no more than where it stands."""
        answer = door.reply_to(verdict, young=young)
        if verdict.intent is None or not token:
            return answer
        if self._lately.answered(token, words, answer.reply):
            return replace(answer, reply=door.same_again(answer.reply))
        return answer

    async def _screen(self, token: str, words: str, before: Before) -> tuple[Verdict | None, bool]:
        """Return what was found, and whether the writer says, or said just before, that they are under 18."""
        if not words or code_in(words):  # no code is a word, but to the trained reader some look like a cry for help
            return None, False

        def read() -> tuple[Verdict | None, bool]:
            mourning = before.mourning and before.asked in _NOTHING_ASKED
            where = Where(
                asked=before.asked,
                expecting=before.expecting,
                mourning=mourning,
                settled=before.settled,
                over=before.over,
                ill=before.ill,
                of_a_talk=before.of_a_talk,
                after_danger=before.after_danger,
            )
            verdict = self._judge(words, where)
            if verdict is not None and self._lately.was_called_off(token, words):
                verdict = by_patterns(words, where)
            return verdict, verdict is not None and (before.young or writer_is_young(words))

        # In a thread, so that nobody else waits while a long text is read; of its own, so that no store holds it up.
        return await asyncio.get_running_loop().run_in_executor(self._reading, read)

    async def _note(self, token: str, verdict: Verdict | None, answer: SafetyReply, words: str = "") -> None:
        noting = asyncio.to_thread(self._store.note_safety, token, verdict, answer, words)
        try:
            await asyncio.wait_for(noting, SAFETY_PATIENCE)
        except Exception as error:  # noqa: BLE001  (as above)
            log.warning("a safety reply was given; it could not be noted (%s)", type(error).__name__)


def _is_unclear(words: str) -> bool:
    """Say whether these words leave the question open. A command is about something else: "stop", "delete it all"."""
    return command(words) in {None, "", "affirm", "deny"} and is_unclear(words)


def _asked_back(told: Told, asked: Asked | None, words: str) -> SafetyReply | None:
    """Return what is said to words that go on about the reply just given, or ask about it; None for other words."""
    if asks_who_knows(words) or asks_to_keep_it(words):
        return door.asked_who_knows(told, asked)
    if asks_whether_to_tell(words):
        return door.asked_whether_to_tell(told)
    if is_elsewhere(words):
        return door.asked_elsewhere(told)
    if told is Told.EMERGENCY and has_another_plan(words):
        return door.told_of_a_plan()
    if help_has_come(words, told):
        return door.help_has_come()
    return door.asked_back(told, asked) if asks_about_it(words) or goes_on(words) else None
