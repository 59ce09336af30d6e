"""The commands: what each makes and prints, for people and for programs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.api.conftest import ROOT, SAMPLES
from tests.bill import situations

SHORT = SAMPLES / "en-short/bill.json"
PROGRAM = "from api.cli import main; main()"
QUICK = ("--voice", "silent", "--no-music")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    """Render the shortest film as a program of its own does; return its folder and the report."""
    folder = tmp_path_factory.mktemp("made") / "deep" / "package"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            PROGRAM,
            "render",
            str(SHORT),
            *QUICK,
            "-o",
            str(folder),
            "--action",
            "pay=https://pay.example/x?a=1&b=2",
            "--json",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert done.stderr == ""
    return folder, json.loads(done.stdout)


def test_render_reports_what_it_made_and_what_it_cost(package) -> None:
    folder, report = package
    assert report["output"] == str(folder)
    assert (report["language"], report["brand"], report["shape"]) == ("en", "nordlys", "wide")
    assert report["form"] == "short"
    assert report["scenes"][0] == "greeting"
    assert 0 < report["frames"]["distinct"] < report["frames"]["total"]
    assert report["seconds"] == pytest.approx(report["frames"]["total"] / 30, abs=0.001)
    assert report["bytes"] == {path.name: path.stat().st_size for path in sorted(folder.iterdir())}
    stages = ["tell", "bind", "speak", "lay", "encode", "sound", "package", "publish"]
    assert list(report["cost"]["stages"]) == stages
    parts = [stage["cpu_s"] for stage in report["cost"]["stages"].values()]
    assert sum(parts) == pytest.approx(report["cost"]["cpu_s"], abs=0.01)


def test_pay_leads_where_the_option_says_and_nothing_but_the_page_knows(package) -> None:
    folder, _ = package
    assert "https://pay.example/x" in (folder / "index.html").read_text()
    others = [path for path in folder.iterdir() if path.name != "index.html"]
    assert [path.name for path in others if b"pay.example" in path.read_bytes()] == []


def test_a_package_replaces_an_older_one(billreel, package, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "manifest.json").write_text("{}")
    (folder / "left-over.txt").write_text("x")
    done = billreel("render", SHORT, *QUICK, "-o", folder)
    assert done.status == 0
    assert f"{folder}/index.html" in done.said.replace(" ", "")
    assert sorted(path.name for path in folder.iterdir()) == sorted(package[1]["bytes"])
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_inspect_shows_what_the_bill_says(billreel) -> None:
    people = billreel("inspect", SAMPLES / "fr/bill.json")
    assert people.status == 0
    for text in ("amount due", "87.42 EUR", "2026-12-15", "Itinérance en Turquie"):
        assert text in people.said
    programs = billreel("inspect", SAMPLES / "fr/bill.json", "--json").json
    assert programs["amount_due"] == {"kind": "money", "amount": "87.42", "currency": "EUR"}
    assert programs["sources"]["amount_due"]["pointer"] == "/customerBill/amountDue/value"
    assert len(programs["lines"]) > 3


def test_inspect_names_the_sum_that_does_not_hold(billreel) -> None:
    done = billreel("inspect", SHORT)
    assert "does not add up" in done.said
    assert "lines:" in done.said


@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_still_draws_one_frame(suffix: str, billreel, tmp_path: Path) -> None:
    picture = tmp_path / f"one.{suffix}"
    done = billreel(
        "still", "telco", "due", "--lang", "ar", "--brand", "fjell", "--shape", "tall",
        "--at", "1.5", "--voice", "silent", "-o", picture, "--json",
    )  # fmt: skip
    assert done.status == 0
    assert (done.json["scene"], done.json["output"]) == ("due", str(picture))
    with Image.open(picture) as image:
        assert image.size == (720, 1280)
        assert len(image.convert("RGB").resize((36, 64)).getcolors(36 * 64) or []) > 50


def test_still_of_another_customer_at_another_size(billreel, tmp_path: Path) -> None:
    picture = tmp_path / "one.png"
    done = billreel(
        "still", "telco", "short", "--customer", SHORT.parent, "--height", 1080,
        "--voice", "silent", "-o", picture,
    )  # fmt: skip
    assert done.status == 0
    with Image.open(picture) as image:
        assert image.size == (1920, 1080)


def test_still_of_a_scene_that_is_not_shown_names_those_that_are(billreel, tmp_path: Path) -> None:
    done = billreel(
        "still", "telco", "nothing", "--voice", "silent", "-o", tmp_path / "x.png", "--json"
    )
    assert (done.status, done.json["error"]["code"]) == (2, "scene-missing")
    assert "greeting" in done.json["error"]["remedy"]
    assert not (tmp_path / "x.png").exists()


def test_proof_puts_scene_by_language_on_one_page(billreel, tmp_path: Path) -> None:
    done = billreel(
        "proof", "telco", "--lang", "en", "--lang", "ar", "-o", tmp_path / "proof", "--json"
    )
    assert done.status == 0
    page = Path(done.json["output"])
    named = [part.partition('"')[0] for part in page.read_text(encoding="utf-8").split('src="')[1:]]
    assert len(named) == len(set(named)) >= 14
    assert sorted(named) == sorted(path.name for path in page.parent.glob("*.jpg"))
    assert {name.split("-")[2] for name in named} == {"en", "ar"}


def test_proof_draws_a_folder_of_customers_and_only_the_scenes_asked_for(
    billreel, tmp_path: Path
) -> None:
    situations.write(tmp_path / "customers")
    done = billreel(
        *("proof", "telco", "--customers", tmp_path / "customers", "--lang", "fr"),
        *("--scene", "proration", "--scene", "first", "-o", tmp_path / "proof", "--json"),
    )
    assert done.status == 0
    assert sorted(path.name for path in (tmp_path / "proof").glob("*.jpg")) == [
        "nordlys-wide-fr-first-first.jpg",
        "nordlys-wide-fr-plan-change-proration.jpg",
    ]


def test_demo_renders_a_folder_a_language(billreel, tmp_path: Path) -> None:
    done = billreel("demo", "--lang", "id", "--voice", "silent", "-o", tmp_path / "demo", "--json")
    assert done.status == 0
    (film,) = done.json["films"]
    assert film["language"] == "id"
    assert (tmp_path / "demo/id/index.html").is_file()
    assert film["form"] == "full"


def test_demo_in_a_language_without_a_customer_is_refused(billreel, tmp_path: Path) -> None:
    done = billreel("demo", "--lang", "sv", "-o", tmp_path / "demo", "--json")
    assert (done.status, done.json["error"]["code"]) == (2, "sample-missing")
    assert not (tmp_path / "demo").exists()


def test_help_names_every_command(billreel) -> None:
    done = billreel("--help")
    assert done.status == 0
    for command in ("render", "inspect", "check", "still", "proof", "demo"):
        assert command in done.said
