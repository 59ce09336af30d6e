"""What a process left when a signal ended it -> where in our code that was."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import IO

_ROOT = Path(__file__).resolve().parents[2]
_MOST = 64 * 1024
_FRAME = re.compile(r'^  File "([^"]+)", line (\d+) in (\S+)$', re.MULTILINE)
_CURRENT = "Current thread"


class BlackBox:
    """A file without a name that `faulthandler` of one process writes to.

    It holds names of files and functions, and no values.
    """

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  (closed by `close`)

    def fileno(self) -> int:
        """Return its descriptor, for the process."""
        return self._file.fileno()

    def place(self) -> str | None:
        """Return the innermost line of ours that was at work; None when nothing was written."""
        self._file.seek(0)
        text = self._file.read(_MOST).decode(errors="replace")
        frames = _FRAME.findall(text.rpartition(_CURRENT)[2])
        for name, line, function in frames:
            path = Path(name)
            if path.is_relative_to(_ROOT) and "site-packages" not in path.parts:
                return f"{path.relative_to(_ROOT)}:{line} in {function}"
        return f"{Path(frames[0][0]).name}:{frames[0][1]} in {frames[0][2]}" if frames else None

    def close(self) -> None:
        """Forget it."""
        self._file.close()
