"""`billreel still`: one frame of one scene as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import AsJson, Brand, Language, Shape, Voice
from api.cli.output import Output
from api.cli.uncollected import uncollected

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def draw_still(
    pack: Annotated[str, typer.Argument(help="An installed pack's name, or a folder.")],
    scene: Annotated[str, typer.Argument(help="The scene's id.")],
    at: Annotated[
        float | None, typer.Option(help="Seconds from the scene's start; default: settled.")
    ] = None,
    out: Annotated[Path, typer.Option("-o", "--out", help="PNG or JPEG.")] = Path("still.png"),
    lang: Language = None,
    brand: Brand = None,
    shape: Shape = "wide",
    height: Annotated[int | None, typer.Option(help="720, or 1080 for wide films.")] = None,
    voice: Voice = None,
    customer: Annotated[
        Path | None, typer.Option(help="A folder with bill.json, instead of the pack's sample.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Draw one frame of one scene for a sample customer."""
    output = Output(as_json)
    with uncollected():
        # Here, as `--help` needs none of it.
        from api.cli.pack_samples import draft_sample, read_folder, settled
        from renderer.plan import FPS
        from renderer.planning import Choice, draft
        from renderer.script import load_pack

        # A settled picture is the same in any voice; a moment is where the pack's own has it.
        speaker = voice or ("silent" if at is None else None)
        choice = Choice(
            language=lang, pack=pack, brand=brand, shape=shape, voice=speaker, offers=True
        )
        if customer:
            bill, previous = read_folder(customer)
            made = draft(bill, previous, choice, only=scene)
        else:
            made = draft_sample(load_pack(pack, scene), choice, only=scene)
        (found,) = made.plan.scenes
        moment = settled(found) if at is None else found.start + int(at * FPS)
        frame = min(moment, found.start + found.frames - 1)
        _write(made.painter(height).paint(frame), out)
    output.result({"output": str(out), "frame": frame, "scene": scene, "seconds": frame / FPS})
    output.say(f"{out}: frame {frame}")


def _write(pixels: NDArray[np.uint8], out: Path) -> None:
    """Write a frame as the picture that the file's name asks for."""
    if out.suffix.lower() == ".png":
        from api.cli.png import png

        out.write_bytes(png(pixels))
    else:
        from PIL import Image

        Image.fromarray(pixels[:, :, 2::-1]).save(out, quality=90)
