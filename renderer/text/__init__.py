"""Text: faces, coverage, shaping, measuring, fitting; and lines drawn onto a Skia canvas.

Knows neither scenes nor time. Beside `renderer.frames` the only importer of Skia.
"""

from renderer.text.coverage import missing, require_glyphs
from renderer.text.digits import advances, digit_cell, natural_positions
from renderer.text.faces import Face, FaceMetrics, Faces, default_faces
from renderer.text.fitting import Laid, LaidLine, lay, min_content
from renderer.text.metrics import LineBox, line_box

__all__ = [
    "Face",
    "FaceMetrics",
    "Faces",
    "Laid",
    "LaidLine",
    "LineBox",
    "advances",
    "default_faces",
    "digit_cell",
    "lay",
    "line_box",
    "min_content",
    "missing",
    "natural_positions",
    "require_glyphs",
]
