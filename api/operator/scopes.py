"""What a key may do."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """One thing that a key may be allowed."""

    BILLS_READ = "bills:read"
    BILLS_WRITE = "bills:write"
    BALANCES_WRITE = "balances:write"
    VIDEOS_READ = "videos:read"
    VIDEOS_WRITE = "videos:write"
    LINKS_READ = "links:read"
    LINKS_WRITE = "links:write"
    ACCOUNTS_WRITE = "accounts:write"
    ACCOUNTS_ERASE = "accounts:erase"
    REPORTS_READ = "reports:read"
    PACKS_READ = "packs:read"
    PACKS_PUBLISH = "packs:publish"
    PACKS_APPROVE = "packs:approve"
    SUSPENSIONS_WRITE = "suspensions:write"
    AUDIT_READ = "audit:read"


MEANING = {
    Scope.BILLS_READ: "see bills and what is owed on them",
    Scope.BILLS_WRITE: "upload bills",
    Scope.BALANCES_WRITE: "say what is still owed, paid, credited",
    Scope.VIDEOS_READ: "see videos and their state",
    Scope.VIDEOS_WRITE: "have videos made",
    Scope.LINKS_READ: "see links, never their addresses",
    Scope.LINKS_WRITE: "mint and revoke links",
    Scope.ACCOUNTS_WRITE: "set second factors and country of accounts",
    Scope.ACCOUNTS_ERASE: "erase customers",
    Scope.REPORTS_READ: "read counts of what viewers did",
    Scope.PACKS_READ: "see which packs are published and approved",
    Scope.PACKS_PUBLISH: "publish packs",
    Scope.PACKS_APPROVE: "approve packs that others published",
    Scope.SUSPENSIONS_WRITE: "suspend and resume cycles and packs",
    Scope.AUDIT_READ: "read who did what",
}
