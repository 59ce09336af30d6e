"""`manifest.json`: what went into a film, what it shows, and the proof of every figure.

It has the video's authority: it names a customer's figures and is never public. It holds no
times of day, so that the same input gives the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from renderer.bill.plain import value_json
from renderer.plan.model import FPS, Plan
from renderer.script.model import Script
from renderer.story.facts import Fact
from renderer.story.model import Story

SCHEMA = 1


def _fact(fact: Fact, appearances: list[dict[str, Any]]) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": fact.id, "value": value_json(fact.value)}
    if fact.source:
        entry["source"] = asdict(fact.source)
    if fact.derived:
        entry["derived"] = asdict(fact.derived)
    if appearances:
        entry["appearances"] = appearances
    return entry


def _needed(facts: Mapping[str, Fact], shown: set[str]) -> set[str]:
    """Return the ids of shown facts and of everything they are derived from."""
    needed: set[str] = set()
    waiting = list(shown)
    while waiting:
        fact_id = waiting.pop()
        if fact_id not in needed:
            needed.add(fact_id)
            derived = facts[fact_id].derived
            waiting.extend(derived.operands if derived else ())
    return needed


def manifest(
    plan: Plan,
    script: Script,
    story: Story,
    voice: str,
    encoder: Mapping[str, Any],
    files: Mapping[str, str],
) -> dict[str, Any]:
    """Return the content of `manifest.json`.

    Args:
        voice: id of the voice that spoke.
        encoder: settings and versions that decide the video's bytes.
        files: sha256 by name of every other file of the package.
    """
    appearances: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for seen in plan.appearances:
        appearances[seen.fact].append(
            {
                "text": seen.text,
                "medium": seen.medium,
                "scene": seen.scene,
                "place": seen.place,
                "start": round(seen.start / FPS, 3),
                "end": round(seen.end / FPS, 3),
            }
        )
    facts = script.facts
    return {
        "schema": SCHEMA,
        "billreel": version("billreel"),
        "form": story.form.value,
        "problem": story.problem,
        "inputs": list(story.documents),
        "pack": dict(zip(("id", "version", "sha256"), plan.pack, strict=True)),
        "brand": plan.brand,
        "shape": plan.shape,
        "language": plan.language,
        "frames": plan.frames,
        "fps": FPS,
        "voice": voice,
        "encoder": dict(encoder),
        "faces": {key: asdict(face) for key, face in plan.faces.items()},
        "assets": dict(plan.assets),
        "facts": [
            _fact(facts[fact_id], appearances.get(fact_id, []))
            for fact_id in sorted(_needed(facts, set(appearances)))
        ],
        "files": dict(sorted(files.items())),
    }
