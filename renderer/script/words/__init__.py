"""Words: messages and figures of one language, seen and spoken."""

from renderer.script.words.formats import FORMATS, default_format, format_value, number_pattern
from renderer.script.words.translator import Translator

__all__ = [
    "FORMATS",
    "Translator",
    "default_format",
    "format_value",
    "number_pattern",
]
