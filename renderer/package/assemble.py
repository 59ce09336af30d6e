"""A film's parts, brought together as the files of its package."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from renderer.assets import Assets
from renderer.package.captions import captions_vtt, chapters_vtt
from renderer.package.hls import FOLDER, hls
from renderer.package.hotspots import hotspots
from renderer.package.identity import brand_of, payment_of
from renderer.package.kept_stills import Frames, KeptPicture
from renderer.package.manifest import manifest
from renderer.package.mp4 import mp4
from renderer.package.page import page
from renderer.package.parts import Outline, Package, Parts
from renderer.package.stills import poster_jpg, teaser_gif
from renderer.package.transcript import transcript_body, transcript_page
from renderer.plan import FPS, Plan
from renderer.script import Script
from renderer.segments import AudioTrack, Segment
from renderer.store import Shelf
from renderer.story import Story


@dataclass(frozen=True)
class Film:
    """A finished film before it is a package.

    Args:
        encoder: settings and versions that decide the video's bytes.
        poster: its one frame.
        teaser: its frames, and how long each is shown, in seconds.
        hls: whether it is packaged as HLS too.
        drawn: segments that were drawn for it; the others were found in a store.
        kept: its parts in the store, without pictures.
    """

    plan: Plan
    script: Script
    story: Story
    voice: str
    segments: Sequence[Segment]
    track: AudioTrack
    encoder: Mapping[str, Any]
    poster: Frames
    teaser: tuple[Frames, float]
    hls: bool = False
    drawn: int = 0
    kept: Parts | None = None


def poster_frame(plan: Plan) -> int:
    """Return the frame of the poster: the first scene, settled, before it leaves."""
    first = plan.scenes[0]
    return first.start + max(first.frames - FPS // 2 - 1, 0)


def _json(content: Mapping[str, Any]) -> bytes:
    """Write JSON with a line for each key and for each item of a list, so that people find it."""
    lines = [f" {_compact(key)}: {_lines(value)}" for key, value in content.items()]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _lines(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(map(_compact, value)) + "\n ]"
    return _compact(value)


_compact = json.JSONEncoder(ensure_ascii=False).encode


def assemble(
    film: Film,
    assets: Assets,
    height: int,
    actions: Mapping[str, str],
    shelf: Shelf | None = None,
) -> Package:
    """Make every file of a package, in memory; the manifest comes last and names the others."""
    plan, script = film.plan, film.script
    moving, seconds = film.teaser
    pictures = {
        "poster.jpg": KeptPicture("poster", film.poster, poster_jpg),
        "teaser.gif": KeptPicture("teaser", moving, lambda drawn: teaser_gif(drawn, seconds)),
    }
    keys = {} if shelf is None else {name: one.key(shelf) for name, one in pictures.items()}
    drawn = {
        name: one.through(shelf, keys[name]) if shelf else one.made()
        for name, one in pictures.items()
    }
    spots = hotspots(plan, height)
    captions_on = script.captions
    files = {
        "video.mp4": mp4(film.segments, film.track, plan.language),
        f"captions.{plan.language}.vtt": captions_vtt(plan).encode(),
        "chapters.vtt": chapters_vtt(plan).encode(),
        "hotspots.json": _json(spots),
        "transcript.html": transcript_page(script, plan).encode(),
        **drawn,
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
    if film.hls:
        made = hls(plan, film.segments, film.track)
        files |= {f"{FOLDER}/{name}": data for name, data in made.items()}
    hashes = {name: sha256(data).hexdigest() for name, data in files.items()}
    files["manifest.json"] = _json(
        manifest(plan, script, film.story, film.voice, film.encoder, hashes)
    )
    outline = Outline(
        language=plan.language,
        brand=plan.brand,
        shape=plan.shape,
        form=film.story.form.value,
        scenes=tuple(scene.id for scene in plan.scenes),
        frames=plan.frames,
        distinct=sum(len(segment.packets) for segment in film.segments),
    )
    return Package(
        files,
        outline,
        (len(film.segments), film.drawn),
        replace(film.kept, pictures=keys) if film.kept else None,
        lay=lambda: plan,
    )
