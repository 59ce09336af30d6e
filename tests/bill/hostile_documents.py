"""Documents made to hurt: each with what it says of itself, and the code it is refused with."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from typing import Any

from renderer.bill.bounds import MOST_LINES
from renderer.bill.documents import LARGEST_BYTES
from tests.bill.cii_documents import cii, line, pdf
from tests.bill.conftest import UBL

INVOICE = b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">'
END = b"</Invoice>"
FILLED = {"root": "Invoice", "more": "", "totals": "", "net": "40.00", "tax": "10.00"}
FILLED |= {"gross": "50.00", "due": "50.00", "line": "40.00"}
ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE Invoice [<!ENTITY a "aaaaaaaaaa">{ENTITIES}]>'.encode()


def tmf(lines: int = 1, **members: Any) -> bytes:
    rate = {"id": "1", "name": "x", "taxIncludedAmount": {"unit": "EUR", "value": 1}} | members
    total = {"unit": "EUR", "value": lines}
    bill = {"@type": "CustomerBill", "id": "B", "taxIncludedAmount": total}
    bundle = {"customerBill": bill, "appliedCustomerBillingRate": [rate] * lines}
    return json.dumps(bundle).encode()


def ubl(lines: int = 1, **places: str) -> bytes:
    text = UBL.format(**FILLED | places)
    start = text.index("<cac:InvoiceLine>")
    return (text[:start] + text[start:].replace("</Invoice>", "") * lines + "</Invoice>").encode()


def objects(*bodies: bytes) -> bytes:
    """Write a PDF by hand; the first object is its catalog."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(bodies) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n" % (count, table)
        + (b"<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(out)))
    )


def attached(stream: bytes, coding: bytes = b"/FlateDecode", more: bytes = b"") -> bytes:
    head = b"<</Type/EmbeddedFile/Filter %b/Length %d%b>>stream\n" % (coding, len(stream), more)
    return objects(
        b"<</Type/Catalog/Pages 4 0 R/Names<</EmbeddedFiles<</Names[(factur-x.xml)2 0 R]>>>>>>",
        b"<</Type/Filespec/F(factur-x.xml)/UF(factur-x.xml)/EF<</F 3 0 R/UF 3 0 R>>>>",
        head + stream + b"\nendstream",
        b"<</Type/Pages/Kids[]/Count 0>>",
    )


