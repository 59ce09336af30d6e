"""Processes that do what must not hold the server's lock, or may go wrong: reading and planning."""

from api.crew.crew import Crew

__all__ = ["Crew"]
