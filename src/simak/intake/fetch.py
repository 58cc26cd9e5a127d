"""One page or feed from the web, politely, and never from the user's own network.

An address comes from a user, but where it leads to a server decides: by a redirect, or by what
its name stands for (server-side request forgery, CWE-918). So every address of every step is
looked up once, all of its answers must be public (:mod:`simak.intake.address`), and the connection
goes to the very answer that was checked; names cannot change in between. No proxy is used.
"""

from __future__ import annotations

import contextlib
import http.client
import importlib.metadata
import io
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import quote, urljoin, urlsplit

from simak.intake import robots
from simak.intake.address import Address, is_public
from simak.intake.http import Answer, unpacked
from simak.intake.limit import MIB, Limits
from simak.intake.refusal import RefusalError
from simak.intake.robots import Robots
from simak.intake.stream import CHUNK

AGENT = "Simak"
_REDIRECTS = (301, 302, 303, 307, 308)
_LONGEST = 8_000  # characters of an address
_LONGEST_PAUSE = 30.0  # seconds; what a site may ask for between two requests
_MOST_ADDRESSES = 4  # of a host that are tried
_BAD = re.compile(r"[\x00-\x20\x7f\\]")
_SAFE = "%/:=&?~+!$,;'@()*[]|"


@dataclass(frozen=True)
class Fetched:
    """What was fetched: the body unpacked, the address it was at last found at, what it is."""

    data: bytes
    url: str
    charset: str | None = None
    media_type: str = ""

    @property
    def file_name(self) -> str:
        """The last part of the address's path."""
        return urlsplit(self.url).path.rpartition("/")[2]


@dataclass(frozen=True, kw_only=True)
class Guard:
    """Where one may connect to. Only tests give another one than the default."""

    allows: Callable[[Address], bool] = is_public
    ports: frozenset[int] = frozenset((80, 443))


class Resolve(Protocol):
    """Looks a host up."""

    def __call__(self, host: str, port: int, /) -> Sequence[str]:
        """Return its addresses. Raises OSError."""


