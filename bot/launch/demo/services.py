"""Invented services, one in each state that a volunteer meets. Their numbers are kept free for drama by Ofcom."""

from datetime import date, timedelta

from bot.model.directory import Entry, Hours, Need, Phone
from bot.signposting.directory import Directory

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR")
_ACTOR = "command line"
_CHECKED_BY = "vic@example.org"
_WRONG = "invented-kettle"


def add_services(directory: Directory, today: date) -> None:
    """Add them to the directory: one just checked, one checked long ago, one with a wrong number, one closed."""
    directory.add(_services(today), _ACTOR)
    for reporter in ("somebody invented", "somebody else invented"):
        directory.report_number(_WRONG, reporter)


def _services(today: date) -> tuple[Entry, ...]:
    weekdays = (Hours(_WEEKDAYS, "10:00", "16:00"),)
    return (
        Entry(
            id="invented-bench",
            name="The Bench by the Pond (invented)",
            organisation="The Bench by the Pond (invented)",
            who_for="anyone in and near Dorchester who grieves",
            needs=(Need.BEREAVEMENT, Need.LOCAL_SUPPORT),
            districts=("DT1", "DT2"),
            phones=(Phone("01632 960101"),),
            hours=weekdays,
            next_step="A volunteer answers. They ask your first name and when to meet.",
            source="https://example.org/bench",
            assured_date=today - timedelta(days=20),
            assurer_email=_CHECKED_BY,
        ),
        Entry(
            id="invented-lantern",
            name="Lantern Walks (invented)",
            organisation="Lantern Walks (invented)",
            who_for="people in Poole whose husband, wife or partner has died",
            needs=(Need.BEREAVEMENT,),
            districts=("BH",),
            email="walks@example.org",
            next_step="They write back with the next walk and who will meet you.",
            source="https://example.org/lantern",
            assured_date=today - timedelta(days=800),
            assurer_email=_CHECKED_BY,
        ),
        Entry(
            id=_WRONG,
            name="The Kettle Line (invented)",
            organisation="The Kettle Line (invented)",
            who_for="carers in Dorset who would like to talk",
            needs=(Need.CARERS,),
            districts=("DT", "BH"),
            phones=(Phone("01632 960102"),),
            email="kettle@example.org",
            hours=weekdays,
            next_step="Somebody who has been a carer answers.",
            source="https://example.org/kettle",
        ),
        Entry(
            id="invented-mill",
            name="Mill Lane Drop-in (invented)",
            organisation="Mill Lane Drop-in (invented)",
            who_for="anyone in Weymouth who grieves",
            needs=(Need.BEREAVEMENT,),
            districts=("DT3", "DT4"),
            phones=(Phone("01632 960103"),),
            next_step="The door is open.",
            source="https://example.org/mill",
            closed=True,
        ),
    )
