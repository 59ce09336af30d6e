"""The arrow from bills to a story."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from renderer.bill.model import Bill
from renderer.story.changes import tell_changes, tell_difference, tell_unexplained
from renderer.story.charges import tell_charges
from renderer.story.earlier import earlier_bills, last_is_of_another_currency
from renderer.story.evidence import Evidence
from renderer.story.explain import explain
from renderer.story.explanation import Explanation
from renderer.story.facts import FactBook, Figure
from renderer.story.first import tell_first
from renderer.story.history import tell_history
from renderer.story.model import Form, Story
from renderer.story.overage import tell_overage
from renderer.story.policy import Policy
from renderer.story.proration import tell_proration
from renderer.story.reckoned import reckon
from renderer.story.roaming import tell_roaming
from renderer.story.savings import stated_in, tell_savings
from renderer.story.usage import tell_usage
from renderer.story.views import view_bill, view_customer, view_steps


def tell(bill: Bill, previous: Sequence[Bill] = (), policy: Policy | None = None) -> Story:
    """Tell what is on a bill, and what changed since the last one, with a proof of every figure.

    Earlier bills come in any order. A bill whose breakdown does not add up gets the short form:
    its total and what is due, without charges and changes. So does one whose difference to the last
    bill no lines account for, beyond what the policy lets remain.

    Raises:
        StoryError: `another-account` or `bill-twice` for an earlier bill that cannot be one;
            `fact-without-proof` and `due-not-reached` for a bill that a loader made wrongly.
    """
    policy = policy or Policy()
    told_of, left_out = earlier_bills(bill, previous)
    obstacle = "currency" if last_is_of_another_currency(bill, previous) else ""
    book = FactBook()
    now = Evidence(bill, book, "bill")
    earlier = [Evidence(one, book, f"previous.{at}") for at, one in enumerate(told_of)]
    last = earlier[0] if earlier and not obstacle else None
    explained = explain(bill, last.bill) if last and _whole(bill, last.bill) else Explanation()
    changes = tell_changes(explained, now, last, policy.changes) if last else ()
    difference = tell_difference(now, last, changes) if last else None
    unexplained = tell_unexplained(explained, difference, book) if difference else None
    problem = _problem(bill, unexplained, policy)
    reckoned = reckon(now, last if explained.basis else None) if _whole(bill) else None
    savings, withheld = tell_savings(now, earlier, () if problem else policy.offers, policy.day)
    return Story(
        bill_id=bill.id,
        form=Form.SHORT if problem else Form.FULL,
        problem=problem,
        bill=view_bill(now),
        customer=view_customer(now),
        difference=difference,
        changes=changes,
        charges=tell_charges(now, policy.groups) if _whole(bill) else None,
        usage=tell_usage(now),
        history=tell_history(now, earlier, policy.history_bars),
        steps=view_steps(now),
        preferences=bill.preferences,
        documents=tuple(
            dict.fromkeys(
                [sha for one in (bill, *told_of) for sha in one.documents]
                + stated_in(savings, book.facts)
            )
        ),
        left_out=left_out,
        unexplained=unexplained,
        obstacle=obstacle,
        all_good=explained.basis is not None and not explained.changes,
        proration=tell_proration(reckoned) if reckoned else None,
        roaming=tell_roaming(reckoned) if reckoned else None,
        overage=tell_overage(reckoned) if reckoned else (),
        first=tell_first(reckoned) if reckoned and not previous else None,
        savings=savings,
        withheld=withheld,
        facts=MappingProxyType(book.facts),
    )


def _problem(bill: Bill, unexplained: Figure | None, policy: Policy) -> str | None:
    """Name what keeps a bill from being told in full."""
    if bill.breakdown is not None:
        return bill.breakdown.sum
    if unexplained is not None and abs(unexplained.number) > policy.unexplained:
        return "unexplained"
    return None


def _whole(*bills: Bill) -> bool:
    return all(bill.breakdown is None for bill in bills)