def look_up(host: str, port: int) -> list[str]:
    """Return the addresses of a host by the system's resolver. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in found))


class Fetcher:
    """Fetches addresses; one for a run, because it remembers robots.txt and when it asked whom.

    ``seconds`` is the time that one address may take in all, pauses not counted; ``pause`` lies
    between two requests to one host, in seconds. The other arguments are for tests.
    """

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        seconds: float = 30.0,
        pause: float = 1.0,
        redirects: int = 5,
        guard: Guard | None = None,
        resolve: Resolve = look_up,
        context: ssl.SSLContext | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limits = limits or Limits()
        self._seconds = seconds
        self._pause = pause
        self._redirects = redirects
        self._guard = guard or Guard()
        self._resolve = resolve
        self._context = context
        self._sleep = sleep
        self._robots: dict[tuple[str, str, int], Robots | RefusalError] = {}
        self._asked: dict[str, float] = {}
        self._pauses: dict[str, float] = {}
        version = importlib.metadata.version("simak")
        self._agent = f"{AGENT}/{version} (reads news articles that its user asks for)"

    def fetch(self, url: str) -> Fetched:
        """Return what is at ``url``.

        Raises RefusalError: "not allowed" (not http or https, not public, forbidden by
        robots.txt), "not fetched" (no answer, or another one than 200), "too large", "unpacks too
        large".
        """
        return self._fetch(url, _Clock(self._seconds), self._limits.article, heed=True)

    def _fetch(self, url: str, clock: _Clock, limit: int, *, heed: bool) -> Fetched:
        for _ in range(self._redirects + 1):
            target = _target(url, self._guard.ports)
            if heed and not self._rules(target, clock).allows(target.url):
                raise RefusalError(
                    "not allowed",
                    f"robots.txt of {target.host} asks programs not to fetch {target.url}; "
                    "save the page with a browser",
                )
            answer, body = self._get(target, clock, limit)
            if answer.status in _REDIRECTS and answer.headers.get("location"):
                url = _joined(target.url, answer.headers["location"])
                continue
            if answer.status != 200:
                raise _StatusError(answer.status, target.host)
            return Fetched(body, target.url, answer.charset, answer.media_type)
        raise RefusalError("not fetched", f"more than {self._redirects} redirects; give the last")

    def _rules(self, target: _Target, clock: _Clock) -> Robots:
        site = (target.scheme, target.host, target.port)
        if site not in self._robots:
            self._robots[site] = self._read_rules(target, clock)
        rules = self._robots[site]
        if isinstance(rules, RefusalError):
            raise rules
        if rules.delay:
            self._pauses[target.host] = min(max(rules.delay, self._pause), _LONGEST_PAUSE)
        return rules

    def _read_rules(self, target: _Target, clock: _Clock) -> Robots | RefusalError:
        """Return the rules of a site: all is allowed where there are none (RFC 9309, 2.3.1)."""
        try:
            found = self._fetch(f"{target.site}/robots.txt", clock, robots.LARGEST, heed=False)
        except _StatusError as error:
            if 400 <= error.status < 500 and error.status != 429:
                return Robots()
            return RefusalError("not fetched", f"its robots.txt: {error}; try again later")
        except RefusalError as error:
            if error.reason == "too large":
                return Robots()  # no site's rules are half a megabyte long
            if error.reason == "not allowed":
                return error
            return RefusalError("not fetched", f"its robots.txt: {error}")
        return robots.read(found.data.decode("utf-8", "replace"), AGENT)

    def _get(self, target: _Target, clock: _Clock, limit: int) -> tuple[Answer, bytes]:
        """Return the answer of a server, and the body if it is wanted."""
        addresses = self._addresses(target, clock)
        self._wait(target.host, clock)
        failed: OSError | None = None
        for address in addresses[:_MOST_ADDRESSES]:
            try:
                channel = _connect(target, address, clock, self._context)
            except ssl.SSLError as error:
                raise RefusalError(
                    "not fetched", f"no safe connection to {target.host} ({error.reason or error})"
                ) from error
            except OSError as error:
                failed = error
                continue
            with contextlib.closing(channel.socket):
                try:
                    return self._talk(target, channel, clock, limit)
                except RefusalError:
                    raise
                except TimeoutError as error:
                    raise clock.late() from error
                except (OSError, http.client.HTTPException, ValueError) as error:
                    raise RefusalError(
                        "not fetched",
                        f"{target.host} broke off ({type(error).__name__}: {str(error)[:100]}); "
                        "try again later",
                    ) from error
        clock.left()  # raises if that is why
        raise RefusalError(
            "not fetched", f"{target.host} cannot be reached ({failed}); try again later"
        )

    def _talk(
        self, target: _Target, channel: _Channel, clock: _Clock, limit: int
    ) -> tuple[Answer, bytes]:
        connection = http.client.HTTPConnection(target.host, target.port)
        connection.sock = channel  # it is connected: http.client looks nothing up
        connection.request(
            "GET",
            target.path,
            headers={
                "Host": target.authority,
                "User-Agent": self._agent,
                "Accept": "text/html,application/xhtml+xml,application/rss+xml,"
                "application/atom+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1",
                "Accept-Encoding": "gzip",
                "Accept-Language": "id,en;q=0.5",
                "Connection": "close",
            },
        )
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in reversed(response.getheaders())}
        answer = Answer(response.status, headers)
        if response.status != 200:
            return answer, b""
        return answer, _body(response, headers, clock, limit)

    def _addresses(self, target: _Target, clock: _Clock) -> list[str]:
        """Return the addresses of a host, when all of them may be connected to."""
        try:
            ipaddress.ip_address(target.host)
            found: Sequence[str] = (target.host,)
        except ValueError:
            found = self._looked_up(target, clock)
        for words in found:
            try:
                address = ipaddress.ip_address(words)
            except ValueError:
                address = None
            if address is None or not self._guard.allows(address):
                raise RefusalError(
                    "not allowed",
                    f"{target.host} is at {words}, which is no public address; only pages of the "
                    "public web are fetched",
                )
        return list(found)

    def _looked_up(self, target: _Target, clock: _Clock) -> Sequence[str]:
        answers: list[Sequence[str] | Exception] = []

        def ask() -> None:
            try:
                answers.append(self._resolve(target.host, target.port))
            except Exception as error:
                answers.append(error)

        # The resolver knows no time limit; a thread that it holds up is left behind.
        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(clock.left())
        if not answers:
            raise clock.late()
        found = answers[0]
        if isinstance(found, Exception) or not found:
            raise RefusalError(
                "not fetched", f"there is no host {target.host} ({found}); look at the address"
            )
        return found

    def _wait(self, host: str, clock: _Clock) -> None:
        """Wait until the host may be asked again."""
        pause = self._pauses.get(host, self._pause)
        asked = self._asked.get(host)
        if asked is not None and (rest := asked + pause - time.monotonic()) > 0:
            self._sleep(rest)
            clock.stop(rest)
        self._asked[host] = time.monotonic()


class _StatusError(RefusalError):
    """A server answered with another status than 200."""

    def __init__(self, status: int, host: str) -> None:
        words = http.client.responses.get(status, "no known status")
        super().__init__("not fetched", f"{host} answered {status} ({words})")
        self.status = status


class _Clock:
    """The time that is left for one address."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left. Raises RefusalError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.late()
        return left

    def stop(self, seconds: float) -> None:
        """Do not count a pause."""
        self._end += seconds

    def late(self) -> RefusalError:
        """Return the error for an answer that takes too long."""
        return RefusalError(
            "not fetched", f"no whole answer within {self._seconds:.0f} seconds; try again later"
        )


