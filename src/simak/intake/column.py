"""A row of a table to an article: which column holds what, and what a cell may hold."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, get_args

from simak.errors import InputError
from simak.intake.article import Incoming, Rejection
from simak.intake.page import PageReader
from simak.intake.refusal import RefusalError
from simak.intake.stamp import local
from simak.intake.text import TextError, decode
from simak.lexicon import Lexicon

Field = Literal["text", "title", "url", "outlet", "byline", "published"]
FIELDS: tuple[Field, ...] = get_args(Field)

# What programs write where there is nothing.
_NOTHING = frozenset(("", "nan", "null", "none", "n/a", "na", "-", "nat", "\\n"))
# Columns that tables of articles have besides.
_BESIDES = frozenset(("id", "no", "nomor", "kategori", "category", "tag", "tags", "label"))
_HTML = re.compile(r"</?(?:p|br|div|html|body|article|h[1-6]|li|td)\b[^<>]{0,400}>", re.I)
_WHOLE = re.compile(r"<(?:html|body)\b", re.I)
_SPACE = re.compile(r"\s+")
_KEY = re.compile(r"[\s_-]+")
_LONGEST = 2_000  # characters of a title, an address, a name


def parse_columns(assignments: Iterable[str]) -> dict[Field, tuple[str, ...]]:
    """Return the column map that the words of ``--map`` give: ``text=isi``, ``published=tanggal``.

    A field may be given several columns; the first that a table has counts. Raises InputError.

    >>> parse_columns(["text=isi", "text=badan"])
    {'text': ('isi', 'badan')}
    """
    columns: dict[Field, tuple[str, ...]] = {}
    for words in assignments:
        name, sign, column = words.partition("=")
        field = next((field for field in FIELDS if field == name.strip()), None)
        if not sign or field is None or not column.strip():
            raise InputError(
                f"--map {words!r} is no column; give it as in --map text=isi, where the first is "
                f"one of {', '.join(FIELDS)} and the second the name of the column"
            )
        columns[field] = (*columns.get(field, ()), column.strip())
    return columns


class Columns:
    """Which column holds what: as the user says in ``chosen``, else by the names in ``lexicon``.

    ``pages`` reads a cell that holds HTML, dates and bylines. Raises LexiconError for a wrong
    row of ``column.tsv``.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        chosen: Mapping[Field, Sequence[str]] | None = None,
        *,
        pages: PageReader,
    ) -> None:
        self._chosen = dict(chosen or {})
        usual: dict[str, list[str]] = {field: [] for field in FIELDS}
        for row in lexicon.rows("column.tsv", ("field", "names")):
            usual[row.one_of("field", FIELDS)].extend(map(_key, row.list("names")))
        self._usual = usual
        self._known = frozenset(name for names in usual.values() for name in names) | _BESIDES
        self._pages = pages

    def find(self, names: Sequence[str]) -> dict[Field, int]:
        """Return where in ``names``, the columns of a table, each part of an article stands.

        Raises RefusalError when there is none for the text, or none of those that were chosen.
        """
        places = self._places(names)
        for field in self._chosen:
            if field not in places:
                raise RefusalError(
                    "no article",
                    f"no column {' or '.join(self._chosen[field])} for the {field} (--map); "
                    f"the columns are {_list(names)}",
                )
        if "text" not in places:
            raise RefusalError(
                "no article",
                f"no column is called as one of texts is; the columns are {_list(names)}. "
                "Say which it is: --map text=COLUMN",
            )
        return places

    def _places(self, names: Sequence[str]) -> dict[Field, int]:
        places: dict[Field, int] = {}
        exact: dict[str, int] = {}
        keys: dict[str, int] = {}
        for place, name in enumerate(names):
            exact.setdefault(name, place)
            keys.setdefault(_key(name), place)
        for field in FIELDS:
            if field in self._chosen:
                for name in self._chosen[field]:
                    at = exact.get(name, keys.get(_key(name)))
                    if at is not None:
                        places[field] = at
                        break
                continue
            for usual in self._usual[field]:
                if usual in keys:
                    places[field] = keys[usual]
                    break
        return places

    def plain(self, names: Sequence[str]) -> bool:
        """Whether ``names`` is surely the first line of a table of articles: all are known."""
        keys = [_key(name) for name in names]
        return (
            2 <= len(keys) == len(set(keys))
            and self._known.issuperset(keys)
            and any(key in self._usual["text"] for key in keys)
        )

    def of_object(self, row: Mapping[str, Any]) -> dict[Field, Any]:
        """Return the cells of an object of JSON; ``isi.teks`` is the ``teks`` within ``isi``.

        A record of Simak's is taken by its article. Raises RefusalError when there is no text.
        """
        article = row.get("article")
        if isinstance(article, dict) and isinstance(article.get("text"), str):
            published = article.get("published")
            return {
                **{field: article.get(field) for field in FIELDS},
                "published": published.get("value") if isinstance(published, dict) else None,
            }
        flat = {name: value for name, value in row.items() if value is not None}
        for chosen in self._chosen.values():
            for name in chosen:
                if name not in flat and (value := _within(row, name)) is not None:
                    flat[name] = value
        names = list(flat)
        places = self._places(names)  # an object may lack what others have
        if "text" not in places:
            self.find(names)
        return {field: flat[names[place]] for field, place in places.items()}

    def article(self, cells: Mapping[Field, Any], name: str) -> Incoming | Rejection:
        """Return the article of a row. Raises RefusalError when there is none."""
        text = self._text(cells.get("text"), name)
        title = _line(cells.get("title"))
        url = _line(cells.get("url"))
        if url is not None and not url.lower().startswith(("http://", "https://")):
            url = None
        outlet = self._pages.outlets.at(url)
        zone = (outlet or self._pages.outlets.every).zone
        publisher = _line(cells.get("outlet")) or (outlet.name if outlet else None)
        own = ((outlet.name, *outlet.words) if outlet else ()) + ((publisher or ""),)
        given: dict[str, Any] = {
            "title": title,
            "url": url,
            "outlet": publisher,
            "byline": self._byline(cells.get("byline"), own),
            "published": self._published(cells.get("published"), zone),
        }
        if _WHOLE.search(text[:4096]):
            page = self._pages.read(_bytes(text), name, url)
            if isinstance(page, Rejection):
                return page
            for part, value in given.items():
                given[part] = value or getattr(page, part)
            text = page.text
        elif _HTML.search(text):
            text = self._pages.fragment(_bytes(text).decode("utf-8", "replace"), outlet)
            if not text.strip():
                raise RefusalError("no article", "the text is markup without words in this row")
            if "\ufffd" in text:
                raise RefusalError("encoding", "the text is no UTF-8; save the table as UTF-8")
        return Incoming(name=name, text=text, **given)

    def _text(self, value: Any, name: str) -> str:
        if isinstance(value, (list, tuple)) and all(isinstance(part, str) for part in value):
            value = "\n".join(value)  # a paragraph each
        if isinstance(value, bytes):
            value = value.decode("utf-8", "surrogateescape")
        if value is None or (isinstance(value, float) and math.isnan(value)):
            value = ""
        if not isinstance(value, str):
            raise RefusalError(
                "no article", f"what should be the text is a {type(value).__name__}, not words"
            )
        if value.strip().lower() in _NOTHING:
            raise RefusalError("no article", "the text is empty in this row")
        try:
            return decode(value.encode("utf-8", "surrogateescape"), name)
        except UnicodeEncodeError:
            raise RefusalError("encoding", "half a character (a lone surrogate)") from None
        except TextError as error:
            if _HTML.search(value):
                return value.replace("\r\n", "\n").replace("\r", "\n")
            raise RefusalError(error.reason, str(error)) from error

    def _byline(self, value: Any, own: Sequence[str]) -> tuple[str, ...]:
        parts = value[:50] if isinstance(value, (list, tuple)) else [value]
        return self._pages.bylines.read("\n".join(filter(None, map(_line, parts))), own)

    def _published(self, value: Any, zone: int) -> str | None:
        stamp = self._stamp(value)
        return local(stamp, zone) if stamp else None

    def _stamp(self, value: Any) -> str | None:
        if isinstance(value, datetime.datetime):
            midnight = value.time() == datetime.time() and value.tzinfo is None
            return value.date().isoformat() if midnight else value.isoformat(timespec="seconds")
        if isinstance(value, datetime.date):
            return value.isoformat()
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return _moment(value)
        words = _line(value)
        if words is None:
            return None
        if words.isdecimal() and len(words) in (10, 13):
            return _moment(int(words))
        if words.isdecimal() and len(words) == 8:  # 20240305
            try:
                return datetime.date.fromisoformat(words).isoformat()
            except ValueError:
                return None
        return self._pages.stamps.read(words)


