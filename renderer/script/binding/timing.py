"""`at`, `enter`, `exit` and `keyframes` -> moments and motions."""

from __future__ import annotations

from renderer.script.binding.at import At
from renderer.script.place import did_you_mean
from renderer.script.timing import Key, Moment, Motion
from renderer.script.vocabulary.behaviour import KeyframeProps, MotionProps

_TRACKS = ("opacity", "x", "y", "scale", "rotation")


def moment(at: At, name: object, delay: float) -> Moment:
    """Return the moment that an `at` names.

    A line that this film leaves out stands for the spoken line before it, else the scene's start.
    A span that a line does not say this time stands for the line.

    Raises:
        ScriptError: `script-moment`: there is no such line or span.
    """
    if not isinstance(name, str):
        raise at.wrong("script-moment", "a line's key, start or end is expected here")
    if name in ("start", "end"):
        return Moment(delay=delay, end=name == "end")
    line, _, span = name.partition(".")
    film = at.film
    if line in film.spoken:
        if not span:
            return Moment(line, None, delay)
        words = film.spoken[line]
        if any(found.name == span for found in words.spans):
            return Moment(line, span, delay)
        known = film.translator.spans_of(words.message)
        if span in known:
            return Moment(line, None, delay)
        raise at.wrong(
            "script-moment", f"the line '{line}' has no words '{span}'", did_you_mean(span, known)
        )
    stem = line.partition("[")[0]
    for key in (line, stem):
        if key in film.skipped:
            return Moment(film.skipped[key], None, delay)
    keys = {*film.spoken, *film.skipped, "start", "end"}
    raise at.wrong("script-moment", f"the scene has no line '{line}'", did_you_mean(line, keys))


def motion(at: At, props: MotionProps | None, *, leaving: bool = False) -> Motion | None:
    """Return how a node arrives or leaves; the brand's motion tokens fill what is left out."""
    if props is None:
        return None
    effect = at.read(props, "effect")
    tokens = at.film.brand.motion()
    usual = "exit" if leaving else "count" if effect in ("count", "grow", "draw") else "enter"
    duration = at.read(props, "duration")
    return Motion(
        effect,
        moment(at.down("at"), at.read(props, "at"), at.read(props, "delay")),
        tokens[usual] if duration is None else duration,
        at.read(props, "easing") or ("ease-in" if leaving else "ease-out"),
        at.read(props, "stagger"),
    )


def keyframe(at: At, props: KeyframeProps) -> Key:
    """Return a keyframe written by hand."""
    values = {name: at.read(props, name) for name in _TRACKS}
    return Key(
        moment(at.down("at"), at.read(props, "at"), at.read(props, "delay")),
        {name: value for name, value in values.items() if value is not None},
        at.read(props, "easing"),
    )
