"""Damages bills as reality does: what a change of systems, a redesign or a summary does to lines.

The sums stay right, and so does the truth: it speaks of what happened, not of the document.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from api.cohort.money import rounded

Json = dict[str, Any]
_AMOUNTS = ("taxExcludedAmount", "taxIncludedAmount")
_LEAST_DAYS = 4


@dataclass(frozen=True, slots=True)
class Damaged:
    """A bill's rates after the damage, and which of the lines before it each one is made of."""

    rates: list[Json]
    origins: list[tuple[int, ...]]


def damage(rates: list[Json], kinds: Sequence[str], rng: Random) -> Damaged:
    """Damage one bill's rates in ways of `DAMAGES`, one after the other."""
    found = Damaged(deepcopy(rates), [(at,) for at in range(len(rates))])
    for kind in kinds:
        found = DAMAGES[kind](found, rng)
    return found


def _without_ids(found: Damaged, _rng: Random) -> Damaged:
    """Leave out the ids of products and lines, as systems do that only print."""
    for rate in found.rates:
        rate.pop("id", None)
        rate.pop("product", None)
    return found


def _renamed(found: Damaged, rng: Random) -> Damaged:
    """Write about every second name differently, the same for one product of a bill."""
    names: dict[str, str] = {}
    for rate in found.rates:
        name = rate["name"]
        if name not in names:
            ways: tuple[str, ...] = (
                name.upper(),
                f"{name} *",
                " ".join(name.split()[:2]),
                "№ " + name,
            )
            names[name] = rng.choice(ways) if rng.random() < 0.5 else name
        rate["name"] = names[name]
        if "product" in rate:
            rate["product"]["name"] = names[name]
    return found


def _reordered(found: Damaged, rng: Random) -> Damaged:
    """Shuffle the lines."""
    order = list(range(len(found.rates)))
    rng.shuffle(order)
    return Damaged([found.rates[at] for at in order], [found.origins[at] for at in order])


def _merged(found: Damaged, rng: Random) -> Damaged:
    """Make one line of two of one kind, line of service and rate, on about every second bill.

    Two products in one line have one name and no id.
    """
    if rng.random() < 0.5:
        return found
    alike: dict[object, list[int]] = {}
    for at, rate in enumerate(found.rates):
        alike.setdefault(_sort(rate), []).append(at)
    groups = [places for places in alike.values() if len(places) > 1]
    if not groups:
        return found
    first, second = rng.choice(groups)[:2]
    one, other = deepcopy(found.rates[first]), found.rates[second]
    for owner, addend in _amounts_of(one, other):
        owner["value"] += addend["value"]
    if one.get("product") != other.get("product"):
        one["name"] = f"{one['name']}, {other['name']}"
        one.pop("product", None)
        one.pop("id", None)
    one["characteristic"] = [
        said for said in one.get("characteristic", []) if said in other.get("characteristic", [])
    ]
    if not _fits(one):
        return found
    rates, origins = list(found.rates), list(found.origins)
    rates[first] = one
    origins[first] = (*origins[first], *origins[second])
    del rates[second], origins[second]
    return Damaged(rates, origins)


def _split(found: Damaged, rng: Random) -> Damaged:
    """Make two lines of one, by its days or by half, on about every second bill."""
    if rng.random() < 0.5 or not found.rates:
        return found
    at = rng.randrange(len(found.rates))
    one, other = deepcopy(found.rates[at]), deepcopy(found.rates[at])
    share = _split_days(one, other)
    for owner, rest in _amounts_of(one, other):
        value = owner["value"]
        owner["value"] = rounded(value * share, Decimal(1).scaleb(value.as_tuple().exponent))
        rest["value"] = value - owner["value"]
    _even_gross(one)
    _even_gross(other)
    for rate, mark in ((one, "a"), (other, "b")):
        if "id" in rate:
            rate["id"] += mark
        rate["characteristic"] = [
            said for said in rate.get("characteristic", []) if said["name"] != "quantity"
        ]
    if not (_fits(one) and _fits(other)):
        return found
    rates = [*found.rates[:at], one, other, *found.rates[at + 1 :]]
    return Damaged(rates, [*found.origins[: at + 1], found.origins[at], *found.origins[at + 1 :]])


def _split_days(one: Json, other: Json) -> Decimal:
    """Part a line's period in two; return the first part's share."""
    covers = one.get("periodCoverage")
    if covers is None:
        return Decimal("0.5")
    start, end = (date.fromisoformat(covers[name][:10]) for name in covers)
    days = (end - start).days + 1
    if days < _LEAST_DAYS:
        return Decimal("0.5")
    first = days // 2
    last = start + timedelta(days=first - 1)
    one["periodCoverage"]["endDateTime"] = f"{last}{covers['endDateTime'][10:]}"
    begin = other["periodCoverage"]
    begin["startDateTime"] = f"{last + timedelta(days=1)}{begin['startDateTime'][10:]}"
    return Decimal(first) / days


def _fits(rate: Json) -> bool:
    """Tell whether a line's tax is still its rate of its net, as far as rounding lets it be."""
    if "taxIncludedAmount" not in rate:
        return True
    (tax,) = rate["appliedTax"]
    share = tax["taxRate"] if tax["taxRate"] <= 1 else tax["taxRate"] / 100
    net, amount = rate["taxExcludedAmount"]["value"], tax["taxAmount"]["value"]
    unit = Decimal(1).scaleb(amount.as_tuple().exponent)
    return bool(abs(net * share - amount) < unit)


def _even_gross(rate: Json) -> None:
    """Make tax what gross and net leave, so that a part of a line adds up by itself."""
    if "taxIncludedAmount" in rate:
        gross, net = rate["taxIncludedAmount"]["value"], rate["taxExcludedAmount"]["value"]
        rate["appliedTax"][0]["taxAmount"]["value"] = gross - net


def _amounts_of(one: Json, other: Json) -> list[tuple[Json, Json]]:
    found = [(one[name], other[name]) for name in _AMOUNTS if name in one]
    for mine, its in zip(one.get("appliedTax", []), other.get("appliedTax", []), strict=True):
        if "taxAmount" in mine:
            found.append((mine["taxAmount"], its["taxAmount"]))
    return found


def _sort(rate: Json) -> object:
    said = {one["name"]: one["value"] for one in rate.get("characteristic", [])}
    taxes = [tax["taxRate"] for tax in rate.get("appliedTax", [])]
    kind = rate.get("appliedBillingRateType", rate.get("type"))
    return kind, said.get("chargeKind"), said.get("msisdn"), *taxes


DAMAGES: dict[str, Callable[[Damaged, Random], Damaged]] = {
    "ids-missing": _without_ids,
    "names-changed": _renamed,
    "reordered": _reordered,
    "merged": _merged,
    "split": _split,
}
