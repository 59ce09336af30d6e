"""Bytes become a `Bill`: one frozen model, whatever document it came from."""

from renderer.bill.documents import Document
from renderer.bill.load import load_bill, parse_bill

__all__ = ["Document", "load_bill", "parse_bill"]
