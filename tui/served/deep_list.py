"""The list behind the first hits: read further from one point in time, so that nothing comes twice or is missed."""

from __future__ import annotations

from typing import Any

from tui.base.progress import Stop
from tui.served.server import EngineTrouble, Reader

DEEP = 1_000
"""Hits that are listed further at once."""
_KEEP_ALIVE = "2m"


class DeepList:
    """The hits of one question behind those that are known."""

    def __init__(self, server: Reader, index: str, body: dict[str, Any], after: list[Any]) -> None:
        """Take the question and what the last known hit was sorted by."""
        self._server = server
        self._index = index
        self._body = {name: body[name] for name in ("query", "post_filter", "sort") if name in body}
        self._after = after
        self._point = ""

    def page(self, stop: Stop) -> list[dict[str, Any]]:
        """Return the next hits; a point in time that is too old, or whose node is gone, is replaced."""
        for _ in range(2):
            if not self._point:
                path, kept = f"/{self._index}/_search/point_in_time", {"keep_alive": _KEEP_ALIVE}
                self._point = str(self._server.ask("POST", path, None, stop, kept)["pit_id"])
            body = self._body | {"size": DEEP, "search_after": self._after, "_source": False}
            body |= {"docvalue_fields": ["copy_of"], "track_total_hits": False}
            body["pit"] = {"id": self._point, "keep_alive": _KEEP_ALIVE}
            try:
                found = self._server.ask("POST", "/_search", body, stop, {"search_type": "dfs_query_then_fetch"})
            except EngineTrouble as problem:
                if problem.status != 404:
                    raise
                self._point = ""
                continue
            hits: list[dict[str, Any]] = found["hits"]["hits"]
            if hits:
                self._after = hits[-1]["sort"]
            return hits
        return []

    def close(self) -> None:
        """Let go of the point in time."""
        if self._point:
            self._server.ask("DELETE", "/_search/point_in_time", {"pit_id": [self._point]})
