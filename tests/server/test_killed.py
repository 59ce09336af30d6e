"""A server that is killed at any step loses nothing, halves nothing, and does nothing twice."""

from __future__ import annotations

from pathlib import Path

from api.records import open_database
from api.records.migrate import upgrade
from tests.server.killed import play
from tests.server.running import settings_for


def test_what_a_client_asks_for_is_done_once_though_the_server_is_killed(
    database_url: str, tmp_path: Path
):
    shared = database_url.startswith("postgresql")
    if shared:
        database = open_database(database_url)
        upgrade(database)
        database.close()
    found = play(settings_for(tmp_path / "data", database_url), kills=3, seed=1 + shared)
    assert found["killed"] == 3
