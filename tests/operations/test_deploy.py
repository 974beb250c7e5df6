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


def test_both_ways_of_installing_seal_and_back_up_every_night(compose, tmp_path):
    unit = (DEPLOY / "systemd" / "portal-backup.service").read_text()
    backup = compose["services"]["backup"]
    (program,) = backup["command"][2:]
    program = program.replace("$$", "$")
    for text in (unit, program):
        assert text.index("manage.py seal_audit") < text.index("manage.py backup ")
        assert "--keep 14" in text
    assert "backup:/srv/backup" in backup["volumes"] and backup["init"]
    assert "/srv/backup" in (DEPLOY / "Dockerfile").read_text()
    # Run once, with programs that say how they were called.
    (tmp_path / "sleep").write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/slept\n')
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").write_text(
        f'#!/bin/sh\necho "$*" >> {tmp_path}/called\n[ "$2" = seal_audit ] || kill $PPID\n'
    )
    for each in (tmp_path / "sleep", tmp_path / ".venv" / "bin" / "python"):
        each.chmod(0o755)
    path = f"{tmp_path}:/usr/bin:/bin"
    subprocess.run(["sh", "-c", program], cwd=tmp_path, env={"PATH": path}, check=False, timeout=30)
    assert 0 < int((tmp_path / "slept").read_text()) <= 86400
    assert [line.split()[1] for line in (tmp_path / "called").read_text().splitlines()] == [
        "seal_audit",
        "backup",
    ]


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
