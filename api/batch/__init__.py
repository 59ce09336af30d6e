"""A billing cycle on one machine: `docs/batch.md`.

    CYCLE.yaml -open-> Cycle -list-> Ledger -make-> films -publish-> edition

Bills are listed into a ledger, workers make films of what waits there, and when nothing waits an
edition is published: the cycle's manifest and its links.
"""
