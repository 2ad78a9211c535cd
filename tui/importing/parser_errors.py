"""Translates errors that third-party parsers raise on damaged files into one sentence."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from tui.errors import FileProblem
from tui.importing.limits import WORKER_BYTES
from tui.locale import N_

PARSER_ERRORS: tuple[type[Exception], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,  # with RecursionError and NotImplementedError
    StopIteration,
    TypeError,
    ValueError,  # with all errors of encodings
    struct.error,
    zlib.error,
)
"""What parsers raise for malformed files, besides their own errors."""


_TOO_GREEDY = N_("it takes more memory to read than the allowed {most:,} MB").format(most=WORKER_BYTES // 2**20)


@contextmanager
def translated_errors(what: str, *own: type[Exception]) -> Iterator[None]:
    """Translate a parser's errors, its `own` included, into a `FileProblem`; `what` names the format: `PDF`.

    The program's own errors pass unchanged.
    """
    try:
        yield
    except FileProblem:
        raise
    except MemoryError as error:
        raise FileProblem(_TOO_GREEDY) from error
    except (*PARSER_ERRORS, *own) as error:
        raise FileProblem(
            N_("damaged {what}: it could not be read to the end ({name})").format(what=what, name=type(error).__name__)
        ) from error
