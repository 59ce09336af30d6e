"""Paying a bill: intents, providers, their webhooks, and the states a payment goes through.

It knows the link's authority and the bill's balance from records, and nothing of pages.
"""

from api.pay.router import router

__all__ = ["router"]
