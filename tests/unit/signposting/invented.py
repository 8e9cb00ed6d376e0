"""Invented services, for tests."""

from typing import Any

from bot.model.directory import Entry, Loss, Nation, Need, Phone, Relationship, Way
from bot.signposting.hours import read_hours

LINE = Entry(
    id="11111111-1111-4111-8111-111111111111",
    name="Listening Line",
    organisation="Listening Trust",
    who_for="anyone who is grieving in England or Wales",
    needs=(Need.BEREAVEMENT, Need.CARERS),
    losses=(Loss.SUDDEN,),
    relationships=(Relationship.PARTNER, Relationship.FRIEND),
    nations=(Nation.ENGLAND, Nation.WALES),
    minimum_age=16,
    maximum_age=99,
    phones=(Phone("0800 123 4567"), Phone("85000", "text", "text HELLO to")),
    email="help@listening.example",
    url="https://listening.example",
    hours=(read_hours("MO-FR 09:00-17:00"), read_hours("SA 10:00-14:00")),
    hours_note="Ring to check bank holidays.",
    places=("1 High Street, Dorchester, DT1 1JP",),
    languages=("English", "Welsh"),
    access=(Way.PHONE, Way.RELAY),
    next_step="You can ring and say what you need.",
    alert="Busy this week.",
    fees="Free.",
    source="invented",
    grade="A",
)
LOCAL = Entry(
    id="22222222-2222-4222-8222-222222222222",
    name="A Garden Club",
    organisation="Listening Trust",
    who_for="older people in Dorchester",
    needs=(Need.OLDER_PEOPLE,),
    nations=(Nation.ENGLAND,),
    districts=("DT1", "DT2"),
    url="https://garden.example",
    source="invented",
    grade="B",
)
HELD_BACK = Entry(
    id="33333333-3333-4333-8333-333333333333",
    name="Doubtful Line",
    organisation="Doubtful Line",
    who_for="nobody knows",
    needs=(Need.MONEY,),
    phones=(Phone("0800 765 4321"),),
    source="unverified",
    grade="C",
    held_back="to check: nobody has confirmed this number",
)
CLOSED = Entry(
    id="44444444-4444-4444-8444-444444444444",
    name="Closed Line",
    organisation="Closed Line",
    who_for="people who were helped once",
    needs=(Need.MONEY,),
    source="invented",
    grade="B",
    closed=True,
)
ALL = (LINE, LOCAL, HELD_BACK, CLOSED)
FOREIGN: dict[str, Any] = {
    "id": "svc-9",
    "name": "Community Counselling",
    "description": "Talking with trained people.",
    "status": "active",
    "url": "http://counselling.example",
    "accreditations": "All are accredited.",
    "wait_time": None,
    "empty": "",
    "last_modified": "2023-03-15T10:30:45.123Z",
    "organization": {
        "id": "org-9",
        "name": "Counselling Ltd",
        "website": "https://counselling.example",
        "logo": "https://counselling.example/logo.png",
        "organization_identifiers": [{"id": "oi-1", "identifier": "1234567", "identifier_scheme": "GB-COH"}],
        "contacts": [{"id": "c-of-org", "name": "Reception", "phones": [{"id": "p-of-org", "number": "01305 000111"}]}],
    },
    "contacts": [
        {
            "id": "c-9",
            "name": "Reception",
            "department": 'Front, "desk"\nand hall',
            "phones": [
                {
                    "id": "p-9",
                    "number": "+44 1305 000222",
                    "type": "voice",
                    "languages": [{"id": "l-8", "name": "Polish"}],
                }
            ],
        }
    ],
    "schedules": [
        {
            "id": "s-9",
            "freq": "WEEKLY",
            "interval": 1,
            "byday": "TH,FR",
            "opens_at": "10:00:00",
            "closes_at": "18:00:00",
        }
    ],
    "service_areas": [{"id": "a-9", "name": "England", "uri": "https://areas.example/1"}],
    "service_at_locations": [
        {
            "id": "sal-9",
            "location": {
                "id": "loc-9",
                "location_type": "physical",
                "latitude": 50.7154,
                "longitude": -2.4405,
                "accessibility": [{"id": "acc-1", "description": "Step-free"}],
                "addresses": [
                    {
                        "id": "adr-9",
                        "address_1": "2 High Street",
                        "city": "Dorchester",
                        "state_province": "Dorset",
                        "postal_code": "DT1 1JP",
                        "country": "GB",
                        "address_type": "physical",
                    }
                ],
            },
        },
        {"id": "sal-8", "description": "It is not said where."},
    ],
    "languages": [{"id": "l-9", "name": "English", "code": "en"}],
    "cost_options": [
        {"id": "co-1", "amount": 35.5, "option": "Adults", "currency": "gbp"},
        {"id": "co-2", "amount": 0, "option": "Under 18s"},
    ],
    "funding": [{"id": "f-1", "source": "A grant"}],
    "attributes": [
        {
            "id": "at-9",
            "label": "Main",
            "taxonomy_term": {
                "id": "term-9",
                "code": "counselling",
                "name": "Counselling",
                "taxonomy_detail": {"id": "tax-9", "name": "Their own words", "uri": "https://words.example"},
            },
        },
        {"id": "at-8", "link_type": "nobody knows"},
    ],
}
"""What a directory of somebody else may hold: fields and lists we do not know, and rows that point nowhere."""
