"""What mapping.yaml holds: the tables, and for each part of a bill the columns of its fields.

Fields bear the names they have in `Bill`.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from renderer.bill.table_fields import (
    Amount,
    Day,
    Flag,
    Form,
    HowMuch,
    Kind,
    Method,
    Name,
    Rate,
    Sign,
    Strict,
    Text,
    TextCell,
    Used,
    Why,
    as_column,
)

Mark = Annotated[str, StringConstraints(min_length=1, max_length=1, pattern=r"^[ -~\t]$")]
_ShortText = BeforeValidator(as_column)


class TableIn(Strict):
    """One table: its file, and how its text is to be read.

    Args:
        file: a file or a folder of parts, beside the mapping.
        key: the column that says which bill a row belongs to.
        delimiter, quote, encoding, columns: of CSV; `columns` names them where the file does not.
        decimal: the decimal mark of numbers that are text; where it is said, thousands may be
            grouped and the minus may stand behind.
        nothing: texts that stand for no value, NULL for example.
    """

    file: Name
    key: Name
    delimiter: Mark = ","
    quote: Mark = '"'
    encoding: Literal["utf-8", "windows-1252", "iso-8859-1", "iso-8859-15"] = "utf-8"
    columns: Annotated[list[Name], Field(min_length=1, max_length=4096)] | None = None
    decimal: Literal[".", ","] | None = None
    nothing: list[str] = Field(default_factory=list, max_length=20)


class PeriodFields(Strict):
    """The first and the last day, both inside."""

    start: Day = None
    end: Day = None


class CustomerFields(Strict):
    """`Customer`."""

    name: Text = None
    given_name: Text = None
    account: Text = None
    subscription: Text = None
    since: Day = None


class PaymentFields(Strict):
    """`Payment`: how the bill is to be paid."""

    method: Method = None
    iban: Text = None
    bic: Text = None
    payee: Text = None
    reference: Text = None
    mandate: Text = None


class PreferencesFields(Strict):
    """`Preferences`."""

    language: Text = None
    channel: Text = None
    pace: Text = None
    music: Flag | None = None
    captions: Flag | None = None
    address: Text = None
    note: Text = None
    disputing: Flag | None = None


class ConsentFields(Strict):
    """One consent: what for, whether given, on which day, through what."""

    purpose: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]
    given: Flag
    recorded: Day = None
    source: Text = None


class BillFields(Strict):
    """`Bill`, but for its lines. The total, or net and tax, have to be there."""

    currency: Annotated[TextCell, _ShortText]
    kind: Form = None
    number: Text = None
    issued: Day = None
    due: Day = None
    period: PeriodFields = PeriodFields()
    seller: Text = None
    charges_total: Amount = None
    charges_net: Amount = None
    charges_tax: Amount = None
    carried_over: Amount = None
    paid: Amount = None
    rounding: Amount = None
    amount_due: Amount = None
    customer: CustomerFields = CustomerFields()
    payment: PaymentFields = PaymentFields()
    preferences: PreferencesFields = PreferencesFields()
    consents: list[ConsentFields] = Field(default_factory=list, max_length=50)

    @model_validator(mode="after")
    def _has_total(self) -> Self:
        if self.charges_total is None and None in (self.charges_net, self.charges_tax):
            raise ValueError("map charges_total, or both charges_net and charges_tax")
        return self


class LineFields(Strict):
    """`Line`: net or gross at least. `sign` marks credits that are stated as positive amounts."""

    id: Text = None
    name: Annotated[TextCell, _ShortText]
    kind: Kind = None
    sign: Sign = None
    currency: Text = None
    net: Amount = None
    tax: Amount = None
    gross: Amount = None
    tax_rate: Rate = None
    period: PeriodFields = PeriodFields()
    quantity: HowMuch = None
    product: Text = None
    subscription: Text = None
    description: Text = None
    usage: Used | None = None
    country: Text = None
    reason: Why = None
    price: Amount = None

    @model_validator(mode="after")
    def _has_amount(self) -> Self:
        if self.net is None and self.gross is None:
            raise ValueError("map net or gross")
        return self


class UsageFields(Strict):
    """`Allowance`: what was used, and what is included or left."""

    id: Text = None
    kind: Used
    name: Text = None
    used: HowMuch = None
    included: HowMuch = None
    left: HowMuch = None
    unlimited: Flag | None = None
    period: PeriodFields = PeriodFields()
    subscription: Text = None

    @model_validator(mode="after")
    def _has_use(self) -> Self:
        if self.used is None:
            raise ValueError("map used")
        if self.included is not None and self.left is not None:
            raise ValueError("map included or left, not both")
        return self


class UsagePeriodFields(Strict):
    """Use in a part of the period (a week, say) of the allowance whose `id` this is."""

    id: Annotated[TextCell, _ShortText]
    used: HowMuch = None
    period: PeriodFields = PeriodFields()

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if None in (self.used, self.period.start, self.period.end):
            raise ValueError("map used, and both days of the period")
        return self


class PaymentRowFields(Strict):
    """One payment that came in; payments of a bill add up to what is paid."""

    amount: Amount = None
    currency: Text = None

    @model_validator(mode="after")
    def _has_amount(self) -> Self:
        if self.amount is None:
            raise ValueError("map amount")
        return self


class TaxFields(Strict):
    """`TaxItem`: one tax of the whole bill."""

    amount: Amount = None
    rate: Rate = None
    category: Text = None
    base: Amount = None

    @model_validator(mode="after")
    def _has_amount(self) -> Self:
        if self.amount is None:
            raise ValueError("map amount")
        return self


class Section(Strict):
    """Where one part of a bill stands.

    Args:
        table: a name of `tables`; may be left out where there is one only.
        only: takes only rows whose column says one of these, by column.
    """

    table: Name | None = None
    only: dict[str, list[str]] = Field(default_factory=dict, max_length=8)


class BillSection(Section):
    """The bill itself. In a table that other parts stand in too, its cells are said again in
    every row and have to agree.
    """

    fields: BillFields


class LinesSection(Section):
    """The lines. `credits: positive` says that discounts and credits are stated as positive."""

    fields: LineFields
    credits: Literal["negative", "positive"] = "negative"


class UsageSection(Section):
    """What was used of allowances."""

    fields: UsageFields


class UsagePeriodsSection(Section):
    """What was used by parts of the period, in order."""

    fields: UsagePeriodFields


class PaymentsSection(Section):
    """Payments."""

    fields: PaymentRowFields


class TaxesSection(Section):
    """Taxes of the whole bill."""

    fields: TaxFields


class MappingIn(Strict):
    """A whole mapping.yaml."""

    schema_: Annotated[Literal["1"], Field(alias="schema")]
    amounts: Literal["major", "minor"] = "major"
    tables: Annotated[dict[str, TableIn], Field(min_length=1, max_length=6)]
    bill: BillSection
    lines: LinesSection | None = None
    usage: UsageSection | None = None
    usage_periods: UsagePeriodsSection | None = None
    payments: PaymentsSection | None = None
    taxes: TaxesSection | None = None
