"""Numbers as counters write them."""

from decimal import Decimal

import pytest

from renderer.plan.numbers import to_minor, write_number
from renderer.script.model import NumberPattern

EURO = NumberPattern("", "\u00a0€", ",", ".", 2)
POUND = NumberPattern("£", "", ".", ",", 2)
WON = NumberPattern("", "원", ".", ",", 0)


@pytest.mark.parametrize(
    ("pattern", "minor", "written"),
    [
        (EURO, 8742, "87,42\u00a0€"),
        (EURO, 0, "0,00\u00a0€"),
        (EURO, 5, "0,05\u00a0€"),
        (EURO, 123456789, "1.234.567,89\u00a0€"),
        (EURO, 99999, "999,99\u00a0€"),
        (EURO, 100000, "1.000,00\u00a0€"),
        (POUND, 1240, "£12.40"),
        (POUND, -1240, "\N{MINUS SIGN}£12.40"),
        (WON, 76890, "76,890원"),
        (WON, 0, "0원"),
        (NumberPattern("", " GB", ",", "", 1), 12345, "1234,5 GB"),
    ],
)
def test_a_number_is_written_by_its_pattern(pattern, minor, written):
    assert write_number(pattern, minor) == written


def test_the_smallest_step_is_rounded_half_away_from_zero():
    assert to_minor(EURO, Decimal("87.425")) == 8743
    assert to_minor(EURO, Decimal("-87.425")) == -8743
    assert to_minor(WON, Decimal("76889.5")) == 76890
