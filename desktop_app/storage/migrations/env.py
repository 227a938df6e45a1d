"""What Alembic runs for a migration; the connection is handed over by `storage.migrate`."""

from alembic import context

from desktop_app.storage.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,  # SQLite changes a column by making the table anew
)
with context.begin_transaction():
    context.run_migrations()
