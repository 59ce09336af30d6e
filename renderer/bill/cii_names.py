"""The names that UN/CEFACT CII (D16B) and ZUGFeRD 1 give to the same parts of an invoice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from renderer.bill.documents import Raw
from renderer.bill.xml_names import ZUGFERD_1
from renderer.bill.xml_node import XmlNode


@dataclass(frozen=True, slots=True)
class CiiNames:
    """Names of elements, each with the prefix that our XPaths use."""

    document: str
    transaction: str
    agreement: str
    settlement: str
    totals: str
    line_delivery: str
    line_settlement: str
    line_totals: str
    percent: str


_D16B = CiiNames(
    document="rsm:ExchangedDocument",
    transaction="rsm:SupplyChainTradeTransaction",
    agreement="ram:ApplicableHeaderTradeAgreement",
    settlement="ram:ApplicableHeaderTradeSettlement",
    totals="ram:SpecifiedTradeSettlementHeaderMonetarySummation",
    line_delivery="ram:SpecifiedLineTradeDelivery",
    line_settlement="ram:SpecifiedLineTradeSettlement",
    line_totals="ram:SpecifiedTradeSettlementLineMonetarySummation",
    percent="ram:RateApplicablePercent",
)
_ZUGFERD_1 = CiiNames(
    document="rsm:HeaderExchangedDocument",
    transaction="rsm:SpecifiedSupplyChainTradeTransaction",
    agreement="ram:ApplicableSupplyChainTradeAgreement",
    settlement="ram:ApplicableSupplyChainTradeSettlement",
    totals="ram:SpecifiedTradeSettlementMonetarySummation",
    line_delivery="ram:SpecifiedSupplyChainTradeDelivery",
    line_settlement="ram:SpecifiedSupplyChainTradeSettlement",
    line_totals="ram:SpecifiedTradeSettlementMonetarySummation",
    percent="ram:ApplicablePercent",
)
_LONGER = frozenset(("602", "609", "610", "616"))
"""Formats of UNTDID 2379 that write a year, a month or a week."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an invoice that may be absent, and then is as if it were empty."""

    node: XmlNode | None

    def part(self, path: str) -> Part:
        """Follow the first child of each name."""
        return Part(self.node.at(path) if self.node is not None else None)

    def each(self, name: str) -> Iterator[Part]:
        """Walk the children of one name."""
        if self.node is not None:
            yield from map(Part, self.node.each(name))

    def scalar(self, *paths: str) -> Raw | None:
        """Return the first of these that is there and not blank."""
        return None if self.node is None else self.node.scalar(*paths)

    def day(self, path: str) -> Raw | None:
        """Return the day in an element of type DateTime; a month or a week is none."""
        said = self.part(f"{path}/udt:DateTimeString").node
        if said is not None and said.attribute("format") in _LONGER:
            return None
        return self.scalar(f"{path}/udt:DateTimeString", f"{path}/udt:DateTime")


def cii_names(namespace: str) -> CiiNames:
    """Return the names that a document of this namespace uses."""
    return _ZUGFERD_1 if namespace == ZUGFERD_1 else _D16B
