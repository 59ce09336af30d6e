"""A workshop: packs and voices that films of one process share."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from renderer.bill import load_bill
from renderer.errors import ScriptError, SpeechError
from renderer.planning import Choice, Meter, draft
from renderer.script import load_pack
from renderer.workshop import MOST_PACKS, MOST_VOICES, Workshop
from tests.film.films import customer_files

CHOICE = Choice(language="en")
TINY = Path(__file__).parent / "script/pack"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack of its own, to be edited."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


def test_films_of_a_workshop_are_those_that_are_made_alone() -> None:
    bills = [load_bill([customer_files(name)[0]]) for name in ("en", "en-short")]
    with Workshop() as workshop:
        for bill in bills:
            alone, here = draft(bill, (), CHOICE), draft(bill, (), CHOICE, workshop=workshop)
            assert here.plan == alone.plan
            assert here.narration.voice == alone.narration.voice
            for at, clip in alone.narration.clips.items():
                assert here.narration.clips[at].samples.tobytes() == clip.samples.tobytes()


def test_a_held_pack_stays_as_it_was_read(folder: Path) -> None:
    pack = load_pack(folder)
    with Workshop([pack]) as workshop:
        known = workshop.pack_hash(folder)
        (folder / "scenes/total.yaml").unlink()
        (folder / "pack.yaml").unlink()
        assert workshop.pack(folder) is pack
        assert workshop.pack_hash(str(folder)) == known == pack.sha256


def test_a_pack_is_read_once_while_nothing_in_it_changes(folder: Path) -> None:
    with Workshop() as workshop:
        first = workshop.pack(folder)
        assert workshop.pack(str(folder)) is first
        (folder / ".hidden").write_text("an editor's own")
        assert workshop.pack(folder) is first


@pytest.mark.parametrize("name", ["scenes/total.yaml", "locale/en.ftl", "art/logo.svg"])
def test_a_pack_is_read_again_when_a_file_of_it_changes(folder: Path, name: str) -> None:
    with Workshop() as workshop:
        first = workshop.pack(folder)
        path = folder / name
        before = path.stat()
        path.write_bytes(path.read_bytes())
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
        second = workshop.pack(folder)
        assert second is not first
        path.rename(path.with_suffix(".old"))
        path.with_suffix(".old").rename(path)
        assert workshop.pack(folder) is second


def test_a_pack_that_is_wrong_is_refused_until_it_is_mended(folder: Path) -> None:
    scene = folder / "scenes/total.yaml"
    text = scene.read_text("utf-8")
    with Workshop() as workshop:
        scene.write_text("scene: [", "utf-8")
        for _ in range(2):
            with pytest.raises(ScriptError):
                workshop.pack(folder)
        scene.write_text(text, "utf-8")
        assert workshop.pack(folder).id == "tiny"


def test_only_so_many_packs_are_remembered(folder: Path, tmp_path: Path) -> None:
    with Workshop() as workshop:
        first = workshop.pack(folder)
        others = [tmp_path / f"pack-{number}" for number in range(MOST_PACKS)]
        for other in others:
            workshop.pack(shutil.copytree(TINY, other))
        assert workshop.pack(others[-1]) is workshop.pack(others[-1])
        assert workshop.pack(folder) is not first


def test_a_voice_stays_open_from_film_to_film_and_ends_with_the_workshop() -> None:
    bill = load_bill([customer_files("en-short")[0]])
    with Workshop() as workshop:
        draft(bill, (), CHOICE, workshop=workshop)
        voice = workshop.voice("espeak")
        program = voice._server.pid  # type: ignore[attr-defined]
        draft(bill, (), CHOICE, workshop=workshop)
        assert workshop.voice("espeak") is voice
        assert voice._server.pid == program  # type: ignore[attr-defined]
    assert voice._server.pid is None  # type: ignore[attr-defined]


def test_voices_differ_by_all_that_they_are_opened_with() -> None:
    with Workshop() as workshop:
        one = workshop.voice("espeak")
        assert workshop.voice("espeak", fallback="silent") is not one
        assert workshop.voice("espeak", at_once=2) is not one
        assert workshop.voice("silent") is not one
        assert workshop.voice("espeak") is one
        with pytest.raises(SpeechError, match="voice-unknown"):
            workshop.voice("hal")


def test_only_so_many_voices_are_open() -> None:
    with Workshop() as workshop:
        first = workshop.voice("espeak")
        first.speak("One.", "en", 1.0)
        for number in range(MOST_VOICES):
            workshop.voice("espeak", at_once=2 + number)
        assert first._server.pid is None  # type: ignore[attr-defined]
        assert workshop.voice("espeak") is not first


def test_what_an_open_voice_takes_counts_as_the_films() -> None:
    bill = load_bill([customer_files("en-short")[0]])
    with Workshop() as workshop:
        before = workshop.cpu_s
        for _ in range(2):
            meter = Meter()
            draft(bill, (), CHOICE, meter, workshop=workshop)
            (spoken,) = (cost for cost in meter.costs if cost.stage == "speak")
            assert spoken.cpu >= workshop.cpu_s - before > 0
            before = workshop.cpu_s


def test_films_may_be_drafted_on_several_threads() -> None:
    bill = load_bill([customer_files("en-short")[0]])
    plain = draft(bill, (), replace(CHOICE, voice="silent")).plan
    with Workshop() as workshop, ThreadPoolExecutor(4) as pool:
        choice = replace(CHOICE, voice="silent")
        drafts = [pool.submit(draft, bill, (), choice, workshop=workshop) for _ in range(8)]
        assert all(one.result().plan == plain for one in drafts)
