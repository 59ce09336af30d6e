"""bill-30 with MoviePy as its documentation shows it: text clips in composites that cross-fade."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from moviepy import (
    AudioFileClip,
    ColorClip,
    CompositeVideoClip,
    ImageClip,
    TextClip,
    VideoClip,
    vfx,
)
from pictures import Bill, fill, pulse, write
from PIL import Image
from timing import (
    BIT_RATE,
    BRAND,
    CRF,
    FADE,
    FPS,
    GREEN,
    HEIGHT,
    INK,
    LASTS,
    LENGTH,
    MUTED,
    PAGE,
    PALE,
    PRESET,
    RULE,
    SCENES,
    SLICES,
    TRACK,
    WHITE,
    WIDTH,
    ease_in_out,
    ease_out,
    face,
    growth,
    job,
    rgb,
    share,
)

SIZE = (WIDTH, HEIGHT)
OVERLAP = LASTS + FADE


def text(
    words: str,
    at: tuple[float, float],
    px: int,
    color: str,
    *,
    bold: bool = False,
    anchor: str = "center",
    start: float = 0.0,
    fade: float = 0.0,
    opacity: float = 1.0,
    slide: Callable[[float], float] | None = None,
    lasts: float = OVERLAP,
) -> TextClip:
    """Make a text clip about an anchor; margins keep MoviePy from cutting letters off."""
    clip = TextClip(
        font=face(bold=bold), text=words, font_size=px, color=color, margin=(4, px // 3)
    )
    clip = clip.with_duration(lasts - start).with_start(start)
    if opacity < 1:
        clip = clip.with_opacity(opacity)
    if fade:
        clip = clip.with_effects([vfx.CrossFadeIn(fade)])
    width, height = clip.size
    top = at[1] - height / 2
    if slide is not None:
        # A masked layer that is wholly outside the frame stops MoviePy 2.2.1 with an error.
        return clip.with_position(lambda t: (max(slide(t) - width / 2, 1 - width), top))
    left = {"center": at[0] - width / 2, "left": at[0] - 4, "right": at[0] - width + 4}
    return clip.with_position((left[anchor], top))


def region(
    draw: Callable[[Image.Image, float], None], left: int, top: int, width: int, height: int
) -> VideoClip:
    """Make a part of the page that Pillow draws anew in each frame."""

    def frame(t: float) -> Any:
        picture = Image.new("RGB", (width, height), PAGE)
        draw(picture, t)
        return np.asarray(picture)

    return VideoClip(frame, duration=OVERLAP).with_position((left, top))


def scene(layers: Sequence[Any], ground: Any = None, lasts: float = OVERLAP) -> CompositeVideoClip:
    """Lay clips over a ground."""
    under = ground or ColorClip(SIZE, rgb(PAGE)).with_duration(lasts)
    return CompositeVideoClip([under, *layers], size=SIZE).with_duration(lasts)


def greeting(customer: dict[str, Any], logo: str, bill: Bill) -> CompositeVideoClip:
    """Scene 0."""
    fading = [vfx.CrossFadeIn(0.5)]
    layers = [
        ImageClip(logo).with_duration(OVERLAP).with_position((560, 100)).with_effects(fading),
        text("Hello,", (640, 330), 48, WHITE, start=0.3, fade=0.5),
        text(
            customer["name"],
            (640, 430),
            84,
            WHITE,
            bold=True,
            slide=lambda t: -600 + 1240 * ease_out(share(t, 0.6, 1.6)),
        ),
        text(
            f"Here is your bill for {customer['month']}",
            (640, 530),
            32,
            WHITE,
            start=1.8,
            fade=0.6,
            opacity=0.8,
        ),
    ]
    return scene(layers, ImageClip(np.asarray(bill.stage)).with_duration(OVERLAP))


def total(customer: dict[str, Any]) -> CompositeVideoClip:
    """Scene 1."""

    def done(t: float) -> float:
        return ease_out(share(t, 0.3, 3.3))

    def amount(on: Image.Image, t: float) -> None:
        write(on, (550, 90), f"{customer['total'] * done(t):.2f} EUR", 140, BRAND, bold=True)

    def bar(on: Image.Image, t: float) -> None:
        fill(on, 0, 0, 480, 8, TRACK)
        fill(on, 0, 0, 480 * done(t), 8, BRAND)

    return scene(
        [
            text("Your total this month", (640, 190), 40, INK),
            region(amount, 90, 260, 1100, 180),
            region(bar, 400, 456, 480, 8),
            text(customer["note"], (640, 540), 30, GREEN, start=3.6, fade=0.6),
        ]
    )


def history(customer: dict[str, Any]) -> CompositeVideoClip:
    """Scene 2."""
    months = customer["months"]

    def bars(on: Image.Image, t: float) -> None:
        fill(on, 20, 460, 1060, 462, RULE)
        for bar, (_, value) in enumerate(months):
            grown = growth(t, bar)
            top, left = 460 - 4 * value * grown, 40 + 175 * bar
            fill(on, left, top, left + 110, 460, BRAND if bar == len(months) - 1 else PALE)
            write(on, (left + 55, top - 22), f"{value * grown:.2f}", 24, INK, bold=True)

    labels = [
        text(month, (195 + 175 * bar, 636), 26, MUTED) for bar, (month, _) in enumerate(months)
    ]
    heading = text("Last six months", (100, 90), 40, INK, bold=True, anchor="left")
    return scene([heading, region(bars, 100, 140, 1080, 462), *labels])


def usage(customer: dict[str, Any], bill: Bill) -> CompositeVideoClip:
    """Scene 3."""

    def ring(on: Image.Image, t: float) -> None:
        done = ease_in_out(share(t, 0.4, 2.4))
        on.paste(bill.ring(done))
        write(on, (210, 195), f"{customer['used'] * done:.1f} GB", 56, INK, bold=True)
        write(on, (210, 245), f"of {customer['limit']} GB", 28, MUTED)

    layers: list[Any] = [
        text("Data usage", (100, 90), 40, INK, bold=True, anchor="left"),
        region(ring, 210, 180, 420, 420),
    ]
    for row, (name, gigabytes) in enumerate(customer["rows"]):
        y, start = 290 + 90 * row, 1 + 0.3 * row
        square = ColorClip((28, 28), rgb(SLICES[row])).with_duration(OVERLAP - start)
        square = square.with_start(start).with_position((760, y - 14))
        layers += [
            square.with_effects([vfx.CrossFadeIn(0.5)]),
            text(name, (804, y), 30, INK, anchor="left", start=start, fade=0.5),
            text(
                f"{gigabytes:.1f} GB",
                (1180, y),
                30,
                INK,
                bold=True,
                anchor="right",
                start=start,
                fade=0.5,
            ),
        ]
    return scene(layers)


def due(customer: dict[str, Any], bill: Bill) -> CompositeVideoClip:
    """Scene 4."""
    button = ImageClip(np.asarray(bill.button.reduce(2))).with_duration(LASTS).resized(pulse)
    layers = [
        text("Due date", (640, 190), 36, MUTED, lasts=LASTS),
        text(customer["due"], (640, 290), 84, INK, bold=True, lasts=LASTS),
        text(bill.total_text, (640, 380), 36, INK, lasts=LASTS),
        button.with_position(lambda t: (640 - 180 * pulse(t), 490 - 48 * pulse(t))),
    ]
    return scene(layers, lasts=LASTS)


def main() -> None:
    """Make one film."""
    wanted = job()
    customer, bill = wanted.customer, Bill(wanted.customer, wanted.logo)
    scenes = [
        greeting(customer, wanted.logo, bill),
        total(customer),
        history(customer),
        usage(customer, bill),
        due(customer, bill),
    ]
    faded = [
        one.with_start(LASTS * number).with_effects([vfx.CrossFadeIn(FADE)])
        for number, one in enumerate(scenes[1:SCENES], 1)
    ]
    film = CompositeVideoClip([scenes[0], *faded], size=SIZE).with_duration(LENGTH)
    film.with_audio(AudioFileClip(wanted.music).subclipped(0, LENGTH)).write_videofile(
        wanted.out,
        fps=FPS,
        codec="libx264",
        preset=PRESET,
        audio_codec="aac",
        audio_bitrate=BIT_RATE,
        ffmpeg_params=["-crf", CRF],
        logger=None,
    )


if __name__ == "__main__":
    main()
