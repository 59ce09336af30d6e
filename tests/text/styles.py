"""Type styles for tests of text."""

from renderer.script.model import TextStyle

FAMILIES = ("Inter", "Noto Sans Arabic", "Noto Sans KR")


def style(size=28.0, weight=500, tracking=0.0, min_size=20.0, line_height=1.25, families=FAMILIES):
    """Make a style."""
    return TextStyle(size, min_size, weight, tracking, line_height, families)
