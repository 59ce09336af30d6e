"""bill-30 with FFmpeg alone: one filter graph a customer, as a backend would fill it in.

The program is the system's `ffmpeg`, or the one that MoviePy brings.
"""

from __future__ import annotations

import math
import shutil
import subprocess
from collections.abc import Iterable
from typing import Any

from timing import (
    BIT_RATE,
    BRAND,
    CRF,
    FADE,
    GREEN,
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
    VIOLET,
    WHITE,
    face,
    job,
    rgb,
)

CLOCK = LASTS + FADE
STILL = "loop=loop=-1:size=1,setpts=N/30/TB"
"""Repeats the one picture of a source."""


def hexed(color: str) -> str:
    """Write a colour as FFmpeg reads it."""
    return "0x" + color[1:]


def share(start: float, end: float, clock: str = "t") -> str:
    """Write how much of a stretch of time is over, 0..1."""
    return f"clip(({clock}-{start:g})/{end - start:g},0,1)"


def ease_out(start: float, end: float) -> str:
    """Write an easing that is fast first."""
    return f"(1-pow(1-{share(start, end)},3))"


def ease_in_out(start: float, end: float, clock: str = "t") -> str:
    """Write an easing that is fast in the middle."""
    p = share(start, end, clock)
    return f"if(lt({p},0.5),4*pow({p},3),1-pow(2-2*{p},3)/2)"


def escaped(words: str) -> str:
    """Write words so that neither graph nor drawtext reads anything into them."""
    out = words.replace("\\", "\\\\").replace("'", "").replace(":", "\\:")
    return out.replace("%", "\\%")


def counted(value: float, eased: str, decimals: int, unit: str = "") -> str:
    """Write a number that drawtext prints anew in each frame."""
    step = 10**decimals
    shown = f"round({value * step:g}*({eased}))"
    whole = f"%{{eif\\:floor({shown}/{step})\\:d}}"
    return f"{whole}.%{{eif\\:mod({shown},{step})\\:d\\:{decimals}}} {unit}".rstrip()


def text(
    words: str,
    x: float | str,
    y: float | str,
    px: int,
    color: str,
    *,
    bold: bool = False,
    anchor: str = "center",
    opacity: str = "",
) -> str:
    """Write a drawtext filter; `words` are escaped, or counted."""
    left = {"center": f"{x}-tw/2", "left": f"{x}", "right": f"{x}-tw"}[anchor]
    return (
        f"drawtext=fontfile={face(bold=bold)}:text='{words}':fontsize={px}"
        f":fontcolor={hexed(color)}:x='{left}':y='{y}+{0.36 * px:.1f}-max_glyph_a'"
        + (f":alpha='{opacity}'" if opacity else "")
    )


def plain(color: str, width: int, height: int, lasts: float = CLOCK) -> str:
    """Write a source of one colour."""
    return f"color=c={hexed(color)}:s={width}x{height}:r=30:d={lasts}"


def chain(*filters: str) -> str:
    """Join filters, one after another."""
    return ",".join(filters)


def greeting(customer: dict[str, Any]) -> Iterable[str]:
    """Scene 0, as [s0]."""
    yield (
        f"gradients=s=1280x720:c0={hexed(BRAND)}:c1={hexed(VIOLET)}:x0=0:y0=0:x1=1279:y1=719"
        f":n=2:speed=0.00001:r=30:d=0.034,format=yuv420p,{STILL},trim=duration={CLOCK}[stage]"
    )
    yield (
        f"[1:v]format=yuva420p,{STILL},fps=30,trim=duration={CLOCK}"
        ",fade=in:st=0:d=0.5:alpha=1[logo]"
    )
    yield "[stage][logo]overlay=560:100:format=yuv420," + chain(
        text("Hello,", 640, 330, 48, WHITE, opacity=share(0.3, 0.8)),
        text(
            escaped(customer["name"]),
            f"-600+1240*{ease_out(0.6, 1.6)}",
            430,
            84,
            WHITE,
            bold=True,
        ),
        text(
            escaped(f"Here is your bill for {customer['month']}"),
            640,
            530,
            32,
            WHITE,
            opacity="0.8*" + share(1.8, 2.4),
        ),
        "format=yuv420p[s0]",
    )


