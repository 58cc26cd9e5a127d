"""A subset of CSS selectors (W3C Selectors Level 3), for the rules that say where a text stands.

``tag``, ``.class``, ``#id``, ``[name]``, ``[name=value]``, ``[name^=value]``, ``[name$=value]``,
``[name*=value]``, ``[name~=value]``, put together without a space, with a space (somewhere inside)
or with ``>`` (directly inside). A page is indexed once, so that forty rules cost one walk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_PART = re.compile(
    r"(?P<tag>[a-zA-Z][\w-]*|\*)|\.(?P<class>[\w-]+)|#(?P<id>[\w-]+)"
    r"|\[(?P<name>[\w:-]+)(?:(?P<how>[~^$*]?=)(?:\"(?P<quoted>[^\"\]]*)\"|(?P<value>[^\]\"]*)))?\]"
)
_STEP = re.compile(r"\s*(>)\s*|\s+")


@dataclass(frozen=True)
class _Compound:
    """What one element must be: ``div.read__content[data-page]``."""

    tag: str | None
    id: str | None
    classes: tuple[str, ...]
    attributes: tuple[tuple[str, str, str], ...]

    def matches(self, element: Any) -> bool:
        if self.tag and element.tag != self.tag:
            return False
        if self.id and element.get("id") != self.id:
            return False
        if self.classes:
            classes = (element.get("class") or "").split()
            if any(name not in classes for name in self.classes):
                return False
        return all(_holds(element.get(name), *test) for name, *test in self.attributes)


def _holds(value: str | None, how: str, wanted: str) -> bool:
    if value is None:
        return False
    if how == "=":
        return value == wanted
    if how == "^=":
        return value.startswith(wanted)
    if how == "$=":
        return value.endswith(wanted)
    if how == "*=":
        return wanted in value
    return wanted in value.split() if how else True


@dataclass(frozen=True)
class Selector:
    """One selector; ``parse`` makes it. The last compound is the element that is meant."""

    steps: tuple[tuple[bool, _Compound], ...]

    @staticmethod
    def parse(text: str) -> Selector:
        """Return the selector that ``text`` writes. Raises ValueError, saying what is not known.

        >>> len(Selector.parse("div.isi > p[class^=par]").steps)
        2
        """
        steps: list[tuple[bool, _Compound]] = []
        direct, position, text = False, 0, text.strip()
        while position < len(text):
            compound, position = _compound(text, position)
            steps.append((direct, compound))
            if position < len(text):
                step = _STEP.match(text, position)
                if step is None or step.end() == len(text):
                    raise ValueError(f"{text[position:]!r} in the selector {text!r}")
                direct, position = step[1] is not None, step.end()
        if not steps:
            raise ValueError("the selector is empty")
        return Selector(tuple(steps))

    @property
    def last(self) -> _Compound:
        """The compound of the element that is meant."""
        return self.steps[-1][1]

    def matches(self, element: Any) -> bool:
        """Whether ``element`` is meant."""
        return self.last.matches(element) and self._within(element, len(self.steps) - 1)

    def _within(self, element: Any, step: int) -> bool:
        """Whether the ancestors of ``element`` fit the steps before ``step``."""
        # Where several ancestors fit a step, the nearest is taken: enough for the rules of pages,
        # and linear in the depth.
        while step > 0:
            direct, compound = self.steps[step][0], self.steps[step - 1][1]
            element = element.getparent()
            if not direct:
                while element is not None and not compound.matches(element):
                    element = element.getparent()
            if element is None or not compound.matches(element):
                return False
            step -= 1
        return True


def _compound(text: str, position: int) -> tuple[_Compound, int]:
    tag = identifier = None
    classes: list[str] = []
    attributes: list[tuple[str, str, str]] = []
    start = position
    while part := _PART.match(text, position):
        if part["tag"] and position > start:
            break
        if part["tag"]:
            tag = None if part["tag"] == "*" else part["tag"].lower()
        elif part["class"]:
            classes.append(part["class"])
        elif part["id"]:
            identifier = part["id"]
        else:
            value = part["quoted"] if part["quoted"] is not None else part["value"] or ""
            attributes.append((part["name"].lower(), part["how"] or "", value.strip()))
        position = part.end()
    if position == start:
        raise ValueError(f"{text[position:]!r} in the selector {text!r}")
    return _Compound(tag, identifier, tuple(classes), tuple(attributes)), position


class Index:
    """The elements of a page by tag, class and id, in the order of the page."""

    def __init__(self, tree: Any) -> None:
        self.elements: list[Any] = [e for e in tree.iter() if isinstance(e.tag, str)]
        self._order = {element: number for number, element in enumerate(self.elements)}
        self._tags: dict[str, list[Any]] = {}
        self._classes: dict[str, list[Any]] = {}
        self._ids: dict[str, list[Any]] = {}
        for element in self.elements:
            self._tags.setdefault(element.tag, []).append(element)
            if identifier := element.get("id"):
                self._ids.setdefault(identifier, []).append(element)
            if classes := element.get("class"):
                for name in dict.fromkeys(classes.split()):
                    self._classes.setdefault(name, []).append(element)

    def all(self, selectors: Iterable[Selector]) -> list[Any]:
        """Return the elements that any of ``selectors`` means, in the order of the page."""
        found = {
            element: None
            for selector in selectors
            for element in self._candidates(selector.last)
            if selector.matches(element)
        }
        return sorted(found, key=self._order.__getitem__)

    def tag(self, *names: str) -> list[Any]:
        """Return the elements with one of these tags, tag by tag."""
        return [element for name in names for element in self._tags.get(name, ())]

    def _candidates(self, compound: _Compound) -> list[Any]:
        if compound.id:
            return self._ids.get(compound.id, [])
        if compound.classes:
            return min((self._classes.get(name, []) for name in compound.classes), key=len)
        if compound.tag:
            return self._tags.get(compound.tag, [])
        return self.elements
