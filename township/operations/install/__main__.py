"""`python3 -m township.operations.install [--tests] [--postgresql]`: everything the portal needs.

Each step does nothing when its result is already there. Exit code 1: a step failed, what it printed is
shown; 3: somebody has to do something first, which is told.
"""

import argparse
import sys
from pathlib import Path

from . import fonts, node, offline, python, system
from .commands import Failed, Stop

ROOT = Path(__file__).resolve().parents[3]


def main(arguments=None):
    options = parse(arguments)
    if sys.version_info < python.OLDEST:
        print(f"需要 Python {'.'.join(map(str, python.OLDEST))} 或更新的版本。", file=sys.stderr)
        return 3
    packed = [("离线安装包", offline.check)] if offline.is_offline() else []
    steps = [
        *packed,
        ("系统软件包", lambda: system.install(system.packages(**vars(options)))),
        ("Python 环境", lambda: python.install(ROOT, tests=options.tests)),
        ("中文字体", lambda: fonts.install(ROOT)),
        ("前端组件", lambda: node.install(ROOT, tests=options.tests)),
    ]
    for number, (name, step) in enumerate(steps, 1):
        print(f"[{number}/{len(steps)}] {name}", flush=True)
        try:
            step()
        except Stop as stop:
            print(stop, file=sys.stderr)
            return 3
        except Failed as failed:
            print(
                f"“{name}”没有准备好，下面的命令失败了。排除原因后重新运行即可。\n{failed}", file=sys.stderr
            )
            return 1
    return 0


def parse(arguments):
    parser = argparse.ArgumentParser(
        prog="python3 -m township.operations.install", description="准备运行环境。"
    )
    parser.add_argument("--tests", action="store_true", help="连同测试要用的一起准备")
    parser.add_argument("--postgresql", action="store_true", help="连同 PostgreSQL 服务器一起准备")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
