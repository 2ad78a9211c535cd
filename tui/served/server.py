"""The server: requests go out, answers or one sentence come back; the only module that imports opensearch-py.

Requests run in an event loop of one thread, so that a question that nobody waits for any more is dropped by closing its
connection: the server then stops searching. A `Reader` has no way to write.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import threading
import time
from collections.abc import Callable, Coroutine, Iterable, Mapping
from concurrent.futures import TimeoutError as StillRunning
from typing import Any
from urllib.parse import urlsplit

from tui.base.printable import printable_line
from tui.base.progress import Stop, never
from tui.errors import Cancelled, EngineError
from tui.locale import N_, _
from tui.served.trust import CERTIFICATE, FINGERPRINT, proven_by_environment

USER, PASSWORD = "MALI_TUI_ENGINE_USER", "MALI_TUI_ENGINE_PASSWORD"
API_KEY = "MALI_TUI_ENGINE_API_KEY"

_LOOK = 0.01
"""Seconds between two looks at whether an answer is still wanted."""
_TIMEOUT = 5.0
"""Seconds for a question; a node that takes longer is slow, and the sentence says so."""
_MAJORS = ("2", "3")
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_PATHS = re.compile(
    r"/(?:[^/]+/_search|_msearch|[^/]+/_mapping|[^/]+/_search/point_in_time|_search/point_in_time|_search)?"
)
"""What a reader may ask: searches, mappings, points in time, and which server this is."""

Answer = dict[str, Any]

BLOCKED = "cluster_block_exception"
"""The type of the error by which an index takes nothing more, also with the status of a server that is busy. With
status 503 it is a cluster that has no leader, or that has only just begun."""


class EngineTrouble(EngineError):
    """The server could not do what was asked; `status` is its HTTP status, 0 where none came."""

    def __init__(self, sentence: str, status: int = 0, kind: str = "") -> None:
        super().__init__(sentence)
        self.status = status
        self.kind = kind
        """The type of the server's error, as it names it."""

    @property
    def passes(self) -> bool:
        """Whether trying again later may help."""
        return self.status in (0, 429, 502, 503, 504) and not is_read_only(self.status, self.kind)


def is_read_only(status: int, kind: str) -> bool:
    """Say whether an error means that an index takes nothing more, for which waiting does not help."""
    return kind == BLOCKED and status != 503


