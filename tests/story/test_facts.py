"""Facts, figures, and computing them anew."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renderer.bill.model import Source
from renderer.bill.values import Money, Quantity
from renderer.errors import StoryError
from renderer.story.facts import Derivation, Fact, FactBook, Figure, recompute

SOURCE = Source("0" * 64, "/amount", "1")


def book_of(*amounts: str) -> tuple[FactBook, list[Figure]]:
    book = FactBook()
    values = [Money(Decimal(amount), "EUR") for amount in amounts]
    return book, [book.source(f"f{at}", value, SOURCE) for at, value in enumerate(values)]


def test_a_derived_fact_is_computed_from_its_operands() -> None:
    book, figures = book_of("87.42", "75.02")
    figure = book.derive("difference", "difference", figures)
    assert figure == Figure("difference", Money(Decimal("12.40"), "EUR"))
    assert book.facts["difference"].derived == Derivation("difference", ("f0", "f1"))
    assert recompute(book.facts["difference"], book.facts) == figure.value


def test_a_changed_operand_changes_what_is_recomputed() -> None:
    book, figures = book_of("87.42", "75.02")
    book.derive("difference", "difference", figures)
    forged = book.facts | {"f0": Fact("f0", Money(Decimal(90), "EUR"), source=SOURCE)}
    assert recompute(forged["difference"], forged) != forged["difference"].value


def test_an_id_is_used_once() -> None:
    book, _ = book_of("1")
    with pytest.raises(StoryError) as caught:
        book.source("f0", 2, SOURCE)
    assert caught.value.code == "fact-twice"


def test_operands_come_before_their_use() -> None:
    book, _ = book_of("1")
    with pytest.raises(StoryError) as caught:
        book.derive("twice", "sum", [Figure("elsewhere", 1)])
    assert caught.value.code == "fact-unknown"


def test_figures_compare_with_numbers_and_each_other() -> None:
    _, (more, less, equal) = book_of("2.50", "1", "2.5")
    assert more > less
    assert less <= 1
    assert more == equal
    assert hash(more) == hash(equal)
    assert more == Decimal("2.5")
    assert more >= 2.5
    assert more != Figure("pounds", Money(Decimal("2.5"), "GBP"))


def test_figures_of_nothing_are_false() -> None:
    assert not Figure("f", Money(Decimal("0.00"), "EUR"))
    assert not Figure("f", Quantity(Decimal(0), "GB"))
    assert not Figure("f", "")
    assert not Figure("f", 0)
    assert Figure("f", "text")


def test_text_is_not_a_number() -> None:
    with pytest.raises(TypeError):
        _ = Figure("f", "text") > 1