@dataclass(frozen=True)
class _Target:
    """An address, taken apart and in ASCII."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = 443 if self.scheme == "https" else 80
        return host if self.port == usual else f"{host}:{self.port}"

    @property
    def site(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        return self.site + self.path


def _target(url: str, ports: frozenset[int]) -> _Target:
    """Take an address apart. Raises RefusalError for what is not fetched."""
    if len(url) > _LONGEST or _BAD.search(url):
        raise RefusalError("not allowed", "no address of the web: too long, or odd characters")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise RefusalError("not allowed", f"no address of the web ({error})") from error
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https"):
        raise RefusalError("not allowed", f"only http and https are fetched, not {scheme[:20]!r}")
    if parts.username is not None or parts.password is not None:
        raise RefusalError("not allowed", "an address with a user's name in it")
    port = port or (443 if scheme == "https" else 80)
    if port not in ports:
        raise RefusalError("not allowed", f"port {port}; pages are at 80 and 443")
    return _Target(scheme, _ascii_host(host), port, _path(parts.path, parts.query))


def _ascii_host(host: str) -> str:
    try:
        # A zone ("fe80::1%eth0") makes an address one of this machine's own network.
        if "%" in host:
            raise UnicodeError("a zone")
        name = host if ":" in host else host.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError as error:
        raise RefusalError("not allowed", f"no host {host[:80]!r} ({error})") from error
    if not name or not re.fullmatch(r"[0-9a-z_.:-]{1,253}", name):
        raise RefusalError("not allowed", f"no host {host[:80]!r}")
    return name


def _path(path: str, query: str) -> str:
    path = quote(path or "/", safe=_SAFE)
    return f"{path}?{quote(query, safe=_SAFE)}" if query else path


def _joined(url: str, location: str) -> str:
    try:
        # Servers send bytes; http.client reads them as latin-1.
        words = location.encode("latin-1").decode("utf-8", "replace").strip()
        return urljoin(url, words)
    except ValueError as error:
        raise RefusalError("not allowed", f"a redirect to no address ({error})") from error


def _connect(
    target: _Target, address: str, clock: _Clock, context: ssl.SSLContext | None
) -> _Channel:
    """Connect to ``address``, which was checked. Raises OSError."""
    plain = socket.create_connection((address, target.port), timeout=clock.left())
    try:
        if target.scheme == "http":
            return _Channel(plain, clock)
        plain.settimeout(clock.left())
        context = context or ssl.create_default_context()
        return _Channel(context.wrap_socket(plain, server_hostname=target.host), clock)
    except BaseException:
        plain.close()
        raise


class _Channel:
    """A socket for http.client of which every single read and write keeps within the time left."""

    def __init__(self, plain: socket.socket, clock: _Clock) -> None:
        self.socket = plain
        self.clock = clock

    def sendall(self, data: bytes) -> None:
        """Send ``data``."""
        self.socket.settimeout(self.clock.left())
        self.socket.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        """Return what the server sends as a file."""
        return io.BufferedReader(_Incoming(self), CHUNK)

    def close(self) -> None:
        """Do nothing: http.client closes before the body is read; whoever opened it closes it."""


class _Incoming(io.RawIOBase):
    """The bytes that a server sends."""

    def __init__(self, channel: _Channel) -> None:
        super().__init__()
        self._channel = channel

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._channel.socket.settimeout(self._channel.clock.left())
        return self._channel.socket.recv_into(buffer)


def _body(
    response: http.client.HTTPResponse, headers: Mapping[str, str], clock: _Clock, limit: int
) -> bytes:
    too_large = RefusalError(
        "too large", f"the server sends more than {limit // MIB or 1} MiB; no article is so long"
    )
    said = headers.get("content-length", "")
    if said.isascii() and said.isdecimal() and (len(said) > 15 or int(said) > limit):
        raise too_large
    parts: list[bytes] = []
    size = 0
    while part := response.read1(CHUNK):
        clock.left()
        size += len(part)
        if size > limit:
            raise too_large
        parts.append(part)
    if response.length:  # bytes that were promised and did not come
        raise RefusalError("not fetched", "the server broke off in the middle; try again later")
    plain = {name: value for name, value in headers.items() if name != "transfer-encoding"}
    return unpacked(b"".join(parts), plain, limit)