class Reader:
    """Asks the nodes of one server and changes nothing."""

    def __init__(self, engine: str, timeout: float = _TIMEOUT) -> None:
        """Take the addresses of the nodes, joined by commas; nothing is sent before the first question.

        Raises `EngineError` for an address that is none, and where opensearch-py is not installed.
        """
        self.engine = ",".join(map(_without_login, _addresses(engine)))
        self._timeout = timeout
        self._nodes = len(_addresses(engine))
        self._client = _client(_addresses(engine), timeout)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="engine", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Close all connections."""
        if not self._loop.is_running():
            return
        asyncio.run_coroutine_threadsafe(_closed(self._client), self._loop).result(self._timeout)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def check(self) -> None:
        """Raise `EngineError` if no server answers, or one that is not known to understand the questions."""
        about = self.ask("GET", "/")
        version = about.get("version")
        told = version if isinstance(version, dict) else {}
        number, kind = str(told.get("number", "?")), str(told.get("distribution", "elasticsearch"))
        if kind != "opensearch" or number.split(".", maxsplit=1)[0] not in _MAJORS:
            said = _("{engine} is {kind} {number}; OpenSearch 2 or 3 is needed.")
            about = {"kind": printable_line(kind), "number": printable_line(number)}
            raise EngineTrouble(said.format(engine=self.engine, **about))

    def ask(
        self, method: str, path: str, body: object = None, stop: Stop = never, params: Mapping[str, Any] | None = None
    ) -> Answer:
        """Return the answer to one request.

        Raises `Cancelled` soon after `stop` returns true, `EngineTrouble` with one sentence for every failure, and
        `PermissionError` for what a reader may not ask.
        """
        if not _PATHS.fullmatch(path) or method not in ("GET", "POST", "DELETE") or not self._reads(method, path):
            raise PermissionError(f"{method} {path} is nothing that only reads")
        return self._send(method, path, body, stop, params)

    def _reads(self, method: str, path: str) -> bool:
        return method != "DELETE" or path == "/_search/point_in_time"

    def searches(self, index: str, bodies: Iterable[Answer], stop: Stop = never) -> list[Answer]:
        """Return the answers to several searches of one index, asked at once; the first failure is raised.

        Where a node has just begun or lost the others, the next one is asked before that is a failure.
        """
        lines: list[str] = []
        for body in bodies:
            lines += [json.dumps({"index": index, "search_type": "dfs_query_then_fetch"}), json.dumps(body)]
        for left in reversed(range(self._nodes)):
            found: list[Answer] = self.ask("POST", "/_msearch", "\n".join(lines) + "\n", stop)["responses"]
            failed = next((each for each in found if "error" in each), None)
            if failed is None:
                break
            trouble = _refused(int(failed.get("status", 500)), failed, self.engine)
            if trouble.status != 503 or not left:
                raise trouble
        return found

    def _send(
        self, method: str, path: str, body: object, stop: Stop, params: Mapping[str, Any] | None = None
    ) -> Answer:
        """Send a request and wait until it is answered or nobody wants the answer."""
        asked = self._client.transport.perform_request(method, path, params=dict(params or {}), body=body)
        future = asyncio.run_coroutine_threadsafe(_awaited(asked), self._loop)
        while True:
            try:
                answer = future.result(_LOOK)
                return answer if isinstance(answer, dict) else {}
            except StillRunning:
                if future.done():
                    raise EngineTrouble(_silent(self.engine)) from None
                if stop():
                    future.cancel()
                    raise Cancelled from None
            except Exception as error:  # noqa: BLE001 - opensearch-py has its own errors, and lets some of aiohttp's through
                raise _trouble(error, self.engine) from None


class Writer(Reader):
    """Asks the nodes of one server, and changes its indexes."""

    def write(
        self, method: str, path: str, body: object = None, stop: Stop = never, params: Mapping[str, Any] | None = None
    ) -> Answer:
        """Send a request that may change an index; raises as `ask` does."""
        return self._send(method, path, body, stop, params)


def patiently(
    work: Callable[[], Answer], stop: Stop, waits: Iterable[float] = (0.2, 0.5, 1, 2, 4, 8, 15, 30)
) -> Answer:
    """Try until it works or trying again does not help; the last failure is raised."""
    for seconds in waits:
        try:
            return work()
        except EngineTrouble as problem:
            if not problem.passes:
                raise
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if stop():
                raise Cancelled
            time.sleep(_LOOK)
    return work()


async def _closed(client: Any) -> None:  # noqa: ANN401 - opensearch-py has no types
    """Close every connection; the client itself forgets those to nodes that did not answer."""
    await client.close()
    for connection in getattr(client.transport.connection_pool, "orig_connections", ()):
        await connection.close()


async def _awaited(asked: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401 - whatever JSON came
    return await asked


def _addresses(engine: str) -> list[str]:
    addresses = [address.strip().rstrip("/") for address in engine.split(",") if address.strip()]
    for address in addresses:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            said = _("{address} is no address of an engine; write it as https://host:9200.")
            raise EngineError(said.format(address=address))
        if parts.username or parts.password:
            said = _("A password in an address is kept by your shell: set {user} and {password} and leave it out.")
            raise EngineError(said.format(user=USER, password=PASSWORD))
    if not addresses:
        raise EngineError(_("Name an engine, as in --engine https://host:9200."))
    return addresses


def _without_login(address: str) -> str:
    return printable_line(address)


def _client(addresses: list[str], timeout: float) -> Any:  # noqa: ANN401 - opensearch-py is loaded only here
    try:
        from opensearchpy import AsyncOpenSearch
    except ImportError:
        said = _("An engine needs the extra package opensearch: pip install 'mali-tui[opensearch]'.")
        raise EngineError(said) from None
    logging.getLogger("opensearch").setLevel(logging.CRITICAL)  # what it warns of is raised here, and told once
    options: dict[str, Any] = {"timeout": timeout, "max_retries": len(addresses), "retry_on_timeout": False}
    options["retry_on_status"] = (502, 503) if len(addresses) > 1 else (502,)  # another node may answer
    headers: dict[str, str] = {}
    login = _login()
    if os.environ.get(API_KEY):
        headers["Authorization"] = f"ApiKey {os.environ[API_KEY]}"
    elif login:
        options["http_auth"] = login
    if any(address.startswith("https") for address in addresses):
        options["ssl_context"] = proven_by_environment()
    plain = [each for each in addresses if each.startswith("http:") and urlsplit(each).hostname not in _LOOPBACK]
    if plain and (headers or login):
        said = _("{address} would get your password as plain text; write https:// there.")
        raise EngineError(said.format(address=plain[0]))
    return AsyncOpenSearch(hosts=addresses, headers=headers, **options)


def _login() -> tuple[str, str] | None:
    """Return name and password from the environment; the password may lie in the system's keyring."""
    name, password = os.environ.get(USER, ""), os.environ.get(PASSWORD, "")
    if name and not password:
        try:
            import keyring
        except ImportError:
            return None
        password = keyring.get_password("mali-tui engine", name) or ""
    return (name, password) if name and password else None


