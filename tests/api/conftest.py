"""The command line as a person or a program meets it: arguments in, status and output out."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from api.cli import main

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "scenes/telco/samples"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def said(self) -> str:
        """All it printed, without the terminal's line breaks."""
        return " ".join((self.out + self.err).split())


@pytest.fixture
def billreel(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    """Run the program in this process."""
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["billreel", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Ran(int(left.value.code or 0), out, err)

    return run


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A small pack of its own, with one sample customer."""
    pack = tmp_path / "tiny"
    shutil.copytree(ROOT / "tests/script/pack", pack)
    (pack / "samples/en").mkdir(parents=True)
    shutil.copy(SAMPLES / "en/bill.json", pack / "samples/en/bill.json")
    text = (pack / "pack.yaml").read_text()
    (pack / "pack.yaml").write_text(text + "samples: {en: samples/en}\n")
    return pack
