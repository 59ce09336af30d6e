"""A cycle from bills to an edition: made once, made anew where a bill changed, and never twice."""

from __future__ import annotations

import json
import os
import shutil
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pytest

from api.batch.cycle import open_cycle, order_hash
from api.batch.in_process import InProcess
from api.batch.maker import Maker
from api.batch.model import Item, Kind, State
from api.batch.places import places_of
from renderer.errors import RenderError
from tests.batch.cycles import (
    TINY,
    films,
    links,
    manifest,
    run,
    staged,
    write_customers,
    write_cycle,
)


def test_every_customer_gets_a_film_and_a_link(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 5, workers=2, links={"base": "https://films.example/test"})
    report = run(path)
    assert (report.stopped, report.rendered, report.unchanged) == (None, 5, 0)
    assert report.films == {
        State.PENDING: 0, State.RENDERED: 5, State.QUARANTINED: 0, State.SKIPPED: 0,
    }  # fmt: skip
    rows, made = links(path), films(path)
    assert [row["customer"] for row in rows] == [f"{number:06}" for number in range(1, 6)]
    assert {row["film"] for row in rows} == set(made)
    for row in rows:
        name = Path(row["film"]).name
        assert row["film"] == f"films/{name[:2]}/{name[2:4]}/{name}"
        assert row["url"] == f"https://films.example/test/{row['film']}/index.html"
        assert row["bill"].startswith(f"NL-{row['customer']}-")
        assert (row["language"], row["shape"], row["expires"]) == ("en", "wide", "")
        assert row["manifest"] == sha256(made[row["film"]]["manifest.json"]).hexdigest()
    assert staged(path) == []


def test_names_of_films_and_what_is_handed_over_say_nothing_of_customers(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 3)
    run(path)
    folder = open_cycle(path).folder
    names = [str(one.relative_to(folder)) for one in (folder / "films").rglob("*")]
    for number in ("000001", "000002", "000003"):
        assert not [name for name in names if number in name]
        assert number not in (folder / "latest/cycle.json").read_text()
    for private in (folder / ".billreel", folder / "editions", folder / "editions/0001"):
        assert private.stat().st_mode & 0o077 == 0
    assert (folder / ".billreel/ledger.sqlite").stat().st_mode & 0o077 == 0


def test_the_manifest_says_what_was_made_of_what(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 2)
    run(path)
    content = manifest(path)
    assert content["films"] == {"pending": 0, "rendered": 2, "quarantined": 0, "skipped": 0}
    text = (open_cycle(path).folder / "latest/links.csv").read_bytes()
    assert content["links"] == {"rows": 2, "sha256": sha256(text).hexdigest()}
    assert content["order"]["pack"]["id"] == "tiny"
    assert content["order"]["voice"] == "silent"


def test_the_same_again_makes_nothing_and_publishes_nothing(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 3)
    first = run(path)
    before = films(path)
    again = run(path)
    assert (again.rendered, again.unchanged, sum(again.outcomes.values())) == (0, 3, 0)
    latest = open_cycle(path).folder / "editions/0001"
    assert (first.edition, again.edition) == ((latest, True), (latest, False))
    assert films(path) == before


