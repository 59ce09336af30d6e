"""What Alembic runs: all changes on the connection it was handed, in one transaction."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Enum

from api.records import Record
from api.records.columns import Instant


def plain(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write our own types into a new migration as what they are: it must outlive them."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String({item.length})"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Record.metadata,
    render_as_batch=context.config.attributes["connection"].dialect.name == "sqlite",
    render_item=plain,
    compare_type=True,
)
context.run_migrations()
