"""plan -paint-> frames: pixels of any frame, each a pure function of its display list."""

from renderer.frames.contrast import TextContrast, text_contrast
from renderer.frames.painter import Painter
from renderer.frames.repaint import Repaint

__all__ = ["Painter", "Repaint", "TextContrast", "text_contrast"]
