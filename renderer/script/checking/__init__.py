"""What is wrong in a pack, told before any bill is there: everything at once, with places."""

from renderer.script.checking.check import check_pack

__all__ = ["check_pack"]
