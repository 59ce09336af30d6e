"""Lists, a page at a time: newest first, by a cursor that says where the next page begins.

A cursor names the last record of its page by its time and id, so records that come meanwhile change
no page that follows. It is sealed: nobody can make one up, or read anything from it.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel, Field
from sqlalchemy import Select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from api.errors import RequestError
from api.http import ServicesOf
from api.records import Key
from api.vault import Vault
from renderer.errors import RenderError

_T = TypeVar("_T", bound=BaseModel)
_R = TypeVar("_R")


class Page(BaseModel, Generic[_T]):
    """A page of a list, newest first."""

    items: list[_T] = Field(description="What is on this page.")
    next: str | None = Field(
        None, description="Cursor of the next page; none on the last one.", max_length=512
    )


@dataclass(frozen=True)
class Wanted:
    """Which page is wanted."""

    vault: Vault
    limit: int
    cursor: str | None

    def page(
        self,
        session: Session,
        key: Key,
        name: str,
        found: Select[_R],
        order: tuple[InstrumentedAttribute[datetime], InstrumentedAttribute[str]],
        told: Callable[[Sequence[_R]], list[_T]],
    ) -> Page[_T]:
        """Return the page of a list.

        Args:
            name: of the list and what it is narrowed to; a cursor is for one list of one operator.
            found: everything in the list, in no order.
            order: time and id of its records.
            told: turns records into what is answered.

        Raises:
            RequestError: `cursor-not-valid`.
        """
        bound = f"{key.operator_id} {name}".encode()
        if self.cursor is not None:
            found = found.where(tuple_(*order) < tuple_(*self._after(bound)))
        ordered = found.order_by(*(one.desc() for one in order)).limit(self.limit + 1)
        records = session.scalars(ordered).all()
        more = len(records) > self.limit
        shown = records[: self.limit]
        following = self._cursor(shown[-1], order, bound) if more else None
        return Page(items=told(shown), next=following)

    def _cursor(
        self, last: Any, order: tuple[InstrumentedAttribute[Any], ...], bound: bytes
    ) -> str:
        at, id_ = (getattr(last, one.key) for one in order)
        sealed = self.vault.seal("cursor", json.dumps([at.isoformat(), id_]).encode(), bound)
        return base64.urlsafe_b64encode(sealed).decode().rstrip("=")

    def _after(self, bound: bytes) -> tuple[datetime, str]:
        try:
            sealed = base64.b64decode(f"{self.cursor}===", b"-_", validate=False)
            at, id_ = json.loads(self.vault.unseal("cursor", sealed, bound))
            return datetime.fromisoformat(at), str(id_)
        except (RenderError, binascii.Error, ValueError):
            raise RequestError(
                "cursor-not-valid",
                "this is not a cursor of this list",
                where="query/cursor",
                remedy="Send `next` of the page before, with the same other parameters.",
            ) from None


def wanted(
    services: ServicesOf,
    limit: Annotated[int, Query(ge=1, le=200, description="Most items of the page.")] = 50,
    cursor: Annotated[
        str | None, Query(max_length=512, description="`next` of the page before.")
    ] = None,
) -> Wanted:
    """Return which page a request wants."""
    return Wanted(services.vault, limit, cursor)


WantedOf = Annotated[Wanted, Depends(wanted)]
