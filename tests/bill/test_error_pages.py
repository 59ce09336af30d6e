"""Every error of this stage has its page, and every page shows wrong and right."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs/errors"


def codes() -> set[str]:
    """Find the codes of the errors that the stage's source makes."""
    found: set[str] = set()
    for path in (ROOT / "renderer/bill").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "BillError":
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    found.add(str(code.value))
    return found | {f"{name}-does-not-add-up" for name in ("total", "prepaid", "due")}


@pytest.mark.parametrize("code", sorted(codes()))
def test_an_error_has_a_page_that_shows_wrong_and_right(code):
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {code}\n")
    assert "\nWrong:" in text
    assert "\nRight:" in text


def test_there_are_as_many_codes_as_the_stage_says():
    assert len(codes()) > 30
