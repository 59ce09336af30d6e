"""An erased customer leaves a tombstone and nothing else."""

from __future__ import annotations

import json
import secrets

from sqlalchemy import LargeBinary, String, select
from sqlalchemy.orm import Session

from api.operator.accounts import proof
from api.records import Factor, FactorKind, Record, Tombstone
from tests.server.running import JSON, Running, sample


def everything_kept(running: Running) -> bytes:
    """Read all that the server keeps: tables, files of the database, objects, segments."""
    kept = []
    with running.services.database.reading() as session:
        for table in Record.metadata.sorted_tables:
            kept += [repr(tuple(row)).encode() for row in session.execute(select(table))]
    folder = running.settings.data
    kept += [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
    return b"\n".join(kept)


def rows_naming(session: Session, ids: list[str]) -> list[str]:
    """List tables with a row that names one of these ids."""
    return [
        table.name
        for table in Record.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, String)
        and not isinstance(column.type, LargeBinary)
        and session.execute(select(column).where(column.in_(ids)).limit(1)).first()
    ]


def test_nothing_of_an_erased_customer_is_left(running: Running):
    operator = running.operator()
    name, account = f"Zenobia{secrets.token_hex(4)}", f"ACC{secrets.token_hex(4)}"
    reference = f"r-{secrets.token_hex(4)}"
    client = operator.everything
    bill = sample(account=account).replace("Zoé Marchand".encode(), name.encode())
    client.put(f"/v1/bills/{reference}", content=bill, headers=JSON)
    pdf = {"Content-Type": "application/pdf"}
    client.put(f"/v1/bills/{reference}/original", content=b"%PDF-" + name.encode(), headers=pdf)
    client.post("/v1/accounts", json={"reference": account, "last_digits": "4711"})
    video = operator.video(reference, voice="espeak")
    minted = operator.link(reference)
    found = client.get(f"/v1/bills/{reference}").json()
    assert name.encode() in everything_kept(running)
    parts = _parts(running, video["id"])
    assert parts
    assert any(running.services.shelf.store.get(part) for part in parts)

    erased = client.post("/v1/erasures", json={"account": account})
    assert erased.json() == {"bills": 1, "videos": 1, "links": 1, "erased": erased.json()["erased"]}
    left = everything_kept(running)
    for trace in (name, account, reference):
        assert trace.encode() not in left
    assert [part for part in parts if running.services.shelf.store.get(part)] == []
    with running.services.database.reading() as session:
        ids = [found["id"], video["id"], minted["id"]]
        assert set(rows_naming(session, ids)) <= {"audit"}
        assert len(session.scalars(select(Tombstone)).all()) >= 2


def _parts(running: Running, video_id: str) -> list[str]:
    from api.records import Video

    with running.services.database.reading() as session:
        kept = session.get_one(Video, video_id).kept or b""
    return [kept[at : at + 32].hex() for at in range(0, len(kept), 32)]


def test_the_tombstone_refuses_the_customers_bills(running: Running):
    operator = running.operator()
    client = operator.everything
    client.put("/v1/bills/one", content=sample(), headers=JSON)
    client.post("/v1/erasures", json={"account": "A-2047"})
    again = client.put("/v1/bills/one", content=sample(), headers=JSON)
    later = client.put("/v1/bills/two", content=sample(id="TWO"), headers=JSON)
    nameless = json.loads(sample())
    del nameless["customerBill"]["billingAccount"]
    without = client.put("/v1/bills/one", content=json.dumps(nameless).encode(), headers=JSON)
    for answer in (again, later, without):
        assert (answer.status_code, answer.json()["code"]) == (409, "account-erased")
    assert client.post("/v1/accounts", json={"reference": "A-2047"}).status_code == 409


def test_a_customer_who_is_not_known_is_buried_all_the_same(running: Running):
    client = running.operator().everything
    erased = client.post("/v1/erasures", json={"account": "A-2047"}).json()
    assert (erased["bills"], erased["videos"], erased["links"]) == (0, 0, 0)
    answer = client.put("/v1/bills/x", content=sample(), headers=JSON)
    assert answer.json()["code"] == "account-erased"


def test_erasing_twice_is_erasing_once(running: Running):
    client = running.operator().everything
    client.put("/v1/bills/x", content=sample(), headers=JSON)
    counts = [
        client.post("/v1/erasures", json={"account": "A-2047"}).json()["bills"] for _ in range(2)
    ]
    assert counts == [1, 0]


def test_what_one_customer_shares_with_another_can_be_made_again(running: Running):
    operator = running.operator()
    kept, gone = operator.upload(), operator.upload()
    videos = [operator.video(reference, voice="espeak") for reference in (kept, gone)]
    operator.everything.post("/v1/erasures", json={"account": f"A-{gone}"})
    assert operator.video(kept, voice="espeak") == videos[0]


def test_second_factors_are_kept_as_proofs_and_replaced_as_a_whole(running: Running):
    client = running.operator().everything
    wish = {"reference": "A-9", "country": "FR", "last_digits": "4711", "birth_date": "1980-02-03"}
    account = client.post("/v1/accounts", json=wish).json()
    assert (account["factors"], account["country"]) == (["last_digits", "birth_date"], "FR")
    with running.services.database.reading() as session:
        factor = session.get_one(Factor, (account["id"], FactorKind.LAST_DIGITS))
    vault = running.services.vault
    assert factor.proof == proof(vault, account["id"], FactorKind.LAST_DIGITS, "4711")
    assert factor.proof != proof(vault, "acc_other", FactorKind.LAST_DIGITS, "4711")
    changed = client.post("/v1/accounts", json={"reference": "A-9", "birth_date": "1980-02-03"})
    assert (changed.json()["id"], changed.json()["factors"]) == (account["id"], ["birth_date"])
    with running.services.database.reading() as session:
        assert session.get(Factor, (account["id"], FactorKind.LAST_DIGITS)) is None
