"""What endpoints are handed."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from api.services import Services


def services_of(request: Request) -> Services:
    """Return the services of the running server."""
    found: Services = request.app.state.services
    return found


ServicesOf = Annotated[Services, Depends(services_of)]
"""Parameter of an endpoint that needs the server's parts."""
