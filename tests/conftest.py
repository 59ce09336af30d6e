"""What tests of several folders share: real films, each made at most once a session."""

from __future__ import annotations

import pytest

from tests.film.films import Films


@pytest.fixture(scope="session")
def real_films() -> Films:
    """Make films of the sample customers: `real_films.film("fr")`."""
    return Films()
