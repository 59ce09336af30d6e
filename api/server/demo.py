"""Sample customers with links, to try the server with: `billreel serve --demo`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.clock import Clock, system_clock
from api.films import read_facts
from api.films.videos import Wish, want_video
from api.operator.keys import create_key
from api.operator.links import mint_link
from api.operator.scopes import Scope
from api.operator.upload import Upload, put_bill
from api.packs import approve_pack, publish_pack
from api.records import Key, Operator, PublishedPack
from api.services import Ground
from renderer.script import load_pack

OPERATOR = "demo"


@dataclass(frozen=True)
class DemoLink:
    """A sample customer's link."""

    language: str
    url: str


def stock(ground: Ground, pack_name: str = "telco", clock: Clock = system_clock) -> list[DemoLink]:
    """Put a pack's sample customers in, have their videos made, and mint each a link for a day."""
    pack = load_pack(pack_name)
    with ground.database.writing() as session:
        publisher, approver = (_key(session, ground, name, clock) for name in ("ines", "tomasz"))
    published = publish_pack(ground.database, ground.objects, publisher, pack, clock())
    with ground.database.writing() as session:
        approve_pack(session, approver, published.sha256, clock())
    return [
        _customer(ground, publisher, published, language, folder, clock)
        for language, folder in pack.samples.items()
    ]


def _key(session: Session, ground: Ground, name: str, clock: Clock) -> Key:
    """Return the key of a made-up person; nobody knows its secret."""
    found = session.scalar(
        select(Key).join(Operator).where(Operator.name == OPERATOR, Key.name == name)
    )
    if found is not None:
        return found
    return create_key(session, ground.vault, OPERATOR, name, list(Scope), clock()).record


def _customer(
    ground: Ground, key: Key, pack: PublishedPack, language: str, folder: Path, clock: Clock
) -> DemoLink:
    for path in _documents(folder):
        data = path.read_bytes()
        reference = f"demo-{language}-{path.stem}"
        upload = Upload(reference, data, "application/json", read_facts(data))
        put = put_bill(ground.database, ground.objects, ground.vault, key, upload, clock())
    now = clock()
    wish = Wish(language, pack.shapes[0], pack.brands[0], pack.voice)
    with ground.database.writing() as session:
        want_video(session, put.bill, put.version, pack, wish, now)
        minted = mint_link(session, key, put.bill, now, now + timedelta(days=1), language)
    return DemoLink(language, f"{ground.settings.address}/b/{minted.id}")


def _documents(folder: Path) -> Iterator[Path]:
    """List a sample customer's bills, the newest last."""
    previous = folder / "previous"
    if previous.is_dir():
        yield from sorted(previous.iterdir())
    yield folder / "bill.json"
