"""`manage.py screenshots OUT_DIR`: the pictures of the README, taken from a demonstration of their own."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

YEAR = "2022"
ACCOUNT = "zonghe"
DESK = {"width": 1280, "height": 800}
# Readable on a page of text without a megabyte of picture.
DOTS_PER_INCH = "75"
# Chromium refuses to sandbox itself as root; small containers have little shared memory.
FLAGS = ("--no-sandbox", "--disable-dev-shm-usage")


class Command(BaseCommand):
    help = "生成 README 用的两张图：overview.png（工作总览）和 report-page.png（年度报告第一页）。"

    def add_arguments(self, parser):
        parser.add_argument("out", metavar="OUT_DIR", type=Path, help="存放图片的文件夹")
        parser.add_argument("--chromium", default="/usr/bin/chromium", help="浏览器程序（默认 %(default)s）")

    def handle(self, *, out, chromium, **options):
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            demonstration = Demonstration(Path(folder))
            password = demonstration.begin()
            demonstration.manage("report", "--year", YEAR, "--pdf", f"{folder}/report.pdf")
            first_page(f"{folder}/report.pdf", out / "report-page")
            with demonstration.server() as address:
                picture(address, password, out / "overview.png", chromium=chromium)
        self.stdout.write(f"已生成：{out / 'overview.png'}、{out / 'report-page.png'}")


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
            raise CommandError(f"{arguments[0]} 没有成功：\n{done.stderr}")
        return done.stdout

    def server(self):
        return Server(self._command("runserver", "--noreload", "127.0.0.1:0"), self.environment)

    def _command(self, *arguments):
        return [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]


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
        raise CommandError("演示门户没有启动。")

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


def picture(address, password, path, *, chromium):
    """Sign in and photograph the overview."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise CommandError("截图要用 playwright，请先安装 requirements-dev.txt。") from error
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        page = browser.new_page(viewport=DESK, locale="zh-CN")
        page.goto(f"{address}/login/")
        page.fill("[name=username]", ACCOUNT)
        page.fill("[name=password]", password)
        page.click("main button[type=submit]")
        page.goto(f"{address}/?year={YEAR}")
        # The chart's animation lasts 300 ms; reduced motion draws it at once.
        page.emulate_media(reduced_motion="reduce")
        page.reload(wait_until="networkidle")
        page.screenshot(path=path)
        browser.close()


def first_page(pdf, stem):
    """The first page of a PDF as `stem`.png."""
    subprocess.run(
        ["pdftoppm", "-png", "-r", DOTS_PER_INCH, "-f", "1", "-l", "1", "-singlefile", pdf, str(stem)],
        check=True,
    )
