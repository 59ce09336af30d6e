"""`/v1/videos`: asked for, and how far they are."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import RequestError, not_found
from api.films.videos import Wish, want_video
from api.http import ServicesOf, problems
from api.operator.caller import allowed
from api.operator.once import Done, OnceOf
from api.operator.page import Page, WantedOf
from api.operator.references import bill_of
from api.operator.scopes import Scope
from api.operator.versions import newest
from api.operator.words import ID, Language, Moment, ReferenceWord, Sha256, Strict, Word
from api.packs import require_servable
from api.records import BillVersion, Key, PublishedPack, Video, VideoState
from api.records.audit import note

router = APIRouter(prefix="/v1/videos", tags=["videos"])
Reader = Annotated[Key, Depends(allowed(Scope.VIDEOS_READ))]
Writer = Annotated[Key, Depends(allowed(Scope.VIDEOS_WRITE))]


class VideoIn(Strict):
    """What film of a bill is wanted."""

    bill: ReferenceWord = Field(description="Reference of the bill; its newest version is told.")
    pack: Sha256 = Field(description="Hash of the published pack: `GET /v1/packs`.")
    language: Language | None = Field(
        None,
        description="Default: the customer's own where the pack has it, else the pack's first.",
    )
    shape: Word | None = Field(None, description="`wide` or `tall`; default: the pack's first.")
    brand: Word | None = Field(None, description="Default: the pack's first.")
    voice: Word | None = Field(None, description="`espeak` or `silent`; default: the pack's own.")


class VideoOut(BaseModel):
    """A video, and how far it is."""

    id: str
    bill: str = Field(description="Id of its bill.")
    version: int = Field(description="Of the bill; only the newest one's videos are shown.")
    language: str
    shape: str
    brand: str
    voice: str
    pack: str = Field(description="Hash of its pack.")
    state: VideoState = Field(
        description="`queued`, `ready` (it can be watched) or `failed` (see `error`)."
    )
    error: str | None = Field(None, description="Code of what is wrong.")
    where: str | None = Field(None, description="Place of it, in the bill or the pack.")
    seconds: float | None = Field(None, description="How long it is, once it is ready.")
    created: Moment
    changed: Moment


VOICES = ("espeak", "silent")
"""Those that send nothing to others."""


@router.post(
    "",
    response_model=VideoOut,
    status_code=201,
    responses={
        200: {"description": "It is there already.", "model": VideoOut},
        **problems(400, 404, 408, 409, 413),
    },
)
def make_video(wish: VideoIn, services: ServicesOf, key: Writer, once: OnceOf) -> Response:
    """Have a film of a bill made. It is `ready` some seconds later; a failed one is tried again."""

    def work(session: Session) -> Done:
        now = services.clock()
        bill = bill_of(session, services.vault, key.operator_id, wish.bill, lock=True)
        version = newest(session, bill)
        approval = services.settings.pack_approval
        pack = require_servable(session, key.operator_id, wish.pack, approval)
        chosen = choose(wish, pack, version.language)
        video, made = want_video(session, bill, version, pack, chosen, now)
        if made:
            note(session, key, now, "video.make", video.id)
        status = HTTPStatus.CREATED if made else HTTPStatus.OK
        return Done(_told(video, version.number), status, bill.account_id)

    return once.do(key, work)


def choose(wish: VideoIn, pack: PublishedPack, own: str | None) -> Wish:
    """Fill a wish with what the pack has.

    Args:
        own: the customer's language, if the bill says it.

    Raises:
        RequestError: `pack-has-not`.
    """
    spoken = (own or "").split("-")[0]
    language = wish.language or (spoken if spoken in pack.languages else pack.languages[0])
    chosen = Wish(
        language=language,
        shape=wish.shape or pack.shapes[0],
        brand=wish.brand or pack.brands[0],
        voice=wish.voice or pack.voice,
    )
    offered = {
        "language": pack.languages,
        "shape": pack.shapes,
        "brand": pack.brands,
        "voice": [*VOICES, pack.voice],
    }
    for name, values in offered.items():
        if getattr(chosen, name) not in values:
            raise RequestError(
                "pack-has-not",
                f"the pack has no such {name}",
                where=f"body/{name}",
                remedy=f"It has {', '.join(sorted(set(values)))}.",
            )
    return chosen


@router.get("/{id}", responses=problems(404))
def read_video(
    id: Annotated[str, Path(pattern=ID)],  # noqa: A002  (its name in the address)
    services: ServicesOf,
    key: Reader,
) -> VideoOut:
    """Read how far a video is."""
    with services.database.reading() as session:
        video = session.get(Video, id)
        if video is None or video.operator_id != key.operator_id:
            raise not_found()
        return _told(video, session.get_one(BillVersion, video.version_id).number)


@router.get("", responses=problems(404))
def list_videos(
    services: ServicesOf,
    key: Reader,
    wanted: WantedOf,
    bill: Annotated[ReferenceWord | None, Query(description="Only of this bill.")] = None,
    state: Annotated[VideoState | None, Query(description="Only in this state.")] = None,
) -> Page[VideoOut]:
    """List videos, newest first."""
    found = select(Video).where(Video.operator_id == key.operator_id)
    if state is not None:
        found = found.where(Video.state == state)
    with services.database.reading() as session:
        if bill is not None:
            one = bill_of(session, services.vault, key.operator_id, bill)
            found = found.where(Video.bill_id == one.id)

        def told(videos: Sequence[Video]) -> list[VideoOut]:
            ids = [video.version_id for video in videos]
            versions = session.scalars(select(BillVersion).where(BillVersion.id.in_(ids)))
            numbers = {version.id: version.number for version in versions}
            return [_told(video, numbers[video.version_id]) for video in videos]

        name = f"videos {bill or ''} {state or ''}"
        return wanted.page(session, key, name, found, (Video.created, Video.id), told)


def _told(video: Video, version: int) -> VideoOut:
    return VideoOut(
        id=video.id,
        bill=video.bill_id,
        version=version,
        language=video.language,
        shape=video.shape,
        brand=video.brand,
        voice=video.voice,
        pack=video.pack_sha256,
        state=video.state,
        error=video.error,
        where=video.where,
        seconds=video.frames / 30 if video.frames else None,
        created=video.created,
        changed=video.changed,
    )
