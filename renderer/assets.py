"""Where installed data lies, and how a file named by a script is found again by its hash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from renderer.errors import RenderError

_HERE = Path(__file__).resolve().parent


def data_root() -> Path:
    """Return the folder that holds `scenes/`, `assets/` and `player/`.

    An installed wheel carries them in `renderer/_data`; a checkout has them beside `renderer`.
    """
    installed = _HERE / "_data"
    return installed if installed.is_dir() else _HERE.parent


def find_asset(name: str) -> Path:
    """Return the path of the installation's asset `name` ("icons/bolt.svg").

    Raises:
        RenderError: the name leaves the folder, or there is no such file.
    """
    return inside(data_root() / "assets", name)


def inside(root: Path, name: str) -> Path:
    """Return the path of the file `name` in `root`; refuse links, `..` and absolute names.

    Raises:
        RenderError: `asset-outside` or `asset-missing`.
    """
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or "\\" in name or "\0" in name or not pure.parts:
        raise RenderError(
            "asset-outside",
            "a file is named outside its folder",
            remedy="Name it relative to the pack's folder, without '..'.",
        )
    path = root
    for part in pure.parts:
        path = path / part
        if path.is_symlink():
            raise RenderError(
                "asset-outside",
                f"{pure} is a symbolic link, or lies behind one",
                remedy="Put the file itself there.",
            )
    if not path.is_file():
        raise RenderError(
            "asset-missing", f"there is no file {pure}", remedy="Add it, or correct the name."
        )
    return path


class Assets:
    """Gives the files that a script or plan names, by the sha256 of their bytes.

    Args:
        roots: folders to look in, in order; the installation's `assets` folder is always the last.
        names: sha256 by path relative to a root, as `Script.assets` has it.
    """

    def __init__(self, roots: Iterable[Path | str], names: Mapping[str, str]) -> None:
        self._roots = (*(Path(root) for root in roots), data_root() / "assets")
        self._names = {digest: name for name, digest in sorted(names.items())}

    def path(self, digest: str) -> Path:
        """Return the path of the file whose sha256 is `digest`.

        Raises:
            RenderError: no such file is named, or it is gone.
        """
        name = self._names.get(digest)
        for root in self._roots if name else ():
            try:
                return inside(root, str(name))
            except RenderError as error:
                if error.code != "asset-missing":
                    raise
        raise RenderError(
            "asset-missing",
            f"no file with sha256 {digest[:12]}… is at hand",
            remedy="Render with the pack that the script was bound to.",
        )

    def read(self, digest: str) -> bytes:
        """Return the file's bytes, checked against `digest`.

        Raises:
            RenderError: `asset-missing`, or `asset-changed` when the file is another one now.
        """
        data = self.path(digest).read_bytes()
        if sha256(data).hexdigest() != digest:
            raise RenderError(
                "asset-changed",
                f"{self._names[digest]} was changed after the script was bound",
                remedy="Render again.",
            )
        return data
