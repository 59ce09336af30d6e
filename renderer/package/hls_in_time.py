"""A film as HLS while it is drawn: every file of `hls`, by name, when it is asked for."""

from __future__ import annotations

import re

from renderer.errors import PackageError
from renderer.package.hls import AUDIO_HEADER, VIDEO_HEADER, Playlists, audio_name, video_name
from renderer.package.languages import three_letters
from renderer.plan import Plan
from renderer.segments.just_in_time import JustInTime
from renderer.segments.sound_in_time import SoundInTime

_NUMBERED = re.compile(r"(?:video|audio)-([0-9]{3,5})\.m4s")


class HlsInTime:
    """The same files, byte for byte, that a package's `hls/` holds.

    Args:
        plan: the film.
        video: its segments.
        sound: its sound.
    """

    def __init__(self, plan: Plan, video: JustInTime, sound: SoundInTime) -> None:
        self._video, self._sound = video, sound
        self._language = three_letters(plan.language)
        self._playlists = {
            name: text.encode() for name, text in Playlists(plan, video.setup).files.items()
        }

    @property
    def count(self) -> int:
        """Return how many segments the film has."""
        return self._video.count

    def start(self) -> None:
        """Begin to draw and to mix before anybody asks."""
        self._video.start()
        self._sound.start()

    async def file(self, name: str) -> bytes:
        """Return a file by its name in the playlists ("film.m3u8", "video-003.m4s").

        Cancelling this call gives a segment up unless somebody else waits for it.

        Raises:
            PackageError: `hls-file-unknown`.
            SegmentError: what drawing and mixing raise.
        """
        if name in self._playlists:
            return self._playlists[name]
        if name == VIDEO_HEADER:
            return self._video.header(self._language)
        if name == AUDIO_HEADER:
            return self._sound.header(self._language)
        found = _NUMBERED.fullmatch(name)
        index = int(found[1]) if found else -1
        if 0 <= index < self._video.count:
            if name == video_name(index):
                return await self._video.segment(index)
            if name == audio_name(index):
                return await self._sound.segment(index)
        raise PackageError(
            "hls-file-unknown",
            "the film has no such file",
            remedy="Ask for what film.m3u8 and the playlists in it name.",
        )

    async def close(self) -> None:
        """Give up what nobody asked for yet."""
        await self._video.close()
        await self._sound.close()
