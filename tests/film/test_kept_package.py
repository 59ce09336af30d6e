"""A package that was made before is found, whole and the same; anything else is made anew."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from renderer.bill import load_bill
from renderer.bill.model import Bill
from renderer.errors import RenderError
from renderer.package import KeptPackage, Package, made_by
from renderer.pipeline import forget, kept_package, make, render
from renderer.planning import Choice, Meter
from renderer.store import Keyring, MemoryStore, Shelf, open_store
from renderer.workshop import Workshop
from tests.film.films import customer_files

PACK = Path(__file__).parents[1] / "script/pack"


@pytest.fixture(scope="module")
def bills() -> tuple[Bill, list[Bill]]:
    path, *earlier = customer_files("en-short")
    return load_bill([path]), [load_bill([one]) for one in earlier]


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    with Workshop() as opened:
        yield opened


@pytest.fixture
def choice(tmp_path: Path) -> Choice:
    """Films of a small pack, with a store."""
    folder = shutil.copytree(PACK, tmp_path / "tiny")
    shelf = open_store(tmp_path / "store", environment={})
    return Choice(language="en", pack=folder, shelf=shelf)


class Made:
    """Makes packages, and tells whether they were found."""

    def __init__(self, bills: tuple[Bill, list[Bill]], workshop: Workshop) -> None:
        self._bills, self._workshop = bills, workshop

    def __call__(self, choice: Choice, **of: object) -> tuple[Package, bool]:
        bill, previous = self._bills
        bill = replace(bill, **of)  # type: ignore[arg-type]
        meter = Meter()
        package = make(bill, previous, choice, meter, self._workshop)
        return package, "bind" not in [cost.stage for cost in meter.costs]


@pytest.fixture
def made(bills: tuple[Bill, list[Bill]], workshop: Workshop) -> Made:
    return Made(bills, workshop)


@pytest.mark.parametrize("hls", [False, True])
def test_a_package_made_again_is_found_and_the_same(made: Made, choice: Choice, hls: bool) -> None:
    choice = replace(choice, hls=hls, actions={"pay": "https://pay.example"})
    first, found = made(choice)
    assert not found
    second, found = made(choice)
    assert found
    assert list(second.files) == list(first.files)
    assert all(second.files[name] == data for name, data in first.files.items())
    assert second.outline == first.outline
    assert second.segments == (first.segments[0], 0)
    assert second.plan == first.plan
    plain, _ = made(replace(choice, shelf=None))
    assert dict(plain.files) == dict(second.files)


def test_it_is_found_by_another_process_with_the_same_store(
    bills: tuple[Bill, list[Bill]], choice: Choice, tmp_path: Path
) -> None:
    first = make(*bills, choice)
    again = replace(choice, shelf=open_store(tmp_path / "store", environment={}))
    meter = Meter()
    assert dict(make(*bills, again, meter).files) == dict(first.files)
    assert [cost.stage for cost in meter.costs] == ["find"]


@pytest.mark.parametrize(
    "other",
    [
        {"shape": "tall"},
        {"voice": "silent"},
        {"actions": {"pay": "https://pay.example"}},
        {"music": False},
        {"language": "ar"},
        {"hls": True},
        {"height": 1080},
    ],
    ids=lambda other: next(iter(other)),
)
def test_whatever_is_asked_otherwise_is_made_anew(
    made: Made, choice: Choice, other: dict[str, object]
) -> None:
    made(replace(choice, voice=choice.voice or "espeak"))
    try:
        _, found = made(replace(choice, **{"voice": "espeak", **other}))
    except RenderError:
        return  # the small pack has no such shape or language: nothing was found
    assert not found


def test_another_bill_pack_or_program_is_another_package(
    made: Made, choice: Choice, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(choice)
    assert made(choice)[1]
    assert not made(choice, number="another")[1]
    words = Path(choice.pack) / "locale/en.ftl"
    words.write_bytes(words.read_bytes() + b"\n# a remark\n")
    assert not made(choice)[1]
    assert made(choice)[1]
    monkeypatch.setattr(made_by, "source_of", lambda *_names: "changed")
    made_by.packaged_by.cache_clear()
    try:
        assert not made(choice)[1]
    finally:
        made_by.packaged_by.cache_clear()


def test_a_package_that_lacks_a_part_is_made_anew_and_whole(made: Made, choice: Choice) -> None:
    first, _ = made(choice)
    assert first.parts is not None
    assert choice.shelf is not None
    for key in (first.parts.segments[0], first.parts.track, *first.parts.pictures.values()):
        choice.shelf.store.discard(key)
        again, found = made(choice)
        assert not found
        assert dict(again.files) == dict(first.files)
        assert made(choice)[1]


def test_a_damaged_package_is_made_anew(made: Made, choice: Choice, tmp_path: Path) -> None:
    first, _ = made(choice)
    entries = sorted(path for path in (tmp_path / "store/entries").rglob("*") if path.is_file())
    for path in entries[::2]:
        path.write_bytes(path.read_bytes()[:-1])
    again, _ = made(choice)
    assert dict(again.files) == dict(first.files)


def test_a_sealed_package_that_makes_no_sense_counts_as_missing(made: Made, choice: Choice) -> None:
    shelf = Shelf(MemoryStore(), Keyring(bytes(32)))
    choice = replace(choice, shelf=shelf)
    made(choice)
    kept = KeptPackage(shelf, "no bills", {})
    shelf.put(kept._key, b"nobody sealed this")
    assert kept.find(lambda: pytest.fail("no plan is asked for")) is None
    assert shelf.store.get(kept._key) is None


def test_no_figure_of_a_customer_can_be_read_in_a_store(
    made: Made, choice: Choice, tmp_path: Path
) -> None:
    package, _ = made(choice)
    transcript = package.files["transcript.html"].decode()
    figures = {one for one in re.findall("<bdi>(.*?)</bdi>", transcript) if len(one) > 4}
    assert figures
    for path in (tmp_path / "store").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not [one for one in figures if one.encode() in data], path.name


def test_what_is_forgotten_leaves_nothing_of_its_own(
    made: Made, bills: tuple[Bill, list[Bill]], choice: Choice, workshop: Workshop
) -> None:
    package, _ = made(choice)
    assert choice.shelf is not None
    assert package.parts is not None
    parts = package.parts
    keys = {*parts.segments, parts.track, *parts.speech, *parts.pictures.values()}
    assert len(parts.speech) == len(package.plan.lines)
    assert all(choice.shelf.store.get(key) for key in keys)
    forget(*bills, choice, workshop)
    assert not any(choice.shelf.store.get(key) for key in keys)
    assert not made(choice)[1]
    forget(*bills, replace(choice, shelf=None), workshop)


def test_a_film_that_another_voice_had_to_speak_is_not_kept(
    made: Made, bills: tuple[Bill, list[Bill]], choice: Choice, workshop: Workshop
) -> None:
    """Another day the voice that was asked for may speak."""
    choice = replace(choice, voice="gtts", fallback="silent", third_party=True)
    voice = workshop.voice("gtts", fallback="silent", shelf=choice.shelf)
    assert voice.id.startswith("gtts")
    from renderer.speech.unavailable import VoiceUnavailableError

    def refuse(*_: object) -> None:
        raise VoiceUnavailableError("voice-unreachable", "there is no network")

    voice.first.speak = refuse  # type: ignore[attr-defined]
    made(choice)
    assert not made(choice)[1]
    bill, previous = bills
    assert choice.shelf is not None
    kept = kept_package(bill, previous, choice, choice.shelf, workshop)
    assert kept.find(lambda: pytest.fail("no plan is asked for")) is None


def test_a_found_package_is_published_as_a_made_one(
    bills: tuple[Bill, list[Bill]], choice: Choice, tmp_path: Path, workshop: Workshop
) -> None:
    bill, previous = bills
    for name in ("one", "two"):
        render(bill, tmp_path / name, previous, choice, None, workshop)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == sorted(path.name for path in (tmp_path / "two").iterdir())
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
