"""`python3 -m township.operations.install [--tests]`: everything the portal needs, step by step.

Each step does nothing when its result is already there. Exit code 3: a system package is missing and
apt may not be used; the one command to run has been printed.
"""

import argparse
import sys
from pathlib import Path

from . import fonts, node, python, system

ROOT = Path(__file__).resolve().parents[3]


def main():
    parser = argparse.ArgumentParser(description="准备运行环境。")
    parser.add_argument("--tests", action="store_true", help="连同测试要用的一起准备")
    options = parser.parse_args()
    steps = [
        ("系统库", lambda: system.install(system.TESTS if options.tests else system.RUNTIME)),
        ("Python 环境", lambda: python.install(ROOT, tests=options.tests)),
        ("中文字体", lambda: fonts.install(ROOT)),
        ("前端组件", lambda: node.install(ROOT)),
    ]
    for number, (name, step) in enumerate(steps, 1):
        print(f"[{number}/{len(steps)}] {name}", flush=True)
        try:
            step()
        except system.Missing as missing:
            print(missing, file=sys.stderr)
            return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
