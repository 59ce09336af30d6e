"""A film's sound: speech in its place, as loud as it should be, the bed below it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import av
import av.filter
import numpy as np
import pytest

from renderer.errors import SegmentError
from renderer.plan.model import SAMPLES_A_FRAME, Plan, PlanLine
from renderer.segments.loudness import measure_loudness
from renderer.segments.sound import mix
from renderer.segments.sound_balance import TARGET_LUFS
from renderer.segments.sound_track import encode_audio
from renderer.speech import Clip, Narration, OpenVoice, open_voice

BED = Path(__file__).parents[2] / "assets" / "sound" / "bed.flac"
LINES = {
    "en": ("Hello Emma.", "Your bill for November comes to 42 pounds and 18 pence, all told."),
    "de": ("Guten Tag.", "Ihre Rechnung für November beträgt 54 Euro und 99 Cent."),
    "ar": ("مرحبا.", "فاتورتك لشهر نوفمبر هي 325 درهما. هذا أكثر من الشهر الماضي."),
    "ko": ("안녕하세요.", "11월 요금은 87420원입니다. 지난달보다 조금 더 나왔습니다."),
}
REST = 2 * 48_000


@pytest.fixture(scope="module")
def voice() -> Iterator[OpenVoice]:
    """Return the draft voice."""
    with open_voice("espeak") as opened:
        yield opened


def plan_of(frames: int, lines: tuple[PlanLine, ...] = (), *, music: bool = True) -> Plan:
    """Return a plan in which only the lines and the length matter."""
    return Plan(
        language="en",
        direction="ltr",
        pack=("test", "1.0.0", "0" * 64),
        brand="plain",
        shape="wide",
        width=1280,
        height=720,
        frames=frames,
        scenes=(),
        lines=lines,
        captions=(),
        hotspots=(),
        appearances=(),
        faces={},
        assets={},
        title="",
        music=music,
    )


def film_of(clips: list[Clip], *, music: bool = True) -> tuple[Plan, Narration]:
    """Lay clips one after the other, two seconds between, in a film of a multiple of 16 frames."""
    lines = []
    at = 48_000
    for index, clip in enumerate(clips):
        lines.append(PlanLine("scene", f"line[{index}]", at, len(clip.samples)))
        at += len(clip.samples) + REST
    frames = -(-at // (SAMPLES_A_FRAME * 16)) * 16
    narration = Narration("test", {("scene", f"line[{i}]"): c for i, c in enumerate(clips)})
    return plan_of(frames, tuple(lines), music=music), narration


def spoken_film(voice: OpenVoice, language: str, *, music: bool = True) -> tuple[Plan, Narration]:
    """Return a film of two lines, the second one spoken at three speeds."""
    short, long = LINES[language]
    clips = [voice.speak(short, language, 1.0)]
    clips += [voice.speak(long, language, pace) for pace in (1.0, 0.9, 1.1)]
    return film_of(clips, music=music)


def after_aac(samples: np.ndarray) -> np.ndarray:
    """Encode and decode."""
    track = encode_audio(samples)
    decoder = av.CodecContext.create("aac", "r")
    decoder.extradata = track.extradata
    frames = [f for p in track.packets for f in decoder.decode(av.Packet(p.data))]
    frames += decoder.decode(None)
    decoded = np.concatenate([f.to_ndarray().reshape(-1) for f in frames])
    return decoded[1024 : 1024 + len(samples)]


def measured(samples: np.ndarray) -> tuple[float, float]:
    """Measure LUFS and dBTP with FFmpeg's meter, another one than the limiter's."""
    graph = av.filter.Graph()
    source = graph.add_abuffer(format="flt", sample_rate=48_000, layout="mono")
    meter = graph.add("ebur128", "metadata=1:peak=true:framelog=quiet")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate = 48_000
    graph.push(frame)
    graph.push(None)
    last: dict[str, str] = {}
    while True:
        try:
            last = dict(graph.pull().metadata) or last
        except (av.error.EOFError, av.error.BlockingIOError):
            break
    return float(last["lavfi.r128.I"]), 20 * np.log10(float(last["lavfi.r128.true_peak"]))


def level(samples: np.ndarray) -> float:
    """Return the RMS level in dBFS."""
    return float(10 * np.log10(np.mean(samples.astype(np.float64) ** 2) + 1e-20))


@pytest.mark.parametrize("language", sorted(LINES))
@pytest.mark.parametrize("bed", [BED, None], ids=["music", "dry"])
def test_after_aac_it_is_at_16_lufs_and_peaks_below_minus_1(voice, language, bed):
    """After AAC it is at 16 lufs and peaks below minus 1."""
    plan, narration = spoken_film(voice, language)
    lufs, peak = measured(after_aac(mix(plan, narration, bed)))
    assert lufs == pytest.approx(TARGET_LUFS, abs=0.5)
    assert peak <= -1.0


@pytest.mark.parametrize("language", sorted(LINES))
@pytest.mark.parametrize("bed", [BED, None], ids=["music", "dry"])
def test_what_is_reckoned_of_a_mix_is_what_another_meter_measures(voice, language, bed):
    """What is reckoned of a mix is what another meter measures."""
    mixed = mix(*spoken_film(voice, language), bed)
    lufs, peak = measured(mixed)
    assert lufs == pytest.approx(TARGET_LUFS, abs=0.3)
    assert peak <= -1.9
    assert measure_loudness(mixed) == pytest.approx(lufs, abs=0.1)


@pytest.mark.parametrize("level", [0.1, 0.3, 1.4])
def test_speech_of_any_level_comes_out_alike(voice, level):
    """Speech of any level comes out alike."""
    plan, narration = spoken_film(voice, "en")
    clips = {at: Clip(one.samples * level, ()) for at, one in narration.clips.items()}
    lufs, peak = measured(mix(plan, Narration("test", clips), BED))
    assert lufs == pytest.approx(TARGET_LUFS, abs=0.3)
    assert peak <= -1.9


def test_clicks_are_held_down_and_not_made_up_for():
    """What is quiet between clicks would else be made as loud as they are."""
    click = np.where(np.arange(48_000) % 12_000 == 0, 0.9, 0.0).astype(np.float32)
    quiet = Clip(click + 0.001 * np.sin(np.arange(48_000) / 9).astype(np.float32), ())
    mixed = mix(*film_of([quiet] * 3, music=False), None)
    lufs, peak = measured(mixed)
    assert lufs < TARGET_LUFS
    assert peak <= -1.9


def test_it_is_exactly_as_long_as_the_film(voice):
    """It is exactly as long as the film."""
    plan, narration = spoken_film(voice, "en")
    mixed = mix(plan, narration, BED)
    assert mixed.shape == (plan.frames * 1600,)
    assert mixed.dtype == np.float32


def test_the_same_film_has_the_same_bytes(voice):
    """The same film has the same bytes."""
    plan, narration = spoken_film(voice, "de")
    first, again = mix(plan, narration, BED), mix(plan, narration, BED)
    assert first.tobytes() == again.tobytes()
    assert encode_audio(first) == encode_audio(again)


def test_lines_stand_at_their_sample_and_keep_their_ends(voice):
    """Lines stand at their sample and keep their ends."""
    plan, narration = spoken_film(voice, "en")
    mixed = mix(plan, narration, None)
    gains = []
    for line in plan.lines:
        clip = narration.clips[line.scene, line.key].samples
        there = mixed[line.start : line.start + line.samples]
        lag = np.argmax(np.correlate(mixed[line.start - 50 : line.start + 4850], clip[:4800]))
        assert lag == 50
        gains.append(level(there[-4800:]) - level(clip[-4800:]))
    assert max(gains) - min(gains) < 3  # one gain for all; the limiter may hold the loudest down


def test_between_lines_there_is_silence_without_music_and_only_music_with_it(voice):
    """Between lines there is silence without music and only music with it."""
    plan, narration = spoken_film(voice, "en")
    dry, wet = mix(plan, narration, None), mix(plan, narration, BED)
    for line in plan.lines:
        end = line.start + line.samples
        gap = slice(end, end + REST - 1)
        if gap.stop < len(dry) - 3 * 48_000:
            assert not dry[gap].any()
            said = level(wet[line.start : end])
            assert said - 20 < level(wet[gap]) < said - 7


def test_music_can_be_switched_off_by_the_plan(voice):
    """Music can be switched off by the plan."""
    on = spoken_film(voice, "en", music=True)
    off = spoken_film(voice, "en", music=False)
    assert mix(*off, BED).tobytes() == mix(*on, None).tobytes()


def test_music_is_heard_to_begin_and_end_softly(voice):
    """Music is heard to begin and end softly."""
    plan, narration = spoken_film(voice, "en")
    wet = mix(plan, narration, BED)
    assert np.abs(wet[:480]).max() < 0.001
    assert np.abs(wet[-480:]).max() < 0.001
    assert np.abs(wet[24_000:48_000]).max() > 0.01


def test_a_film_in_which_nobody_speaks_is_not_made_loud():
    """A film in which nobody speaks is not made loud."""
    with open_voice("silent") as silent:
        plan, narration = film_of([silent.speak("One two three four five.", "en", 1.0)] * 3)
    with_bed = measure_loudness(mix(plan, narration, BED))
    assert with_bed is not None
    assert -28 < with_bed < -22
    assert not mix(plan, narration, None).any()


def test_a_film_without_lines_or_music_is_silence_and_still_encodes():
    """A film without lines or music is silence and still encodes."""
    mixed = mix(plan_of(32), Narration("none", {}), None)
    assert not mixed.any()
    assert encode_audio(mixed).samples == 32 * 1600


def test_a_line_that_ends_after_the_film_is_an_error():
    """A line that ends after the film is an error."""
    clip = Clip(np.full(3200, 0.1, np.float32), ())
    plan = plan_of(2, (PlanLine("due", "pay", 1, 3200),))
    with pytest.raises(SegmentError) as caught:
        mix(plan, Narration("test", {("due", "pay"): clip}), None)
    assert (caught.value.code, caught.value.where) == ("line-past-end", "due/pay")


def test_a_line_that_was_not_spoken_is_an_error():
    """A line that was not spoken is an error."""
    plan = plan_of(2, (PlanLine("due", "pay", 0, 100),))
    with pytest.raises(SegmentError) as caught:
        mix(plan, Narration("test", {}), None)
    assert (caught.value.code, caught.value.where) == ("line-without-sound", "due/pay")


def _wav(samples: int) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format="wav") as container:
        stream = container.add_stream("pcm_s16le", rate=48_000, layout="mono")
        if samples:
            frame = av.AudioFrame.from_ndarray(
                np.full((1, samples), 9000, np.int16), format="s16", layout="mono"
            )
            frame.sample_rate = 48_000
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()


@pytest.mark.parametrize("data", [b"", b"no music", _wav(0), BED.read_bytes()[:400]])
def test_music_that_cannot_be_read_is_an_error(tmp_path, data):
    """Music that cannot be read is an error."""
    bed = tmp_path / "bed.flac"
    bed.write_bytes(data)
    with pytest.raises(SegmentError) as caught:
        mix(plan_of(32), Narration("none", {}), bed)
    assert caught.value.code == "music-unreadable"
    assert caught.value.where == "bed.flac"


def test_missing_music_is_an_error(tmp_path):
    """Missing music is an error."""
    with pytest.raises(SegmentError) as caught:
        mix(plan_of(32), Narration("none", {}), tmp_path / "none.flac")
    assert caught.value.code == "music-unreadable"
