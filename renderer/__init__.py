"""Billreel: a telecom bill becomes a narrated, localised film that explains it.

    bill = load_bill([Path("bill.json")])
    render(bill, Path("out"), choice=Choice(language="fr"))
"""

from renderer.bill import load_bill
from renderer.bill.model import Bill
from renderer.errors import RenderError
from renderer.package import Package
from renderer.pipeline import Choice, Draft, draft, render
from renderer.plan import Plan
from renderer.script import Pack, Script, load_pack
from renderer.speech import Narration
from renderer.story import Story

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
    "draft",
    "load_bill",
    "load_pack",
    "render",
]
