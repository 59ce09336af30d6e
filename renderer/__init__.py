"""Billreel: a telecom bill becomes a narrated, localised film that explains it.

    bill = load_bill([Path("bill.json")])
    render(bill, Path("out"), choice=Choice(language="fr"))

Names are loaded when they are first asked for, so that a still does not wait for a video encoder.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from renderer.bill import load_bill
    from renderer.bill.model import Bill
    from renderer.errors import RenderError
    from renderer.package import Package
    from renderer.pipeline import render
    from renderer.plan import Plan
    from renderer.planning import Choice, Draft, draft
    from renderer.script import Pack, Script, load_pack
    from renderer.speech import Narration
    from renderer.story import Story
    from renderer.workshop import Workshop

_HOMES = {
    "Bill": "renderer.bill.model",
    "Choice": "renderer.planning",
    "Draft": "renderer.planning",
    "Narration": "renderer.speech",
    "Pack": "renderer.script",
    "Package": "renderer.package",
    "Plan": "renderer.plan",
    "RenderError": "renderer.errors",
    "Script": "renderer.script",
    "Story": "renderer.story",
    "Workshop": "renderer.workshop",
    "draft": "renderer.planning",
    "load_bill": "renderer.bill",
    "load_pack": "renderer.script",
    "render": "renderer.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'renderer' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


__all__ = [
    "Bill",
    "Choice",
    "Draft",
    "Narration",
    "Pack",
    "Package",
    "Plan",
    "RenderError",
    "Script",
    "Story",
    "Workshop",
    "draft",
    "load_bill",
    "load_pack",
    "render",
]
