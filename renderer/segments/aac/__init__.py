"""Sound as AAC-LC: an encoder in arrays, whose packets do not depend on one another."""

from renderer.segments.aac.bands import PACKET
from renderer.segments.aac.encode import packets

__all__ = ["PACKET", "packets"]
