"""The server: all doors in one app, on one ground."""

from api.server.app import create_app

__all__ = ["create_app"]
