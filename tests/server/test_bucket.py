"""The same server on S3: documents and packs in a bucket, made into films, erased."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from tests.server.running import serving, settings_for


def test_a_bill_in_a_bucket_becomes_a_film_and_is_erased(
    s3: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name, value in (
        ("AWS_ENDPOINT_URL", s3["endpoint"]),
        ("AWS_ALLOW_HTTP", "true"),
        ("AWS_ACCESS_KEY_ID", s3["access_key_id"]),
        ("AWS_SECRET_ACCESS_KEY", s3["secret_access_key"]),
        ("AWS_REGION", s3["region"]),
    ):
        monkeypatch.setenv(name, value)
    place = f"s3://{s3['bucket']}/{secrets.token_hex(6)}"
    with serving(settings_for(tmp_path, store_url=place)) as running:
        operator, objects = running.operator(), running.services.objects
        reference = operator.upload()
        assert operator.video(reference)["state"] == "ready"
        assert len(list(objects.walk("accounts/"))) == 1
        assert len(list(objects.walk("packs/"))) == 1
        erased = operator.everything.post("/v1/erasures", json={"account": f"A-{reference}"})
        assert erased.json()["bills"] == 1
        assert list(objects.walk("accounts/")) == []
    assert not (tmp_path / "objects").exists()
