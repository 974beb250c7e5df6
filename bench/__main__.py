"""`python -m bench`: every work on this machine, as one table."""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from . import databases
from .work import Case

# Sizes of a full run and of one that only shows that everything runs.
FULL = {
    "import_rows": 10_000,
    "export_rows": 10_000,
    "report": 1,
    "ledger": 5_000,
    "saving": 50,
    "figures": 1_000_000,
    "overview": 1_000_000,
    "lists": 1_000_000,
}
SMALL = {
    "import_rows": 50,
    "export_rows": 50,
    "report": 1,
    "ledger": 350,
    "saving": 2,
    "figures": 1,
    "overview": 1,
    "lists": 1,
}


def main():
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--only", nargs="+", choices=FULL, default=list(FULL))
    parser.add_argument("--small", action="store_true", help="only show that it runs")
    parser.add_argument("--rows", type=int, help="rows to import and export")
    parser.add_argument("--records", type=int, help="records of the county")
    parser.add_argument("--county", help="address of a database that is populated already")
    parser.add_argument("--without", nargs="+", default=[], help="ways to leave out")
    given = parser.parse_args()
    sizes = {**(SMALL if given.small else FULL)}
    if given.rows:
        sizes["import_rows"] = sizes["export_rows"] = given.rows
    if given.records:
        sizes["figures"] = sizes["overview"] = sizes["lists"] = given.records
    print(machine())
    print("\n| 工作 | 做法 | 处理器秒 | 实际秒 | 峰值 MB | 本门户是它的几倍 | 目标 | |")
    print("|---|---|---:|---:|---:|---:|---|---|")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        county = given.county
        for name in given.only:
            work = load(name)
            if work.base == "county" and county is None:
                county = (not given.small and stack.enter_context(databases.server())) or databases.demo(
                    folder
                )
                databases.populate(county, sizes[name])
            ways = [way for way in work.ways if way not in given.without]
            found = run(name, work, ways, Case(sizes[name], folder), county)
            print("\n".join(lines(work, sizes[name], found)), flush=True)


def load(name):
    from importlib import import_module

    return import_module(f"bench.{name}").WORK


def machine():
    model = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    import os

    return f"{model}，{os.cpu_count()} 核；Python {platform.python_version()}"


def run(name, work, ways, case, county):
    """{way: what it cost}; a way that this machine cannot go is left out."""
    found = {}
    for some in [ways] if work.together else [[way] for way in ways]:
        url = county if work.base == "county" else databases.demo(case.folder)
        command = [sys.executable, "-m", "bench.running", name, "--ways", *some]
        command += ["--size", str(case.size), "--folder", str(case.folder)]
        done = subprocess.run(
            command,
            cwd=databases.ROOT,
            env=databases.production(url),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(done.stderr)
        found |= json.loads(done.stdout.splitlines()[-1])
    return {way: cost for way, cost in found.items() if cost["result"] is not False}


def lines(work, size, found):
    """Rows of the table: the portal's own way, then each other with the ratio and what is aimed at."""
    own = found[work.own]
    aims = {aim.against: aim.ratio for aim in work.aims}
    for way, cost in found.items():
        cells = [f"{work.name.format(size=size)}" if way == work.own else "", work.ways[way][0]]
        cells += [f"{cost['seconds']:.3f}", f"{cost['wall']:.3f}", f"{cost['megabytes']:.0f}"]
        told = in_state(work, cost, found) if way in work.states else judged(work, way, own, cost, aims)
        yield "| " + " | ".join([*cells, *told]) + " |"


def judged(work, way, own, cost, aims):
    """(ratio, aim, whether it is met)."""
    if way == work.own:
        bounds = []
        if work.most_megabytes:
            bounds.append((f"{work.most_megabytes} MB 以内", cost["megabytes"] <= work.most_megabytes))
        if work.most_seconds:
            bounds.append((f"{work.most_seconds * 1000:.0f} 毫秒以内", cost["wall"] <= work.most_seconds))
        told = "，".join(text for text, _ in bounds)
        return "1", told, ("达到" if all(met for _, met in bounds) else "未达到") if bounds else ""
    ratio = own["seconds"] / cost["seconds"]
    if way not in aims:
        return f"{ratio:.3g}", "", ""
    return f"{ratio:.3g}", f"≤ {aims[way]:.3g}", "达到" if ratio <= aims[way] else "未达到"


def in_state(work, cost, found):
    """The same for the portal's own way in another state; its ratio is to what the work aims at."""
    aim = work.aims[0]
    if aim.against not in found:
        return "", "", ""
    ratio = cost["seconds"] / found[aim.against]["seconds"]
    name = work.ways[aim.against][0].split("：")[0]
    return f"对{name} {ratio:.3g}", f"≤ {aim.ratio:.3g}", "达到" if ratio <= aim.ratio else "未达到"


if __name__ == "__main__":
    main()
