"""Questions that customers ask about a line of their bill."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.records.columns import Record, identity


class Query(Record):
    """A question, kept until it is answered and shown.

    Args:
        pointer: of the fact it is about, in the version's document.
        text_sealed, answer_sealed: words of the customer and the operator, encrypted.
    """

    __tablename__ = "queries"

    id: Mapped[str] = identity("qry")
    bill_id: Mapped[str] = mapped_column(ForeignKey("bills.id", ondelete="CASCADE"), index=True)
    version_id: Mapped[str] = mapped_column(ForeignKey("bill_versions.id", ondelete="CASCADE"))
    link_id: Mapped[str | None] = mapped_column(ForeignKey("links.id", ondelete="SET NULL"))
    pointer: Mapped[str] = mapped_column(String(512))
    text_sealed: Mapped[bytes | None]
    answer_sealed: Mapped[bytes | None]
    created: Mapped[datetime]
    answered: Mapped[datetime | None]
