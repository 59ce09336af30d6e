"""Objects in an S3 bucket, by obstore."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Unpack

import obstore
from obstore.exceptions import AlreadyExistsError, NotFoundError
from obstore.store import S3Store

from api.objects.model import CHUNK, Found, missing, parts
from renderer.errors import RenderError

if TYPE_CHECKING:
    from obstore.store import ClientConfig, S3Config

_CONFLICT_TRIES = 4
"""S3 may answer 409 to one of two writers of a key, who is to try again.
Source: Amazon S3 User Guide, "Conditional requests"."""


class BucketObjects:
    """An object store in a bucket.

    Args:
        url: `s3://bucket/prefix`; credentials, region and endpoint come from `AWS_*`.
        client_options, config: settings of obstore's client, beside the environment's.
    """

    def __init__(
        self,
        url: str,
        client_options: ClientConfig | None = None,
        **config: Unpack[S3Config],
    ) -> None:
        self._store = S3Store.from_url(
            url,
            config=config,
            client_options={**_client_options(), **(client_options or {})},
            retry_config={"max_retries": 4, "retry_timeout": timedelta(seconds=20)},
        )

    def publish(self, key: str, body: bytes, /) -> bool:
        """Keep `body` under a key that nothing has (`If-None-Match: *`)."""
        name = "/".join(parts(key))
        for _ in range(_CONFLICT_TRIES):
            try:
                obstore.put(self._store, name, body, mode="create", use_multipart=False)
            except AlreadyExistsError:
                # It may be ours: sent again because its answer was lost. Who made up the key
                # knows that nobody else has it.
                return False
            except obstore.exceptions.BaseError as error:
                if "409" not in str(error):
                    raise _unusable() from error
            else:
                return True
        raise _unusable()

    def size(self, key: str, /) -> int | None:
        """Return how many bytes an object has."""
        try:
            return int(obstore.head(self._store, "/".join(parts(key)))["size"])
        except (NotFoundError, FileNotFoundError):
            return None

    def read(self, key: str, start: int = 0, end: int | None = None, /) -> Iterator[bytes]:
        """Return the bytes of a range."""
        size = self.size(key)
        if size is None:
            raise missing()
        return self._chunks("/".join(parts(key)), start, size if end is None else min(end, size))

    def walk(self, prefix: str, /) -> Iterator[Found]:
        """Walk the objects under a prefix."""
        folder = "/".join((*parts(prefix.rstrip("/")), "")) if prefix else None
        for batch in obstore.list(self._store, prefix=folder):
            for one in batch:
                yield Found(one["path"], one["size"], one["last_modified"])

    def delete(self, key: str, /) -> None:
        """Remove an object."""
        try:
            obstore.delete(self._store, "/".join(parts(key)))
        except (NotFoundError, FileNotFoundError):
            return

    def _chunks(self, name: str, start: int, end: int) -> Iterator[bytes]:
        for first in range(start, end, CHUNK):
            last = min(first + CHUNK, end)
            yield bytes(obstore.get_range(self._store, name, start=first, end=last))


def _client_options() -> ClientConfig:
    """Return the options of every client; given any, obstore no longer asks `AWS_ALLOW_HTTP`."""
    plain = os.environ.get("AWS_ALLOW_HTTP", "").lower() in ("1", "true")
    return {"timeout": timedelta(seconds=30), "allow_http": plain}


def _unusable() -> RenderError:
    return RenderError(
        "objects-unusable",
        "the object store does not answer as it should",
        where="BILLREEL_STORE_URL",
        remedy="Check the bucket's address, credentials and policy.",
        ours=True,
    )
