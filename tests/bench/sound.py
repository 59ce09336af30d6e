"""Our AAC beside FFmpeg's, on the sound of the sample films (run it by hand).

    OPENBLAS_NUM_THREADS=1 python -m tests.bench.sound [LANGUAGE ...]

Both at 96 kbit/s: CPU time a minute of sound, rate, signal to noise of the whole and of packets on
average (those that are loud enough to be heard), distance of log spectra below 16 kHz, share of
critical bands whose noise is above what the sound masks; and after decoding, LUFS and dBTP.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np

from renderer.bill import load_bill
from renderer.planning import Choice, draft
from renderer.segments import mix
from renderer.segments.aac import packets
from tests.film.films import customer_files
from tests.segments.aac.decoding import heard
from tests.segments.aac.test_quality import RATE, by_ffmpeg, measures
from tests.segments.test_sound import measured

TRIES = 5
Encode = Callable[[np.ndarray], list[bytes]]


def sound_of(language: str) -> np.ndarray:
    """Return the sound of a language's sample film, mixed."""
    path, *earlier = customer_files(language)
    made = draft(
        load_bill([path]), [load_bill([one]) for one in earlier], Choice(language=language)
    )
    return mix(made.plan, made.narration, made.script.music_path)


def segmental(sound: np.ndarray, coded: np.ndarray) -> float:
    """Return the mean over packets of the signal-to-noise ratio in dB, held to -10..60."""
    whole = len(sound) // 1024 * 1024
    signal, off = (
        (one[:whole].reshape(-1, 1024) ** 2).sum(axis=1) for one in (sound, coded - sound)
    )
    ratios = 10 * np.log10((signal + 1e-9) / (off + 1e-9))
    return float(ratios[signal > 1e-3].clip(-10, 60).mean())


def timed(encode: Encode, sound: np.ndarray) -> tuple[float, list[bytes]]:
    """Return what encoding takes at best, in CPU seconds, and its packets."""
    best, made = float("inf"), []
    for _ in range(TRIES):
        start = time.process_time()
        made = encode(sound)
        best = min(best, time.process_time() - start)
    return best, made


def main(languages: list[str]) -> None:
    """Measure each language with both encoders in turn."""
    encoders: dict[str, Encode] = {
        "FFmpeg": by_ffmpeg,
        "ours": lambda sound: list(packets(sound, RATE)),
    }
    for language in languages:
        sound = sound_of(language)
        seconds = len(sound) / 48_000
        sys.stdout.write(f"{language}, {seconds:.0f} s\n")
        for name, encode in encoders.items():
            cost, made = timed(encode, sound)
            coded = heard(made, len(sound)).astype(np.float32)
            found = measures(sound, coded)
            lufs, peak = measured(coded)
            sys.stdout.write(
                f"  {name:7} {cost / seconds * 60 * 1000:4.0f} ms"
                f"  {sum(map(len, made)) * 8 / seconds / 1000:5.1f} kbit/s"
                f"  SNR {found['snr']:4.1f} dB  by packet {segmental(sound, coded):4.1f}"
                f"  distance {found['distance']:4.2f} dB  audible {found['audible'] * 100:3.1f} %"
                f"  {lufs:5.1f} LUFS {peak:5.2f} dBTP\n"
            )


if __name__ == "__main__":
    main(sys.argv[1:] or ["en", "ko", "ar"])
