"""A film as HLS: playlists known from the Plan alone, and the fragments they name.

Video and sound are apart: sound is one encoding, cut between packets. Source: RFC 8216 and
draft-pantos-hls-rfc8216bis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from renderer.package.captions import captions_vtt
from renderer.package.languages import three_letters
from renderer.plan import FPS, Plan
from renderer.segments import AudioTrack, Segment, SegmentRange, segment_ranges
from renderer.segments.fragments import (
    AAC_LC,
    audio_fragment,
    audio_header,
    audio_spans,
    codec_of,
    video_fragment,
    video_header,
)
from renderer.segments.loudness import RATE

FOLDER = "hls"
"""Of a package."""
MASTER, VIDEO, AUDIO, CAPTIONS = "film.m3u8", "video.m3u8", "audio.m3u8", "captions.m3u8"
VIDEO_HEADER, AUDIO_HEADER = "video.mp4", "audio.mp4"
_VERSION = 7
_MILLION = 1_000_000
_BITS_A_PIXEL = 8
"""A second, at the peak: what a short segment of moving pictures may come to."""


def video_name(index: int) -> str:
    """Return the name of a segment of video."""
    return f"video-{index:03}.m4s"


def audio_name(index: int) -> str:
    """Return the name of the sound beside a segment of video."""
    return f"audio-{index:03}.m4s"


@dataclass(frozen=True)
class Playlists:
    """The playlists of a film, which need neither its pictures nor its sound.

    Args:
        plan: the film.
        setup: any segment set up as the film's are, for its size and codec.
    """

    plan: Plan
    setup: Segment

    @property
    def files(self) -> Mapping[str, str]:
        """Return every playlist, and the captions, by name."""
        files = {
            MASTER: self._master(),
            VIDEO: _media(VIDEO_HEADER, self._video_lengths(), video_name),
            AUDIO: _media(AUDIO_HEADER, self._audio_lengths(), audio_name),
        }
        if self.plan.captions:
            name = f"captions.{self.plan.language}.vtt"
            length = Fraction(self.plan.frames, FPS)
            files[CAPTIONS] = _media(None, [length], lambda _index: name)
            files[name] = captions_vtt(self.plan)
        return files

    def _video_lengths(self) -> list[Fraction]:
        return [Fraction(one.frames, FPS) for one in segment_ranges(self.plan)]

    def _audio_lengths(self) -> list[Fraction]:
        spans = audio_spans(segment_ranges(self.plan))
        return [Fraction(end - start, RATE) for start, end in spans]

    def _master(self) -> str:
        width, height = self.setup.width, self.setup.height
        language = f'LANGUAGE="{self.plan.language}",NAME="{self.plan.language}"'
        lines = [
            "#EXTM3U",
            f"#EXT-X-VERSION:{_VERSION}",
            "#EXT-X-INDEPENDENT-SEGMENTS",
            f'#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",{language},DEFAULT=YES,AUTOSELECT=YES,'
            f'CHANNELS="1",URI="{AUDIO}"',
        ]
        groups = 'AUDIO="sound"'
        if self.plan.captions:
            lines.append(
                f'#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",{language},DEFAULT=NO,'
                f'AUTOSELECT=YES,FORCED=NO,URI="{CAPTIONS}"'
            )
            groups += ',SUBTITLES="captions"'
        lines += [
            f"#EXT-X-STREAM-INF:BANDWIDTH={width * height * _BITS_A_PIXEL},"
            f'CODECS="{codec_of(self.setup.extradata)},{AAC_LC}",RESOLUTION={width}x{height},'
            f"FRAME-RATE={FPS}.000,{groups}",
            VIDEO,
        ]
        return "\n".join(lines) + "\n"


def hls(plan: Plan, segments: Sequence[Segment], track: AudioTrack) -> Mapping[str, bytes]:
    """Make every file of a film's HLS, by name."""
    playlists = Playlists(plan, segments[0])
    language = three_letters(plan.language)
    files = {name: text.encode() for name, text in playlists.files.items()}
    files[VIDEO_HEADER] = video_header(segments[0], language)
    files[AUDIO_HEADER] = audio_header(track, language)
    return {**files, **dict(fragments(segments, track))}


def fragments(segments: Sequence[Segment], track: AudioTrack) -> Iterator[tuple[str, bytes]]:
    """Yield the fragments of a film's pictures, then of its sound, with their names."""
    ranges: list[SegmentRange] = []
    for index, segment in enumerate(segments):
        place = SegmentRange("", ranges[-1].end if ranges else 0, segment.frames)
        ranges.append(place)
        yield video_name(index), video_fragment(segment, place.start)
    for index, span in enumerate(audio_spans(ranges)):
        yield audio_name(index), audio_fragment(track, span)


def _media(header: str | None, lengths: Sequence[Fraction], name: Callable[[int], str]) -> str:
    """Write a playlist of segments with lengths in seconds; their sum is exact to a microsecond."""
    longest = max(map(round, lengths), default=0)
    lines = [
        "#EXTM3U",
        f"#EXT-X-VERSION:{_VERSION}",
        f"#EXT-X-TARGETDURATION:{max(longest, 1)}",
        "#EXT-X-MEDIA-SEQUENCE:0",
        "#EXT-X-PLAYLIST-TYPE:VOD",
        "#EXT-X-INDEPENDENT-SEGMENTS",
    ]
    if header:
        lines.append(f'#EXT-X-MAP:URI="{header}"')
    for index, length in enumerate(_rounded(lengths)):
        lines += [f"#EXTINF:{length // _MILLION}.{length % _MILLION:06},", name(index)]
    return "\n".join([*lines, "#EXT-X-ENDLIST", ""])


def _rounded(lengths: Iterable[Fraction]) -> Iterator[int]:
    """Yield lengths in microseconds so that no rounding adds up."""
    end, told = Fraction(0), 0
    for length in lengths:
        end += length
        now = round(end * _MILLION)
        yield now - told
        told = now
