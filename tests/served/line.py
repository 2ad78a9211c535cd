"""A line to a node: a proxy on loopback that may speak TLS, take its time, say nothing, or be cut."""

from __future__ import annotations

import asyncio
import ssl
import threading
from contextlib import suppress


class Line:
    """Forwards connections to a port of this machine; `delay` seconds go by on the way there, and on the way back."""

    def __init__(self, port: int, tls: ssl.SSLContext | None = None, delay: float = 0.0) -> None:
        self._target = port
        self._tls = tls
        self.delay = delay
        self.silent = False
        """Whether answers are kept back."""
        self.sent = b""
        """All that was asked for, in plain text."""
        self._ends: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="line")
        self._thread.start()
        self._server = self._run(self._listen())
        self.port = self._server.sockets[0].getsockname()[1]

    @property
    def address(self) -> str:
        """The address of this end."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """Cut every connection that is open now."""
        self._run(self._cut())

    def close(self) -> None:
        """Take no connection any more."""
        self._run(self._ended())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)

    async def _listen(self) -> asyncio.Server:
        return await asyncio.start_server(self._connected, "127.0.0.1", 0, ssl=self._tls)

    async def _cut(self) -> None:
        for end in self._ends:
            end.transport.abort()

    async def _ended(self) -> None:
        self._server.close()
        await self._cut()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for each in others:
            each.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, ssl.SSLError):
            node_reader, node_writer = await asyncio.open_connection("127.0.0.1", self._target)
            self._ends |= {writer, node_writer}
            ways = self._carry(reader, node_writer, asked=True), self._carry(node_reader, writer, asked=False)
            await asyncio.gather(*ways)
            self._ends -= {writer, node_writer}

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, asked: bool) -> None:
        """Carry one way, a piece at a time, until either end is gone."""
        due: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def deliver() -> None:
            with suppress(OSError):
                while True:
                    at, piece = await due.get()
                    await asyncio.sleep(max(0.0, at - self._loop.time()))
                    if not piece:
                        break
                    target.write(piece)
                    await target.drain()
            target.close()

        delivering = asyncio.create_task(deliver())
        with suppress(OSError, ssl.SSLError):
            while piece := await source.read(1 << 16):
                if asked:
                    self.sent += piece
                if asked or not self.silent:
                    due.put_nowait((self._loop.time() + self.delay, piece))
        due.put_nowait((self._loop.time() + self.delay, b""))
        await delivering
