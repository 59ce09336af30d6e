"""What tests of several folders share: real films, each made at most once a session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.film.films import Films

if TYPE_CHECKING:
    from tests.server.running import Running


@pytest.fixture(scope="session")
def real_films() -> Films:
    """Make films of the sample customers: `real_films.film("fr")`."""
    return Films()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL server of the tests' own: the URL of its maintenance database."""
    from tests.server.databases import postgresql, programs  # here: few tests need a database

    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed: sh .ci/prerequisites services")
    with postgresql(found) as url:
        yield url


BOTH = [
    pytest.param("sqlite", id="sqlite"),
    pytest.param("postgres", id="postgres", marks=pytest.mark.postgres),
]


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, of SQLite and again of PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.db'}"
    from tests.server.databases import new_database

    return new_database(request.getfixturevalue("postgres"))


@pytest.fixture(scope="session", params=BOTH)
def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    """A server on loopback that tests share, on SQLite and again on PostgreSQL.

    Each test has an operator of its own: `running.operator()`. None moves its clock.
    """
    from api.records import open_database
    from api.records.migrate import upgrade
    from tests.server.databases import new_database
    from tests.server.running import serving, settings_for

    url = None
    if request.param == "postgres":
        url = new_database(request.getfixturevalue("postgres"))
        database = open_database(url)
        upgrade(database)
        database.close()
    with serving(settings_for(tmp_path_factory.mktemp("server"), url)) as found:
        yield found


@pytest.fixture(scope="session")
def s3() -> Iterator[dict[str, str]]:
    """An S3 server of the tests' own (moto): how to reach it, and a bucket there."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    reach = {
        "endpoint": f"http://{host}:{port}",
        "access_key_id": "test",
        "secret_access_key": "test",
        "region": "us-east-1",
        "bucket": "billreel-test",
    }
    client = boto3.client(
        "s3",
        endpoint_url=reach["endpoint"],
        aws_access_key_id="test",
        aws_secret_access_key="test",  # noqa: S106
        region_name="us-east-1",
    )
    client.create_bucket(Bucket="billreel-test")
    client.close()
    yield reach
    server.stop()
