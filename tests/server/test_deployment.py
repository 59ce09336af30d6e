"""What the image and the compose file say is what the server and its prerequisites say."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from api.settings import PREFIX, Settings, load_settings

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")


def test_every_variable_is_a_setting_of_the_server():
    named = set(re.findall(r"BILLREEL_[A-Z_]+", DOCKERFILE))
    for service in COMPOSE["services"].values():
        named |= {name for name in service["environment"] if name.startswith(PREFIX)}
    named |= set(re.findall(r"^(BILLREEL_[A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    assert named <= known
    assert len(named) >= 6


def test_the_environment_of_the_compose_file_makes_settings(monkeypatch: pytest.MonkeyPatch):
    given = {
        "POSTGRES_PASSWORD": "p",
        "BILLREEL_SECRET": "s" * 64,
        "BILLREEL_METRICS_TOKEN": "m" * 64,
    }

    def filled(text: str) -> str:
        found = re.fullmatch(r"\$\{(\w+)(?::([-?])(.*))?\}", text)
        if found is None:
            return re.sub(r"\$\{(\w+)\}", lambda one: given[one[1]], text)
        return given.get(found[1], found[3] if found[2] == "-" else "")

    for name, value in COMPOSE["services"]["server"]["environment"].items():
        monkeypatch.setenv(name, filled(value))
    settings = load_settings()
    assert settings.database == "postgresql://billreel:p@database/billreel"
    assert settings.trusted_proxies == ()


def test_the_server_starts_after_its_database_was_migrated():
    services = COMPOSE["services"]
    assert services["migrate"]["command"] == ["migrate"]
    assert services["server"]["depends_on"]["migrate"]["condition"] == (
        "service_completed_successfully"
    )
    assert "ports" not in services["database"]
    assert all(port.startswith("127.0.0.1:") for port in services["server"]["ports"])


def test_the_image_has_the_libraries_that_the_prerequisites_name_and_runs_as_nobody_special():
    base = (ROOT / ".ci/prerequisites").read_text("utf-8")
    needed = re.findall(r'"libraries that Skia links" ([\w ]+)', base)[0].split()
    for library in needed:
        assert library in DOCKERFILE
    assert re.search(r"^USER billreel$", DOCKERFILE, re.M)
    assert "--require-hashes" in DOCKERFILE


def test_the_health_check_of_the_image_is_python_that_compiles():
    command = re.search(r'CMD \["python", "-c", "(.+?)"\]', DOCKERFILE)
    assert command is not None
    done = subprocess.run(["python3", "-c", f"compile({command[1]!r}, 'x', 'exec')"], check=False)
    assert done.returncode == 0
