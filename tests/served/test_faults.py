"""Faults of a real cluster: the screen stays usable, one sentence says what is wrong, and no pushed article is lost."""

from __future__ import annotations

import threading
from contextlib import closing

import pytest
from filed import explorer_of
from msgspec.structs import replace

from tui.core.view import Query
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.errors import Cancelled, EngineError
from tui.served.archive import ServedArchive
from tui.served.push import Push
from tui.served.server import EngineTrouble, Reader, Writer

GREEN = "/_cluster/health?wait_for_nodes=2&wait_for_status=green&timeout=1s"
COUNT = 1_200


def made(count, text="ferry harbour"):
    return [
        Article(
            id="".join(chr(ord("a") + number // 26**place % 26) for place in range(10)),
            path=f"{number:05}.md",
            title=f"Number {number}",
            text=f"{text} {number} " + "river " * (number % 7),
            published=PublishedDate.from_iso(f"2021-{number % 12 + 1:02}-{number % 28 + 1:02}", Provenance.TEXT),
            language="en",
            words=3,
        )
        for number in range(count)
    ]


@pytest.fixture(scope="module")
def local(tmp_path_factory):
    opened = explorer_of(made(COUNT), tmp_path_factory.mktemp("dossier"))
    yield opened
    opened.close()


@pytest.fixture
def writer(engine):
    with closing(Writer(engine, timeout=20)) as opened:
        yield opened


@pytest.fixture
def pushed(local, writer, index):
    sent = Push(writer, index, local.services, "faults").run(rebuild=False)
    assert sent.there == COUNT
    writer.write("PUT", f"/{sent.index}/_settings", {"index.unassigned.node_left.delayed_timeout": "0"})
    yield sent.index
    writer.write("DELETE", f"/{sent.index}")


@pytest.fixture
def served(engine, index, pushed):
    with closing(ServedArchive.open(engine, index)) as opened:
        yield opened


def test_a_node_killed_during_a_push_loses_and_doubles_nothing(cluster, local, writer, index):
    killed = threading.Event()

    def kill(step):
        if not killed.is_set():
            killed.set()
            cluster.kill("n2")
            threading.Thread(target=cluster.start_node, args=("n2",)).start()

    sent = Push(writer, index, local.services, "faults").run(rebuild=False, progress=kill)
    assert killed.is_set()
    assert sent.there == sent.articles == COUNT
    cluster.wait_for(GREEN)
    assert writer.write("GET", f"/{index}/_count")["count"] == COUNT
    writer.write("DELETE", f"/{sent.index}")


def test_a_push_that_broke_off_goes_on_and_a_second_one_sends_nothing(local, writer, index):
    steps = []
    push = Push(writer, index, local.services, "faults")
    with pytest.raises(Cancelled):
        push.run(rebuild=False, progress=steps.append, stop=lambda: bool(steps))
    sent = Push(writer, index, local.services, "faults").run(rebuild=False)
    assert (sent.there, sent.sent < COUNT) == (COUNT, True)
    assert Push(writer, index, local.services, "faults").run(rebuild=False).sent == 0
    writer.write("DELETE", f"/{sent.index}")


def test_only_what_changed_is_sent_what_is_gone_is_removed_and_a_rebuild_switches(writer, index, tmp_path):
    first = made(40)
    with closing(explorer_of(first, tmp_path)) as before:
        old = Push(writer, index, before.services, "one").run(rebuild=False)
    changed = [replace(first[0], text="another text"), *first[1:30]]
    with closing(explorer_of(changed, tmp_path)) as after:
        sent = Push(writer, index, after.services, "one").run(rebuild=False)
        assert (sent.sent, sent.removed, sent.there, sent.index) == (1, 10, 30, old.index)
        again = Push(writer, index, after.services, "one").run(rebuild=True)
    assert again.index != old.index
    assert list(writer.write("GET", f"/_alias/{index}")) == [again.index]
    writer.write("DELETE", f"/{again.index}")


def test_several_people_push_into_one_index(writer, index, tmp_path):
    mine, shared = made(30), made(10)
    theirs = [*shared, *(replace(each, text="other words") for each in mine[20:30])]
    with closing(explorer_of(mine, tmp_path)) as one, closing(explorer_of(theirs, tmp_path)) as other:
        Push(writer, index, one.services, "one").run(rebuild=False)
        sent = Push(writer, index, other.services, "other").run(rebuild=False)
        assert (sent.sent, sent.there) == (10, 20)
        assert Push(writer, index, one.services, "one").run(rebuild=False).there == 30
    assert writer.write("GET", f"/{index}/_count")["count"] == 40
    writer.write("DELETE", f"/{sent.index}")


def test_a_full_disk_is_told_and_the_push_goes_on_later(local, writer, index, pushed, tmp_path):
    block = {"index.blocks.read_only_allow_delete": True}
    writer.write("PUT", f"/{pushed}/_settings", block)
    more = made(COUNT + 5)[COUNT:]
    with closing(explorer_of(more, tmp_path)) as dossier:
        with pytest.raises(EngineError, match="disk is full"):
            Push(writer, index, dossier.services, "more").run(rebuild=False)
        writer.write("PUT", f"/{pushed}/_settings", dict.fromkeys(block))
        assert Push(writer, index, dossier.services, "more").run(rebuild=False).there == 5


def test_the_manager_killed_is_one_sentence_and_what_was_read_stays(cluster, served):
    view = served.explore(Query("ferry"))
    number = view.hits[0]
    cluster.kill("n1")
    cluster.kill("n2")
    with pytest.raises(EngineTrouble, match=r"cannot be reached.*Last heard of at"):
        served.explore(Query("harbour"))
    assert served.notice
    assert served.read(number, view=view).marks
    assert [head.number for head in served.heads([number, 10**6])] == [number]
    cluster.start_node("n1")
    cluster.start_node("n2")
    cluster.wait_for(GREEN)
    assert served.explore(Query("harbour")).total == COUNT
    assert not served.notice


def test_a_slow_node_is_told_within_its_time_and_nothing_hangs(cluster, engine, index, pushed):
    with closing(Reader(engine, timeout=1.0)) as reader:
        cluster.pause("n2")
        try:
            with pytest.raises(EngineTrouble, match=r"in time|cannot be reached"):
                ask_often(reader, index)
        finally:
            cluster.go_on("n2")
    cluster.wait_for(GREEN)


def ask_often(reader, index):
    """Ask so often that both nodes are asked."""
    for _ in range(8):
        reader.ask("POST", f"/{index}/_search", {"query": {"match_all": {}}})


def test_shards_that_do_not_answer_are_counted(cluster, writer, served, index, pushed):
    alone = {"index.number_of_replicas": 0, "index.routing.allocation.total_shards_per_node": 1}
    writer.write("PUT", f"/{pushed}/_settings", alone)
    while len(writer.write("GET", f"/{pushed}/_search_shards")["nodes"]) < 2:  # a shard has still to move
        cluster.wait_for(f"{GREEN}&wait_for_no_relocating_shards=true")
    cluster.kill("n2")
    try:
        view = served.explore(Query("ferry"))
        assert "1 of 2 shards answered" in view.understood
        assert 0 < view.total < COUNT
    finally:
        cluster.start_node("n2")
        cluster.wait_for(GREEN)


def test_an_expired_point_in_time_is_replaced_and_every_hit_comes_once(cluster, writer, served):
    view = served.explore(Query("ferry sort:date"))
    deeper = served.deeper(view)
    assert len(view.hits) < len(deeper.hits) < deeper.total
    writer.write("DELETE", "/_search/point_in_time/_all")
    whole = served.deeper(deeper)
    assert len(whole.hits) == len(set(whole.hits)) == whole.total == COUNT
    assert served.deeper(whole) is whole


def test_a_newer_question_stops_the_older_on_the_server(cluster, writer, engine, index, pushed):
    slow = {"query": {"script": {"script": {"lang": "sleep", "source": "50"}}}}
    searching = "/_tasks?actions=indices:data/read/search*"
    started = threading.Event()

    def running():
        nodes = cluster.ask("GET", searching)["nodes"]
        return [task for node in nodes.values() for task in node["tasks"].values()]

    def stop():
        if running():
            started.set()
        return started.is_set()

    with closing(Reader(engine, timeout=60)) as reader, pytest.raises(Cancelled):
        reader.ask("POST", f"/{index}/_search", slow, stop)
    # A script that sleeps is stopped at the next look of the server only, but the search is marked at once.
    for _ in range(200):
        if all(task.get("cancelled") for task in running() if task.get("cancellable")):
            break
    assert all(task.get("cancelled") for task in running() if task.get("cancellable"))


def test_a_filled_index_has_its_replicas_and_is_refreshed_as_usual(cluster, writer, index, pushed):
    cluster.wait_for(GREEN)
    held = writer.write("GET", f"/{pushed}/_settings")[pushed]["settings"]["index"]
    assert (held["number_of_replicas"], held.get("refresh_interval")) == ("1", None)


def test_a_change_is_noticed_where_the_clock_of_who_pushed_it_is_slow(writer, engine, index, tmp_path, monkeypatch):
    first = made(40)
    with closing(explorer_of(first, tmp_path)) as before:
        target = Push(writer, index, before.services, "one").run(rebuild=False).index
    with closing(ServedArchive.open(engine, index)) as served:
        assert served.explore(Query("another")).total == 0
        edition = served.edition
        monkeypatch.setattr("tui.served.push.time.time", lambda: 1_000_000_000.0)
        with closing(explorer_of([replace(first[0], text="another text"), *first[1:]], tmp_path)) as after:
            assert Push(writer, index, after.services, "one").run(rebuild=False).sent == 1
        assert served.explore(Query("another")).total == 1
        assert served.edition != edition
    writer.write("DELETE", f"/{target}")
