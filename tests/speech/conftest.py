"""Lines in six languages, and one espeak voice for all tests that only read from it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from renderer.speech.espeak import EspeakVoice

LINES = {
    "en": "Hello Emma. Your bill for November comes to 42 pounds and 18 pence, that is all of it.",
    "fr": "Bonjour Camille. Votre facture de novembre s'élève à 87 euros et 42 centimes.",
    "de": "Guten Tag. Ihre Rechnung für November beträgt 54 Euro und 99 Cent.",
    "id": "Halo Sari. Tagihan Anda bulan November sebesar 325000 rupiah. Undang-undang berlaku.",
    "ar": "مرحبا. فاتورتك لشهر نوفمبر هي 325 درهما. هذا أكثر من الشهر الماضي.",
    "ko": "안녕하세요. 11월 요금은 87420원입니다. 데이터를 나누어 매일 많이 사용하셨네요.",
}


@pytest.fixture(params=sorted(LINES))
def spoken_line(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Return (language, text)."""
    return request.param, LINES[request.param]


@pytest.fixture(scope="session")
def espeak() -> Iterator[EspeakVoice]:
    """Return an open espeak voice."""
    with EspeakVoice() as voice:
        yield voice
