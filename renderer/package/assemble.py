"""A film's parts, brought together as the files of its package."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol

from renderer.assets import Assets
from renderer.package.captions import captions_vtt, chapters_vtt
from renderer.package.hotspots import hotspots
from renderer.package.identity import brand_of, payment_of
from renderer.package.manifest import manifest
from renderer.package.mp4 import mp4
from renderer.package.page import page
from renderer.package.stills import Pixels, poster_jpg, teaser_gif
from renderer.package.transcript import transcript_body, transcript_page
from renderer.plan import FPS, Plan
from renderer.script import Script
from renderer.segments import AudioTrack, Segment
from renderer.story import Story


class Paints(Protocol):
    """What draws single frames: `renderer.frames.Painter`."""

    def paint(self, n: int, /) -> Pixels:
        """Draw frame `n`."""


@dataclass(frozen=True)
class Film:
    """A finished film before it is a package.

    Args:
        encoder: settings and versions that decide the video's bytes.
        teaser: frames of the teaser, and how long each is shown, in seconds.
    """

    plan: Plan
    script: Script
    story: Story
    voice: str
    segments: Sequence[Segment]
    track: AudioTrack
    encoder: Mapping[str, Any]
    teaser: tuple[Sequence[Pixels], float]


@dataclass(frozen=True)
class Package:
    """The files of a film, by name, and what they were made from.

    Args:
        distinct: frames that were drawn and encoded; all others are held.
    """

    files: Mapping[str, bytes]
    plan: Plan
    form: str
    distinct: int


def poster_frame(plan: Plan) -> int:
    """Return the frame of the poster: the first scene, settled, before it leaves."""
    first = plan.scenes[0]
    return first.start + max(first.frames - FPS // 2 - 1, 0)


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def assemble(
    film: Film, painter: Paints, assets: Assets, height: int, actions: Mapping[str, str]
) -> Package:
    """Make every file of a package, in memory; the manifest comes last and names the others."""
    plan, script = film.plan, film.script
    spots = hotspots(plan, height)
    captions_on = script.captions
    files = {
        "video.mp4": mp4(film.segments, film.track, plan.language),
        f"captions.{plan.language}.vtt": captions_vtt(plan).encode(),
        "chapters.vtt": chapters_vtt(plan).encode(),
        "hotspots.json": _json(spots),
        "transcript.html": transcript_page(script, plan).encode(),
        "poster.jpg": poster_jpg(painter.paint(poster_frame(plan))),
        "teaser.gif": teaser_gif(*film.teaser),
        "index.html": page(
            plan,
            spots,
            transcript_body(script, plan),
            brand_of(script, assets),
            payment_of(film.story, script),
            actions,
            captions_on,
        ).encode(),
    }
    hashes = {name: sha256(data).hexdigest() for name, data in files.items()}
    files["manifest.json"] = _json(
        manifest(plan, script, film.story, film.voice, film.encoder, hashes)
    )
    return Package(
        files=files,
        plan=plan,
        form=film.story.form.value,
        distinct=sum(len(segment.packets) for segment in film.segments),
    )
