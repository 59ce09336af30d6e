"""What a voice is known to misread never reaches it."""

from __future__ import annotations

import pytest

from renderer.errors import SpeechError
from renderer.speech.speakable import LONGEST, check_speakable


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "1\u202f234 euros"),
        ("fr-FR", "1\u00a0234 euros"),
        ("ko", "₩1234"),
        ("ar", "٪ 20 خصم"),
        ("ar-AE", "خصم 20%"),
        ("en", "\u2066Emma\u2069"),
        ("en", "a\x00b"),
        ("en", "\ud800"),
        ("en", "   "),
        ("en", "a" * (LONGEST + 1)),
    ],
)
def test_what_would_be_misread_is_refused(language, text):
    """What would be misread is refused."""
    with pytest.raises(SpeechError) as caught:
        check_speakable(text, language)
    assert caught.value.code == "text-not-spoken-form"
    assert text.strip() not in str(caught.value) or not text.strip()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "1234 euros et 5 centimes\u00a0: c'est tout."),
        ("ko", "요금은 87420원입니다. 3.2 기가바이트."),
        ("de", "Ihre Rechnung beträgt 54 Euro. Danke. Das sind 3. Danach folgt mehr."),
        ("ar", "خصم 20 بالمئة"),
        ("en", "Call 3.5 of 20% at 4 pounds."),
    ],
)
def test_spoken_forms_pass(language, text):
    """Spoken forms pass."""
    assert check_speakable(text, language) is None
