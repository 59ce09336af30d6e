"""`billreel proof`: contact sheets, scene x language on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Annotated

import typer
from PIL import Image

from api.cli.options import AsJson, Brand, Shape
from api.cli.output import Output
from api.cli.pack_samples import read_folder, read_sample, settled
from renderer.bill.model import Bill
from renderer.planning import Choice, Draft, draft
from renderer.script import Pack, load_pack

THUMB_PX = 480
"""Longer side of a picture on the sheet."""


@dataclass(frozen=True)
class _Row:
    """One row of a sheet: a customer's film, in a language."""

    name: str
    language: str
    bill: Bill
    previous: list[Bill]


def _rows(pack: Pack, customers: Path | None, languages: list[str] | None) -> Iterator[_Row]:
    """Yield the pack's samples, or the customers of a folder, `<language>` or `<language>-…`."""
    if customers is None:
        for language in languages or pack.samples:
            yield _Row(language, language, *read_sample(pack, language))
        return
    for folder in sorted(path.parent for path in customers.glob("*/bill.json")):
        language = folder.name.partition("-")[0]
        if language in (languages or pack.languages):
            yield _Row(folder.name, language, *read_folder(folder))


def _thumbs(draft: Draft, scenes: list[str]) -> Iterator[tuple[str, Image.Image]]:
    painter = draft.painter()
    for scene in draft.plan.scenes:
        if not scene.id.startswith("dip:") and scene.id in (scenes or (scene.id,)):
            picture = Image.fromarray(painter.paint(settled(scene))[:, :, 2::-1])
            picture.thumbnail((THUMB_PX, THUMB_PX), Image.Resampling.LANCZOS)
            yield scene.id, picture


def _drawn(row: _Row, pack: Pack, choice: Choice, scenes: list[str], out: Path) -> str:
    """Draw one row; return it as HTML."""
    cells = []
    made = draft(row.bill, row.previous, choice, pack=pack)
    for scene, picture in _thumbs(made, scenes):
        name = f"{choice.brand}-{choice.shape}-{row.name}-{scene}.jpg"
        picture.save(out / name, quality=88)
        label = escape(f"{scene}, {row.name}")
        cells.append(
            f'<figure><img src="{name}" width="{picture.width}" height="{picture.height}" '
            f'alt="{label}" loading="lazy"><figcaption>{label}</figcaption></figure>'
        )
    return f'<div class="row">{"".join(cells)}</div>'


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
    customers: Annotated[
        Path | None,
        typer.Option(
            help="A folder of customers, `<language>-<name>/bill.json`, instead of the samples.",
            exists=True,
            file_okay=False,
        ),
    ] = None,
    scene: Annotated[list[str] | None, typer.Option("--scene", help="Only these scenes.")] = None,
    as_json: AsJson = False,
) -> None:
    """Draw every scene in every language, settled, on one page."""
    output = Output(as_json)
    loaded = load_pack(pack)
    rows = list(_rows(loaded, customers, lang))
    kinds = (
        [(b, s) for b in loaded.brands for s in loaded.shapes]
        if every
        else [(brand or loaded.brands[0], shape)]
    )
    out.mkdir(parents=True, exist_ok=True)
    body = []
    with output.progress(len(kinds) * len(rows)) as bar:
        for one_brand, one_shape in kinds:
            body.append(f"<h2>{escape(one_brand)}, {escape(one_shape)}</h2>")
            for row in rows:
                choice = Choice(
                    language=row.language,
                    pack=pack,
                    brand=one_brand,
                    shape=one_shape,
                    voice="silent",
                    offers=True,
                )
                body.append(_drawn(row, loaded, choice, scene or [], out))
                bar.advance(bar.task_ids[0])
    page = out / "index.html"
    page.write_text(PAGE.format(title=escape(loaded.id), body="\n".join(body)), encoding="utf-8")
    languages = list(dict.fromkeys(row.language for row in rows))
    output.result({"output": str(page), "languages": languages, "kinds": kinds})
    output.say(f"{page}")
