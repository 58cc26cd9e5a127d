"""What Alembic runs: the migrations, on the connection that it is given."""

from alembic import context

from simak.store.index import owned
from simak.store.schema import metadata


def _is_ours(name: str | None, kind: str, *_: object) -> bool:
    """Leave out the tables and indexes of the full-text index, which no metadata describes."""
    return not owned(name or "")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    include_object=lambda _object, name, kind, _reflected, _other: _is_ours(name, kind),
)
with context.begin_transaction():
    context.run_migrations()
