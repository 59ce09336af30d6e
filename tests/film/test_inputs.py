"""Third-party bills through the command line: a film, or exit 2 with the reason and its place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import av
import pytest
from ruamel.yaml import YAML

from api.cli import main

pytestmark = pytest.mark.inputs

ROOT = Path(__file__).parents[2]
INPUTS = ROOT.parent / "shared/inputs"
UBL = [
    "BIS3_Invoice_negativ.XML",
    "guide-example1.xml",
    "ubl-tc434-creditnote1.xml",
    "ubl-tc434-example2.xml",
    "ubl-tc434-example3.xml",
    "ubl-tc434-example8.xml",
]
TMF = {
    "TMF678-CustomerBill-v5.0.0": 22,
    "TMF677-Usage_Consumption-v5.1.0": 13,
}
BILLS = {"CustomerBill_retrieve_example_response", "CustomerBillCreateEvent_request"}


@pytest.fixture
def inputs() -> Path:
    if not INPUTS.is_dir():
        pytest.skip("the third-party bills of ../shared/inputs are not here")
    return INPUTS


def billreel(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from api.cli import main; main()", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"PYTHONWARNINGS": "default"},
        capture_output=True,
        text=True,
        timeout=300,
    )


def rendered(bill: Path, folder: Path) -> dict[str, Any]:
    """Render with the silent voice; the film has to play to its end."""
    done = billreel(
        "render", bill, "--lang", "en", "--voice", "silent", "--no-music", "-o", folder, "--json"
    )
    assert done.returncode == 0, (done.stdout, done.stderr)
    report: dict[str, Any] = json.loads(done.stdout)
    with av.open(str(folder / "video.mp4")) as container:
        lengths = [stream.duration * stream.time_base for stream in container.streams]
        assert abs(lengths[0] - lengths[1]) <= 1 / 30
        assert sum(1 for _ in container.decode(video=0)) == report["frames"]["distinct"]
    return report


@pytest.mark.parametrize("name", UBL)
def test_a_ubl_document_becomes_a_film(name: str, inputs: Path, tmp_path: Path) -> None:
    report = rendered(inputs / "en16931-ubl" / name, tmp_path / "film")
    assert report["scenes"][0] == "greeting"
    assert report["scenes"][-1] == "closing"
    assert 10 < report["seconds"] < 90


def examples(inputs: Path, name: str) -> dict[str, Any]:
    text = (inputs / f"tmforum/{name}.oas.yaml").read_text(encoding="utf-8")
    return dict(YAML(typ="safe").load(text)["components"]["examples"])


def test_official_examples_become_films_or_are_refused_for_a_reason(
    inputs: Path, tmp_path: Path
) -> None:
    refused = 0
    for spec, count in TMF.items():
        found = examples(inputs, spec)
        assert len(found) == count
        for name, example in found.items():
            path = tmp_path / f"{name}.json"
            path.write_text(json.dumps(example["value"], default=str), encoding="utf-8")
            if name in BILLS:
                rendered(path, tmp_path / name)
                continue
            refused += 1
            assert_refused(in_process("render", path, "-o", tmp_path / "none", "--json"), path)
    assert refused == 22 + 13 - len(BILLS)
    assert not (tmp_path / "none").exists()


def in_process(*arguments: str | Path) -> tuple[int, str]:
    """Run a command here, as `main` does, to spare 33 starts; return its status and output."""
    out = StringIO()
    given = ["billreel", *map(str, arguments)]
    with patch.object(sys, "argv", given), redirect_stdout(out), pytest.raises(SystemExit) as left:
        main()
    return int(left.value.code or 0), out.getvalue()


def assert_refused(done: tuple[int, str], path: Path) -> None:
    status, out = done
    error = json.loads(out)["error"]
    assert status == 2, path.name
    assert error["where"].startswith(str(path)), error
    assert error["message"]
    assert (ROOT / error["help"]).is_file(), error["help"]


@pytest.mark.parametrize(
    "name",
    [
        "en16931-cii/CII_business_example_01.xml",
        "en16931-cii/CII_example2.xml",
        "en16931-cii/huf_example_cii.xml",
        "facturx/EN16931_OEPNV.pdf",
    ],
)
def test_a_cii_invoice_becomes_a_film_bare_or_in_a_pdf(
    name: str, inputs: Path, tmp_path: Path
) -> None:
    assert 10 < rendered(inputs / name, tmp_path / "film")["seconds"] < 90


def test_a_specification_is_no_bill(inputs: Path, tmp_path: Path) -> None:
    for path in sorted((inputs / "tmforum").iterdir()):
        assert_refused(in_process("render", path, "-o", tmp_path / "none", "--json"), path)
    assert not (tmp_path / "none").exists()


NONSENSE = {
    "random.bin": bytes((at * 7919 + at * at * 31) % 256 for at in range(4096)),
    "zeros.bin": bytes(4096),
    "empty.json": b"",
    "cut.json": b'{"customerBill": {"id": "1", "amountDue": {"un',
    "list.json": b"[]",
    "deep.json": b"[" * 100_000,
    "number.json": b'{"customerBill": {"amountDue": {"unit": "EUR", "value": 1e999999999}}}',
    "entities.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><Invoice>&b;</Invoice>',
    "other.xml": b"<html/>",
    "bill.yaml": b"customerBill:\n  id: 1\n",
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(64),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_is_refused_without_a_traceback(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(NONSENSE[name])
    assert_refused(in_process("render", path, "-o", tmp_path / "none", "--json"), path)


def test_a_refusal_reads_as_a_place_a_reason_and_a_page(tmp_path: Path) -> None:
    path = tmp_path / "cut.json"
    path.write_bytes(NONSENSE["cut.json"])
    done = billreel("render", path, "-o", tmp_path / "none")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert str(path) in done.stderr.replace("\n", "")
    assert "docs/errors/json-not-valid.md" in done.stderr
