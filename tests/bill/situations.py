"""Four customers a language for whom something typical happened: the gallery shows them all.

A plan changed within a month, a promotion ended, use abroad in two countries, a first bill. Written
as the samples are, to a folder of customers `<language>-<situation>`; the pack itself stays small.
Run it with a folder: `python -m tests.bill.situations out/situations`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bill.sample_bills import customer_files
from tests.bill.sample_customers import (
    ARABIC,
    ENGLISH,
    FRENCH,
    GERMAN,
    INDONESIAN,
    KOREAN,
    ONCE,
    REBATE,
    RECURRING,
    USAGE,
    Charge,
    Customer,
)

SITUATIONS = ("plan-change", "promotion", "roaming", "first")


@dataclass(frozen=True)
class Names:
    """What a language's operator calls its products, and what they cost.

    Args:
        plans: the small and the large plan; prices: of a whole month.
        parts: what ten days of the small and twenty of the large one cost.
        promotion: name, amount of a month, amount of its last two days.
        abroad: names and amounts of use in Turkey and in Switzerland.
        start: name and amount of what is charged once; begun: nineteen days of the large plan.
        calls: name and amounts, of the last month and this one.
    """

    plans: tuple[str, str]
    prices: tuple[str, str]
    parts: tuple[str, str]
    promotion: tuple[str, str, str]
    abroad: tuple[tuple[str, str], tuple[str, str]]
    start: tuple[str, str]
    begun: str
    calls: tuple[str, str, str]


NAMES = (
    (
        ENGLISH,
        Names(
            ("Breeze plan", "Aurora plan"),
            ("20.00", "40.00"),
            ("6.67", "26.67"),
            ("Welcome discount", "-10.00", "-0.67"),
            (("Roaming in Turkey", "6.15"), ("Roaming in Switzerland", "3.40")),
            ("SIM and activation", "10.00"),
            "25.33",
            ("Calls outside your plan", "5.08", "2.00"),
        ),
    ),
    (
        FRENCH,
        Names(
            ("Forfait Brise", "Forfait Aurore"),
            ("20.00", "40.00"),
            ("6.67", "26.67"),
            ("Remise de bienvenue", "-10.00", "-0.67"),
            (("Itinérance en Turquie", "6.15"), ("Itinérance en Suisse", "3.40")),
            ("Carte SIM et activation", "10.00"),
            "25.33",
            ("Appels hors forfait", "4.08", "2.30"),
        ),
    ),
    (
        GERMAN,
        Names(
            ("Tarif Brise 5 GB", "Tarif Aurora 25 GB"),
            ("20.00", "40.00"),
            ("6.67", "26.67"),
            ("Aktionsrabatt", "-10.00", "-0.67"),
            (("Roaming in der Türkei", "6.15"), ("Roaming in der Schweiz", "3.40")),
            ("SIM-Karte und Einrichtung", "10.00"),
            "25.33",
            ("Gespräche außerhalb des Tarifs", "5.08", "2.00"),
        ),
    ),
    (
        INDONESIAN,
        Names(
            ("Paket Bayu", "Paket Aurora"),
            ("90000", "150000"),
            ("30000", "100000"),
            ("Promo pelanggan baru", "-30000", "-2000"),
            (("Roaming di Turki", "26000"), ("Roaming di Swiss", "13500")),
            ("Kartu SIM dan aktivasi", "25000"),
            "95000",
            ("Panggilan di luar paket", "12000", "6500"),
        ),
    ),
    (
        ARABIC,
        Names(
            ("باقة نسيم", "باقة أورورا"),
            ("99.00", "199.00"),
            ("33.00", "132.67"),
            ("خصم الترحيب", "-30.00", "-2.00"),
            (("التجوال في تركيا", "18.50"), ("التجوال في سويسرا", "11.25")),
            ("الشريحة والتفعيل", "25.00"),
            "126.03",
            ("مكالمات خارج الباقة", "14.25", "8.00"),
        ),
    ),
    (
        KOREAN,
        Names(
            ("브리즈 요금제", "오로라 요금제"),
            ("30000", "39000"),
            ("10000", "26000"),
            ("신규 가입 할인", "-9000", "-600"),
            (("튀르키예 로밍", "8800"), ("스위스 로밍", "4400")),
            ("유심 및 가입비", "7700"),
            "24700",
            ("국제전화", "2000", "500"),
        ),
    ),
)


def customers() -> Iterator[Customer]:
    """Yield every language's customers, named after what happened to them."""
    for one, names in NAMES:
        given = {
            "plan-change": _plan_change(names),
            "promotion": _promotion(names),
            "roaming": _roaming(names),
            "first": _first(names),
        }
        for name in SITUATIONS:
            begun = {"since": "2026-11-12"} if name == "first" else {}
            yield replace(
                one,
                folder=f"{one.folder}-{name}",
                charges=given[name],
                months=1 if name == "first" else 2,
                note=None,
                balance=None,
                paid=None,
                buckets=(),
                **begun,
            )


def _calls(names: Names) -> Charge:
    name, before, now = names.calls
    return Charge("P-CALLS", name, USAGE, f"{before} {now}", uses="voice")


def _plan(names: Names) -> Charge:
    price = names.prices[1]
    return Charge("P-LARGE", names.plans[1], RECURRING, f"{price} {price}")


def _plan_change(names: Names) -> tuple[Charge, ...]:
    (small, large), (low, high) = names.plans, names.prices
    ten, twenty = names.parts
    return (
        Charge("P-SMALL", small, RECURRING, f"{low} {ten}", days=(1, 10), price=low),
        Charge("P-LARGE", large, RECURRING, twenty, days=(11, 30), price=high),
        _calls(names),
    )


def _promotion(names: Names) -> tuple[Charge, ...]:
    name, whole, part = names.promotion
    return (
        _plan(names),
        Charge("P-PROMOTION", name, REBATE, f"{whole} {part}", days=(1, 2)),
        _calls(names),
    )


def _roaming(names: Names) -> tuple[Charge, ...]:
    (turkey, much), (swiss, less) = names.abroad
    return (
        _plan(names),
        Charge("P-ROAMING-TR", turkey, USAGE, much, finer="roaming", country="TR"),
        Charge("P-ROAMING-CH", swiss, USAGE, less, finer="roaming", country="CH"),
        _calls(names),
    )


def _first(names: Names) -> tuple[Charge, ...]:
    plan, price = names.plans[1], names.prices[1]
    name, amount = names.start
    return (
        Charge("P-LARGE", plan, RECURRING, names.begun, days=(12, 30), price=price),
        Charge("P-LARGE", plan, RECURRING, price, price=price, ahead=True),
        Charge("P-START", name, ONCE, amount, days=(12, 12)),
    )


def write(folder: Path) -> list[str]:
    """Write every customer's documents into a folder; return the customers' names."""
    for customer in customers():
        for path, text in customer_files(customer):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    return [customer.folder for customer in customers()]


if __name__ == "__main__":
    write(Path(sys.argv[1]))
