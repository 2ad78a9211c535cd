import importlib.util
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("licences", Path(__file__).parent.parent / ".ci" / "licences.py")
assert SPEC is not None
assert SPEC.loader is not None
licences = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(licences)


@pytest.mark.parametrize(
    ("licence", "fault"),
    [
        ("MIT", ""),
        ("", "unknown"),
        ("GPL-3.0-or-later", "refused"),
        ("AGPL-3.0-only", "refused"),
        ("GNU General Public License v3 (GPLv3)", "refused"),
        ("GNU Affero General Public License v3", "refused"),
        ("MPL-1.1 OR GPL-2.0-only", ""),
        ("LGPL-2.1-or-later", ""),
        ("GNU Lesser General Public License v3 (LGPLv3)", ""),
    ],
)
def test_gpl_and_silence_are_refused(licence: str, fault: str):
    assert licences.fault_of(licence) == fault


def test_what_the_program_needs_is_followed_through_its_packages():
    needed = licences.needed()
    assert {"textual", "rich", "whoosh", "trafilatura", "justext", "mdurl"} <= needed
    assert not {"pytest", "ruff"} & needed
