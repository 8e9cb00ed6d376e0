"""What somebody does who holds the database and not the key: the triggers are no obstacle to them."""

from sqlalchemy import text

GUARDED = ("audit", "audit_links", "consents")


def behind_our_back(database, *statements):
    """Run statements with every trigger of ours out of the way."""
    with database.begin() as connection:
        if connection.dialect.name == "sqlite":
            for name in (
                connection.execute(text("select name from sqlite_master where type = 'trigger'")).scalars().all()
            ):
                connection.execute(text(f"drop trigger {name}"))
        else:
            for table in GUARDED:
                connection.execute(text(f"alter table {table} disable trigger user"))
        for statement in statements:
            connection.exec_driver_sql(statement)
        if connection.dialect.name != "sqlite":
            for table in GUARDED:
                connection.execute(text(f"alter table {table} enable trigger user"))
