"""Adding a ledger takes a model and its declarations; every page and every inherited test comes with them."""

import subprocess
import sys
from pathlib import Path

from tests.project import films

ROOT = Path(__file__).parents[2]
APP = Path(films.__file__).parent
MOST_LINES = 80
INHERITED = (
    "tests/access/test_matrix.py",
    "tests/access/test_query_counts.py",
    "tests/records/test_merging.py",
)


def test_a_new_ledger_takes_few_lines():
    lines = [line for path in APP.glob("*.py") for line in path.read_text().splitlines() if line.strip()]
    assert len(lines) < MOST_LINES


def test_a_new_ledger_inherits_pages_access_figures_export_and_demo():
    """In a process of its own, for a project's apps are settled when it starts."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--ds=tests.project.settings"),
            *("-k", "film-showings or films_in_the_demo", *INHERITED, "tests/project/check_films.py"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert " passed" in done.stdout
