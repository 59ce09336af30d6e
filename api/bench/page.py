"""Results -> `docs/benchmarks.md`, whose figures also stand in `docs/benchmarks.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from api.bench.peers import TITLES

FIGURES = "benchmarks.json"
ABOUT = """\
# Benchmarks

Written by `billreel bench`; `make bench` runs it with all that it needs. Times differ from
machine to machine and from hour to hour: compare what stands in one table, which comes of one
run.

CPU seconds are user and system time of all processes, from the start of the program to the
finished file: imports, reading, sound, muxing and, for Billreel, the rest of the package (page,
captions, transcript, poster, teaser). Figures are medians of interleaved runs, MoviePy's layers
excepted, which ran once.
"""
BILL30 = """\
## bill-30

Thirty seconds, 1280x720, 30 frames a second, five scenes with music: `tests/bench/bill30` is the
pack, and `tests/bench/peers` draws the same with other tools. Warm: the same film again in the
same process. Second: after it, in that process, another customer's film (another name, other
figures) through a store that holds the first one's. The others keep nothing, so that their second
customer costs what the first did.

Ours differs from theirs where our vocabulary does:

- Inter instead of DejaVu, amounts as "87.42 €", in the chart too; "Sept" is how English (CLDR)
  shortens it.
- Scenes cross-fade in the same half second, but words do it one after the other: texts over one
  another are refused. Headings and months' names arrive in ten frames and leave at once.
- A counting number stands in equal cells and fades in; the three parts of the ring are drawn for
  a third of the time each; bars stand on quarters of a pixel, and the button's sine has 59
  keyframes.
- Sound is mono at 96 kbit/s (theirs stereo at 128), with faded ends and at a bed's loudness.

Share is what our cold film takes of that CPU time. Likeness is SSIM of their pictures against
ours, every tenth frame, and low by the typeface alone; SSIM is that of our file against our own
pictures before encoding, of all frames.
"""
CYCLE = """\
## A cycle

