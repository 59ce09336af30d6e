"""A wish for a film -> a video: queued, then ready to be watched, or failed.

A server that makes a video holds it by a lease. When it is ended, the lease runs out and another
makes it: nothing is lost, and a film that ends its worker three times has failed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from api.films.drafting import Drafted, FilmOrder, draft_film
from api.objects.model import whole
from api.packs import open_pack
from api.records import Bill, BillVersion, PublishedPack, Video, VideoState
from api.segments import segments_secret
from api.services import Services
from renderer.errors import RenderError

DRAFT_S = 30.0
"""Time a film may take to be planned, seconds; it takes one."""
LEASE = timedelta(seconds=2 * DRAFT_S + 5)
"""As long as a maker may wait for a worker and for its answer."""
MOST_ATTEMPTS = 3
"""A film that fails so often by our fault has failed."""
MOST_CLAIMS = 10
"""A film that was begun so often, and of which no server ever told the end, ends servers."""
MOST_EARLIER = 24
"""Earlier bills that a film is told with: two years of them."""


@dataclass(frozen=True)
class Wish:
    """What film of a bill is wanted; all of it is the pack's to have.

    Args:
        voice: one of the renderer's; a pack has one of its own.
    """

    language: str
    shape: str
    brand: str
    voice: str


def want_video(
    session: Session,
    bill: Bill,
    version: BillVersion,
    pack: PublishedPack,
    wish: Wish,
    now: datetime,
) -> tuple[Video, bool]:
    """Return the video of a wish, and whether it was made now; one that failed is queued again."""
    found = session.scalar(
        select(Video).where(
            Video.version_id == version.id,
            Video.language == wish.language,
            Video.shape == wish.shape,
            Video.brand == wish.brand,
            Video.voice == wish.voice,
            Video.pack_sha256 == pack.sha256,
        )
    )
    if found is not None:
        if found.state is VideoState.FAILED:
            found.state, found.attempts, found.error, found.where = VideoState.QUEUED, 0, None, None
            found.changed = now
        return found, False
    made = Video(
        operator_id=bill.operator_id,
        bill_id=bill.id,
        version_id=version.id,
        language=wish.language,
        shape=wish.shape,
        brand=wish.brand,
        voice=wish.voice,
        pack_sha256=pack.sha256,
        created=now,
        changed=now,
    )
    session.add(made)
    session.flush()
    return made, True


def claim_video(session: Session, now: datetime) -> Video | None:
    """Take the video that has waited longest and that nobody is at."""
    waits = (
        select(Video)
        .where(
            Video.state == VideoState.QUEUED,
            or_(Video.leased_until.is_(None), Video.leased_until <= now),
        )
        .order_by(Video.created)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    found = session.scalar(waits)
    if found is None:
        return None
    if found.attempts >= MOST_CLAIMS:
        found.state, found.error, found.changed = VideoState.FAILED, "work-died", now
        return None
    found.leased_until = now + LEASE
    found.attempts += 1
    return found


def release_videos(session: Session) -> None:
    """Take up at once what a server was at when it ended, where there is no other server."""
    session.execute(update(Video).where(Video.state == VideoState.QUEUED).values(leased_until=None))


def draft_video(services: Services, video: Video) -> Drafted:
    """Plan a video's film, from the bytes of its bill and the account's earlier ones.

    Call it in a thread: it waits for a worker.

    Raises:
        RenderError: what is wrong with bill, pack or film; `crew-busy`, `work-died`.
    """
    order = order_film(services, video)
    return services.crew.run(DRAFT_S, draft_film, order, services.settings.segments_bytes)


def order_film(services: Services, video: Video) -> FilmOrder:
    """Gather what a video's film is made of."""
    with services.database.reading() as session:
        version = session.get_one(BillVersion, video.version_id)
        earlier = _earlier(session, session.get_one(Bill, video.bill_id), version)
        pack = session.scalars(
            select(PublishedPack).where(
                PublishedPack.operator_id == video.operator_id,
                PublishedPack.sha256 == video.pack_sha256,
            )
        ).one()
    objects = services.objects
    return FilmOrder(
        document=whole(objects, version.document),
        earlier=tuple(whole(objects, one) for one in earlier),
        language=video.language,
        shape=video.shape,
        brand=video.brand,
        voice=video.voice,
        pack=open_pack(objects, pack.archive, pack.sha256, services.packs),
        segments=services.settings.segments,
        secret=segments_secret(services.vault),
    )


def _earlier(session: Session, bill: Bill, version: BillVersion) -> list[str]:
    """List the documents of the account's bills before one, newest versions, oldest first."""
    if version.period_end is None:
        return []
    before = (
        select(BillVersion.document)
        .join(Bill, Bill.id == BillVersion.bill_id)
        .where(
            Bill.account_id == bill.account_id,
            Bill.id != bill.id,
            Bill.replaced_by.is_(None),
            BillVersion.number == Bill.version,
            BillVersion.period_end < version.period_end,
        )
        .order_by(BillVersion.period_end.desc())
        .limit(MOST_EARLIER)
    )
    return list(reversed(session.scalars(before).all()))


def make_video(services: Services) -> bool:
    """Make one queued video ready, or failed; returns whether there was one.

    Call it in a thread.
    """
    with services.database.writing() as session:
        video = claim_video(session, services.clock())
    if video is None:
        return False
    try:
        with services.meters.video_seconds.time():
            drafted = draft_video(services, video)
    except RenderError as error:
        again = error.ours and video.attempts < MOST_ATTEMPTS
        _settle(services, video, VideoState.QUEUED if again else VideoState.FAILED, error)
    else:
        _settle(services, video, VideoState.READY, None, drafted)
    return True


def _settle(
    services: Services,
    video: Video,
    state: VideoState,
    error: RenderError | None,
    drafted: Drafted | None = None,
) -> None:
    """Write down how it ended, unless the video is another's meanwhile, or gone."""
    now = services.clock()
    with services.database.writing() as session:
        settled = session.scalars(
            update(Video)
            .where(
                Video.id == video.id,
                Video.state == VideoState.QUEUED,
                Video.attempts == video.attempts,
            )
            .values(
                state=state,
                # What failed by our fault is tried again, after a pause that grows.
                leased_until=now + timedelta(seconds=2**video.attempts)
                if state is VideoState.QUEUED
                else None,
                error=error.code if error else None,
                where=error.where[:512] if error and error.where else None,
                frames=drafted.draft.plan.frames if drafted else None,
                kept=b"".join(drafted.kept) if drafted else None,
                changed=now,
            )
            .returning(Video.id)
        ).all()
        gone = not settled and session.get(Video, video.id) is None
    if gone and drafted is not None:
        # Erased while it was made: nothing of it stays.
        for key in drafted.kept:
            services.shelf.store.discard(key.hex())
    if state is not VideoState.QUEUED:
        services.meters.videos.labels(state.value).inc()
