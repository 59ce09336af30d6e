"""Factur-X and ZUGFeRD: the invoice inside a PDF becomes the bill."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from renderer.bill import Document, load_bill, parse_bill
from renderer.bill.model import Source
from renderer.bill.pdf_reader import PdfReader
from renderer.errors import BillError
from tests.bill.cii_documents import cii, pdf, zugferd_1

XML = cii().encode()


def refusal(data: bytes) -> BillError:
    with pytest.raises(BillError) as caught:
        parse_bill([Document("bill.pdf", data)])
    return caught.value


@pytest.mark.parametrize(
    ("name", "xml"),
    [
        ("factur-x.xml", XML),
        ("ZUGFeRD-invoice.xml", zugferd_1(cii()).encode()),
        ("zugferd-invoice.xml", XML),
        ("xrechnung.xml", XML),
        ("some other name.xml", XML),
    ],
)
def test_the_invoice_inside_is_the_bill(name: str, xml: bytes) -> None:
    bill = parse_bill([Document("bill.pdf", pdf((name, xml)))])
    assert (bill.number, bill.amount_due.amount, bill.breakdown) == ("R-1", 50, None)


def test_sources_point_into_the_invoice_and_documents_names_both(prove) -> None:
    data = pdf(("factur-x.xml", XML))
    bill = parse_bill([Document("bill.pdf", data)])
    inside = sha256(XML).hexdigest()
    assert bill.documents == (sha256(data).hexdigest(), inside)
    assert {one.document for one in bill.sources.values() if isinstance(one, Source)} == {inside}
    assert prove(bill, {inside: XML}) > 10


def test_an_error_names_the_pdf_the_file_inside_and_the_place() -> None:
    error = refusal(pdf(("factur-x.xml", cii(due="49.99").encode())))
    assert error.code == "due-does-not-add-up"
    assert error.where is not None
    assert error.where.startswith("bill.pdf!factur-x.xml#/rsm:CrossIndustryInvoice/")


def test_the_standards_names_go_before_others() -> None:
    other = cii(gross="60.00", due="60.00", net="50.00").encode()
    data = pdf(("a.xml", other), ("factur-x.xml", XML), ("z.xml", other))
    assert parse_bill([Document("bill.pdf", data)]).amount_due.amount == 50


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/pass\x1b[31mwd\n.xml", "pass__31mwd_.xml"),
        ("a.zip/..\\b.xml", "b.xml"),
        ("x" * 300 + ".xml", "x" * 36 + ".xml"),
        (".xml", ".xml"),
    ],
)
def test_a_name_inside_does_no_harm_in_a_message(name: str, plain: str) -> None:
    error = refusal(pdf((name, cii(due="49.99").encode())))
    assert error.where is not None
    assert error.where.startswith(f"bill.pdf!{plain}#/")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ((), "no XML file"),
        ((("terms.pdf", b"%PDF-1.7"),), "no XML file"),
        ((("data.xml", b"<a/>"),), "no invoice"),
        ((("factur-x.xml", b"<a><b></a>"),), "no invoice"),
        ((("factur-x.xml", b"{}"),), "no invoice"),
    ],
)
def test_a_pdf_without_an_invoice_is_refused(
    files: tuple[tuple[str, bytes], ...], said: str
) -> None:
    error = refusal(pdf(*files))
    assert (error.code, error.where) == ("pdf-without-invoice", "bill.pdf")
    assert said in error.message


def test_an_order_inside_is_no_bill() -> None:
    order = (
        b"<a:SCRDMCCBDACIOMessageStructure"
        b' xmlns:a="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"/>'
    )
    error = refusal(pdf(("order-x.xml", order)))
    assert (error.code, error.where) == ("not-a-bill", "bill.pdf!order-x.xml")


def test_a_pdf_that_asks_for_a_password_is_refused() -> None:
    assert refusal(pdf(("factur-x.xml", XML), encrypt_for="secret")).code == "pdf-encrypted"


def test_a_pdf_that_anyone_may_open_is_read() -> None:
    data = pdf(("factur-x.xml", XML), encrypt_for="")
    assert parse_bill([Document("bill.pdf", data)]).number == "R-1"


@pytest.mark.parametrize("keep", [9, 200, 0.5, 0.9])
def test_a_part_of_a_pdf_is_broken(keep: float) -> None:
    data = pdf(("factur-x.xml", XML))
    part = data[: keep if isinstance(keep, int) else int(len(data) * keep)]
    assert refusal(part).code == "pdf-not-readable"


def test_a_pdf_may_begin_after_other_bytes(tmp_path: Path) -> None:
    path = tmp_path / "bill.json"
    path.write_bytes(b"\n\x00 mail header\n" + pdf(("factur-x.xml", XML)))
    assert load_bill(path).number == "R-1"


def test_a_pdf_stands_alone() -> None:
    data = pdf(("factur-x.xml", XML))
    with pytest.raises(BillError) as caught:
        parse_bill([Document("a.pdf", data), Document("b.xml", XML)])
    assert (caught.value.code, caught.value.where) == ("several-bills", "b.xml")


def test_the_program_that_opens_pdf_files_starts_anew_when_it_was_ended() -> None:
    reader, data = PdfReader(), pdf(("factur-x.xml", XML))
    header, xml = reader.ask(data)
    assert (header["name"], xml) == ("factur-x.xml", XML)
    reader.close()
    assert reader.ask(data)[1] == XML
    reader.close()


def test_a_forked_process_starts_a_program_of_its_own() -> None:
    reader, data = PdfReader(), pdf(("factur-x.xml", XML))
    reader.ask(data)
    pid = os.fork()
    if pid == 0:
        os._exit(0 if reader.ask(data)[1] == XML and reader.close() is None else 1)
    assert os.waitpid(pid, 0)[1] == 0
    assert reader.ask(data)[1] == XML
    reader.close()
