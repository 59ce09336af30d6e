"""`billreel samples`: a cohort of made-up customers, their bills, and what is true of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import AsJson
from api.cli.output import Output
from renderer.errors import RenderError

if TYPE_CHECKING:
    from rich.table import Table

    from api.cohort.cohort import Summary


def write_samples(
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder to write; new or empty.")],
    customers: Annotated[int, typer.Option(min=1, max=999_999, help="How many accounts.")] = 10,
    seed: Annotated[int, typer.Option(help="The same seed gives the same accounts.")] = 1,
    months: Annotated[int, typer.Option(min=1, max=60, help="Bills of each account.")] = 7,
    locale: Annotated[
        str | None, typer.Option(help="Only one country: en, fr, de, id, ar or ko.")
    ] = None,
    damage: Annotated[
        list[str] | None,
        typer.Option(
            help="Damage the bills' lines: ids-missing, names-changed, reordered, merged or split. "
            "May be repeated."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write made-up customers with bills, earlier bills, and the truth of why they changed."""
    from api.cohort.catalogue import LOCALES  # here: no other command draws cohorts
    from api.cohort.cohort import Order, write_cohort
    from api.cohort.damage import DAMAGES

    output = Output(as_json)
    if locale is not None and locale not in LOCALES:
        raise RenderError(
            "locale-unknown", "There are no samples of this locale.", remedy=_known(LOCALES)
        )
    for kind in damage or []:
        if kind not in DAMAGES:
            raise RenderError(
                "damage-unknown", "There is no such damage.", remedy=_known(tuple(DAMAGES))
            )
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise RenderError(
            "samples-not-empty",
            "There is something in this place already.",
            str(out),
            "Name a new folder.",
        )
    order = Order(customers, seed, months, locale, tuple(damage or ()))
    with output.progress(customers) as bar:
        summary = write_cohort(order, out, lambda: bar.advance(bar.task_ids[0]))
    output.result({"output": str(out), **content(summary)})
    output.say(table(summary))
    output.say(f"{out}: {summary.customers} customers, {summary.bills} bills")


def _known(names: tuple[str, ...]) -> str:
    return f"Known are {', '.join(names)}."


def content(summary: Summary) -> dict[str, Any]:
    """Say what a cohort holds as JSON-able data."""
    return {
        "customers": summary.customers,
        "bills": summary.bills,
        "unchanged": summary.unchanged,
        "causes": {
            cause or "none": {
                "count": count,
                "money": {
                    currency: f"{summary.amount(cause, currency):f}"
                    for of, currency in sorted(summary.money)
                    if of == cause
                },
            }
            for cause, count in summary.causes.most_common()
        },
    }


def table(summary: Summary) -> Table:
    """Lay out how often each cause is true, and of how much money."""
    from rich.table import Table

    currencies = sorted({currency for _, currency in summary.money})
    laid = Table(title="Why bills changed", title_justify="left")
    laid.add_column("cause")
    laid.add_column("changes", justify="right")
    for currency in currencies:
        laid.add_column(currency, justify="right")
    for cause, count in summary.causes.most_common():
        amounts = (f"{summary.amount(cause, one):,f}" for one in currencies)
        laid.add_row(cause or "(no one cause)", f"{count:,}", *amounts)
    laid.add_row("(nothing changed)", f"{summary.unchanged:,}", *("" for _ in currencies))
    return laid
