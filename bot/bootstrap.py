"""The one place where real parts are made and joined. Doors receive what they need; they build nothing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial

from sqlalchemy import Engine as Database

from bot.accounts.accounts import Accounts
from bot.encoder import Encoder
from bot.information.loader import read_information
from bot.model.clock import Clock, SystemClock
from bot.model.complaint import AnsweredBy
from bot.model.ids import PersonId
from bot.records.own_copies import OwnCopies
from bot.records.unit_of_work import Begin, UnitOfWork
from bot.safety.judge import Judge, Where, judge_with
from bot.safety.trained import LIFE_AT_RISK
from bot.settings import Settings
from bot.signposting.directory import Directory
from bot.signposting.finder import Finder
from bot.signposting.meaning import Reader
from bot.stages.conversation import Facts
from bot.stages.share_pages import SharedPages
from bot.stages.support import SupportDesk
from bot.stages.team_pages import TeamPages
from bot.stages.trusted_pages import TrustedPages
from bot.store.database import connect
from bot.store.keys import open_key_file
from bot.store.transaction import OpenTransaction, Transaction


@dataclass(frozen=True, slots=True)
class Parts:
    """What the doors are given."""

    settings: Settings
    database: Database
    begin: Begin
    facts: Facts
    shared_pages: SharedPages
    own_copies: OwnCopies
    trusted_pages: TrustedPages
    clock: Clock
    accounts: Accounts
    team_pages: TeamPages
    open_transaction: OpenTransaction
    directory: Directory
    reader: Reader
    finder: Finder
    judge: Callable[[], Judge]
    """The safety door's judge, loaded at the first call. It and the reader share one encoder."""


def build(settings: Settings, clock: Clock | None = None) -> Parts:
    """Return the parts for these settings. Raises KeyFileError when the key file is missing or open to others."""
    clock = clock or SystemClock()
    keys = open_key_file(settings.key_file)
    database = connect(settings.database_url)
    begin = partial(UnitOfWork, database, clock, keys)
    open_transaction = partial(Transaction, database, clock)
    accounts = Accounts(open_transaction, keys, clock)
    directory = Directory(open_transaction)
    encoder = cache(partial(Encoder, settings.encoder_dir))
    judge = cache(lambda: judge_with(encoder()))
    reader = Reader(encoder, partial(_life_at_risk, judge))
    finder = Finder(directory.entries, reader.read, clock)
    support = SupportDesk(directory, finder, clock)
    facts = Facts(settings.organisation, settings.public_url, settings.draft_days, support, accounts.teams)
    facts = replace(facts, information=cache(read_information))  # read by the actions alone: web starts without it
    named = AnsweredBy(settings.complaints_name, settings.complaints_role, settings.complaints_days)
    facts = replace(facts, answered_by=named, release_days=settings.release_days)
    if settings.telegram_token is not None:
        facts = replace(facts, telegram_name=partial(_bot, begin), can_write_first=partial(_has_chat, begin))
    team_pages = TeamPages(begin, accounts.name)
    return Parts(
        settings=settings,
        database=database,
        begin=begin,
        facts=facts,
        shared_pages=SharedPages(begin),
        own_copies=OwnCopies(begin),
        trusted_pages=TrustedPages(begin),
        clock=clock,
        accounts=accounts,
        team_pages=team_pages,
        open_transaction=open_transaction,
        directory=directory,
        reader=reader,
        finder=finder,
        judge=judge,
    )


def _bot(begin: Begin) -> str:
    with begin(reading=True) as records:
        return records.telegram.bot_name


def _has_chat(begin: Begin, person: PersonId) -> bool:
    with begin(reading=True) as records:
        return records.telegram.of_person(person) is not None


def _life_at_risk(judge: Callable[[], Judge], text: str) -> bool:
    verdict = judge()(text, Where())
    return verdict is not None and verdict.intent in LIFE_AT_RISK
