"""UBL 2.1 Invoice and CreditNote, as EN 16931 uses them, become a bill.

Amounts of a credit note are stated as positive and are negative in the bill. Allowances and
charges on the whole document are lines too. A line has its net only; tax is the document's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from renderer.bill.currency import read_currency
from renderer.bill.documents import Document, Raw
from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import Ledger, source
from renderer.bill.model import Bill, BillKind, Customer, TaxItem
from renderer.bill.preferences import PreferencesIn, read_preferences
from renderer.bill.reconcile import Check, reconcile
from renderer.bill.ubl_amounts import amount_of, money_raw
from renderer.bill.ubl_lines import read_lines
from renderer.bill.ubl_payment import read_due_date, read_payment
from renderer.bill.values import Money
from renderer.bill.xml_node import XmlNode
from renderer.errors import BillError

_CREDIT_CODES = frozenset({"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"})
"""Credit notes among the document type codes of UNTDID 1001."""
