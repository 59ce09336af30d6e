"""`bind`: the whole film."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal

from babel import Locale

from renderer.script.binding import words as worded
from renderer.script.binding.at import At, Film
from renderer.script.binding.scenes import lets, scene
from renderer.script.brand.brand import Brand
from renderer.script.limits import Budget
from renderer.script.model import Scene, Script
from renderer.script.offers.choose import choose
from renderer.script.offers.labelled import prove_labelled
from renderer.script.offers.view import OfferView
from renderer.script.pack import Pack
from renderer.script.paint import PageLook
from renderer.script.place import did_you_mean
from renderer.script.problem import error
from renderer.script.scope import Scope
from renderer.story.facts import FactBook
from renderer.story.model import Form, Story

FRAMES: Mapping[str, tuple[int, int]] = {"wide": (1280, 720), "tall": (720, 1280)}
SAFE: Mapping[str, tuple[int, int, int, int]] = {"wide": (0, 0, 100, 0), "tall": (0, 0, 180, 0)}
"""px kept free of nodes: captions stand in the lowest 14 % of the picture."""
VIEW = (
    *("bill", "customer", "difference", "changes", "unexplained", "obstacle", "all_good"),
    *("proration", "roaming", "overage", "first", "charges", "usage", "history", "steps"),
)
"""What of a story templates see, by these names."""


def bind(
    story: Story,
    pack: Pack,
    language: str,
    *,
    brand: str | None = None,
    shape: str = "wide",
    only: str | None = None,
) -> Script:
    """Bind a pack to a story in one language.

    Args:
        story: what is on the bill.
        pack: loaded by `load_pack`.
        language: BCP 47 tag; "fr-CH" falls back to "fr".
        brand: one of the pack's, the first by default.
        shape: "wide" (1280x720) or "tall" (720x1280).
        only: one scene's id, to bind it alone; any of the pack's, listed in the film or not.

    Raises:
        ScriptError: anything wrong in the pack, or that does not fit this story, with its place.
    """
    tag, spoken = pack.language(language)
    if shape not in pack.shapes:
        raise error(
            "script-shape",
            f"the pack {pack.id} has no shape '{shape[:20]}'",
            pack.document.place(("shapes",)),
            did_you_mean(shape, pack.shapes),
        )
    chosen = pack.brand(brand or pack.brands[0])
    film = Film(
        chosen, pack.translator(tag), pack.files, tag, shape, Budget(), FactBook(dict(story.facts))
    )
    locale = Locale.parse(spoken.locale)
    at = At(film, Scope(film.budget, view(story, tag, shape, locale)), pack.document)
    offer = choose(pack.offers, story, _seen(story), film.budget)
    scenes = _scenes(at, pack, story, only, offer)
    teased = pack.props.teaser if only is None else None
    teaser = scene(at, pack.scenes[teased], pack) if teased else None
    titled = at._replace(scope=at.scope.inner({}, lets(pack.document, pack.props.let)))
    title = worded.say(titled.down("title"), pack.props.title, {})
    wide, tall = FRAMES[shape]
    bed = (
        pack.files.sound(pack.props.music, pack.document.place(("music",)))
        if pack.props.music
        else None
    )
    if bed:
        film.assets[bed.name] = bed
    look = _page(chosen, pack, film)
    wishes = story.preferences
    return Script(
        language=tag,
        locale=spoken.locale,
        direction=locale.text_direction,
        pack=(pack.id, pack.version, pack.sha256),
        brand=chosen.id,
        shape=shape,
        width=wide,
        height=tall,
        title=title,
        scenes=scenes,
        grounds={
            one.ground: chosen.ground(one.ground, pack.document.place(("brands",)))
            for one in (*scenes, *([teaser] if teaser else []))
        },
        motion=dict(sorted(chosen.motion().items())),
        facts=film.facts.facts,
        asset_root=str(pack.root),
        assets={name: asset.sha256 for name, asset in sorted(film.assets.items())},
        voice={"name": pack.props.voice.name, "voice": spoken.voice},
        caption_columns=spoken.caption_columns,
        music=bed is not None and wishes.music is not False,
        pace=Decimal(str(wishes.pace or pack.props.voice.pace)),
        safe=SAFE[shape],
        music_path=pack.files.path(bed.name) if bed else None,
        teaser=teaser,
        page=look,
        captions=wishes.captions is not False,
        offer=offer.id if offer and any(_offers(pack, one.id) for one in scenes) else None,
    )


def _page(brand: Brand, pack: Pack, film: Film) -> PageLook:
    name, scheme, colors = brand.web()
    place = pack.document.place(("brands",))
    if "page" not in brand.names("logo"):
        return PageLook(name, scheme, None, colors)
    logo = pack.files.artwork(brand.logo("page", place), place)
    film.assets[logo.name] = logo
    return PageLook(name, scheme, logo.sha256, colors)


def view(story: Story, language: str, shape: str, locale: Locale) -> dict[str, object]:
    """Return the names that every template sees; `week_start` is 0 for Monday to 6 for Sunday."""
    return {
        **_seen(story),
        "language": language,
        "shape": shape,
        "week_start": locale.first_week_day,
    }


def _seen(story: Story) -> dict[str, object]:
    known = {field.name for field in fields(story)}
    seen: dict[str, object] = {name: getattr(story, name) for name in VIEW if name in known}
    return {**seen, "form": story.form.value}


def _scenes(
    at: At, pack: Pack, story: Story, only: str | None, offer: OfferView | None
) -> tuple[Scene, ...]:
    short = story.form is Form.SHORT and bool(pack.props.short)
    order = pack.props.short if short else pack.props.scenes
    if only is not None:
        if only not in pack.scenes:
            raise error(
                "scene-missing",
                f"the pack has no scene '{only[:40]}'",
                pack.document.place(("scenes",)),
                did_you_mean(only, pack.scene_names),
            )
        order = [only]
    bound = [
        _offer(at, pack, name, offer) if _offers(pack, name) else scene(at, pack.scenes[name], pack)
        for name in order
    ]
    found = tuple(one for one in bound if one is not None)
    if not found:
        raise error(
            "script-no-scenes",
            f"the scene {only} is not shown for this bill"
            if only
            else "no scene of the pack fits this bill",
            pack.document.place(("short" if short else "scenes",)),
            "Its `when` decides." if only else "One scene should be shown always.",
        )
    return found


def _offers(pack: Pack, name: str) -> bool:
    return pack.offers is not None and pack.offers.scene == name


def _offer(at: At, pack: Pack, name: str, offer: OfferView | None) -> Scene | None:
    """Return the one scene that sees an offer, None where there is no offer to show."""
    if offer is None or pack.offers is None:
        return None
    here = at.within({"offer": offer})
    file = pack.scenes[name]
    made = scene(here, file, pack)
    if made is not None:
        around = here._replace(document=pack.offers.document, path=("label",))
        label = worded.say(around, pack.offers.props.label, {})
        prove_labelled(made, label, file.document.place(("layout",)))
    return made
