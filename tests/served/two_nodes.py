"""Two nodes of OpenSearch on loopback, each a process of its own: `python tests/served/two_nodes.py FOLDER`.

The first start downloads what `cluster/pom.xml` names from Maven Central into FOLDER/lib. Where two clusters run on one
machine, `MALI_TUI_CLUSTER_PORT` gives the second one other ports than those from 19200 on.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

SOURCES = Path(__file__).with_name("cluster")
_PORT = int(os.environ.get("MALI_TUI_CLUSTER_PORT", "19200"))
HTTP = {"n1": _PORT + 1, "n2": _PORT + 2}
TRANSPORT = {"n1": _PORT + 101, "n2": _PORT + 102}
ROLES = {"n1": "cluster_manager,data,ingest", "n2": "data,ingest"}
ENGINE = f"http://127.0.0.1:{HTTP['n1']},http://127.0.0.1:{HTTP['n2']}"
_HEAP = "512m"
_PATIENCE = 120.0


def missing_tools() -> str:
    """Say which of Java and Maven is not here; empty where both are."""
    return ", ".join(tool for tool in ("java", "javac", "mvn") if shutil.which(tool) is None)


class TwoNodes:
    """A cluster whose nodes can be killed and started again; its data are new each time it is built."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._nodes: dict[str, subprocess.Popen[bytes]] = {}

    def build(self) -> None:
        """Download the libraries and compile the launcher, where that was not done yet."""
        library, classes = self.folder / "lib", self.folder / "classes"
        stamp = "".join(path.read_text() for path in sorted(SOURCES.iterdir()))
        done = self.folder / "built"
        if done.exists() and done.read_text() == stamp:
            return
        shutil.rmtree(library, ignore_errors=True)
        classes.mkdir(parents=True, exist_ok=True)
        fetch = ["mvn", "-q", "-B", "-f", SOURCES / "pom.xml", "dependency:copy-dependencies"]
        subprocess.run([*fetch, f"-DoutputDirectory={library}"], check=True)
        subprocess.run(["javac", "-d", classes, "-cp", f"{library}/*", *SOURCES.glob("*.java")], check=True)
        shutil.copy(SOURCES / "log4j2.properties", classes)
        done.write_text(stamp)

    def start(self) -> None:
        """Start both nodes with empty data, and wait until they are one cluster."""
        self.build()
        for port in HTTP.values():
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                raise RuntimeError(f"something answers on port {port} already: is another cluster running?")
        shutil.rmtree(self.folder / "nodes", ignore_errors=True)
        self.start_node("n1")
        self.start_node("n2")
        self.wait_for("/_cluster/health?wait_for_nodes=2&wait_for_status=green&timeout=1s")

    def start_node(self, name: str) -> None:
        """Start a node on the data that it has, and wait until it answers."""
        other = next(each for each in HTTP if each != name)
        home = self.folder / "nodes" / name
        home.mkdir(parents=True, exist_ok=True)
        ports = [str(HTTP[name]), str(TRANSPORT[name]), str(TRANSPORT[other])]
        options = [f"-Xms{_HEAP}", f"-Xmx{_HEAP}", "-XX:+UseSerialGC", "-Djava.awt.headless=true"]
        options += ["-Dlog4j2.disable.jmx=true", "-Dlog4j.shutdownHookEnabled=false"]
        command = ["java", *options, "-cp", f"{self.folder}/lib/*:{self.folder}/classes", "Launcher", name, str(home)]
        with (home / "log.txt").open("ab") as log:
            self._nodes[name] = subprocess.Popen(
                ["nice", "-n", "10", *command, *ports, ROLES[name]], stdout=log, stderr=log, start_new_session=True
            )
        self.wait_for("/", name)

    def wait_for(self, path: str, name: str = "n1") -> None:
        """Ask a node until it answers with success."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if self._nodes[name].poll() is not None:
                raise RuntimeError(f"{name} ended: see {self.folder}/nodes/{name}/log.txt")
            with suppress(OSError, urllib.error.URLError):
                urllib.request.urlopen(f"http://127.0.0.1:{HTTP[name]}{path}", timeout=5)
                return
            time.sleep(0.2)
        raise RuntimeError(f"{name} did not answer {path} within {_PATIENCE:.0f} s")

    def ask(self, method: str, path: str, body: object = None, name: str = "n1") -> object:
        """Ask a node directly and return the JSON that it answers."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{HTTP[name]}{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read())

    def kill(self, name: str) -> None:
        """Pull the plug of a node."""
        self._signal(name, signal.SIGKILL)
        self._nodes.pop(name).wait()

    def pause(self, name: str) -> None:
        """Let a node answer nothing until it goes on."""
        self._signal(name, signal.SIGSTOP)

    def go_on(self, name: str) -> None:
        """Let a paused node go on."""
        self._signal(name, signal.SIGCONT)

    def _signal(self, name: str, what: int) -> None:
        os.kill(self._nodes[name].pid, what)

    def stop(self) -> None:
        """Stop both nodes."""
        for node in self._nodes.values():
            node.terminate()
        for node in self._nodes.values():
            try:
                node.wait(15)
            except subprocess.TimeoutExpired:
                node.kill()
                node.wait()
        self._nodes.clear()


def main() -> None:
    """Run the cluster until ctrl+c."""
    if missing := missing_tools():
        sys.exit(f"These are needed and not here: {missing}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    cluster = TwoNodes(Path(sys.argv[1] if len(sys.argv) > 1 else ".cluster").resolve())
    try:
        cluster.start()
        sys.stdout.write(f"--engine {ENGINE}\nctrl+c stops both nodes\n")
        sys.stdout.flush()
        signal.pause()
    except KeyboardInterrupt:
        pass
    finally:
        cluster.stop()


if __name__ == "__main__":
    main()
