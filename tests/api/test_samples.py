"""`billreel samples`: a cohort in a folder."""

from __future__ import annotations

import json


def test_a_cohort_is_written_once_and_the_same_again(billreel, tmp_path):
    asked = ("samples", "--customers", 3, "--seed", 7, "--months", 3, "--json", "-o")
    done = [billreel(*asked, tmp_path / name) for name in ("one", "two")]
    assert [ran.status for ran in done] == [0, 0]
    told = done[0].json
    assert told["customers"] == 3
    truths = sorted((tmp_path / "one").glob("0*/truth.json"))
    bills = [json.loads(path.read_text("utf-8"))["bills"] for path in truths]
    assert sum(len(one) for one in bills) == told["bills"]
    changes = [change for one in bills for bill in one for change in bill.get("changes", [])]
    assert sum(cause["count"] for cause in told["causes"].values()) == len(changes)
    files = {path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.*")}
    assert len(files) == told["bills"] + 3 + 5
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_people_get_a_table_of_causes(billreel, tmp_path):
    done = billreel("samples", "--customers", 2, "--locale", "ko", "-o", tmp_path / "made")
    assert done.status == 0
    assert "KRW" in done.out
    assert "2 customers" in done.said


def test_what_is_there_is_not_overwritten(billreel, tmp_path):
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    done = billreel("samples", "--customers", 1, "-o", tmp_path)
    assert done.status == 2
    assert "samples-not-empty" in done.said
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_unknown_locale_or_damage_is_refused_with_those_there_are(billreel, tmp_path):
    done = billreel("samples", "--locale", "it", "-o", tmp_path / "made")
    assert (done.status, "locale-unknown" in done.said, "fr" in done.said) == (2, True, True)
    done = billreel("samples", "--damage", "rot", "-o", tmp_path / "made")
    assert (done.status, "damage-unknown" in done.said, "split" in done.said) == (2, True, True)
    assert not (tmp_path / "made").exists()
