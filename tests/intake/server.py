"""A web server of our own on loopback, for the tests of fetching alone."""

from __future__ import annotations

import gzip
import ipaddress
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from simak.intake.fetch import Guard

from . import seed


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.server.asked.append(
            (self.path, self.headers["Host"], self.headers["User-Agent"], time.monotonic())
        )
        try:
            answer = self.server.answers.get(self.path, self.server.default)
            answer(self)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the fetcher has had enough
        self.close_connection = True

    def answer(self, status=200, body=b"", length=None, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if length is not False:
            self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """Answers by path; ``asked`` holds (path, host, agent, time) of each request."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str, str, float]] = []
        self.answers = {
            "/a": lambda it: it.answer(body=seed.page(), Content_Type="text/html"),
            "/robots.txt": lambda it: it.answer(404),
        }

    @staticmethod
    def default(handler):
        handler.answer(404)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.server_port}{path}"

    @property
    def guard(self) -> Guard:
        """Return a guard that lets through to this server, and to nothing else."""
        own = ipaddress.ip_address("127.0.0.1")
        return Guard(allows=lambda address: address == own, ports=frozenset({self.server_port}))


@contextmanager
def running() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def endless(handler) -> None:
    """Send a body without end."""
    handler.answer(length=False, Content_Type="text/html")
    while True:
        handler.wfile.write(b"<p>Rapat dibuka.</p>" * 1000)


def slow(handler) -> None:
    """Send a body byte by byte."""
    handler.answer(length=False, Content_Type="text/html")
    for _ in range(200):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


def slow_head(handler) -> None:
    """Send a header byte by byte."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-A: ")
    for _ in range(200):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


def bomb(handler) -> None:
    """Send a small body that unpacks to 64 MiB."""
    handler.answer(
        body=gzip.compress(b"\0" * (64 << 20)), Content_Type="text/html", Content_Encoding="gzip"
    )
