"""`billreel proof`: contact sheets, scene x language on one page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Annotated

import typer
from PIL import Image

from api.cli.options import AsJson, Brand, Shape
from api.cli.output import Output
from api.cli.samples import draft_sample, settled
from renderer.planning import Choice, Draft
from renderer.script import Pack, load_pack

THUMB_PX = 480
"""Longer side of a picture on the sheet."""


def _thumbs(draft: Draft) -> Iterator[tuple[str, Image.Image]]:
    painter = draft.painter()
    for scene in draft.plan.scenes:
        if not scene.id.startswith("dip:"):
            picture = Image.fromarray(painter.paint(settled(scene))[:, :, 2::-1])
            picture.thumbnail((THUMB_PX, THUMB_PX), Image.Resampling.LANCZOS)
            yield scene.id, picture


def _sheet(
    pack: Pack, root: str, languages: list[str], brand: str, shape: str, out: Path
) -> Iterator[str]:
    """Draw one row a language; yield the rows as HTML."""
    for language in languages:
        choice = Choice(
            language=language, pack=root, brand=brand, shape=shape, voice="silent", offers=True
        )
        cells = []
        for scene, picture in _thumbs(draft_sample(pack, choice)):
            name = f"{brand}-{shape}-{language}-{scene}.jpg"
            picture.save(out / name, quality=88)
            label = escape(f"{scene}, {language}")
            cells.append(
                f'<figure><img src="{name}" width="{picture.width}" height="{picture.height}" '
                f'alt="{label}" loading="lazy"><figcaption>{label}</figcaption></figure>'
            )
        yield f'<div class="row">{"".join(cells)}</div>'


PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Proof of {title}</title>
<meta name="viewport" content="width=device-width">
<style>
body {{ font: 14px system-ui; margin: 24px; background: #e9eaef; color: #222 }}
h2 {{ margin: 32px 0 8px }}
.row {{ display: flex; gap: 12px; overflow-x: auto; padding-bottom: 12px }}
figure {{ margin: 0 }}
img {{ display: block; border-radius: 6px; max-height: 480px; width: auto }}
figcaption {{ padding: 4px 2px; color: #555 }}
</style>
<h1>{title}</h1>
{body}
"""


def proof(
    pack: Annotated[str, typer.Argument(help="An installed pack's name, or a folder.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder of the page.")] = Path(
        "out/proof"
    ),
    lang: Annotated[list[str] | None, typer.Option("--lang", help="Only these languages.")] = None,
    brand: Brand = None,
    shape: Shape = "wide",
    every: Annotated[bool, typer.Option("--all", help="Every brand and shape.")] = False,
    as_json: AsJson = False,
) -> None:
    """Draw every scene in every language, settled, on one page."""
    output = Output(as_json)
    loaded = load_pack(pack)
    languages = lang or list(loaded.samples)
    kinds = (
        [(b, s) for b in loaded.brands for s in loaded.shapes]
        if every
        else [(brand or loaded.brands[0], shape)]
    )
    out.mkdir(parents=True, exist_ok=True)
    body = []
    with output.progress(len(kinds) * len(languages)) as bar:
        for one_brand, one_shape in kinds:
            body.append(f"<h2>{escape(one_brand)}, {escape(one_shape)}</h2>")
            for row in _sheet(loaded, pack, languages, one_brand, one_shape, out):
                body.append(row)
                bar.advance(bar.task_ids[0])
    page = out / "index.html"
    page.write_text(PAGE.format(title=escape(loaded.id), body="\n".join(body)), encoding="utf-8")
    output.result({"output": str(page), "languages": languages, "kinds": kinds})
    output.say(f"{page}")
