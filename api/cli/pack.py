"""`billreel pack`: publishing a template pack, and approving it as another person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.ground import ground
from api.cli.options import AsJson
from api.cli.output import Output
from api.clock import system_clock
from renderer.errors import RenderError

if TYPE_CHECKING:
    from api.operator.scopes import Scope
    from api.records import Key
    from api.services import Ground

pack = typer.Typer(help="Packs: publish, approve, list.", no_args_is_help=True)
YourKey = Annotated[
    str,
    typer.Option(
        "--key", envvar="BILLREEL_KEY", help="Your own API key; better in BILLREEL_KEY than here."
    ),
]


@pack.command("publish")
def publish(
    pack: Annotated[str, typer.Argument(help="An installed pack's name, or a folder.")],
    key: YourKey,
    as_json: AsJson = False,
) -> None:
    """Publish a pack's content as it is now; another person approves it."""
    from api.operator.scopes import Scope
    from api.packs import publish_pack
    from renderer.script import check_pack, load_pack

    output = Output(as_json)
    mistakes = check_pack(pack)
    if mistakes:
        raise RenderError(
            "pack-has-mistakes",
            f"the pack has {len(mistakes)} mistakes",
            where=str(mistakes[0]),
            remedy="See `billreel check`.",
        )
    with ground() as parts:
        holder = _holder(parts, key, Scope.PACKS_PUBLISH)
        found = publish_pack(parts.database, parts.objects, holder, load_pack(pack), system_clock())
    output.result({"sha256": found.sha256, "publisher": found.publisher})
    output.say(f"{found.name} {found.version}, published by {found.publisher}:\n{found.sha256}")


@pack.command("approve")
def approve(
    sha256: Annotated[str, typer.Argument(help="Hash of the published content.")],
    key: YourKey,
    as_json: AsJson = False,
) -> None:
    """Approve content that another person published."""
    from api.operator.scopes import Scope
    from api.packs import approve_pack

    output = Output(as_json)
    with ground() as parts:
        holder = _holder(parts, key, Scope.PACKS_APPROVE)
        with parts.database.writing() as session:
            found = approve_pack(session, holder, sha256, system_clock())
    output.result({"sha256": found.sha256, "approver": found.approver})
    output.say(f"{found.name} {found.version} is approved by {found.approver}.")


@pack.command("list")
def list_packs(as_json: AsJson = False) -> None:
    """List published packs of all operators."""
    from rich.table import Table
    from sqlalchemy import select

    from api.records import PublishedPack

    output = Output(as_json)
    with ground() as parts, parts.database.reading() as session:
        found = session.scalars(select(PublishedPack).order_by(PublishedPack.created)).all()
    output.result(
        {
            "packs": [
                {
                    "sha256": one.sha256,
                    "name": one.name,
                    "version": one.version,
                    "publisher": one.publisher,
                    "approver": one.approver,
                }
                for one in found
            ]
        }
    )
    table = Table("content", "name", "version", "published by", "approved by", box=None)
    for one in found:
        table.add_row(
            one.sha256, one.name, one.version, one.publisher, one.approver or "nobody yet"
        )
    output.say(table)


def _holder(parts: Ground, secret: str, scope: Scope) -> Key:
    """Return whose key it is: four eyes are told apart by it.

    Raises:
        RenderError: `key-missing`, `scope-missing`.
    """
    from api.operator.caller import key_missing, scope_missing
    from api.operator.keys import find_key

    with parts.database.reading() as session:
        found = find_key(session, parts.vault, secret, system_clock())
    if found is None:
        raise key_missing()
    if scope.value not in found.scopes:
        raise scope_missing(scope)
    return found