def _silent(engine: str) -> str:
    return _("{engine} does not answer in time; what was read stays readable.").format(engine=engine)


def _trouble(error: Exception, engine: str) -> EngineTrouble:
    """Return what a person can be told of an error of opensearch-py."""
    from opensearchpy.exceptions import ConnectionError as Unreached
    from opensearchpy.exceptions import ConnectionTimeout, SSLError, TransportError

    if "alert" in str(error).lower() and "SSL" in str(error):  # the other side ended the handshake
        said = _("{engine} does not accept who you are: name a certificate that it knows in {variable}.")
        return EngineTrouble(said.format(engine=engine, variable=CERTIFICATE), kind="tls")
    if isinstance(error, SSLError) or "ertificate" in str(error):
        said = _("{engine} does not prove who it is: check its certificate, or name its {variable}.")
        return EngineTrouble(said.format(engine=engine, variable=FINGERPRINT), kind="tls")
    if isinstance(error, ConnectionTimeout):
        return EngineTrouble(_silent(engine))
    if isinstance(error, Unreached):
        return _unreached(error, engine)
    if isinstance(error, TransportError):
        info = error.info if isinstance(error.info, dict) else {}
        return _refused(int(error.status_code) if isinstance(error.status_code, int) else 0, info, engine)
    said = _("{engine} gave an answer that cannot be read ({kind}).")
    return EngineTrouble(said.format(engine=engine, kind=type(error).__name__))


def _unreached(error: Exception, engine: str) -> EngineTrouble:
    """Return what can be told where no answer came; with TLS 1.3 that is all one hears of a certificate that lacks."""
    broken = "disconnected" in str(error) or "ConnectionResetError" in repr(error)
    if broken and "https:" in engine:
        said = _("{engine} breaks off; where it wants a certificate of yours, name one in {variable}.")
        return EngineTrouble(said.format(engine=engine, variable=CERTIFICATE))
    return EngineTrouble(_("{engine} cannot be reached; what was read stays readable.").format(engine=engine))


_NO_SHARD = "search_phase_execution_exception"
"""The type of the error where all shards failed; with a status of the server's own, since their node just died."""
_SAID = {
    BLOCKED: N_("{engine} takes nothing more: its index is read-only, mostly since its disk is full."),
    "index_not_found_exception": N_("There is no such index at {engine}; mali-tui push makes one."),
    "search_context_missing_exception": N_("The list at {engine} has grown too old; ask again."),
    "too_many_buckets_exception": N_("The dates at {engine} are too many to count by day."),
    "too_many_nested_clauses": N_("{engine} takes no query of so many words and forms; ask for fewer."),
    "too_many_clauses": N_("{engine} takes no query of so many words and forms; ask for fewer."),
    "circuit_breaking_exception": N_("{engine} has no memory left for this query; ask for less."),
}
_STATUS = {
    401: N_("{engine} does not know you: set MALI_TUI_ENGINE_USER and MALI_TUI_ENGINE_PASSWORD, or an API key."),
    403: N_("{engine} does not let you do this; ask who keeps it."),
    413: N_("{engine} refuses an article as too large."),
    429: N_("{engine} is busy; try again in a moment."),
    503: N_("{engine} has no shard that answers, or no node that leads it; try again in a moment."),
}


def _refused(status: int, info: Mapping[str, Any], engine: str) -> EngineTrouble:
    """Return what a person can be told of an error that the server named."""
    error = info.get("error")
    told = error if isinstance(error, dict) else {}
    roots = [told, *(each for each in told.get("root_cause", ()) if isinstance(each, dict))]
    causes = [str(each.get("type", "")) for each in [*roots, *_causes(told)]]
    kind = next((cause for cause in causes if cause in _SAID), causes[0])
    reason = printable_line(str(told.get("reason", "")))[:120]
    if status >= 500 and (kind == _NO_SHARD or (kind == BLOCKED and status == 503)):
        status, kind = 503, _NO_SHARD
    said = _SAID.get(kind) or _STATUS.get(status) or N_("{engine} refuses this ({status} {kind}): {reason}")
    about = {"status": status, "kind": printable_line(kind), "reason": reason}
    return EngineTrouble(_(said).format(engine=engine, **about), status, kind)


def _causes(told: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the causes of the shards' failures."""
    found: list[Mapping[str, Any]] = []
    for shard in told.get("failed_shards", ()):
        reason = shard.get("reason") if isinstance(shard, dict) else None
        while isinstance(reason, dict):
            found.append(reason)
            reason = reason.get("caused_by")
    cause = told.get("caused_by")
    while isinstance(cause, dict):
        found.append(cause)
        cause = cause.get("caused_by")
    return found