Generated customers (`billreel samples`) of all six languages, four bills each, on the telco pack
with espeak-ng, one after another in one process with one worker. Marginal cost is all CPU time of
the run, by customer.
"""


def write(found: dict[str, Any], folder: Path) -> Path:
    """Write what was found beside what earlier runs found of other things; return the page."""
    figures = folder / FIGURES
    known = json.loads(figures.read_text(encoding="utf-8")) if figures.is_file() else {}
    known |= found
    figures.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    page = folder / "benchmarks.md"
    page.write_text(text(known), encoding="utf-8")
    return page


def text(found: dict[str, Any]) -> str:
    """Lay results out as Markdown."""
    parts = [ABOUT]
    if "bill30" in found:
        parts += [BILL30, _machine(found["bill30"]["machine"]), _films(found), _stages(found)]
    if "cycle" in found:
        parts += [CYCLE, _machine(found["cycle"]["machine"]), _cycle(found["cycle"])]
    return "\n".join(parts)


def films(found: dict[str, Any]) -> list[tuple[str, ...]]:
    """Return rows of `FILM_COLUMNS`; the share is what our cold film takes of that CPU time."""
    ours = found["bill30"]
    large = ours["p1080"]
    rows: list[tuple[str, ...]] = []
    for name, title in (
        ("cold", "**ours, cold**"),
        ("warm", "ours, warm"),
        ("second", "ours, second customer"),
    ):
        size = f"{ours['bytes'] / 1e6:.2f} M" if name == "cold" else ""
        quality = f"{ours['ssim']:.4f}" if name == "cold" else ""
        rows.append((title, *_numbers(ours[name]), size, "", quality, ""))
    size = f"{large['bytes'] / 1e6:.2f} M"
    rows.append(("ours, cold, 1080p", *_numbers(large["cold"]), size, "", "", ""))
    for name, peer in found["peers"].items():
        alike = f"{peer['likeness']['ssim']:.3f}" if peer.get("likeness") else ""
        size = f"{peer['bytes'] / 1e6:.2f} M"
        rows.append((TITLES[name], *_numbers(peer), size, f"{peer['ratio']:.2f}", "", alike))
    return rows


FILM_COLUMNS = ("", "CPU s", "wall s", "MB", "bytes", "share", "SSIM", "likeness")


def _numbers(one: dict[str, Any]) -> tuple[str, str, str]:
    return f"{one['cpu_s']:.2f}", f"{one['wall_s']:.1f}", f"{one['peak_rss_mb']}"


def _films(found: dict[str, Any]) -> str:
    ours = found["bill30"]
    second, frames = ours["second_segments"], ours["frames"]
    lines = [_table(FILM_COLUMNS, films(found)), ""]
    best = found["ratio_to_best_peer"]
    if best is not None:
        lines.append(f"Against the best of the others: **{best:.2f}** of its CPU time.")
    lines += [
        f"1080p costs {ours['p1080']['ratio_to_720']:.2f} times 720p. "
        f"{frames['distinct']} of {frames['total']} frames are distinct. "
        f"The second customer's film had {second['drawn']} of {second['total']} segments drawn.",
        *(f"Not run: {TITLES[name]}: {why}." for name, why in found["peers_not_run"].items()),
        "",
        *_likeness(found["peers"]),
    ]
    return "\n".join(lines)


def _likeness(peers: dict[str, Any]) -> list[str]:
    """Say how alike each scene is, where it was looked at."""
    looked = {name: peer["likeness"] for name, peer in peers.items() if peer.get("likeness")}
    if not looked:
        return []
    scenes = list(next(iter(looked.values()))["scenes"])
    rows = [
        (TITLES[name], *(f"{alike['scenes'].get(scene, 0):.3f}" for scene in scenes))
        for name, alike in looked.items()
    ]
    return [_table(("likeness", *scenes), rows), ""]


def _stages(found: dict[str, Any]) -> str:
    names = ("cold", "warm", "second")
    stages = list(found["bill30"]["cold"]["stages"])
    rows = [
        (stage, *(f"{found['bill30'][name]['stages'].get(stage, 0):.3f}" for name in names))
        for stage in stages
    ]
    about = "CPU seconds by stage; `start` is Python, imports and reading bills.\n"
    return f"{about}\n{_table(('stage', *names), rows)}\n"


def _cycle(cycle: dict[str, Any]) -> str:
    rows = [
        (mark, f"{one['mean_cpu_s']:.2f}", f"{one['last_cpu_s']:.2f}")
        for mark, one in cycle["growth"].items()
    ]
    scenes = [
        (scene, str(one["segments"]), f"{100 * one['share']:.0f} %")
        for scene, one in cycle["hits"].items()
    ]
    stages = ", ".join(f"{stage} {cpu:.2f}" for stage, cpu in cycle["stages"].items())
    refused = ", ".join(f"{count} {code}" for code, count in cycle["refused"].items()) or "none"
    again = (
        f" The same cycle again: {cycle['repeat_cpu_s']:.2f}." if "repeat_cpu_s" in cycle else ""
    )
    kept = "through a store" if cycle["store"] else "without a store"
    lines = [
        f"{cycle['customers']} customers {kept}: **{cycle['marginal_cpu_s']:.2f} CPU s** a "
        f"customer, films of {cycle['seconds_of_film']:.0f} s.{again} "
        f"Peak memory {cycle['peak_rss_mb']} MB. By stage: {stages}. Refused: {refused}.",
        "",
        _table(("customers", "CPU s on average", "CPU s in the last tenth"), rows),
        "",
    ]
    if scenes:
        lines += [_table(("scene", "segments", "drawn before"), scenes), ""]
    return "\n".join(lines)


def _machine(machine: dict[str, Any]) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in machine["versions"].items())
    return (
        f"{machine['date']}, {machine['processor']}, {machine['cores']} cores, "
        f"{machine['memory_gb']} GB, {machine['system']}, Python {machine['python']}, {versions}; "
        f"load when it began: {machine['load']}.\n"
    )


def _table(columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    head = list(columns)
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
