"""What the server remembers: SQLAlchemy models, one file a matter, on SQLite and PostgreSQL alike.

Records know no HTTP, no files and no films. `docs/server.md` tells what each is for.
"""

from api.records.accounts import Account, Factor, FactorAttempt, FactorKind
from api.records.bills import (
    PAYABLE,
    Bill,
    BillVersion,
    Settlement,
    Standing,
    settle,
    standing,
)
from api.records.columns import Record, opaque
from api.records.database import Database, open_database
from api.records.events import Count, Delivery, Event
from api.records.links import Link, Purpose, ViewerSession, find_link, link_digest, link_id
from api.records.operators import Key, Operator
from api.records.packs import PublishedPack, Suspension
from api.records.payments import FINAL, IntentState, PaymentEvent, PaymentIntent
from api.records.queries import Query
from api.records.traces import Answer, Audit, Duty, Removal, Tombstone
from api.records.videos import Video, VideoState

__all__ = [
    "FINAL",
    "PAYABLE",
    "Account",
    "Answer",
    "Audit",
    "Bill",
    "BillVersion",
    "Count",
    "Database",
    "Delivery",
    "Duty",
    "Event",
    "Factor",
    "FactorAttempt",
    "FactorKind",
    "IntentState",
    "Key",
    "Link",
    "Operator",
    "PaymentEvent",
    "PaymentIntent",
    "PublishedPack",
    "Purpose",
    "Query",
    "Record",
    "Removal",
    "Settlement",
    "Standing",
    "Suspension",
    "Tombstone",
    "Video",
    "VideoState",
    "ViewerSession",
    "find_link",
    "link_digest",
    "link_id",
    "opaque",
    "open_database",
    "settle",
    "standing",
]
