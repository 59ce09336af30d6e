"""The arrow from bills to a story."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from renderer.bill.model import Bill
from renderer.story.changes import tell_changes, tell_difference
from renderer.story.charges import tell_charges
from renderer.story.earlier import earlier_bills
from renderer.story.evidence import Evidence
from renderer.story.facts import FactBook
from renderer.story.history import tell_history
from renderer.story.model import Form, Story
from renderer.story.policy import Policy
from renderer.story.usage import tell_usage
from renderer.story.views import view_bill, view_customer, view_steps


def tell(bill: Bill, previous: Sequence[Bill] = (), policy: Policy | None = None) -> Story:
    """Tell what is on a bill, and what changed since the last one, with a proof of every figure.

    Earlier bills come in any order. A bill whose breakdown does not add up gets the short form:
    its total and what is due, without charges and changes.

    Raises:
        StoryError: `another-account` or `bill-twice` for an earlier bill that cannot be one;
            `fact-without-proof` and `due-not-reached` for a bill that a loader made wrongly.
    """
    policy = policy or Policy()
    told_of, left_out = earlier_bills(bill, previous)
    book = FactBook()
    now = Evidence(bill, book, "bill")
    earlier = [Evidence(one, book, f"previous.{at}") for at, one in enumerate(told_of)]
    whole = bill.breakdown is None
    last = earlier[0] if earlier else None
    changes = tell_changes(now, last, policy.changes) if last and _whole(bill, last.bill) else ()
    return Story(
        bill_id=bill.id,
        form=Form.FULL if whole else Form.SHORT,
        problem=bill.breakdown.sum if bill.breakdown else None,
        bill=view_bill(now),
        customer=view_customer(now),
        difference=tell_difference(now, last, changes) if last else None,
        changes=changes,
        charges=tell_charges(now, policy.groups) if whole else None,
        usage=tell_usage(now),
        history=tell_history(now, earlier, policy.history_bars),
        steps=view_steps(now),
        preferences=bill.preferences,
        documents=tuple(dict.fromkeys(sha for one in (bill, *told_of) for sha in one.documents)),
        left_out=left_out,
        facts=MappingProxyType(book.facts),
    )


def _whole(*bills: Bill) -> bool:
    return all(bill.breakdown is None for bill in bills)
