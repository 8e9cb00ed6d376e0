"""Files of services, as somebody hands them over, and ways to take them in and see what a store then holds."""

import json
import zipfile

from bot.signposting.documents import pull
from bot.signposting.interchange import import_hsds

SERVICES = "id,organization_id,name,status\ns-1,o-1,A Service,active\n"
ORGANIZATIONS = "id,name\no-1,A Charity\n"


def service(**more):
    plain = {
        "id": "s-1",
        "name": "A Service",
        "status": "active",
        "organization": {"id": "o-1", "name": "A Charity"},
    }
    return plain | more


def write(folder, services, name="in.json"):
    path = folder / name
    path.write_text(json.dumps(services), encoding="utf-8")
    return path


def package(folder, **tables):
    """A CSV package of these tables, each a text with a line for each row."""
    there = folder / "package"
    there.mkdir(exist_ok=True)
    for name, text in tables.items():
        (there / f"{name}.csv").write_text(text, encoding="utf-8")
    return there


def packed(folder, members):
    path = folder / "in.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def take(open_transaction, folder, services):
    return import_hsds(write(folder, services), open_transaction)


def everything(open_transaction):
    with open_transaction(reading=True) as transaction:
        return pull(transaction.session)
