"""Settings come from the environment, and what is wrong with one is told without its value."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.services import open_vault
from api.settings import PREFIX, Settings, load_settings
from api.settings_table import rows, table
from renderer.errors import RenderError

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)


def test_a_variable_sets_what_it_names(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BILLREEL_EMBED_ORIGINS", "https://a.example, https://b.example")
    monkeypatch.setenv("BILLREEL_TRUSTED_PROXIES", '["10.0.0.0/8"]')
    monkeypatch.setenv("BILLREEL_GATE", "all")
    found = load_settings()
    assert found.embed_origins == ("https://a.example", "https://b.example")
    assert str(found.trusted_proxies[0]) == "10.0.0.0/8"
    assert found.gate == "all"


def test_without_variables_everything_is_in_one_folder_on_loopback(tmp_path: Path):
    found = load_settings(data=tmp_path)
    assert found.host == "127.0.0.1"
    assert found.address == "http://127.0.0.1:8470"
    assert found.database == f"sqlite:///{tmp_path}/billreel.db"
    assert {Path(found.objects).parent, found.segments.parent} == {tmp_path}
    assert not found.secure


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "hunter2"),
        ("OLD_SECRETS", "hunter2"),
        ("SECRET", "hunter2"),
        ("BASE_URL", "hunter2"),
        ("EMBED_ORIGINS", "https://hunter2/path"),
        ("TRUSTED_PROXIES", '["hunter2"]'),
        ("PAYMENT_PROVIDER", "hunter2"),
        ("TIME_ZONE", "hunter2"),
        ("TIME_ZONE", "../hunter2"),
    ],
)
def test_a_wrong_value_is_named_and_not_told(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
):
    monkeypatch.setenv(f"{PREFIX}{name}", value)
    with pytest.raises(RenderError, match="setting-not-valid") as refused:
        load_settings()
    assert refused.value.where == f"{PREFIX}{name}"
    assert "hunter2" not in str(refused.value)


def test_secrets_are_not_shown(monkeypatch: pytest.MonkeyPatch):
    for name, field in Settings.model_fields.items():
        if "SecretStr" in str(field.annotation) and name != "old_secrets":
            monkeypatch.setenv(f"{PREFIX}{name.upper()}", "hunter2-hunter2-hunter2")
    monkeypatch.setenv("BILLREEL_OLD_SECRETS", '["hunter2-hunter2-hunter2"]')
    assert "hunter2" not in repr(load_settings())
    assert "hunter2" not in str(load_settings().model_dump())


def test_every_setting_says_what_it_is_for_and_the_manual_says_the_same():
    assert all(len(row["meaning"]) > 15 for row in rows())
    manual = (ROOT / "docs/operations.md").read_text("utf-8")
    assert table() in manual, "python .ci/settings_table.py writes it"


def test_a_secret_is_made_once_in_the_data_folder(tmp_path: Path):
    settings = load_settings(data=tmp_path)
    first, again = open_vault(settings), open_vault(settings)
    assert first.digest("x", b"") == again.digest("x", b"")
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


def test_machines_that_share_a_database_must_share_a_secret(tmp_path: Path):
    shared = load_settings(data=tmp_path, database_url="postgresql://host/x")
    with pytest.raises(RenderError, match="secret-missing"):
        open_vault(shared)
