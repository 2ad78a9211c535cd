import subprocess
import sys

LOADED = """
import sys
from tui.dates import Timex, explain
before = set(sys.modules)
from tui.dates import find_dates
marks = find_dates("It fell on 4 May 2021.", language="en", published=None)
assert explain(marks[0])
print(*sorted(name for name in before if name.startswith("tui.dates.")))
"""


def test_values_load_without_the_rules():
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["tui.dates.explain", "tui.dates.values"]
