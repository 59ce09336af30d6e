"""What the page shows beside the film: whose brand it is, and how the bill is paid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from renderer.assets import Assets
from renderer.package.page import data_url
from renderer.package.transcript import plain
from renderer.script import Script
from renderer.script.paint import Color
from renderer.script.words import format_value
from renderer.story import Figure, Story


def _css(color: Color) -> str:
    alpha = f"{color.alpha:02x}" if color.alpha != 255 else ""
    return f"#{color.red:02x}{color.green:02x}{color.blue:02x}{alpha}"


def brand_of(script: Script, assets: Assets) -> Mapping[str, Any]:
    """Return the brand as the page's template takes it."""
    page = script.page
    logo = data_url(assets.read(page.logo)) if page.logo else None
    return {
        "name": page.name,
        "logo": logo,
        "scheme": page.scheme,
        "colors": {name: _css(color) for name, color in sorted(page.colors.items())},
    }


def payment_of(story: Story, script: Script) -> Mapping[str, str | None] | None:
    """Return how the bill is paid, as written in the film's language; None if nothing is due."""
    bill = story.bill
    if bill.state != "due":
        return None

    def text(figure: Figure | None, form: str) -> str | None:
        if figure is None:
            return None
        return plain(format_value(figure, form, script.language, script.locale).seen)

    return {
        "amount": text(bill.amount_due, "money"),
        "due": text(bill.due, "date-full"),
        "payee": text(bill.payee, "text"),
        "iban": text(bill.iban, "text"),
        "reference": text(bill.reference, "text"),
        "method": bill.method,
    }
