"""What an operator's systems and people do: the API under `/v1`, by key and scope."""

from api.operator.router import router

__all__ = ["router"]