def total(customer: dict[str, Any]) -> Iterable[str]:
    """Scene 1, as [s1]. The bar slides in behind the edge of its track."""
    done = ease_out(0.3, 3.3)
    yield f"{plain(TRACK, 480, 8)},format=yuv420p[track];{plain(BRAND, 480, 8)}[fill]"
    yield f"[track][fill]overlay=x='-480+480*{done}':y=0:format=yuv420[bar]"
    yield chain(
        plain(PAGE, 1280, 720),
        "format=yuv420p",
        text("Your total this month", 640, 190, 40, INK) + "[total]",
    )
    yield "[total][bar]overlay=400:456:format=yuv420," + chain(
        text(counted(customer["total"], done, 2, "EUR"), 640, 350, 140, BRAND, bold=True),
        text(escaped(customer["note"]), 640, 540, 30, GREEN, opacity=share(3.6, 4.2)) + "[s1]",
    )


def history(customer: dict[str, Any]) -> Iterable[str]:
    """Scene 2, as [s2]. Bars slide up behind the lower edge of a canvas 600 px high."""
    months = customer["months"]
    grown = [ease_out(0.4 + 0.15 * bar, 1.4 + 0.15 * bar) for bar in range(len(months))]
    yield f"{plain(PAGE, 1280, 600)},format=yuv420p[bars0]"
    for bar, (_, value) in enumerate(months):
        high, color = round(4 * value), BRAND if bar == len(months) - 1 else PALE
        yield f"{plain(color, 110, high)},format=yuv420p[one{bar}]"
        yield (
            f"[bars{bar}][one{bar}]overlay=x={140 + 175 * bar}:y='600-{high}*{grown[bar]}'"
            f":format=yuv420[bars{bar + 1}]"
        )
    figures = [
        text(
            counted(value, grown[bar], 2),
            195 + 175 * bar,
            f"600-{4 * value:g}*{grown[bar]}-22",
            24,
            INK,
            bold=True,
        )
        for bar, (_, value) in enumerate(months)
    ]
    labels = [
        text(escaped(month), 195 + 175 * bar, 636, 26, MUTED)
        for bar, (month, _) in enumerate(months)
    ]
    yield f"[bars{len(months)}]" + chain(
        *figures,
        f"pad=1280:720:0:0:color={hexed(PAGE)}",
        f"drawbox=120:600:1040:2:color={hexed(RULE)}:t=fill",
        text("Last six months", 100, 90, 40, INK, bold=True, anchor="left"),
        *labels,
        "format=yuv420p[s2]",
    )


def usage(customer: dict[str, Any]) -> Iterable[str]:
    """Scene 3, as [s3]. The ring is drawn once, and uncovered by an angle."""
    turn = 2 * math.pi / customer["limit"]
    ends, end = [], 0.0
    for _, gigabytes in customer["rows"]:
        end += turn * gigabytes
        ends.append(end)
    middle, around = "419.5", "mod(atan2(X-{0},{0}-Y)+2*PI,2*PI)"
    away = f"hypot(X-{middle},Y-{middle})"
    band = f"255*clip(420.5-{away},0,1)*clip({away}-279.5,0,1)"
    angle = around.format(middle)

    def sliced(part: int) -> str:
        first, second, third = (rgb(color)[part] for color in SLICES)
        return (
            f"if(lt({angle},{ends[0]:.5f}),{first},if(lt({angle},{ends[1]:.5f}),{second},{third}))"
        )

    once = "color=c=black:s=840x840:r=30:d=0.034,format=rgba"
    small = "scale=420:420:flags=area"
    red, green, blue = rgb(TRACK)
    yield (
        f"{once},geq=r='{red}':g='{green}':b='{blue}':a='{band}',{small},format=yuva420p"
        f",{STILL},trim=duration={CLOCK}[ground]"
    )
    yield (
        f"{once},geq=r='{sliced(0)}':g='{sliced(1)}':b='{sliced(2)}':a='{band}',{small}"
        ",format=rgba,split[colors0][colors1]"
    )
    yield f"[colors1]alphaextract,{STILL},trim=duration=2.5[edges]"
    yield f"[colors0]{STILL},trim=duration={CLOCK}[colors]"
    swept = f"{turn * customer['used']:.5f}*({ease_in_out(0.4, 2.4, 'T')})"
    yield (
        "color=c=black:s=420x420:r=30:d=2.5,format=gray"
        f",geq=lum='255*clip(175*({swept}-{around.format(209.5)})+0.5,0,1)'[uncovered]"
    )
    yield (
        "[edges][uncovered]blend=all_mode=multiply"
        ",tpad=stop_mode=clone:stop_duration=4[seen];[colors][seen]alphamerge"
        ",format=yuva420p[ring]"
    )
    heading = text("Data usage", 100, 90, 40, INK, bold=True, anchor="left")
    yield f"{plain(PAGE, 1280, 720)},format=yuv420p,{heading}[usage]"
    yield "[usage][ground]overlay=210:180:format=yuv420[under]"
    yield "[under][ring]overlay=210:180:format=yuv420[row0]"
    for row, color in enumerate(SLICES):
        fading = f"fade=in:st={1 + 0.3 * row:g}:d=0.5:alpha=1"
        yield f"{plain(color, 28, 28)},format=yuva420p,{fading}[sq{row}]"
        yield f"[row{row}][sq{row}]overlay=760:{276 + 90 * row}:format=yuv420[row{row + 1}]"
    words = [
        text(
            counted(customer["used"], ease_in_out(0.4, 2.4), 1, "GB"), 420, 375, 56, INK, bold=True
        ),
        text(f"of {customer['limit']} GB", 420, 425, 28, MUTED),
    ]
    for row, (name, gigabytes) in enumerate(customer["rows"]):
        y, shown = 290 + 90 * row, share(1 + 0.3 * row, 1.5 + 0.3 * row)
        words += [
            text(escaped(name), 804, y, 30, INK, anchor="left", opacity=shown),
            text(f"{gigabytes:.1f} GB", 1180, y, 30, INK, bold=True, anchor="right", opacity=shown),
        ]
    yield f"[row{len(SLICES)}]" + chain(*words, "format=yuv420p[s3]")


