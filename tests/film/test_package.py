"""What a package holds, read from its bytes as a player, a browser and an archive read it."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import av
import jsonschema
import numpy as np
import pytest
from lxml import html
from PIL import Image

from renderer.plan import FPS, display, distinct_frames
from renderer.plan.model import OPAQUE, SAMPLES_A_FRAME, Layer, TextShape
from tests.film.films import Films, RealFilm, nodes_of
from tests.film.proof import cues
from tests.film.readback import plain

SCHEMA = Path(__file__).parents[2] / "player/hotspots.schema.json"
ISO_639_2 = {"en": "eng", "fr": "fra", "de": "deu", "id": "ind", "ar": "ara", "ko": "kor"}
NAMES_ONLY = {"www.w3.org", "relative.invalid"}
"""Hosts that stand in a page to name a namespace, a source or a base; nobody asks them."""
MOST_SILENT = Fraction(5, 2)


def test_every_file_is_there_and_none_is_empty(film: RealFilm) -> None:
    assert set(film.files) == {
        "video.mp4",
        f"captions.{film.language}.vtt",
        "chapters.vtt",
        "transcript.html",
        "hotspots.json",
        "poster.jpg",
        "teaser.gif",
        "manifest.json",
        "index.html",
    }
    assert all(len(data) > 100 for data in film.files.values())


def test_the_manifest_names_every_file_by_its_hash(film: RealFilm) -> None:
    hashes = {name: sha256(data).hexdigest() for name, data in film.files.items()}
    del hashes["manifest.json"]
    assert film.manifest["files"] == hashes


def test_the_manifest_names_every_input_by_its_hash(film: RealFilm) -> None:
    assert film.manifest["inputs"][0] == sha256(film.documents[0]).hexdigest()
    assert set(film.manifest["inputs"]) == {sha256(one).hexdigest() for one in film.documents}


# The video ---------------------------------------------------------------------------------------


def boxes(data: bytes) -> list[str]:
    """List the outermost boxes of an MP4."""
    found, at = [], 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        found.append(data[at + 4 : at + 8].decode("latin-1"))
        at += size if size > 1 else int.from_bytes(data[at + 8 : at + 16], "big")
    return found


def test_the_index_stands_before_the_media(film: RealFilm) -> None:
    found = boxes(film.files["video.mp4"])
    assert found.index("moov") < found.index("mdat")


def test_the_video_is_high_yuv420p_and_says_it_is_bt709(film: RealFilm) -> None:
    with av.open(io.BytesIO(film.files["video.mp4"])) as container:
        (video,) = container.streams.video
        context = video.codec_context
        assert (video.codec.name, context.profile) == ("h264", "High")
        assert (context.pix_fmt, context.width, context.height) == ("yuv420p", 1280, 720)
        colours = context.color_primaries, context.color_trc, context.colorspace
        assert [int(one) for one in colours] == [1, 1, 1]
        assert int(context.color_range) == 1  # limited, as video is
        assert not context.has_b_frames


def test_there_is_one_aac_track_in_the_films_language(film: RealFilm) -> None:
    with av.open(io.BytesIO(film.files["video.mp4"])) as container:
        (audio,) = container.streams.audio
        assert (audio.codec.canonical_name, audio.codec_context.sample_rate) == ("aac", 48_000)
        assert len(container.streams) == 2
        assert audio.metadata["language"] == ISO_639_2[film.language]


def test_video_and_sound_last_as_long_as_the_plan_to_one_frame(film: RealFilm) -> None:
    length = Fraction(film.plan.frames, FPS)
    with av.open(io.BytesIO(film.files["video.mp4"])) as container:
        for stream in container.streams:
            assert abs(stream.duration * stream.time_base - length) <= Fraction(1, FPS), stream.type


def test_only_distinct_frames_are_encoded_and_each_begins_where_the_plan_says(
    film: RealFilm,
) -> None:
    with av.open(io.BytesIO(film.files["video.mp4"])) as container:
        (stream,) = container.streams.video
        times = [
            packet.pts * stream.time_base * FPS
            for packet in container.demux(stream)
            if packet.pts is not None
        ]
    assert all(time.denominator == 1 for time in times)
    assert times == sorted(set(times))
    assert len(times) == film.distinct
    assert set(distinct_frames(film.plan)) <= {int(time) for time in times}
    starts = {scene.start for scene in film.plan.scenes}
    assert starts <= {int(time) for time in times}


def test_every_frame_decodes(film: RealFilm) -> None:
    with av.open(io.BytesIO(film.files["video.mp4"])) as container:
        decoded = sum(1 for _ in container.decode(video=0))
    assert decoded == film.distinct


def loudness(data: bytes) -> tuple[float, float]:
    """Decode an MP4's sound and measure LUFS and dBTP with FFmpeg's meter."""
    graph = av.filter.Graph()
    source = graph.add_abuffer(format="fltp", sample_rate=48_000, layout="mono")
    meter = graph.add("ebur128", "metadata=1:peak=true:framelog=quiet")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    with av.open(io.BytesIO(data)) as container:
        for frame in container.decode(audio=0):
            graph.push(frame)
    graph.push(None)
    last: dict[str, str] = {}
    while True:
        try:
            last = dict(graph.pull().metadata) or last
        except (av.error.EOFError, av.error.BlockingIOError):
            break
    return float(last["lavfi.r128.I"]), float(20 * np.log10(float(last["lavfi.r128.true_peak"])))


def test_it_is_as_loud_as_broadcasting_asks(film: RealFilm) -> None:
    lufs, peak = loudness(film.files["video.mp4"])
    assert lufs == pytest.approx(-16, abs=0.5)
    assert peak <= -1


def test_no_scene_rests_long_without_voice(film: RealFilm) -> None:
    """Counted from the scene's start, between its lines, and to its end."""
    for scene in film.plan.scenes:
        spoken = sorted(
            (
                Fraction(line.start, SAMPLES_A_FRAME * FPS),
                Fraction(line.start + line.samples, SAMPLES_A_FRAME * FPS),
            )
            for line in film.plan.lines
            if line.scene == scene.id
        )
        start, end = Fraction(scene.start, FPS), Fraction(scene.start + scene.frames, FPS)
        edges = [(start, start), *spoken, (end, end)]
        rests = [after[0] - before[1] for before, after in pairwise(edges)]
        assert max(rests) <= MOST_SILENT, (scene.id, [float(rest) for rest in rests])


