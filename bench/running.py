"""Measuring the ways of one work, in this process; `python -m bench.running` is the process of one."""

import argparse
import gc
import importlib
import json
import os
import resource
import statistics
import time
from pathlib import Path

from .work import Case


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("--ways", nargs="+", required=True)
    parser.add_argument("--size", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    given = parser.parse_args()
    work = importlib.import_module(f"bench.{given.work}").WORK
    set_up(work)
    print(json.dumps(measure(work, given.ways, Case(given.size, given.folder))))


def set_up(work):
    """Django as on a real server: no debugging, no log of queries."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = work.settings
    django.setup()


def measure(work, ways, case):
    """{way: {seconds of processor, wall seconds, megabytes, what it returned}}, medians over `work.times`."""
    acts = {way: work.ways[way][1](case) for way in ways}
    if work.times > 1:
        for act in acts.values():
            act()
    runs = {way: [] for way in ways}
    for _ in range(work.times):
        for way, act in acts.items():
            runs[way].append(_timed(act))
    return {
        way: {
            "seconds": statistics.median(run["seconds"] for run in found),
            "wall": statistics.median(run["wall"] for run in found),
            "result": found[-1]["result"],
            "megabytes": peak(),
        }
        for way, found in runs.items()
    }


def peak():
    """Largest memory of this process or of one that it started, in MB."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024


def _timed(act):
    gc.collect()
    before, started = _processor(), time.perf_counter()
    result = act()
    return {"wall": time.perf_counter() - started, "seconds": _processor() - before, "result": result}


def _processor():
    """Processor seconds of this process, of those it has started and waited for, and of its database server."""
    # Of its own process the finer clock, for `os.times` counts hundredths of a second.
    others = os.times()
    return time.process_time() + others.children_user + others.children_system + _server() + _renderer()


def _renderer():
    """Seconds that the process has computed which sets documents in type for this one."""
    from township.printing.rendering import renderer_process

    pid = renderer_process()
    if pid is None:
        return 0
    return sum(int(one.read_text().split()[0]) for one in Path(f"/proc/{pid}/task").glob("*/schedstat")) / 1e9


def _server():
    """Seconds that the server's process for this connection has computed; SQLite has none."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


if __name__ == "__main__":
    main()