def due(customer: dict[str, Any]) -> Iterable[str]:
    """Scene 4, as [s4]. The button is drawn once, twice as large, and scaled in each frame."""
    red, green, blue = rgb(BRAND)
    pill = "255*clip(96.5-hypot(max(abs(X-359.5)-264,0),Y-95.5),0,1)"
    pulse = "(1+0.05*sin(2*PI*t/1.2))"
    yield chain(
        "color=c=black:s=720x192:r=30:d=0.034,format=rgba",
        f"geq=r='{red}':g='{green}':b='{blue}':a='{pill}'",
        text("Pay now", 360, 96, 80, WHITE, bold=True),
        STILL,
        f"trim=duration={LASTS}",
        f"scale=w='2*round(180*{pulse})':h='2*round(48*{pulse})':eval=frame:flags=bilinear",
        "format=yuva420p[button]",
    )
    yield chain(
        plain(PAGE, 1280, 720, LASTS),
        "format=yuv420p",
        text("Due date", 640, 190, 36, MUTED),
        text(escaped(customer["due"]), 640, 290, 84, INK, bold=True),
        text(f"{customer['total']:.2f} EUR", 640, 380, 36, INK) + "[day]",
    )
    yield "[day][button]overlay=x='640-w/2':y='490-h/2':format=yuv420[s4]"


def graph(customer: dict[str, Any]) -> str:
    """Write the whole graph; its picture is [film]."""
    parts = [*greeting(customer), *total(customer), *history(customer), *usage(customer)]
    parts += due(customer)
    parts += [f"[s{n}]settb=1/30,fps=30,setsar=1,format=yuv420p[z{n}]" for n in range(SCENES)]
    before = "z0"
    for number in range(1, SCENES):
        at = LASTS * number
        mixed = "mixed" if number == SCENES - 1 else f"x{number}"
        parts.append(
            f"[{before}][z{number}]xfade=transition=fade:duration={FADE}:offset={at:g}[{mixed}]"
        )
        before = mixed
    return ";\n".join([*parts, "[mixed]format=yuv420p[film]"])


def program() -> str:
    """Find FFmpeg's program."""
    found = shutil.which("ffmpeg")
    if found:
        return found
    from imageio_ffmpeg import get_ffmpeg_exe  # here: MoviePy's, where the system has none

    return str(get_ffmpeg_exe())


def main() -> None:
    """Make one film."""
    wanted = job()
    command = [program(), "-hide_banner", "-nostats", "-loglevel", "error", "-y"]
    command += ["-i", wanted.music, "-i", wanted.logo, "-filter_complex", graph(wanted.customer)]
    command += ["-map", "[film]", "-map", "0:a", "-t", f"{LENGTH:g}"]
    command += ["-c:v", "libx264", "-preset", PRESET, "-crf", CRF]
    command += ["-c:a", "aac", "-b:a", BIT_RATE, "-movflags", "+faststart", wanted.out]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
