"""Where a cycle's bills are: listed by the driver, read by workers."""

from api.batch.sources.model import GoneError, Papers, Source
from api.batch.sources.open import open_source

__all__ = ["GoneError", "Papers", "Source", "open_source"]
