"""What a site's robots.txt lets us fetch (RFC 9309: longest rule, ``*`` and ``$``).

Python's own parser takes the first rule that fits and knows no ``*``, which the files of most
outlets are written with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes, urlsplit

#: Bytes of the file that are looked at (RFC 9309 asks for 500 KiB at the least).
LARGEST = 512 * 1024
_MOST_RULES = 5_000


@dataclass(frozen=True)
class Robots:
    """The rules for one program, and the pause in seconds that the site asks for, if it does."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float | None = None

    def allows(self, url: str) -> bool:
        """Whether ``url`` may be fetched: the longest rule that fits says so, without one it may.

        >>> read("User-agent: *\\nDisallow: /cari", "Simak").allows("https://contoh.id/cari?q=a")
        False
        """
        parts = urlsplit(url)
        path = _plain(parts.path or "/") + (f"?{_plain(parts.query)}" if parts.query else "")
        if path == "/robots.txt":
            return True
        best, allowed = -1, True
        for rule, allow in self.rules:
            # Of rules as long as each other the one that allows counts.
            if (len(rule) > best or (len(rule) == best and allow)) and _fits(rule, path):
                best, allowed = len(rule), allow
        return allowed


def read(text: str, agent: str) -> Robots:
    """Return the rules of a robots.txt for the program ``agent``, else those for all."""
    groups: dict[str, list[tuple[str, bool]]] = {}
    delays: dict[str, float] = {}
    names: list[str] = []
    in_rules = False
    for line in text.removeprefix("\ufeff").splitlines():
        key, sign, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not sign:
            continue
        if key == "user-agent":
            if in_rules:
                names, in_rules = [], False
            match = re.match(r"\*|[A-Za-z_-]+", value)
            name = match[0].lower() if match else ""
            names.append(name)
            groups.setdefault(name, [])
        elif key in ("allow", "disallow"):
            in_rules = True
            for name in names if value else ():
                if len(groups[name]) < _MOST_RULES:
                    groups[name].append((_plain(value), key == "allow"))
        elif key == "crawl-delay":
            in_rules = True
            if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value):
                delays.update((name, float(value)) for name in names)
    own = agent.lower() if agent.lower() in groups else "*"
    return Robots(tuple(groups.get(own, ())), delays.get(own))


def _plain(path: str) -> str:
    """Return a path with the same characters escaped, however it was written."""
    return quote(unquote_to_bytes(path), safe="/*$?=&;:@!'(),+-._~%")


def _fits(rule: str, path: str) -> bool:
    """Whether ``path`` begins as ``rule`` says; linear in both, times the stars of the rule."""
    ends = rule.endswith("$")
    first, *others = (rule[:-1] if ends else rule).split("*")
    if not path.startswith(first):
        return False
    if not others:
        return not ends or path == first
    position = len(first)
    *middle, last = others
    for part in middle:
        position = path.find(part, position)
        if position < 0:
            return False
        position += len(part)
    if ends:
        return len(path) - len(last) >= position and path.endswith(last)
    return path.find(last, position) >= 0