def deflated(size: int) -> bytes:
    squeezer = zlib.compressobj(1)
    block = b" " * 1_000_000
    parts = [squeezer.compress(cii().encode())]
    parts += [squeezer.compress(block) for _ in range(size // len(block))]
    return b"".join([*parts, squeezer.flush()])


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "50 MB of XML": ("document-too-large", lambda: INVOICE + b" " * 50 * 2**20 + END),
    "50 MB of JSON": ("document-too-large", lambda: b"[" + b" " * 50 * 2**20 + b"]"),
    "entity bomb": ("xml-doctype", lambda: BOMB + INVOICE + b"&a9;" + END),
    "entity bomb behind a comment": (
        "xml-doctype",
        lambda: b"<!--" + b"x" * 70_000 + b"-->" + BOMB + INVOICE + b"&a9;" + END,
    ),
    "entity of 100 kB, 100,000 times": (
        "xml-doctype",
        lambda: (
            b'<!DOCTYPE Invoice [<!ENTITY a "%b">]>' % (b"a" * 100_000)
            + INVOICE
            + b"&a;" * 100_000
            + END
        ),
    ),
    "blanks before the root": (
        "currency-missing",
        lambda: b'<?xml version="1.0"?>' + b" \n" * 30_000 + INVOICE + END,
    ),
    "comments before the root": ("currency-missing", lambda: b"<!--a-->\n" * 9_000 + INVOICE + END),
    "instructions before the root": ("currency-missing", lambda: b"<?a?>" * 9_000 + INVOICE + END),
    "comments that never end": ("xml-not-valid", lambda: b"<!--" * 100_000),
    "4,000,000 elements": ("document-too-large", lambda: INVOICE + b"<a/>" * 4_000_000 + END),
    "499,000 elements": ("currency-missing", lambda: INVOICE + b"<a/>x" * 499_000 + END),
    "1,000,000 attributes": (
        "document-too-large",
        lambda: INVOICE + b"<a %b/>" % b" ".join(b'a%d=""' % n for n in range(1_000_000)) + END,
    ),
    "499,000 attributes": (
        "currency-missing",
        lambda: INVOICE + b"<a %b/>" % b" ".join(b'a%d="1"' % n for n in range(499_000)) + END,
    ),
    "400,000 namespaces": (
        "currency-missing",
        lambda: (
            INVOICE + b"<a %b/>" % b" ".join(b'xmlns:a%d="1"' % n for n in range(400_000)) + END
        ),
    ),
    "one text of 15 MB": ("document-too-large", lambda: INVOICE + b"x" * 15 * 2**20 + END),
    "nested XML": ("xml-not-valid", lambda: b"<a>" * 100_000),
    "XML that is not UTF-8": ("xml-not-valid", lambda: INVOICE + b"<a>\xff\xfe</a>" + END),
    "UBL of 100,000 lines": ("document-too-large", lambda: ubl(100_000)[:LARGEST_BYTES]),
    "UBL of 100,000 small lines": (
        "too-many-lines",
        lambda: ubl().replace(END, b"<cac:InvoiceLine/>" * 100_000 + END),
    ),
    "UBL of one line too many": ("too-many-lines", lambda: ubl(MOST_LINES + 1)),
    "UBL of 100,000 payment means": (
        "too-many-lines",
        lambda: ubl(more="<cac:PaymentMeans/>" * 100_000),
    ),
    "UBL in two currencies": ("currencies-mixed", lambda: ubl().replace(b'"EUR"', b'"USD"', 1)),
    "UBL with an amount of 1e400": ("number-not-readable", lambda: ubl(due="1e400")),
    "CII of 100,000 lines": ("document-too-large", lambda: cii(lines=line("1") * 30_000).encode()),
    "CII of 100,000 small lines": (
        "too-many-lines",
        lambda: cii(lines="<ram:IncludedSupplyChainTradeLineItem/>" * 100_000).encode(),
    ),
    "CII of 100,000 terms": (
        "too-many-lines",
        lambda: cii(settlement="<ram:SpecifiedTradePaymentTerms/>" * 100_000).encode(),
    ),
    "CII with an amount of NaN": ("number-not-readable", lambda: cii(due="NaN").encode()),
    "JSON of 100,000 lines": ("document-too-large", lambda: tmf(100_000)),
    "JSON of one line too many": ("too-many-lines", lambda: tmf(MOST_LINES + 1)),
    "JSON of 40,000 small characteristics": (
        "too-many-lines",
        lambda: tmf(characteristic=[{"name": "a"}] * 40_000),
    ),
    "8,000,000 numbers": ("document-too-large", lambda: b"[" + b"0," * 8_000_000 + b"0]"),
    "248,000 members": (
        "not-a-bill",
        lambda: b"{" + b",".join(b'"%d":0' % n for n in range(248_000)) + b"}",
    ),
    "a number of 15 MB": ("not-a-bill", lambda: b'{"a":' + b"1" * 15 * 2**20 + b"}"),
    "a string of 15 MB": ("not-a-bill", lambda: b'{"a":"' + b"\\n" * 7 * 2**20 + b'"}'),
    "nested JSON": ("json-too-deep", lambda: b"[" * 100_000),
    "JSON that is not UTF-8": ("not-utf-8", lambda: tmf().replace(b'"x"', b'"\xff"')),
    "JSON with NaN": ("json-not-valid", lambda: tmf().replace(b": 1}", b": NaN}")),
    "JSON with 1e400": ("number-not-readable", lambda: tmf().replace(b": 1}", b": 1e400}")),
    "JSON in two currencies": ("currencies-mixed", lambda: tmf().replace(b'"EUR"', b'"USD"', 1)),
    "an archive": ("format-not-supported", lambda: b"PK\x03\x04" + b"\0" * 1_000_000),
    "PDF without attachment": ("pdf-without-invoice", pdf),
    "PDF with a password": ("pdf-encrypted", lambda: pdf(encrypt_for="secret")),
    "PDF of noise": ("pdf-not-readable", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40_000),
    "PDF whose stream is 300 MB": ("pdf-not-readable", lambda: attached(deflated(3 * 10**8))),
    "PDF whose stream is 60 MB": ("pdf-without-invoice", lambda: attached(deflated(6 * 10**7))),
    "PDF packed 1,000 times": (
        "pdf-not-readable",
        lambda: attached(deflated(0), b"[%b]" % (b"/FlateDecode" * 1_000)),
    ),
    "PDF in ASCII85": ("pdf-not-readable", lambda: attached(b"z" * 15 * 10**6, b"/ASCII85Decode")),
    "PDF with a predictor": (
        "pdf-not-readable",
        lambda: attached(
            zlib.compress((b"\x04" + b" " * 10) * 6_000_000),
            more=b"/DecodeParms<</Predictor 15/Columns 10>>",
        ),
    ),
    "PDF of nested arrays": (
        "pdf-not-readable",
        lambda: objects(b"<</Type/Catalog/Names " + b"[" * 7_000_000 + b">>"),
    ),
    "PDF of nested dictionaries": (
        "pdf-not-readable",
        lambda: objects(b"<</Type/Catalog/Names " + b"<</a " * 2_000_000 + b">>"),
    ),
    "PDF of references in a circle": ("pdf-not-readable", lambda: objects(b"2 0 R", b"1 0 R")),
    "PDF of names in a circle": (
        "pdf-without-invoice",
        lambda: objects(
            b"<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>", b"<</Kids[2 0 R 2 0 R]>>"
        ),
    ),
    "PDF whose tables point at themselves": (
        "pdf-without-invoice",
        lambda: objects(b"<</Type/Catalog>>").replace(b"/Root", b"/Prev 45/Root"),
    ),
    "PDF of 1,000,000 objects without a table": (
        "pdf-not-readable",
        lambda: (
            b"%PDF-1.7\n"
            + b"".join(b"%d 0 obj\n" % n for n in range(1_000_000))
            + b"trailer<</Root 1 0 R>>\nstartxref\n9999999999\n%%EOF"
        ),
    ),
    "PDF of 2,000 attachments": (
        "pdf-not-readable",
        lambda: pdf(*((f"{n}.xml", b"<a/>") for n in range(2_000))),
    ),
    "PDF with an entity bomb": (
        "xml-doctype",
        lambda: pdf(("factur-x.xml", BOMB + cii().partition("\n")[2].encode())),
    ),
}

LARGE: dict[str, Callable[[], bytes]] = {
    "UBL of as many lines as a bill may have": lambda: ubl(
        MOST_LINES, line="0.01", net="50.00", tax="0", gross="50.00"
    ),
    "CII of as many lines as a bill may have": lambda: cii(
        lines=line("0.01") * MOST_LINES, net="50.00", tax="0", gross="50.00"
    ).encode(),
    "JSON of as many lines as a bill may have": lambda: tmf(MOST_LINES),
}
"""Bills at the bound, which are read."""
