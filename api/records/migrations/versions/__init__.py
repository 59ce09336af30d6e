"""The changes, in the order their numbers say."""
