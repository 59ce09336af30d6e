"""German dates in digits do not end a sentence."""

from __future__ import annotations

import pytest

from renderer.speech.german import spell_days


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (1, "ersten"),
        (3, "dritten"),
        (20, "zwanzigsten"),
        (21, "einundzwanzigsten"),
        (30, "dreißigsten"),
        (31, "einunddreißigsten"),
    ],
)
def test_days_are_ordinals(day, said):
    """Days are ordinals."""
    assert spell_days(f"am {day}. Januar")[0] == f"am {said} Januar"


@pytest.mark.parametrize("text", ["Das sind 3. Danach mehr.", "Version 2.1 Mai", "41. Mai", "Mai"])
def test_other_full_stops_stay(text):
    """Other full stops stay."""
    assert spell_days(text) == (text, list(range(len(text))))


def test_the_map_leads_back_to_the_date():
    """The map leads back to the date."""
    text = "Vom 1. März bis 31. März."
    said, places = spell_days(text)
    assert len(said) == len(places)
    assert text[places[said.index("ersten")]] == "1"
    assert text[places[said.index("einund")]] == "3"
    assert text[places[-1]] == "."


def test_the_voice_reads_a_date_on(espeak):
    """Without a pause, as if the day were written out; words stand in the text as it was given."""
    text = "Zahlen Sie bis 1. Januar bitte."
    digits = espeak.speak(text, "de", 1.0)
    words = espeak.speak("Zahlen Sie bis ersten Januar bitte.", "de", 1.0)
    assert digits.samples.tobytes() == words.samples.tobytes()
    assert [text[w.start_char : w.end_char] for w in digits.words] == text.split()
    assert [w.start for w in digits.words] == [w.start for w in words.words]
