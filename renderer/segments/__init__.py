"""Frames and speech -> segments of video and one AAC track, fit to be joined as they are.

What draws films while they are watched, or compares them, is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from renderer.segments.encoder import encoder_facts
from renderer.segments.film import encode_film
from renderer.segments.kept import KeptFilm, encode_through
from renderer.segments.keys import segment_keys
from renderer.segments.ranges import SegmentRange, segment_ranges
from renderer.segments.settings import Settings
from renderer.segments.sound import mix
from renderer.segments.sound_through import KeptTrack, track_through
from renderer.segments.sound_track import (
    AudioTrack,
    add_audio_stream,
    encode_audio,
    packets_for,
)
from renderer.segments.video import Packet, Segment, encode_segment
from renderer.segments.video_track import add_video_stream, video_packets

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
    "add_audio_stream",
    "add_video_stream",
    "encode_audio",
    "encode_film",
    "encode_segment",
    "encode_through",
    "encoder_facts",
    "mix",
    "packets_for",
    "segment_keys",
    "segment_ranges",
    "track_through",
    "video_packets",
]
