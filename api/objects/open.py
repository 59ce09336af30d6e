"""Where objects are said to be -> the store of them."""

from __future__ import annotations

from pathlib import Path

from obstore.exceptions import BaseError

from api.objects.bucket import BucketObjects
from api.objects.folder import FolderObjects
from api.objects.model import Objects
from renderer.errors import RenderError


def open_objects(where: str) -> Objects:
    """Open an object store: a bucket for `s3://`, else a folder.

    Raises:
        RenderError: `objects-unusable`.
    """
    try:
        if where.startswith("s3://"):
            return BucketObjects(where)
        if "://" in where:
            raise ValueError(where.partition("://")[0])
        return FolderObjects(Path(where))
    except (OSError, ValueError, BaseError) as error:
        raise RenderError(
            "objects-unusable",
            "the object store cannot be opened",
            where="BILLREEL_STORE_URL",
            remedy="Name a bucket as s3://bucket/prefix, or a folder that may be written to.",
        ) from error
