"""Errors of a server and of the way to it become one sentence each; a reader cannot write; nothing is unclean."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer

import pytest
from open_ports import OPEN_PORTS

from tui.errors import Cancelled, EngineError
from tui.served.server import PASSWORD, USER, EngineTrouble, Reader, Writer, patiently
from tui.served.trust import FINGERPRINT

pytest.importorskip("opensearchpy", reason="the extra package opensearch is not installed")

ROOT = {"version": {"distribution": "opensearch", "number": "2.19.6"}}


def failure(kind, reason="", status=500):
    return status, {"error": {"type": kind, "reason": reason, "root_cause": [{"type": kind}]}, "status": status}


class Stub:
    """A server that answers what it is told to; the protocol itself is tested against real nodes."""

    def __init__(self):
        self.answers: list[tuple[int, object]] = []
        self.asked: list[tuple[str, str]] = []
        self.hold = threading.Event()
        self.holding = threading.Event()
        self.address = ""


class QuietServer(ThreadingHTTPServer):
    """A server that does not ask for the name of its host, which tests forbid."""

    daemon_threads = False
    server_bind = TCPServer.server_bind


@pytest.fixture
def stub() -> Iterator[Stub]:
    told = Stub()

    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            told.asked.append((self.command, self.path.split("?")[0]))
            told.headers = dict(self.headers)
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if not told.answers:
                told.holding.set()
                told.hold.wait(30)
                return
            status, body = told.answers.pop(0)
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - names of the standard library

        def log_message(self, *arguments):
            pass

    with loopback_allowed():
        server = QuietServer(("127.0.0.1", 0), Handler)
        OPEN_PORTS.add(server.server_address[1])
        told.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield told
        told.hold.set()
        server.shutdown()
        thread.join()
        server.server_close()
        OPEN_PORTS.discard(server.server_address[1])


@contextmanager
def loopback_allowed():
    OPEN_PORTS.add(0)
    try:
        yield
    finally:
        OPEN_PORTS.discard(0)


SENTENCES = [
    (*failure("cluster_block_exception", status=403), "read-only"),
    (*failure("cluster_block_exception", "no cluster manager", status=503), "no node that leads it"),
    (*failure("index_not_found_exception", status=404), "no such index"),
    (*failure("circuit_breaking_exception", status=429), "memory"),
    (*failure("too_many_nested_clauses", status=500), "ask for fewer"),
    (*failure("es_rejected_execution_exception", status=429), "busy"),
    (*failure("search_phase_execution_exception", "all shards failed", 503), "no shard that answers"),
    (*failure("search_phase_execution_exception", "all shards failed", 500), "no shard that answers"),
    (*failure("master_not_discovered_exception", status=503), "no node that leads it"),
    (*failure("security_exception", status=401), "does not know you"),
    (*failure("security_exception", status=403), "does not let you"),
    (*failure("strange\x1b[31m", "\x1b]52;c;x\x07 odd", 418), "refuses this (418"),
]


@pytest.mark.parametrize(("status", "body", "said"), SENTENCES)
def test_every_refusal_is_one_clean_sentence(stub, status, body, said):
    stub.answers = [(status, body)] * 4
    with closing(Reader(stub.address)) as reader, pytest.raises(EngineError) as raised:
        reader.ask("POST", "/press/_search", {})
    sentence = str(raised.value)
    assert said in sentence
    assert sentence.isprintable()
    assert len(sentence.splitlines()) == 1


@pytest.mark.parametrize(
    "about",
    [
        {"version": {"number": "8.11.0"}},
        {"version": {"distribution": "opensearch", "number": "1.3.0"}},
        {"version": {"distribution": "opensearch\x1b", "number": "99"}},
        {"version": "none"},
        {},
    ],
)
def test_another_server_or_version_is_told_at_once(stub, about):
    stub.answers = [(200, about)]
    with closing(Reader(stub.address)) as reader, pytest.raises(EngineError, match="OpenSearch 2 or 3 is needed"):
        reader.check()


def test_a_known_version_is_taken(stub):
    stub.answers = [(200, ROOT)]
    with closing(Reader(stub.address)) as reader:
        reader.check()


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"[1, 2"])
def test_an_answer_that_is_no_json_is_told(stub, body):
    stub.answers = [(200, body)] * 4
    with closing(Reader(stub.address)) as reader, pytest.raises(EngineTrouble) as raised:
        reader.ask("GET", "/")
    assert str(raised.value).isprintable()


def test_a_question_that_nobody_waits_for_is_dropped(stub):
    with closing(Reader(stub.address)) as reader, pytest.raises(Cancelled):
        reader.ask("POST", "/press/_search", {}, stop=stub.holding.is_set)


def test_a_slow_server_is_told(stub):
    with closing(Reader(stub.address, timeout=0.05)) as reader, pytest.raises(EngineTrouble, match="in time"):
        reader.ask("POST", "/press/_search", {})


def test_a_server_that_is_not_there_is_told():
    OPEN_PORTS.add(9)
    with closing(Reader("http://127.0.0.1:9")) as reader, pytest.raises(EngineTrouble, match="cannot be reached"):
        reader.check()
    OPEN_PORTS.discard(9)


WRITES = [
    ("PUT", "/press"),
    ("DELETE", "/press"),
    ("POST", "/press/_doc"),
    ("PUT", "/press/_doc/1"),
    ("POST", "/press/_bulk"),
    ("POST", "/_bulk"),
    ("POST", "/press/_update/1"),
    ("POST", "/press/_delete_by_query"),
    ("POST", "/press/_update_by_query"),
    ("POST", "/_reindex"),
    ("POST", "/_aliases"),
    ("POST", "/press/_close"),
    ("DELETE", "/press/_doc/1"),
    ("DELETE", "/press/_search/point_in_time"),
    ("PUT", "/_cluster/settings"),
    ("POST", "/_search/../press/_doc"),
    ("POST", "/press/_search?x=/_doc"),
    ("PATCH", "/press/_search"),
]


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_a_reader_cannot_write(stub, method, path):
    with closing(Reader(stub.address)) as reader, pytest.raises(PermissionError):
        reader.ask(method, path, {})
    assert stub.asked == []
    assert not hasattr(reader, "write")


@pytest.mark.parametrize("address", ["host:9200", "ftp://host", "", " , ", "http://", "http://me:secret@host:9200"])
def test_an_address_that_is_none_or_holds_a_password_is_refused(address):
    with pytest.raises(EngineError):
        Reader(address)


def test_name_and_password_come_from_the_environment(stub, monkeypatch):
    monkeypatch.setenv(USER, "me")
    monkeypatch.setenv(PASSWORD, "word")
    stub.answers = [(200, ROOT)]
    with closing(Reader(stub.address)) as reader:
        reader.check()
    assert stub.headers["authorization"] == "Basic bWU6d29yZA=="


def test_a_fingerprint_that_is_none_is_refused(monkeypatch):
    monkeypatch.setenv(FINGERPRINT, "12:34")
    with pytest.raises(EngineError, match="64 hexadecimal digits"):
        Reader("https://127.0.0.1:9200")


def test_a_busy_server_is_asked_again(stub):
    stub.answers = [failure("es_rejected_execution_exception", status=429), (200, {"ok": True})]
    with closing(Writer(stub.address)) as writer:
        assert patiently(lambda: writer.write("POST", "/press/_bulk", "x"), lambda: False, waits=(0, 0)) == {"ok": True}


def test_a_cluster_without_a_leader_is_asked_again(stub):
    stub.answers = [failure("cluster_block_exception", status=503), (200, {"ok": True})]
    with closing(Writer(stub.address)) as writer:
        assert patiently(lambda: writer.write("POST", "/press/_bulk", "x"), lambda: False, waits=(0, 0)) == {"ok": True}


def test_what_does_not_pass_is_not_asked_again(stub):
    stub.answers = [failure("cluster_block_exception", status=403)] * 3
    with closing(Writer(stub.address)) as writer, pytest.raises(EngineTrouble, match="disk is full"):
        patiently(lambda: writer.write("POST", "/press/_bulk", "x"), lambda: False, waits=(0, 0))
    assert len(stub.asked) == 1


def test_another_node_answers_where_one_has_no_shards(stub):
    lost = {"error": {"type": "search_phase_execution_exception", "reason": "all shards failed"}, "status": 503}
    stub.answers = [(200, {"responses": [{}, lost]}), (200, {"responses": [{"took": 1}, {"took": 2}]})]
    with closing(Reader(f"{stub.address},{stub.address}")) as reader:
        assert reader.searches("press", [{}, {}]) == [{"took": 1}, {"took": 2}]
    stub.answers = [(200, {"responses": [lost]})]
    with closing(Reader(stub.address)) as reader, pytest.raises(EngineTrouble, match="no shard that answers"):
        reader.searches("press", [{}])
