"""A story made by hand, so that these tests know every figure in it, and a pack to spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from renderer.bill.model import Source
from renderer.bill.values import Money, Period, Quantity, Value
from renderer.script import Pack, load_pack
from renderer.story.facts import FactBook, Figure
from renderer.story.model import (
    BillView,
    ChangeView,
    ChargeGroup,
    Charges,
    CustomerView,
    Difference,
    Form,
    History,
    HistoryBar,
    Story,
    UsageView,
)

PACK = Path(__file__).with_name("pack")


def money(text: str) -> Money:
    return Money(Decimal(text), "GBP")


class Book:
    """Records every value as read from a document."""

    def __init__(self) -> None:
        self.facts = FactBook()

    def __call__(self, name: str, value: Value) -> Figure:
        return self.facts.source(name, value, Source("0" * 64, f"/{name}", str(value)))


def change(book: Book, index: int, kind: str, label: str, signed: str, before: str) -> ChangeView:
    name = f"changes.{index}"
    after = str(Decimal(before) + Decimal(signed))
    return ChangeView(
        kind=kind,
        charge="roaming",
        label=book(f"{name}.label", label),
        signed=book(f"{name}.signed", money(signed)),
        amount=book(f"{name}.amount", money(signed.lstrip("-"))),
        before=book(f"{name}.before", money(before)),
        after=book(f"{name}.after", money(after)),
        lines=book(f"{name}.lines", 1),
    )


@pytest.fixture
def story() -> Story:
    """87.42, 12.40 more than the 75.02 of October, by two changes."""
    book = Book()
    month = book("month", date(2026, 11, 1))
    before = book("previous.month", date(2026, 10, 1))
    total = book("charges_total", money("87.42"))
    previous = book("previous.charges_total", money("75.02"))
    group = ChargeGroup("recurring", book("groups.0", money("60.00")), None, book("groups.0.n", 2))
    other = ChargeGroup("roaming", book("groups.1", money("27.42")), None, book("groups.1.n", 1))
    return Story(
        bill_id="INV-1",
        form=Form.FULL,
        bill=BillView(
            kind="invoice",
            state="due",
            amount_due=book("amount_due", money("87.42")),
            amount_due_abs=book("amount_due_abs", money("87.42")),
            charges_total=total,
            number=book("number", "INV-1"),
            due=book("due", date(2026, 12, 15)),
            period=book("period", Period(date(2026, 11, 1), date(2026, 11, 30))),
            month=month,
        ),
        customer=CustomerView(name=book("customer.name", "O'Neil: Sons")),
        facts=book.facts.facts,
        difference=Difference(
            direction="higher",
            amount=book("difference.amount", money("12.40")),
            signed=book("difference.signed", money("12.40")),
            current=total,
            previous=previous,
            previous_month=before,
            current_month=month,
        ),
        changes=(
            change(book, 0, "added", "Roaming in Türkiye", "15.48", "75.02"),
            change(book, 1, "less", "Calls", "-3.08", "90.50"),
        ),
        charges=Charges((group, other), total, ring=True),
        usage=(
            UsageView(
                kind="data",
                state="within",
                name=None,
                used=book("usage.0.used", Quantity(Decimal("18.4"), "GB")),
                included=book("usage.0.included", Quantity(Decimal(25), "GB")),
                remaining=book("usage.0.remaining", Quantity(Decimal("6.6"), "GB")),
                over=None,
                share=None,
            ),
        ),
        history=History(
            (HistoryBar(before, previous, current=False), HistoryBar(month, total, current=True)),
            total,
            book("history.average", money("81.22")),
            book("history.count", 2),
        ),
    )


@pytest.fixture
def first_bill(story: Story) -> Story:
    """The story of the same bill when nothing is known of the ones before."""
    return replace(story, difference=None, changes=(), history=None)


@pytest.fixture
def pack() -> Pack:
    return load_pack(PACK)


Edit = Callable[[str, str, str], Path]


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """Replace a piece of text in a file of a copy of the pack; return the copy's folder."""
    folder = tmp_path / "pack"

    def change_text(file: str, old: str, new: str) -> Path:
        if not folder.exists():
            shutil.copytree(PACK, folder)
        path = folder / file
        text = path.read_text() if path.exists() else ""
        if old not in text:
            raise LookupError(f"{file} does not hold {old!r}")
        path.write_text(text.replace(old, new, 1))
        return folder

    return change_text


@pytest.fixture
def layout(edit: Edit) -> Callable[[str], Path]:
    """Make a pack of one scene, `total`, whose layout is the YAML given."""

    def made(yaml: str, narration: str = "[total-intro]") -> Path:
        folder = edit("pack.yaml", "scenes: [total, changes]", "scenes: [total]")
        lines = ["scene: total", "chapter: chapter-total", "ground: page"]
        lines += [f"narration: {narration}", "layout:"]
        lines += [f"  {line}" for line in yaml.strip("\n").splitlines()]
        (folder / "scenes/total.yaml").write_text("\n".join(lines) + "\n")
        return folder

    return made