def test_a_cycle_is_the_same_however_many_workers_make_it(tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    write_customers(tmp_path / "bills", 4)
    made = []
    for workers in (0, 1, 2):
        folder = tmp_path / str(workers)
        folder.mkdir()
        bills = {"customers": str(tmp_path / "bills")}
        path = write_cycle(folder, 0, bills=bills, workers=workers, store=store)
        run(path)
        made.append((films(path), manifest(path), links(path)))
    assert made[0] == made[1] == made[2]
    assert len(made[0][0]) == 4


def test_a_bill_that_changed_gets_another_film_and_the_old_one_stays(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 3)
    run(path)
    before, old = films(path), {row["customer"]: row["film"] for row in links(path)}
    bill = tmp_path / "bills/000002/bill.json"
    content = json.loads(bill.read_text())
    content["preferences"]["note"] = "Thank you for staying."
    bill.write_text(json.dumps(content))
    report = run(path)
    assert (report.rendered, report.unchanged) == (1, 2)
    after, new = films(path), {row["customer"]: row["film"] for row in links(path)}
    assert before.items() <= after.items()
    assert new["000002"] not in before
    assert {key: film for key, film in new.items() if key != "000002"} == {
        key: film for key, film in old.items() if key != "000002"
    }
    assert report.edition == (open_cycle(path).folder / "editions/0002", True)
    assert (open_cycle(path).folder / "editions/0001/cycle.json").is_file()


def test_a_bill_that_was_only_touched_is_read_and_not_rendered(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 2)
    run(path)
    os.utime(tmp_path / "bills/000001/bill.json", (1, 1))
    report = run(path)
    assert report.outcomes[Kind.SAME] == 1
    assert (report.rendered, report.unchanged) == (0, 2)
    assert run(path).outcomes[Kind.SAME] == 0


def test_a_bill_that_is_as_it_was_before_gets_its_old_film_back(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 1)
    run(path)
    bill = tmp_path / "bills/000001/bill.json"
    text, old = bill.read_text(), links(path)[0]["film"]
    bill.write_text(text.replace('"GBP"', '"EUR"'))
    run(path)
    assert links(path)[0]["film"] != old
    bill.write_text(text)
    report = run(path)
    assert report.outcomes[Kind.FOUND] == 1
    assert links(path)[0]["film"] == old


def test_a_film_that_is_gone_is_made_again(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 2)
    run(path)
    before = films(path)
    shutil.rmtree(open_cycle(path).folder / links(path)[1]["film"])
    report = run(path)
    assert (report.rendered, report.unchanged) == (1, 1)
    assert films(path) == before


def test_new_customers_join_a_cycle(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 4)
    away = tmp_path / "away"
    (tmp_path / "bills/000003").rename(away)
    assert run(path).rendered == 3
    away.rename(tmp_path / "bills/000003")
    assert run(path).rendered == 1
    assert len(links(path)) == 4


def test_a_bad_bill_is_quarantined_with_code_and_place_and_harms_nobody(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 4)
    bill = tmp_path / "bills/000002/bill.json"
    good = bill.read_text()
    bill.write_text(good.replace('"customerBill"', '"customerBil"'))
    (tmp_path / "bills/000003/bill.json").write_text("{")
    report = run(path)
    assert (report.rendered, report.stopped) == (2, None)
    assert report.films[State.QUARANTINED] == 2
    assert sum(report.codes.values()) == 2
    assert report.codes["json-not-valid"] == 1
    assert [row["customer"] for row in links(path)] == ["000001", "000004"]
    assert manifest(path)["quarantined"] == report.codes
    assert run(path).outcomes == dict.fromkeys(Kind, 0)  # it is not tried again by itself
    bill.write_text(good)
    assert run(path).rendered == 1  # but when its files change
    assert len(links(path)) == 3


def test_both_shapes_of_every_film(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 2, shapes=["wide", "tall"])
    assert run(path).rendered == 4
    rows = [(row["customer"], row["shape"]) for row in links(path)]
    assert rows == [("000001", "tall"), ("000001", "wide"), ("000002", "tall"), ("000002", "wide")]


def test_a_film_is_told_its_own_name_where_actions_ask_for_it(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 1, actions={"pay": "https://pay.example/{film}"})
    run(path)
    ((folder, files),) = films(path).items()
    assert f"https://pay.example/{Path(folder).name}" in files["index.html"].decode()


def test_settings_that_change_midway_are_refused_and_said(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 2)
    run(path)
    before = films(path)
    write_cycle(tmp_path, 0, shapes=["tall"], height=1280)
    with pytest.raises(RenderError, match="height, shapes changed since") as caught:
        run(path)
    assert caught.value.code == "cycle-changed"
    report = run(path, again=True)
    assert (report.rendered, report.unchanged) == (2, 0)
    assert [row["shape"] for row in links(path)] == ["tall", "tall"]
    assert before.items() <= films(path).items()


def test_a_pack_that_changes_midway_is_refused_and_said(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    path = write_cycle(tmp_path, 2, pack="pack")
    run(path)
    (pack / "locale/en.ftl").write_text((pack / "locale/en.ftl").read_text() + "\n# later\n")
    with pytest.raises(RenderError, match="pack changed since"):
        run(path)
    assert run(path, again=True).rendered == 2


def test_what_must_not_change_may_not_but_the_rest_may(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 1)
    run(path)
    write_cycle(
        tmp_path, 0, workers=1, attempts=2, limits={"cpu_s": 9}, stop_when={"share": 0.5},
    )  # fmt: skip
    assert run(path).unchanged == 1


def test_a_bill_that_was_withdrawn_meanwhile_is_skipped(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 3)
    report = run(path, engine=lambda *_: Withdraws(tmp_path / "bills/000002"))
    assert report.films[State.SKIPPED] == 1
    assert [row["customer"] for row in links(path)] == ["000001", "000003"]


class Withdraws:
    """An engine before whose first film a bill is taken away."""

    def __init__(self, bill: Path) -> None:
        self._bill = bill

    peak_mb = 0.0

    def map(self, parcels):
        first = next(parcels, None)
        if first is not None:
            shutil.rmtree(self._bill, ignore_errors=True)
            maker = Maker(open_cycle(self._bill.parents[1] / "CYCLE.yaml"))
            yield from InProcess(maker).map(chain([first], parcels))

    def stop(self) -> None: ...

    def kill(self) -> None: ...

    def close(self) -> None: ...


@pytest.mark.parametrize("left", ["nothing", "an empty folder"])
def test_bills_that_are_not_there_end_a_run_and_skip_nothing(tmp_path: Path, left: str) -> None:
    path = write_cycle(tmp_path, 2)
    run(path)
    shutil.rmtree(tmp_path / "bills")
    if left != "nothing":
        (tmp_path / "bills").mkdir()
    with pytest.raises(RenderError) as caught:
        run(path)
    assert caught.value.code == "bills-not-readable"
    assert len(links(path)) == 2


def test_a_folder_without_bills_is_said(tmp_path: Path) -> None:
    path = write_cycle(tmp_path, 0, bills={"customers": {"folder": "bills", "bill": "*.xml"}})
    write_customers(tmp_path / "bills", 1)
    with pytest.raises(RenderError, match="there are no bills here"):
        run(path)


def test_a_pack_edited_while_workers_are_at_it_stops_the_run(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    path = write_cycle(tmp_path, 3, pack="pack")
    order = order_hash(Maker(open_cycle(path)).order)
    words = pack / "locale/en.ftl"
    words.write_text(words.read_text() + "\n# later\n")
    with pytest.raises(RenderError) as caught:
        Maker(open_cycle(path), order)
    assert caught.value.code == "cycle-changed"


def test_a_worker_knows_the_words_of_its_pack_as_they_were(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    path = write_cycle(tmp_path, 2, pack="pack")
    run(path)
    before = films(path)
    shutil.rmtree(open_cycle(path).folder)
    maker = Maker(open_cycle(path))
    places_of(open_cycle(path)).make()
    (pack / "locale/en.ftl").write_text("# nothing\n")
    (pack / "brands/plain.tokens.json").write_text("{}")
    for key in ("000001", "000002"):
        assert maker.make(Item(key)).kind is Kind.MADE
    assert films(path) == before
