"""One value in both modes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """A value as it is seen ("87,42 €") and as it is said ("87 euros et 42 centimes")."""

    seen: str
    spoken: str
