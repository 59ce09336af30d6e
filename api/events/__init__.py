"""What viewers did: the beacon that takes it, the counts made of it, and what is sent to others."""

from api.events.router import router

__all__ = ["router"]
