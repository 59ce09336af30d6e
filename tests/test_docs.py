"""What the documents promise: a page for every error, examples that run, licences of everything."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk

from renderer.bill import load_bill
from renderer.pipeline import Choice, draft
from renderer.script import load_pack
from tests.film.films import customer_files

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs/errors"
ERRORS = re.compile(
    r"(Render|Request|Bill|Story|Script|Speech|Text|Plan|Frame|Segment|Package)Error$|^Problem$"
)
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def codes_in(source: str) -> Iterator[str]:
    """Yield the codes that a module's errors are made with, as far as they stand there in letters.

    They are first arguments of an error, of a private function that makes one (`_refuse("…")`),
    or of `tell`, `error`, `problem`, `fail` and the like.
    """
    tree = ast.parse(source)
    makers = {
        one.name
        for one in ast.walk(tree)
        if isinstance(one, ast.FunctionDef)
        and any(arg.arg == "code" for arg in [*one.args.args, *one.args.kwonlyargs])
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if not (ERRORS.search(name) or name in makers or name in ("tell", "error", "problem")):
            continue
        given = [*node.args[:1], *(one.value for one in node.keywords if one.arg == "code")]
        for one in given:
            if isinstance(one, ast.Constant) and CODE.fullmatch(str(one.value)):
                yield str(one.value)


def codes() -> dict[str, str]:
    """Map every code to a file that raises it."""
    found = {}
    for folder in ("renderer", "api"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for code in codes_in(path.read_text(encoding="utf-8")):
                found[code] = path.relative_to(ROOT).as_posix()
    return found


def test_the_search_finds_codes_however_they_are_raised() -> None:
    source = 'def _no(code): ...\n_no("a-b")\nraise BillError("c-d", "x")\nself.tell("e-f", "x")\n'
    assert sorted(codes_in(source)) == ["a-b", "c-d", "e-f"]
    assert len(codes()) > 100


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_error_has_its_page(code: str) -> None:
    page = PAGES / f"{code}.md"
    assert page.is_file(), f"{codes()[code]} raises {code}"
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# {code}\n")
    assert len(text.split()) > 15


def test_every_page_is_of_an_error_that_the_source_knows() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("renderer", "api")
        for path in (ROOT / folder).rglob("*.py")
    )
    made = {f"{name}-does-not-add-up" for name in ("total", "prepaid", "due", "line", "usage")}
    pages = {path.stem for path in PAGES.glob("*.md")}
    assert sorted(page for page in pages - made if page not in source) == []


def blocks(language: str) -> list[str]:
    """List the README's code blocks of a language."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("source", blocks("python"))
def test_the_python_of_the_readme_runs(source: str, tmp_path: Path) -> None:
    (tmp_path / "scenes").symlink_to(ROOT / "scenes")
    done = subprocess.run(
        [sys.executable, "-c", source],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


@pytest.mark.parametrize("source", blocks("yaml"))
def test_the_template_of_the_readme_makes_a_scene(source: str, tmp_path: Path) -> None:

    pack = tmp_path / "telco"
    shutil.copytree(ROOT / "scenes/telco", pack)
    name = re.search(r"^scene: (\S+)", source, re.MULTILINE)
    assert name is not None
    (pack / f"scenes/{name[1]}.yaml").write_text(source, encoding="utf-8")
    load_pack(pack)
    choice = Choice(language="en", pack=pack, voice="silent")
    made = draft(load_bill([customer_files("en")[0]]), (), choice)
    assert name[1] in [scene.id for scene in made.plan.scenes]
    assert len(source.splitlines()) <= 25


@pytest.mark.parametrize("source", blocks("ftl"))
def test_the_words_of_the_readme_are_fluent(source: str) -> None:
    entries = FluentParser().parse(source).body
    assert entries
    assert not [one for one in entries if isinstance(one, Junk)]


def test_the_readme_points_at_files_that_are_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    named += re.findall(r"`((?:docs|player|scenes)/[\w./-]+)`", text)
    assert [one for one in named if not (ROOT / one).exists()] == []


def test_the_licence_of_every_locked_package_is_told() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^([A-Za-z0-9._-]+)==([^\s\\;]+)", lock, re.MULTILINE)
    table = (ROOT / "docs/licences.md").read_text(encoding="utf-8")
    rows = {
        (name.strip(), version.strip()): licence.strip()
        for name, version, licence in re.findall(r"^\|([^|]+)\|([^|]+)\|([^|]+)\|$", table, re.M)
    }
    assert len(pins) > 40
    assert [pin for pin in pins if len(rows.get(pin, "")) < 3] == []