def _moment(value: float) -> str | None:
    """Return the moment of a count of seconds, or thousandths of them, since 1970."""
    seconds = value / 1000 if abs(value) >= 1e11 else value
    if not 3e8 <= seconds <= 4.2e9:  # 1979 to 2103; NaN is neither
        return None
    moment = datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
    return moment.isoformat(timespec="seconds")


def _line(value: Any) -> str | None:
    """Return a cell as one line, None where there is nothing in it."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "surrogateescape")
    if not isinstance(value, str):
        return None
    value = value[: 2 * _LONGEST]
    try:
        value.encode()
    except UnicodeEncodeError:
        try:  # bytes that were no UTF-8
            value = value.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
        except UnicodeEncodeError:
            value = value.encode("utf-8", "replace").decode()
    line = _SPACE.sub(" ", value.replace("\0", "")).strip()[:_LONGEST]
    return None if line.lower() in _NOTHING else line


def _within(row: Any, path: str) -> Any:
    for name in path.split("."):
        if not isinstance(row, dict):
            return None
        row = row.get(name)
    return row


def _bytes(text: str) -> bytes:
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def _key(name: str) -> str:
    return _KEY.sub("_", name.strip().strip("\ufeff").lower())


def _list(names: Sequence[str]) -> str:
    shown = ", ".join(name[:40] for name in names[:12])
    return (shown or "none") + (", ..." if len(names) > 12 else "")
