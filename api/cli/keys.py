"""`billreel keys`: API keys of operators' systems and people."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from api.cli.ground import ground
from api.cli.options import AsJson
from api.cli.output import Output
from api.clock import system_clock
from renderer.errors import RenderError

keys = typer.Typer(help="API keys: create, list, revoke.", no_args_is_help=True)


@keys.command("create")
def create(
    name: Annotated[str, typer.Option(help="Person or system that will hold it.")],
    scope: Annotated[
        list[str] | None, typer.Option(help="bills:write, links:write ... May be repeated.")
    ] = None,
    operator: Annotated[str, typer.Option(help="Whose it is; made if it is new.")] = "main",
    days: Annotated[int | None, typer.Option(min=1, help="Expires after so many days.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a key, and show it: this once."""
    from api.operator.keys import create_key
    from api.operator.scopes import MEANING, Scope

    output = Output(as_json)
    known = {one.value: one for one in Scope}
    if not scope or not set(scope) <= set(known):
        raise RenderError(
            "key-scope",
            "a key needs scopes that there are",
            where="--scope",
            remedy=f"They are {', '.join(f'{one} ({MEANING[one]})' for one in Scope)}.",
        )
    now = system_clock()
    expires = now + timedelta(days=days) if days else None
    with ground() as parts, parts.database.writing() as session:
        scopes = [known[one] for one in scope]
        made = create_key(session, parts.vault, operator, name, scopes, now, expires)
    output.result({"id": made.record.id, "key": made.secret, "scopes": made.record.scopes})
    output.say(f"{made.secret}\n\nIt is not kept and cannot be shown again. Id: {made.record.id}")


@keys.command("list")
def list_keys(as_json: AsJson = False) -> None:
    """List keys: their holders, scopes and state, never the keys."""
    from rich.table import Table
    from sqlalchemy import select

    from api.records import Key, Operator

    output = Output(as_json)
    with ground() as parts, parts.database.reading() as session:
        found = session.execute(select(Key, Operator.name).join(Operator).order_by(Key.created))
        rows = [(key, operator) for key, operator in found]
    output.result(
        {
            "keys": [
                {
                    "id": key.id,
                    "operator": operator,
                    "name": key.name,
                    "scopes": key.scopes,
                    "created": key.created.isoformat(),
                    "expires": key.expires.isoformat() if key.expires else None,
                    "revoked": key.revoked.isoformat() if key.revoked else None,
                }
                for key, operator in rows
            ]
        }
    )
    table = Table("id", "operator", "name", "scopes", "created", "state", box=None)
    for key, operator in rows:
        state = "revoked" if key.revoked else "valid"
        if key.expires and key.expires <= system_clock():
            state = "expired"
        day = f"{key.created:%Y-%m-%d}"
        table.add_row(key.id, operator, key.name, " ".join(key.scopes), day, state)
    output.say(table)


@keys.command("revoke")
def revoke(
    key: Annotated[str, typer.Argument(help="Its id: `billreel keys list`.")],
    as_json: AsJson = False,
) -> None:
    """Revoke a key: it opens nothing from now on."""
    from api.operator.keys import revoke_key

    output = Output(as_json)
    with ground() as parts, parts.database.writing() as session:
        if not revoke_key(session, key, system_clock()):
            raise RenderError(
                "key-unknown",
                "there is no such key that is not revoked",
                remedy="See `billreel keys list`.",
            )
    output.result({"revoked": key})
    output.say(f"{key} is revoked.")
