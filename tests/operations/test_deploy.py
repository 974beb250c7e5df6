"""The files for a server agree with the portal's settings, with each other, and with the programs that read them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
SETTINGS = (ROOT / "township" / "settings.py").read_text()
EXAMPLE = dict(
    line.split("=", 1)
    for line in (DEPLOY / "portal.env.example").read_text().splitlines()
    if line and not line.startswith("#")
)
COMPOSE_ONLY = {"PORTAL_HOST", "DATABASE_PASSWORD"}
# Read by deploy/gunicorn.conf.py.
SERVER_ONLY = {"BIND", "WEB_WORKERS", "FORWARDED_ALLOW_IPS"}


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


def test_every_setting_of_the_example_is_one_that_the_portal_reads():
    for name in EXAMPLE.keys() - COMPOSE_ONLY:
        assert re.search(rf'"{name}"', SETTINGS), name


def test_compose_gives_the_portal_only_settings_it_knows_and_asks_for_its_secrets(compose):
    text = (DEPLOY / "compose.yaml").read_text()
    asked = set(re.findall(r"\$\{(\w+):\?\}", text))
    assert asked <= EXAMPLE.keys()
    for name in compose["services"]["portal"]["environment"]:
        assert name in SERVER_ONLY or f'"{name}"' in SETTINGS, name
    assert {"SECRET_KEY", "DATA_KEYS", "DATABASE_PASSWORD"} <= asked


def test_compose_services_wait_for_what_is_there_and_share_what_is_declared(compose):
    services, volumes = compose["services"], set(compose["volumes"])
    for name, service in services.items():
        after = service.get("depends_on", [])
        for other in after:
            assert other in services, (name, other)
            healthy = isinstance(after, dict) and after[other]["condition"] == "service_healthy"
            assert not healthy or "healthcheck" in services[other], (name, other)
        for volume in service.get("volumes", []):
            source = volume.partition(":")[0]
            assert source in volumes or (DEPLOY / source).exists(), (name, source)
        assert "image" in service and ("build" in service or ":" in service["image"]), name
    # One writes the tables before the others start; both work on the same files.
    assert services["worker"]["volumes"] == services["portal"]["volumes"]
    assert services["migrate"]["restart"] == "no"


UNITS = sorted((DEPLOY / "systemd").iterdir())


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_understands_the_units(unit, tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("没有 systemd-analyze")
    # The programs are looked up where this checkout has them.
    for each in UNITS:
        (tmp_path / each.name).write_text(each.read_text().replace("/opt/portal", str(ROOT)))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", tmp_path / unit.name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_units_run_as_nobody_special_with_the_secrets_of_one_file():
    for unit in UNITS:
        if unit.suffix == ".service":
            text = unit.read_text()
            assert "User=portal" in text and "EnvironmentFile=/etc/portal.env" in text, unit.name
            assert "NoNewPrivileges=yes" in text and "ProtectSystem=strict" in text, unit.name
