"""How Alembic reaches the store: through the same `connect` as everything else."""

from alembic import context

from bot.store.database import connect
from bot.store.tables import Table

engine = connect(context.config.attributes["database_url"])
with engine.connect().execution_options(patient=True) as connection:  # a change of a full table takes its time
    context.configure(connection=connection, target_metadata=Table.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()
