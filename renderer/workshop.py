"""What films made one after another in a process share: packs read, voices open.

A batch worker, a server and a benchmark open one and keep it; whoever opens it closes it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from renderer.script import Pack, load_pack
from renderer.script.files import digest, stamp
from renderer.script.pack import pack_root
from renderer.speech import OpenVoice, open_voice
from renderer.store import Shelf

MOST_PACKS = 8
"""Read at a time; the one used longest ago is forgotten."""
MOST_VOICES = 8
"""Open at a time; the one used longest ago is closed."""

_Stamp = tuple[tuple[str, int, int], ...]
_T = TypeVar("_T")
_VoiceKey = tuple[str, str | None, Shelf | None, int]


class Workshop:
    """Keeps packs and voices between films, for any thread; a context manager.

        with Workshop() as workshop:
            for bill in bills:
                render(bill, folder, choice=choice, workshop=workshop)

    A pack is read again when a file of it has changed. A voice's programs start with the first
    line and end with the workshop; in a forked process a voice starts programs of its own.

    Args:
        held: packs that stay as they were read, whatever becomes of their files.
    """

    def __init__(self, held: Sequence[Pack] = ()) -> None:
        self._lock = threading.Lock()
        self._held = {pack.root: (pack, pack.sha256) for pack in held}
        self._packs: OrderedDict[Path, tuple[_Stamp, Pack]] = OrderedDict()
        self._hashes: OrderedDict[Path, tuple[_Stamp, str]] = OrderedDict()
        self._voices: OrderedDict[_VoiceKey, OpenVoice] = OrderedDict()

    def __enter__(self) -> Workshop:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def cpu_s(self) -> float:
        """Return what programs of its voices which still run have taken, in s of CPU time."""
        with self._lock:
            return sum(voice.cpu_s for voice in self._voices.values())

    def pack(self, name: str | Path) -> Pack:
        """Return a pack, by folder or by the name of one that came with Billreel.

        Raises:
            ScriptError: as `load_pack`.
        """
        held = self._held.get(Path(name).resolve())
        return held[0] if held else self._of_pack(self._packs, name, load_pack)

    def pack_hash(self, name: str | Path) -> str:
        """Return the hash of a pack's content, which needs no reading of what it says.

        Raises:
            ScriptError: `pack-missing`, or files that no pack may have.
        """
        held = self._held.get(Path(name).resolve())
        return held[1] if held else self._of_pack(self._hashes, name, digest)

    def _of_pack(
        self,
        known: OrderedDict[Path, tuple[_Stamp, _T]],
        name: str | Path,
        make: Callable[[Path], _T],
    ) -> _T:
        root = pack_root(name)
        with self._lock:
            now = stamp(root)
            if root not in known or known[root][0] != now:
                known[root] = (now, make(root))
            known.move_to_end(root)
            if len(known) > MOST_PACKS:
                known.popitem(last=False)
            return known[root][1]

    def voice(
        self,
        name: str,
        *,
        fallback: str | None = None,
        shelf: Shelf | None = None,
        at_once: int = 1,
    ) -> OpenVoice:
        """Return a voice, opened as `open_voice` does; it stays the workshop's to close.

        Raises:
            SpeechError: `voice-unknown`.
        """
        key = (name, fallback, shelf, at_once)
        with self._lock:
            if key not in self._voices:
                self._voices[key] = open_voice(
                    name, fallback=fallback, shelf=shelf, at_once=at_once
                )
            self._voices.move_to_end(key)
            if len(self._voices) > MOST_VOICES:
                self._voices.popitem(last=False)[1].close()
            return self._voices[key]

    def close(self) -> None:
        """End the voices' programs and forget the packs. What is asked for later is opened anew."""
        with self._lock:
            voices = list(self._voices.values())
            self._voices.clear()
            self._packs.clear()
            self._hashes.clear()
        for voice in voices:
            voice.close()
