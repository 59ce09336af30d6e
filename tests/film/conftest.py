"""The real film of each language, rendered once a session."""

from __future__ import annotations

import pytest

from tests.film.films import LANGUAGES, Films, RealFilm


@pytest.fixture(scope="session", params=LANGUAGES)
def film(request: pytest.FixtureRequest, real_films: Films) -> RealFilm:
    """Return the film of the language's sample customer, with the default voice and music."""
    return real_films.film(request.param)
