"""Documents and packs by key: written once, whole or not at all, in a folder or in a bucket.

Not the store of segments (`renderer.store`): what is here cannot be made again.
"""

from api.objects.bucket import BucketObjects
from api.objects.folder import FolderObjects
from api.objects.model import CHUNK, Found, Objects
from api.objects.open import open_objects

__all__ = ["CHUNK", "BucketObjects", "FolderObjects", "Found", "Objects", "open_objects"]
