"""Bills and films as the server's workers see them: functions that are called in a `Crew`."""

from api.films.drafting import Drafted, FilmOrder, draft_film
from api.films.facts import BillFacts, read_facts

__all__ = ["BillFacts", "Drafted", "FilmOrder", "draft_film", "read_facts"]
