"""What the customer opens: the page of a link, its media, the second factor, the embed.

Reads records; what changes on a click (a query, a passed factor) it writes itself. It knows nothing
of providers: whether a bill can be paid is `api.records.standing`, and its form posts to `api.pay`.
"""

from api.watch.router import router

__all__ = ["router"]
