"""Frames and speech -> segments of video and one AAC track, fit to be joined as they are.

What draws films while they are watched, or compares them, is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from renderer.segments.boxes import (
    Times,
    aac_entry,
    avc_entry,
    box,
    file_type,
    full_box,
    movie,
    track,
)
from renderer.segments.encoder import encoder_facts
from renderer.segments.film import encode_film
from renderer.segments.kept import KeptFilm, encode_through
from renderer.segments.keys import segment_keys
from renderer.segments.ranges import SegmentRange, segment_ranges
from renderer.segments.segment_bytes import read_segment
from renderer.segments.settings import TICKS_A_FRAME, TIMESCALE, Settings
from renderer.segments.sound import mix
from renderer.segments.sound_through import KeptTrack, read_track, track_through
from renderer.segments.sound_track import (
    AudioTrack,
    encode_audio,
)
from renderer.segments.video import Packet, Segment, encode_segment
from renderer.segments.video_track import check_joins

if TYPE_CHECKING:
    from renderer.segments.drawing_pool import DrawingPool
    from renderer.segments.just_in_time import JustInTime
    from renderer.segments.sharing import Census, OwnNode, SceneSharing
    from renderer.segments.sound_in_time import SoundInTime

_LATER = {
    "Census": "renderer.segments.sharing",
    "DrawingPool": "renderer.segments.drawing_pool",
    "JustInTime": "renderer.segments.just_in_time",
    "OwnNode": "renderer.segments.sharing",
    "SceneSharing": "renderer.segments.sharing",
    "SoundInTime": "renderer.segments.sound_in_time",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module 'renderer.segments' has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)


__all__ = [
    "TICKS_A_FRAME",
    "TIMESCALE",
    "AudioTrack",
    "Census",
    "DrawingPool",
    "JustInTime",
    "KeptFilm",
    "KeptTrack",
    "OwnNode",
    "Packet",
    "SceneSharing",
    "Segment",
    "SegmentRange",
    "Settings",
    "SoundInTime",
    "Times",
    "aac_entry",
    "avc_entry",
    "box",
    "check_joins",
    "encode_audio",
    "encode_film",
    "encode_segment",
    "encode_through",
    "encoder_facts",
    "file_type",
    "full_box",
    "mix",
    "movie",
    "read_segment",
    "read_track",
    "segment_keys",
    "segment_ranges",
    "track",
    "track_through",
]
