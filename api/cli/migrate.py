"""`billreel migrate`."""

from __future__ import annotations

from api.cli.options import AsJson
from api.cli.output import Output


def migrate(as_json: AsJson = False) -> None:
    """Bring the database of BILLREEL_DATABASE_URL to the records of this version."""
    from api.records import open_database  # here: other commands need no database
    from api.records.migrate import newest, upgrade
    from api.settings import load_settings

    output = Output(as_json)
    database = open_database(load_settings().database)
    try:
        upgrade(database)
    finally:
        database.close()
    output.result({"revision": newest()})
    output.say(f"The database is at {newest()}.")
