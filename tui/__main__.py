"""Run the program as `python -m tui`, and as the command `mali-tui`."""

import signal
import sys


def run() -> int:
    """Run the program and return its exit status.

    While modules are loaded and when all is done ctrl+c ends the process without a word; `main` says more.
    """
    interruptible = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # not in the background
    if interruptible:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from tui.cli import main

    status = main()
    if interruptible:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    return status


if __name__ == "__main__":
    sys.exit(run())
