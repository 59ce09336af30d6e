"""bill-30 with Pillow: a frame is drawn over what never changes in its scene."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from timing import (
    BRAND,
    FADE,
    GREEN,
    HEIGHT,
    INK,
    LASTS,
    MUTED,
    PAGE,
    PALE,
    RULE,
    SCENES,
    SLICES,
    TRACK,
    VIOLET,
    WHITE,
    WIDTH,
    ease_in_out,
    ease_out,
    face,
    growth,
    rgb,
    share,
)

Picture = Image.Image
SMOOTH = 3
"""A ring is drawn so many times larger and scaled down: Pillow's arcs have hard edges."""


@lru_cache(None)
def font(px: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Return a font of a size."""
    return ImageFont.truetype(face(bold=bold), px)


def page() -> Picture:
    """Return an empty page."""
    return Image.new("RGB", (WIDTH, HEIGHT), PAGE)


def gradient() -> Picture:
    """Return the diagonal gradient of the greeting."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    mix = ((x / (WIDTH - 1) + y / (HEIGHT - 1)) / 2)[..., None]
    colors = np.array(rgb(BRAND)) * (1 - mix) + np.array(rgb(VIOLET)) * mix
    return Image.fromarray((colors + 0.5).astype(np.uint8))


def write(
    on: Picture,
    at: tuple[float, float],
    text: str,
    px: int,
    color: str,
    *,
    bold: bool = False,
    anchor: str = "mm",
    opacity: float = 1.0,
) -> None:
    """Write text at an anchor; what is half there goes through a mask."""
    if opacity <= 0:
        return
    cut = font(px, bold=bold)
    if opacity >= 1:
        ImageDraw.Draw(on).text(at, text, font=cut, fill=color, anchor=anchor)
        return
    left, top, right, bottom = (math.floor(side) for side in cut.getbbox(text, anchor=anchor))
    mask = Image.new("L", (right - left + 4, bottom - top + 4))
    ImageDraw.Draw(mask).text(
        (2 - left, 2 - top), text, font=cut, fill=round(255 * opacity), anchor=anchor
    )
    on.paste(color, (round(at[0]) + left - 2, round(at[1]) + top - 2), mask)


def fill(on: Picture, left: float, top: float, right: float, bottom: float, color: str) -> None:
    """Fill whole pixels of a rectangle, if it has any."""
    box = (round(left), round(top), round(right) - 1, round(bottom) - 1)
    if box[2] >= box[0] and box[3] >= box[1]:
        ImageDraw.Draw(on).rectangle(box, fill=color)


class Bill:
    """One customer's film. `at(t)` is its picture at a time in seconds."""

    def __init__(self, customer: dict[str, Any], logo: str) -> None:
        self.customer = customer
        self.total_text = f"{customer['total']:.2f} EUR"
        self.logo = Image.open(logo).convert("RGBA")
        self.stage = gradient()
        self.total_page, self.history_page, self.usage_page, self.due_page = (
            page() for _ in range(4)
        )
        write(self.total_page, (640, 190), "Your total this month", 40, INK)
        write(self.history_page, (100, 90), "Last six months", 40, INK, bold=True, anchor="lm")
        fill(self.history_page, 120, 600, 1160, 602, RULE)
        for bar, (month, _) in enumerate(customer["months"]):
            write(self.history_page, (195 + 175 * bar, 636), month, 26, MUTED)
        write(self.usage_page, (100, 90), "Data usage", 40, INK, bold=True, anchor="lm")
        write(self.due_page, (640, 190), "Due date", 36, MUTED)
        write(self.due_page, (640, 290), customer["due"], 84, INK, bold=True)
        write(self.due_page, (640, 380), self.total_text, 36, INK)
        self.button = button()
        self.whole_ring: Picture | None = None

    def at(self, t: float) -> Picture:
        """Draw a picture; for half a second a scene is mixed with the one before."""
        number = min(int((t + 1e-6) // LASTS), SCENES - 1)
        local = t - LASTS * number
        scenes = (self.greeting, self.total, self.history, self.usage, self.due)
        picture = scenes[number](local)
        if number and local < FADE:
            before = scenes[number - 1](local + LASTS)
            picture = Image.blend(before, picture, max(local, 0.0) / FADE)
        return picture

    def greeting(self, t: float) -> Picture:
        """Scene 0."""
        out = self.stage.copy()
        shown = share(t, 0, 0.5)
        logo = self.logo
        if shown < 1:
            logo = logo.copy()
            logo.putalpha(logo.getchannel("A").point(lambda alpha: int(alpha * shown)))
        out.paste(logo, (560, 100), logo)
        write(out, (640, 330), "Hello,", 48, WHITE, opacity=share(t, 0.3, 0.8))
        x = -600 + 1240 * ease_out(share(t, 0.6, 1.6))
        write(out, (x, 430), self.customer["name"], 84, WHITE, bold=True)
        line = f"Here is your bill for {self.customer['month']}"
        write(out, (640, 530), line, 32, WHITE, opacity=0.8 * share(t, 1.8, 2.4))
        return out

    def total(self, t: float) -> Picture:
        """Scene 1."""
        out = self.total_page.copy()
        done = ease_out(share(t, 0.3, 3.3))
        amount = f"{self.customer['total'] * done:.2f} EUR"
        write(out, (640, 350), amount, 140, BRAND, bold=True)
        fill(out, 400, 456, 880, 464, TRACK)
        fill(out, 400, 456, 400 + 480 * done, 464, BRAND)
        write(out, (640, 540), self.customer["note"], 30, GREEN, opacity=share(t, 3.6, 4.2))
        return out

    def history(self, t: float) -> Picture:
        """Scene 2."""
        out = self.history_page.copy()
        for bar, (_, value) in enumerate(self.customer["months"]):
            grown = growth(t, bar)
            top, left = 600 - 4 * value * grown, 140 + 175 * bar
            last = bar == len(self.customer["months"]) - 1
            fill(out, left, top, left + 110, 600, BRAND if last else PALE)
            write(out, (left + 55, top - 22), f"{value * grown:.2f}", 24, INK, bold=True)
        return out

    def usage(self, t: float) -> Picture:
        """Scene 3."""
        out = self.usage_page.copy()
        done = ease_in_out(share(t, 0.4, 2.4))
        if done >= 1:
            self.whole_ring = self.whole_ring or self.ring(1.0)
        out.paste(self.whole_ring if done >= 1 else self.ring(done), (210, 180))
        used = f"{self.customer['used'] * done:.1f} GB"
        write(out, (420, 375), used, 56, INK, bold=True)
        write(out, (420, 425), f"of {self.customer['limit']} GB", 28, MUTED)
        for row, (name, gigabytes) in enumerate(self.customer["rows"]):
            shown, y = share(t, 1 + 0.3 * row, 1.5 + 0.3 * row), 290 + 90 * row
            if shown > 0:
                mask = Image.new("L", (28, 28), round(255 * shown))
                out.paste(SLICES[row], (760, y - 14), mask)
                write(out, (804, y), name, 30, INK, anchor="lm", opacity=shown)
                text = f"{gigabytes:.1f} GB"
                write(out, (1180, y), text, 30, INK, bold=True, anchor="rm", opacity=shown)
        return out

    def ring(self, done: float) -> Picture:
        """Draw the ring, 420 px across, on the page's colour."""
        size = 420 * SMOOTH
        large = Image.new("RGB", (size, size), PAGE)
        draw = ImageDraw.Draw(large)
        around = (0, 0, size - 1, size - 1)
        draw.ellipse(around, fill=TRACK)
        limit = self.customer["limit"]
        end, start = 360 * self.customer["used"] / limit * done, 0.0
        for color, (_, gigabytes) in zip(SLICES, self.customer["rows"], strict=True):
            stop = min(start + 360 * gigabytes / limit, end)
            if stop > start:
                draw.pieslice(around, start - 90, stop - 90, fill=color)
            start = stop
        hole = 70 * SMOOTH
        draw.ellipse((hole, hole, size - 1 - hole, size - 1 - hole), fill=PAGE)
        return large.reduce(SMOOTH)

    def due(self, t: float) -> Picture:
        """Scene 4."""
        out = self.due_page.copy()
        scale = pulse(t)
        width, height = round(360 * scale), round(96 * scale)
        shown = self.button.resize((width, height), Image.Resampling.BILINEAR)
        out.paste(shown, (640 - width // 2, 490 - height // 2), shown)
        return out


def button() -> Picture:
    """Draw the button twice as large as it is shown, with smooth edges."""
    large = Image.new("RGBA", (1440, 384))
    draw = ImageDraw.Draw(large)
    draw.rounded_rectangle((0, 0, 1439, 383), 192, fill=BRAND)
    draw.text((720, 192), "Pay now", font=font(160, bold=True), fill=WHITE, anchor="mm")
    return large.reduce(2)


def pulse(t: float) -> float:
    """Return how large the button is."""
    return 1 + 0.05 * math.sin(2 * math.pi * t / 1.2)
