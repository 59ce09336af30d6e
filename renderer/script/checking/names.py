"""Checks what a text names: tokens, messages, icons, files, and moments, by the kind's role."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from renderer.errors import RenderError, ScriptError
from renderer.script.binding.film import FRAMES
from renderer.script.brand import Brand
from renderer.script.checking.lookout import Lookout
from renderer.script.checking.texts import ANY
from renderer.script.place import Place, did_you_mean

Check = Callable[[Lookout, str, Place], None]


def _token(ask: Callable[[Brand, str, Place], object]) -> Check:
    def check(lookout: Lookout, name: str, place: Place) -> None:
        for brand in lookout.brands:
            try:
                ask(brand, name, place)
            except ScriptError as failure:
                lookout.caught(failure)

    return check


def _style(brand: Brand, name: str, place: Place) -> None:
    for shape in FRAMES:
        brand.style(name, place, shape, "en")


def _space(brand: Brand, name: str, place: Place) -> None:
    if name != "auto" and not name.endswith(("%", "fr")):
        brand.space(name, place)


def _icon(lookout: Lookout, name: str, place: Place) -> None:
    _file(lookout, f"icons/{name}.svg", place)


def _file(lookout: Lookout, name: str, place: Place) -> None:
    try:
        lookout.pack.files.artwork(name, place)
    except RenderError as failure:
        lookout.caught(failure)


def _artwork(lookout: Lookout, name: str, place: Place) -> None:
    if not name.startswith("logo.") or "/" in name:
        _file(lookout, name, place)
        return
    for brand in lookout.brands:
        try:
            _file(lookout, brand.logo(name.removeprefix("logo."), place), place)
        except ScriptError as failure:
            lookout.caught(failure)


def _picture(lookout: Lookout, name: str, place: Place) -> None:
    try:
        lookout.pack.files.picture(name, place)
    except RenderError as failure:
        lookout.caught(failure)


def moment(lookout: Lookout, name: str, place: Place) -> None:
    """Check that an `at` names a line of the scene, and words that every language says in it."""
    if name in ("start", "end"):
        return
    line, _, span = name.partition(".")
    stem, bracket, _ = line.partition("[")
    key = stem + bracket
    if key not in lookout.keys:
        known = [one + "0]" if one.endswith("[") else one for one in lookout.keys]
        lookout.tell(
            "script-moment",
            f"the scene has no line '{line.replace(ANY, '…')}'",
            place,
            did_you_mean(line, [*known, "start", "end"]),
        )
        return
    if not span or ANY in span:
        return
    for message in sorted(lookout.keys[key]):
        for translator in lookout.translators:
            if not translator.has(message):
                continue
            known_spans = translator.spans_of(message)
            if span not in known_spans:
                lookout.tell(
                    "script-moment",
                    f"'{message}' has no words '{span}' in {translator.language}",
                    place,
                    did_you_mean(span, known_spans),
                )


CHECKS: Mapping[str, Check] = {
    "color": _token(Brand.color),
    "paint": _token(Brand.paint),
    "style": _token(_style),
    "shadow": _token(Brand.shadow),
    "radius": _token(Brand.radius),
    "space": _token(_space),
    "ground": _token(Brand.ground),
    "icon": _icon,
    "artwork": _artwork,
    "picture": _picture,
    "moment": moment,
}
