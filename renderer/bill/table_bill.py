"""The rows of one bill, from one table or several, become a `Bill`."""

from __future__ import annotations

from collections.abc import Mapping as Named
from collections.abc import Sequence

from renderer.bill.bounds import MOST_LINES
from renderer.bill.currency import read_currency
from renderer.bill.documents import Raw
from renderer.bill.iban import is_iban
from renderer.bill.ledger import Ledger, source
from renderer.bill.model import Bill, BillKind, Customer, Line, Payment, PaymentMethod
from renderer.bill.preferences import PreferencesIn
from renderer.bill.reconcile import reconcile
from renderer.bill.table_cells import currencies_mixed
from renderer.bill.table_lines import read_lines
from renderer.bill.table_mapping import SECTIONS, Mapping, cells
from renderer.bill.table_preferences import read_preferences_cells
from renderer.bill.table_rows import Row
from renderer.bill.table_totals import read_totals
from renderer.bill.table_usage import read_usage
from renderer.bill.table_values import RowReader
from renderer.errors import BillError

MOST_ROWS = 2 * MOST_LINES
"""Rows of one bill in one table."""

BillRows = Named[str, Sequence[Row]]
"""The rows of one bill by section: "bill", "lines" and so on."""


def read_table_bill(mapping: Mapping, rows: BillRows) -> Bill:
    """Read one bill from its rows and reconcile it.

    Raises:
        BillError: for anything that is wrong with it, at file, row and column.
    """
    head = _head(mapping, rows["bill"])
    currency = _currency(mapping, head)
    ledger = Ledger(read_currency(currency), _is_negative(mapping, head, currency))
    ledger.sources["currency"] = source(currency)
    reader = RowReader(mapping, "bill", head, ledger)
    kind = BillKind(reader.token("kind", "kind") or "invoice")
    told, preferences = read_preferences_cells(reader)
    totals = read_totals(mapping, reader, rows)
    names = _documents(mapping, head, rows)
    lines = read_lines(mapping, rows.get("lines", ()), ledger)
    read = Bill(
        id=ledger.text("id", head.raw(_key(mapping))) or "",
        kind=kind,
        currency=ledger.currency,
        charges_total=totals.charges_total,
        amount_due=totals.amount_due,
        number=reader.text("number", "number"),
        issued=reader.day("issued", "issued"),
        period=reader.period("period", "period"),
        due=reader.day("due", "due"),
        customer=_customer(reader, told, lines),
        seller=reader.text("seller", "seller"),
        lines=lines,
        taxes=totals.taxes,
        charges_net=totals.charges_net,
        charges_tax=totals.charges_tax,
        carried_over=totals.carried_over,
        paid=totals.paid,
        rounding=totals.rounding,
        payment=_payment(reader),
        usage=read_usage(mapping, rows, ledger),
        preferences=preferences,
        documents=tuple(names),
        parts=tuple(ledger.parts),
        sources=ledger.sources,
    )
    return reconcile(read, (), names)


def _key(mapping: Mapping) -> str:
    return mapping.table(mapping.table_of("bill") or "").key


def _head(mapping: Mapping, rows: Sequence[Row]) -> Row:
    """Return the bill's own row; where it is said again in others, they have to agree."""
    head = rows[0]
    if len(rows) == 1:
        return head
    table = mapping.table_of("bill")
    shared = any(mapping.table_of(name) == table for name in SECTIONS if name != "bill")
    if not shared:
        raise BillError(
            "table-bill-twice",
            "Two rows of this table are the same bill.",
            rows[1].where(_key(mapping)),
            f"The first stands at {head.where()}. Export each bill once.",
        )
    fields = mapping.told.bill.fields
    columns = dict.fromkeys(one.column for _, one in cells(fields, "") if one.column)
    said = {column: head.text(column) for column in columns}
    for row in rows[1:]:
        for column, text in said.items():
            if row.text(column) != text:
                if column == fields.currency.column:
                    raise currencies_mixed(row.where(column))
                raise BillError(
                    "table-header-differs",
                    "Rows of one bill say different things of the bill.",
                    row.where(column),
                    f"The bill's first row stands at {head.where(column)}.",
                )
    return head


def _currency(mapping: Mapping, head: Row) -> Raw:
    raw = RowReader(mapping, "bill", head, Ledger("")).word("currency")
    if raw is None:
        raise BillError(
            "currency-missing",
            "This row does not say its bill's currency.",
            head.where(mapping.told.bill.fields.currency.column),
            "Fill the column, or map currency to {constant: EUR}.",
        )
    return raw


def _is_negative(mapping: Mapping, head: Row, currency: Raw) -> bool:
    """Tell whether a credit note states what it credits as positive amounts."""
    reader = RowReader(mapping, "bill", head, Ledger(read_currency(currency)))
    if reader.token("kind", "kind") != BillKind.CREDIT_NOTE.value:
        return False
    total = reader.money("", "charges_total") or reader.money("", "charges_net")
    return total is not None and total.amount > 0


def _customer(reader: RowReader, told: PreferencesIn, lines: Sequence[Line]) -> Customer:
    """Read the customer; the phone number also where all lines are about one."""
    number = reader.text("customer.subscription", "customer", "subscription")
    billed = {line.subscription for line in lines if line.subscription}
    if number is None and len(billed) == 1:
        at = next(at for at, line in enumerate(lines) if line.subscription)
        sources = reader.ledger.sources
        sources["customer.subscription"] = sources[f"lines.{at}.subscription"]
        number = lines[at].subscription
    return Customer(
        name=reader.text("customer.name", "customer", "name"),
        given_name=told.given_name,
        account=reader.text("customer.account", "customer", "account"),
        subscription=number,
        since=told.customer_since,
    )


def _payment(reader: RowReader) -> Payment:
    """Read how the bill is to be paid. A number that is not an IBAN is not taken."""
    method = reader.token("payment.method", "payment", "method")
    number = reader.word("payment", "iban")
    if number is not None and not is_iban(number.text):
        number = None
    return Payment(
        method=PaymentMethod(method) if method else None,
        iban=reader.ledger.text("payment.iban", number),
        bic=reader.text("payment.bic", "payment", "bic"),
        payee=reader.text("payment.payee", "payment", "payee"),
        reference=reader.text("payment.reference", "payment", "reference"),
        mandate=reader.text("payment.mandate", "payment", "mandate"),
    )


def _documents(mapping: Mapping, head: Row, rows: BillRows) -> dict[str, str]:
    """Name every file that the bill has rows in, the bill's own first, and the mapping last."""
    files = [head.batch.file, *(row.batch.file for some in rows.values() for row in some)]
    names = {file.sha256: file.name for file in dict.fromkeys(files)}
    return names | {mapping.document.sha256: mapping.document.name}
