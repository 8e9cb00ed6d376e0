"""What to do after a death, step by step: which response says it in each nation, where it was read, and when.

The sentences are in data/responses/bereavement.yml. Whoever reads a source again moves the date of its step.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Where(StrEnum):
    """Where somebody died, as far as it makes a difference."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `says` holds for every nation that `differs` does not name.

    `sources` are links by nation (the first for all others); `reviewed` is the day on which they were last read.
    """

    code: str
    title: str
    says: str
    reviewed: date
    sources: dict[Where, tuple[str, str]]
    differs: dict[Where, str] = field(default_factory=dict)

    def response(self, where: Where) -> str:
        """Return the name of the response for this nation."""
        return self.differs.get(where, self.says)

    def source(self, where: Where) -> tuple[str, str]:
        """Return the title and address of where to read more."""
        return self.sources.get(where, next(iter(self.sources.values())))


_READ = date(2026, 11, 22)
_ENGLAND, _SCOTLAND, _NI = Where.ENGLAND, Where.SCOTLAND, Where.NORTHERN_IRELAND
_GOV_UK = "https://www.gov.uk"
_NIDIRECT = "https://www.nidirect.gov.uk/articles"
_SCOTTISH_GUIDE = (
    "Scottish Government: what to do after a death",
    (
        "https://www.gov.scot/publications/death-scotland-practical-advice-times-bereavement"
        "-revised-11th-edition-2016-9781786522726/"
    ),
)
_SCOTTISH_REGISTERING = (
    "NHS Scotland: registering a death",
    "https://www.sad.scot.nhs.uk/atafter-death/registration-and-advance-registration-of-death",
)
_NI_REGISTERING = ("nidirect: registering a death", f"{_NIDIRECT}/registering-death-district-registrar")

STEPS = (
    Step(
        "first_hours",
        "The first hours",
        "utter_bereavement_step_first_hours",
        _READ,
        {
            _ENGLAND: ("GOV.UK: when someone dies", f"{_GOV_UK}/when-someone-dies"),
            _SCOTLAND: _SCOTTISH_GUIDE,
            _NI: _NI_REGISTERING,
        },
        {_NI: "utter_bereavement_step_first_hours_northern_ireland"},
    ),
    Step(
        "certificate",
        "The medical certificate",
        "utter_bereavement_step_certificate",
        _READ,
        {
            _ENGLAND: ("GOV.UK: when someone dies", f"{_GOV_UK}/when-someone-dies"),
            _SCOTLAND: _SCOTTISH_REGISTERING,
            _NI: _NI_REGISTERING,
        },
        {
            _SCOTLAND: "utter_bereavement_step_certificate_scotland",
            _NI: "utter_bereavement_step_certificate_northern_ireland",
        },
    ),
    Step(
        "register",
        "Registering the death",
        "utter_bereavement_step_register",
        _READ,
        {
            _ENGLAND: ("GOV.UK: register a death", f"{_GOV_UK}/register-a-death"),
            _SCOTLAND: _SCOTTISH_REGISTERING,
            _NI: _NI_REGISTERING,
        },
        {
            _SCOTLAND: "utter_bereavement_step_register_scotland",
            _NI: "utter_bereavement_step_register_northern_ireland",
        },
    ),
    Step(
        "tell_us_once",
        "Telling government offices",
        "utter_bereavement_step_tell_us_once",
        _READ,
        {
            _ENGLAND: (
                "GOV.UK: Tell Us Once",
                f"{_GOV_UK}/after-a-death/organisations-you-need-to-contact-and-tell-us-once",
            ),
        },
        {_NI: "utter_bereavement_step_tell_us_once_northern_ireland"},
    ),
    Step(
        "funeral",
        "The funeral",
        "utter_bereavement_step_funeral",
        _READ,
        {
            _ENGLAND: ("GOV.UK: arrange the funeral", f"{_GOV_UK}/after-a-death/arrange-the-funeral"),
            _SCOTLAND: _SCOTTISH_GUIDE,
            _NI: ("nidirect: arranging a funeral", f"{_NIDIRECT}/arranging-funeral"),
        },
    ),
    Step(
        "funeral_money",
        "Help to pay for the funeral",
        "utter_bereavement_step_funeral_money",
        _READ,
        {
            _ENGLAND: ("GOV.UK: Funeral Expenses Payment", f"{_GOV_UK}/funeral-payments"),
            _SCOTLAND: ("mygov.scot: Funeral Support Payment", "https://www.mygov.scot/funeral-support-payment"),
            _NI: ("nidirect: Funeral Expenses Payment", f"{_NIDIRECT}/funeral-expenses-payment"),
        },
        {_SCOTLAND: "utter_bereavement_step_funeral_money_scotland"},
    ),
    Step(
        "benefits",
        "Money for a partner left behind",
        "utter_bereavement_step_benefits",
        _READ,
        {_ENGLAND: ("GOV.UK: Bereavement Support Payment", f"{_GOV_UK}/bereavement-support-payment")},
    ),
    Step(
        "others",
        "Others to tell",
        "utter_bereavement_step_others",
        _READ,
        {_ENGLAND: ("Death Notification Service, for banks", "https://www.deathnotificationservice.co.uk")},
    ),
    Step(
        "estate",
        "What they owned and owed",
        "utter_bereavement_step_estate",
        _READ,
        {
            _ENGLAND: ("GOV.UK: applying for probate", f"{_GOV_UK}/applying-for-probate"),
            _SCOTLAND: _SCOTTISH_GUIDE,
            _NI: ("nidirect: probate", f"{_NIDIRECT}/probate"),
        },
        {_SCOTLAND: "utter_bereavement_step_estate_scotland"},
    ),
    Step(
        "later",
        "The weeks after",
        "utter_bereavement_step_later",
        _READ,
        {_ENGLAND: ("National Bereavement Service", "https://thenbs.org")},
    ),
)
