"""`python -m tests.browser.screenshots DIR`: the pictures of the README, from a demonstration of their own."""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from playwright.sync_api import sync_playwright

from township.settings import FONTS_CONF

from .available import FLAGS, chromium

ROOT = Path(__file__).parents[2]
YEAR = "2022"
ACCOUNT = "zonghe"
DESK = {"width": 1280, "height": 800}
# Readable on a page of text without a megabyte of picture; 1 would be 72 dots an inch.
SCALE = 1.05


def take(out):
    """`overview.png` (工作总览) and `report-page.png` (the report's first page) in the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        demonstration = Demonstration(Path(folder))
        password = demonstration.begin()
        demonstration.manage("report", "--year", YEAR, "--pdf", f"{folder}/report.pdf")
        first_page(f"{folder}/report.pdf", out / "report-page.png")
        with demonstration.server() as address:
            picture(address, password, out / "overview.png")


class Demonstration:
    """The demonstration township in a database and media folder that vanish afterwards."""

    def __init__(self, folder):
        self.environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
            "MEDIA_ROOT": str(folder / "media"),
            "DEBUG": "1",
            "DEMO": "1",
            "PYTHONUNBUFFERED": "1",
        }

    def begin(self):
        """Seed it; the password of the account that takes the pictures."""
        self.manage("migrate", "--verbosity", "0")
        accounts = self.manage("seed_demo")
        return re.search(rf"^\s*{ACCOUNT}\s+(\S+)", accounts, re.MULTILINE)[1]

    def manage(self, *arguments):
        done = subprocess.run(
            self._command(*arguments), env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(f"{arguments[0]} 没有成功：\n{done.stderr}")
        return done.stdout

    def server(self):
        return Server(self._command("runserver", "--noreload", "127.0.0.1:0"), self.environment)

    def _command(self, *arguments):
        return [sys.executable, str(ROOT / "manage.py"), *arguments]


class Server:
    """A running portal on a free port; the context is its address."""

    def __init__(self, command, environment):
        self.command, self.environment = command, environment

    def __enter__(self):
        self.process = subprocess.Popen(
            self.command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        for line in self.process.stdout:
            # Printed once the port is bound.
            if found := re.search(r"http://127\.0\.0\.1:[1-9][0-9]*", line):
                return found[0]
        raise SystemExit("演示门户没有启动。")

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


def picture(address, password, path):
    """Sign in and photograph the overview."""
    with sync_playwright() as playwright:
        # A machine without Chinese fonts of its own has those of the portal.
        browser = playwright.chromium.launch(
            executable_path=chromium(),
            args=list(FLAGS[1:]),
            env={**os.environ, "FONTCONFIG_FILE": str(FONTS_CONF)},
        )
        # The chart's animation lasts 300 ms; reduced motion draws it at once.
        page = browser.new_page(viewport=DESK, locale="zh-CN", reduced_motion="reduce")
        page.goto(f"{address}/login/")
        page.fill("[name=username]", ACCOUNT)
        page.fill("[name=password]", password)
        page.click("main button[type=submit]")
        page.goto(f"{address}/?year={YEAR}", wait_until="networkidle")
        page.screenshot(path=path)
        browser.close()


def first_page(pdf, path):
    """The first page of a PDF as a picture."""
    with pypdfium2.PdfDocument(pdf) as document:
        document[0].render(scale=SCALE).to_pil().save(path)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="生成 README 用的两张图。")
    parser.add_argument("out", type=Path, help="存放图片的文件夹")
    take(parser.parse_args().out)
