"""Names in XML invoices: the prefixes of our XPaths, whatever prefixes a document uses itself.

The root's own namespace is `ubl` in a UBL document and `rsm` in a UN/CEFACT one.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
_CEFACT = "urn:un:unece:uncefact:data:standard:"

UBL_INVOICE = f"{_UBL}Invoice-2"
UBL_CREDIT_NOTE = f"{_UBL}CreditNote-2"
CII = f"{_CEFACT}CrossIndustryInvoice:100"
ZUGFERD_1 = "urn:ferd:CrossIndustryDocument:invoice:1p0"

_UBL_NAMES = {
    "cac": f"{_UBL}CommonAggregateComponents-2",
    "cbc": f"{_UBL}CommonBasicComponents-2",
}
_CEFACT_NAMES = {
    CII: {
        "ram": f"{_CEFACT}ReusableAggregateBusinessInformationEntity:100",
        "udt": f"{_CEFACT}UnqualifiedDataType:100",
    },
    ZUGFERD_1: {
        "ram": f"{_CEFACT}ReusableAggregateBusinessInformationEntity:12",
        "udt": f"{_CEFACT}UnqualifiedDataType:15",
    },
}


def names_of(root: etree._Element) -> Mapping[str, str]:
    """Return the namespaces of the prefixes that XPaths into a document use."""
    own = etree.QName(root).namespace or ""
    rest = _CEFACT_NAMES.get(own, _UBL_NAMES)
    return {"ubl": own, "rsm": own, **rest}


def ubl_document(namespace: str) -> bool:
    """Tell whether a namespace is of any document of UBL 2."""
    return namespace.startswith(_UBL)


def cefact_document(namespace: str) -> bool:
    """Tell whether a namespace is of any document of UN/CEFACT."""
    return namespace.startswith("urn:un:unece:uncefact:data:")


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(etree.QName(element).localname)


def text_of(element: etree._Element) -> str:
    """Return an element's text as the document writes it, with its white space."""
    if not len(element):
        return element.text or ""
    return "".join(str(part) for part in element.itertext())
