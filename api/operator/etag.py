"""A record's revision as an ETag, so that nobody overwrites what they did not see.

Source: RFC 9110, 8.8.3 and 13.1.
"""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Depends, Header

from api.errors import RequestError

_TAG = re.compile(r'"r(\d{1,9})"', re.ASCII)


def etag(revision: int) -> str:
    """Return a revision as an ETag."""
    return f'"r{revision}"'


def expected(
    if_match: Annotated[
        str | None,
        Header(max_length=64, description="The ETag that was read; 412 when it is another now."),
    ] = None,
    if_none_match: Annotated[
        str | None, Header(max_length=64, description="`*`: only if there is none yet.")
    ] = None,
) -> int | None:
    """Return the revision that a request is meant for: 0 for none yet, None for any.

    Raises:
        RequestError: `request-not-valid`.
    """
    if if_none_match is not None:
        if if_none_match.strip() != "*":
            raise _not_valid("If-None-Match", "Send `*`.")
        return 0
    if if_match is None:
        return None
    found = _TAG.fullmatch(if_match.strip())
    if found is None:
        raise _not_valid("If-Match", "Send the ETag of the bill, quotes and all.")
    return int(found[1])


ExpectedOf = Annotated[int | None, Depends(expected)]


def _not_valid(header: str, remedy: str) -> RequestError:
    return RequestError(
        "request-not-valid", "this is not an ETag of ours", f"header/{header}", remedy
    )
