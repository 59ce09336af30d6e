"""The same input gives the same bytes, in another process, with another order of hashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.film.films import SAMPLES, Films


def test_another_process_makes_the_same_bytes_of_every_file(
    real_films: Films, tmp_path: Path
) -> None:
    here = real_films.film("fr")
    sample = SAMPLES / "fr"
    order = ["2026-10", "2026-05", "2026-07", "2026-06", "2026-09", "2026-08"]
    earlier = [f"--previous={sample}/previous/{month}.json" for month in order]
    subprocess.run(
        [
            sys.executable,
            "-c",
            "from api.cli import main; main()",
            "render",
            str(sample / "bill.json"),
            *earlier,
            "--lang",
            "fr",
            "-o",
            str(tmp_path / "package"),
            "--workers",
            "1",
            "--json",
        ],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONHASHSEED": "4711", "TZ": "Asia/Seoul", "LC_ALL": "C"},
        check=True,
        capture_output=True,
        timeout=300,
    )
    there = {path.name: path.read_bytes() for path in (tmp_path / "package").iterdir()}
    assert sorted(there) == sorted(here.files)
    assert [name for name in there if there[name] != here.files[name]] == []
