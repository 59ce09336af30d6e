"""The folder of a cycle, and what stands where in it.

films/ab/cd/abcd…          a film's package, by its opaque name
editions/0001/             cycle.json and links.csv, as they were when nothing waited any more
latest                     -> the last edition
.billreel/ledger.sqlite    how it stands with every film
.billreel/lock             held while somebody works on the cycle
.billreel/staging/         packages on their way; what is left there is swept
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from api.batch.cycle import Cycle
from renderer.disk import make_folders
from renderer.errors import RenderError


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand.

    Args:
        folder: of the cycle.
        ledger: the ledger's file.
        shards: levels of folders that films are spread over.
    """

    folder: Path
    ledger: Path
    shards: int

    @property
    def films(self) -> Path:
        """Return the folder of all films."""
        return self.folder / "films"

    @property
    def editions(self) -> Path:
        """Return the folder of all editions."""
        return self.folder / "editions"

    @property
    def latest(self) -> Path:
        """Return the link to the last edition."""
        return self.folder / "latest"

    @property
    def own(self) -> Path:
        """Return the folder of what is nobody else's business."""
        return self.folder / ".billreel"

    @property
    def staging(self) -> Path:
        """Return where packages are prepared."""
        return self.own / "staging"

    @property
    def lock(self) -> Path:
        """Return the file that is locked while somebody works on the cycle."""
        return self.own / "lock"

    def relative(self, name: str) -> str:
        """Return a film's folder relative to the cycle's: "films/ab/cd/abcd…"."""
        levels = [name[2 * at : 2 * at + 2] for at in range(self.shards)]
        return "/".join(("films", *levels, name))

    def film(self, name: str) -> Path:
        """Return a film's folder."""
        return self.folder / self.relative(name)

    def is_published(self, name: str) -> bool:
        """Tell whether a film is there. One that is, is whole."""
        return (self.film(name) / "manifest.json").is_file()

    def make(self) -> None:
        """Make the folders.

        Raises:
            RenderError: `output-failed`.
        """
        try:
            for folder in (self.films, self.editions, self.own, self.staging, self.ledger.parent):
                make_folders(folder)
            for folder in (self.own, self.editions):
                folder.chmod(0o700)
        except OSError as error:
            raise RenderError(
                "output-failed",
                f"the cycle's folder cannot be written: {(error.strerror or '').lower()}",
                str(self.folder),
                "Make room, or name a folder that you may write to.",
            ) from error

    def sweep(self) -> int:
        """Remove what killed workers left on its way; return how many packages that was."""
        left = list(self.staging.iterdir())
        for one in left:
            if one.is_dir() and not one.is_symlink():
                shutil.rmtree(one, ignore_errors=True)
            else:
                one.unlink(missing_ok=True)
        return len(left)


def places_of(cycle: Cycle) -> Places:
    """Return where a cycle has its things."""
    ledger = cycle.told.ledger
    own = cycle.folder / ".billreel"
    return Places(
        cycle.folder, cycle.path(ledger) if ledger else own / "ledger.sqlite", cycle.told.shards
    )
