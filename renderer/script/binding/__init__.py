"""Pack + story + language -> `Script`: templates filled, tokens resolved, words said."""

from renderer.script.binding.film import bind

__all__ = ["bind"]
