"""What films made one after another in a process share: packs read, voices open.

A batch worker, a server and a benchmark open one and keep it; whoever opens it closes it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path
from types import TracebackType

from renderer.script import Pack, load_pack
from renderer.script.files import stamp
from renderer.script.pack import pack_root
from renderer.speech import OpenVoice, open_voice
from renderer.store import Shelf

MOST_PACKS = 8
"""Read at a time; the one used longest ago is forgotten."""
MOST_VOICES = 8
"""Open at a time; the one used longest ago is closed."""

_Stamped = tuple[tuple[tuple[str, int, int], ...], Pack]
_VoiceKey = tuple[str, str | None, Shelf | None, int]


class Workshop:
    """Keeps packs and voices between films, for any thread; a context manager.

        with Workshop() as workshop:
            for bill in bills:
                render(bill, folder, choice=choice, workshop=workshop)

    A pack is read again when a file of it has changed. A voice's programs start with the first
    line and end with the workshop; in a forked process a voice starts programs of its own.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._packs: OrderedDict[Path, _Stamped] = OrderedDict()
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
        root = pack_root(name)
        with self._lock:
            now = stamp(root)
            known = self._packs.get(root)
            if known is None or known[0] != now:
                known = self._packs[root] = (now, load_pack(root))
            self._packs.move_to_end(root)
            if len(self._packs) > MOST_PACKS:
                self._packs.popitem(last=False)
            return known[1]

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
        for voice in voices:
            voice.close()
