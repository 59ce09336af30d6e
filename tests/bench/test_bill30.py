"""bill-30 is the piece of work that it says it is, and the same picture as the other tools'."""

from __future__ import annotations

import json
import wave
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from api.cli.options import read_previous
from renderer.bill import load_bill
from renderer.planning import Choice, Draft, draft
from tests.bench.workload import PACK, Workload, set_out

PEERS = Path(__file__).parent / "peers"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf")
SETTLED = {"greeting": 150, "total": 330, "history": 510, "usage": 690, "due": 738}
"""A frame of each scene in which all has arrived; the button stands at its own size."""


@pytest.fixture(scope="module")
def work(tmp_path_factory) -> Workload:
    return set_out(tmp_path_factory.mktemp("bill30") / "work")


def planned(work: Workload, customer: int) -> Draft:
    bill = load_bill([work.bill(customer)])
    previous = read_previous([work.bill(customer).parent / "previous"], bill)
    return draft(bill, previous, Choice(pack=work.pack))


@pytest.fixture(scope="module")
def made(work) -> Draft:
    return planned(work, 1)


def test_it_lasts_nine_hundred_frames_in_five_scenes(made):
    assert made.plan.frames == 900
    assert [(scene.id, scene.frames) for scene in made.plan.scenes] == [
        (scene, 180) for scene in SETTLED
    ]
    assert (made.plan.width, made.plan.height) == (1280, 720)


def test_its_music_is_thirty_seconds_in_stereo(work, made):
    with wave.open(str(work.music)) as music:
        assert (music.getnframes(), music.getframerate(), music.getnchannels()) == (
            1_440_000,
            48_000,
            2,
        )
    assert made.plan.music
    assert not made.plan.lines


def test_the_workload_is_the_same_each_time(work, tmp_path):
    again = set_out(tmp_path / "again")
    files = [path.relative_to(work.folder) for path in work.folder.rglob("*.*")]
    assert len(files) == len(list(again.folder.rglob("*.*")))
    for name in files:
        if (work.folder / name).is_file():
            assert (work.folder / name).read_bytes() == (again.folder / name).read_bytes(), name


@pytest.mark.parametrize("customer", [1, 2])
def test_films_show_what_the_other_tools_are_told(work, customer):
    told = json.loads(work.customer(customer).read_text(), parse_float=Decimal)
    film = planned(work, customer)
    story = film.story
    assert story.bill.charges_total.number == told["total"]
    assert [bar.total.number for bar in story.history.bars] == [
        total for _, total in told["months"]
    ]
    whole, *rows = story.usage
    assert (whole.used.number, whole.included.number) == (told["used"], told["limit"])
    assert [(row.name.value, row.used.number) for row in rows] == [
        (name, used) for name, used in told["rows"]
    ]
    shown = {seen.text for seen in film.plan.appearances}
    assert {told["name"], told["due"].removesuffix(" 2026"), told["month"]} <= shown
    assert told["note"].split()[0] in {text.split("\N{NO-BREAK SPACE}")[0] for text in shown}


def test_customers_of_the_pack_are_those_of_the_other_tools():
    assert sorted(path.name for path in (PACK / "customers").iterdir()) == ["1.json", "2.json"]


@pytest.mark.skipif(not DEJAVU.is_file(), reason="the other tools draw in DejaVu")
def test_pictures_are_those_of_the_other_tools_but_for_the_letters(work, made, monkeypatch):
    monkeypatch.syspath_prepend(PEERS)
    pictures = pytest.importorskip("pictures")
    theirs = pictures.Bill(json.loads(work.customer(1).read_text()), str(work.logo))
    painter = made.painter()
    for scene, frame in SETTLED.items():
        ours = painter.paint(frame)[..., 2::-1].astype(int)
        far = np.abs(ours - np.asarray(theirs.at(frame / 30))).max(axis=2)
        assert np.mean(far > 24) < 0.08, scene
        assert far[[0, 0, -1, -1], [0, -1, 0, -1]].max() <= 2, scene
    bars = painter.paint(SETTLED["history"])[..., 2::-1].astype(int)
    others = np.asarray(theirs.at(SETTLED["history"] / 30)).astype(int)
    middles = [195 + 175 * bar for bar in range(6)]
    assert np.abs(bars[264:598, middles] - others[264:598, middles]).max() <= 2
    ring = [(390 - 175, 420), (390, 420 + 175), (390 + 175, 420)]
    usage = painter.paint(SETTLED["usage"])[..., 2::-1].astype(int)
    ringed = np.asarray(theirs.at(SETTLED["usage"] / 30)).astype(int)
    for place in ring:
        assert np.abs(usage[place] - ringed[place]).max() <= 2, place