# What is read ------------------------------------------------------------------------------------


def test_captions_stand_in_order_inside_the_film_and_never_two_at_once(film: RealFilm) -> None:
    found = list(cues(film.captions))
    assert film.captions.startswith("WEBVTT\n\n")
    assert found[0][0] >= 0
    assert found[-1][1] <= film.plan.frames / FPS + 0.001
    assert all(start < end for start, end, _ in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


def test_captions_are_at_most_two_lines_of_the_languages_width(film: RealFilm) -> None:
    columns = {"ko": 20}.get(film.language, 42)
    for _, _, text in cues(film.captions):
        lines = [plain(line) for line in text.split("\n")]
        assert 1 <= len(lines) <= 2, text
        assert all(0 < len(line) <= columns for line in lines), text


def test_captions_say_all_that_is_said_as_it_is_seen(film: RealFilm) -> None:
    said = " ".join(line.words.seen for scene in film.script.scenes for line in scene.lines)
    captioned = "".join(text for _, _, text in cues(film.captions))
    assert "".join(plain(captioned).split()) == "".join(plain(said).split())


def test_chapters_name_every_scene_from_the_first_second_to_the_last(film: RealFilm) -> None:
    found = list(cues(film.files["chapters.vtt"].decode()))
    assert [text for _, _, text in found] == [s.chapter for s in film.plan.scenes if s.chapter]
    assert len(found) >= 7
    assert found[0][0] == 0
    assert found[-1][1] == pytest.approx(film.plan.frames / FPS, abs=0.001)
    assert all(before[1] == after[0] for before, after in pairwise(found))


def test_the_transcript_holds_every_sentence_and_charts_as_tables(film: RealFilm) -> None:
    root = html.fromstring(film.files["transcript.html"])
    assert root.get("lang") == film.language
    assert root.get("dir") == ("rtl" if film.language == "ar" else "ltr")
    sections = root.findall(".//section")
    assert [one.get("data-scene") for one in sections] == [s.id for s in film.script.scenes]
    sentences = [plain(one.text_content()) for one in root.findall(".//p[@data-start]")]
    said = [plain(line.words.seen) for scene in film.script.scenes for line in scene.lines]
    assert sentences == said
    tables = root.findall(".//table")
    assert len(tables) >= 2
    assert all(table.find(".//th[@scope='row']") is not None for table in tables)
    assert all(
        table.findtext("caption") or table.find("caption/bdi") is not None for table in tables
    )


def test_the_page_asks_no_network_for_anything(film: RealFilm) -> None:
    page = film.files["index.html"].decode()
    hosts = set(re.findall(r"(?:https?|wss?)://([\w.-]+)", unquote(page)))
    assert hosts <= NAMES_ONLY
    root = html.fromstring(page)
    for element in root.iter():
        for name in ("src", "href", "poster", "action"):
            target = element.get(name) if isinstance(element.tag, str) else None
            if target:
                inside = target.startswith(("#", "data:"))
                assert inside or target in film.files, (element.tag, name, target)


# Hotspots ----------------------------------------------------------------------------------------


def spots(film: RealFilm) -> list[dict[str, Any]]:
    content = json.loads(film.files["hotspots.json"])
    found: list[dict[str, Any]] = content["hotspots"]
    return found


def test_hotspots_are_as_their_schema_says_and_hold_no_address(film: RealFilm) -> None:
    content = json.loads(film.files["hotspots.json"])
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [error.message for error in validator.iter_errors(content)] == []
    assert b"http" not in film.files["hotspots.json"]
    assert content["video"] == {
        "width": 1280,
        "height": 720,
        "fps": 30,
        "frames": film.plan.frames,
        "duration": round(film.plan.frames / FPS, 6),
    }


def test_hotspots_stand_inside_the_frame_and_their_scene(film: RealFilm) -> None:
    scenes = {scene.id: scene for scene in film.plan.scenes}
    assert len(spots(film)) == len({spot["id"] for spot in spots(film)})
    for spot in spots(film):
        scene = scenes[spot["scene"]]
        assert scene.start / FPS - 1e-6 <= spot["start"] < spot["end"]
        assert spot["end"] <= (scene.start + scene.frames) / FPS + 1e-6
        for key in spot["keys"]:
            assert key["x"] + key["w"] <= 1.000001
            assert key["y"] + key["h"] <= 1.000001


def test_pay_can_be_clicked_unless_the_bank_pays(film: RealFilm) -> None:
    """The German customer pays by direct debit."""
    pay = [spot for spot in spots(film) if spot["action"]["type"] == "pay"]
    assert [spot["scene"] for spot in pay] == ([] if film.language == "de" else ["due"])
    assert all(spot["end"] - spot["start"] >= 2 for spot in pay)


def test_a_hotspot_that_opens_a_fact_names_one_of_the_manifest(film: RealFilm) -> None:
    facts = {fact["id"] for fact in film.manifest["facts"]}
    named = {spot["action"]["fact"] for spot in spots(film) if "fact" in spot["action"]}
    assert named
    assert named <= facts


# Pictures ----------------------------------------------------------------------------------------


def test_the_poster_is_the_first_scene_settled(film: RealFilm) -> None:
    with Image.open(io.BytesIO(film.files["poster.jpg"])) as picture:
        picture.load()
        assert (picture.format, picture.size) == ("JPEG", (1280, 720))
        assert len(picture.convert("RGB").resize((64, 36)).getcolors(64 * 36) or []) > 50


def test_the_teaser_moves_and_its_words_name_nothing_of_the_customers(film: RealFilm) -> None:
    teaser = film.script.teaser
    assert teaser is not None
    shown = [node.spec for node in walk(teaser.layout)]
    words = [spec.words for spec in shown if hasattr(spec, "words")]
    assert any(one.seen for one in words)
    facts = {film.script.facts[s.fact].value for one in words for s in one.spans if s.fact}
    assert {type(value).__name__ for value in facts} <= {"date"}
    with Image.open(io.BytesIO(film.files["teaser.gif"])) as gif:
        assert gif.format == "GIF"
        assert gif.n_frames > 1
        assert max(gif.size) == 480
        assert len(gif.convert("RGB").resize((64, 36)).getcolors(64 * 36) or []) > 50


def walk(node: Any) -> list[Any]:
    return [node, *(found for child in node.children for found in walk(child))]


def test_the_first_picture_of_the_teaser_says_what_it_is(film: RealFilm, real_films: Films) -> None:
    """All its words are there in the first frame: e-mail programs often show no other."""
    made, scene = real_films.scene("teaser", film.language)
    words = {
        node.shape
        for node in nodes_of(replace(scene, nodes=scene.nodes[:1]))
        if isinstance(node.shape, TextShape)
    }
    shown = dict(texts_of(display(made.plan, 0).items))
    assert words
    assert {shown.get(one) for one in words} == {OPAQUE}


def texts_of(items: Any, opacity: int = OPAQUE) -> list[tuple[TextShape, int]]:
    """List the texts of a display list, each with its opacity."""
    found: list[tuple[TextShape, int]] = []
    for item in items:
        if isinstance(item, Layer):
            found += texts_of(item.items, opacity * item.transform.opacity // OPAQUE)
        elif isinstance(item.shape, TextShape):
            found.append((item.shape, opacity))
    return found


# Other customers ---------------------------------------------------------------------------------

VARIANTS = {
    "en-short": ("short", ["greeting", "short", "due", "closing"]),
    "en-first": ("full", ["greeting", "total", "first", "usage", "due", "closing"]),
    "en-credit": ("full", ["greeting", "total", "charges", "usage", "closing"]),
    "en-good": (
        "full",
        ["greeting", "total", "good", "charges", "usage", "history", "due", "closing"],
    ),
}


@pytest.mark.parametrize("customer", VARIANTS)
def test_a_bill_that_lacks_something_gets_the_film_it_allows(
    customer: str, real_films: Films
) -> None:
    made = real_films.film(customer, voice="silent", height=360)
    form, scenes = VARIANTS[customer]
    assert made.manifest["form"] == form
    told = [scene.id for scene in made.plan.scenes if not scene.id.startswith("dip:")]
    assert told == scenes
    assert (made.manifest["problem"] is None) == (form == "full")
    with av.open(io.BytesIO(made.files["video.mp4"])) as container:
        assert sum(1 for _ in container.decode(video=0)) == made.distinct


def test_a_customer_who_is_owed_money_is_shown_no_payment(real_films: Films) -> None:
    made = real_films.film("en-credit", voice="silent", height=360)
    assert [spot for spot in spots(made) if spot["action"]["type"] == "pay"] == []
    page = html.fromstring(made.files["index.html"])
    data = page.xpath("//bill-player//script[@type='application/json']")[0].text
    assert "pay" not in json.loads(data)["handled"]
