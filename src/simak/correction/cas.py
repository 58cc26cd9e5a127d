"""UIMA CAS read back: .xmi files that :mod:`simak.export.cas` wrote and people changed.

A TypeSystem.xml beside a file is taken as well, since INCEpTION adds types and features of its own;
what Simak does not know is left alone.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.parsers import expat

from cassis import Cas, TypeSystem, load_cas_from_xmi, load_typesystem, merge_typesystems

from simak.correction import Correction
from simak.correction.file import content, files
from simak.errors import FormatError
from simak.export.cas import ARTICLE, COREF, FEATURES, TYPES, label_feature, type_system
from simak.export.mark import LAYER_OF, Layer, Mark
from simak.export.plain import xml_plain

_WIKIDATA = ("http://www.wikidata.org/entity/", "https://www.wikidata.org/wiki/")


def read(paths: Sequence[str]) -> Iterator[Correction]:
    """Yield the corrections of .xmi files and of folders of them. Raises FormatError."""
    for path in files(paths, ".xmi"):
        yield _File(path).correction()


class _File:
    def __init__(self, path: Path) -> None:
        self._path = path
        data = content(path)
        self._lines = self._checked(data)
        self._cas = self._loaded(data)

    def correction(self) -> Correction:
        types = self._cas.typesystem
        known = [one for one in self._all(ARTICLE) if getattr(one, "article", None)]
        if len(known) != 1 or not getattr(known[0], "state", None):
            raise FormatError(
                f"{self._path}: there is no annotation {ARTICLE}, which tells the article: the "
                "file was not written by simak export --format cas, or its layer was left out"
            )
        named: dict[str, Any] = {}
        for name in TYPES.values():
            if types.contains_type(name):
                named.update((_name(one), one) for one in self._all(name))
        corefs: dict[str, list[tuple[str, str]]] = {}
        for one in self._all(COREF):
            governor, dependent = getattr(one, "Governor", None), getattr(one, "Dependent", None)
            if governor is None or dependent is None:
                raise self._fault(one, "a coreference needs both its ends")
            corefs.setdefault(_name(dependent), []).append(("Coref", _name(governor)))
        text = self._cas.sofa_string
        marks = [
            self._mark(layer, one, corefs.get(_name(one), []))
            for layer, name in TYPES.items()
            for one in self._all(name)
        ]
        return Correction(
            known[0].article, known[0].state, tuple(marks), str(self._path), text, xml_plain
        )

    def _all(self, name: str) -> list[Any]:
        return [one for one in self._cas.select(name) if one.type.name == name]

    def _mark(self, layer: Layer, one: Any, links: list[tuple[str, str]]) -> Mark:
        label = getattr(one, label_feature(layer), None)
        if label is None or LAYER_OF.get(label) != layer:
            raise self._fault(one, f"{label_feature(layer)} is {label!r}, no label of a {layer}")
        length = len(self._cas.sofa_string or "")
        start, end = one.begin, one.end
        if start is None or end is None or not 0 <= start < end <= length:
            raise self._fault(one, f"[{start}, {end}] is empty or outside the text")
        features = {
            name: value for name in FEATURES[layer] if (value := getattr(one, name, None))
        }  # fmt: skip
        identifier = getattr(one, "identifier", None) if layer == "mention" else None
        if identifier:
            features["authority"], features["id"] = self._link(one, identifier)
        arguments = getattr(one, "arguments", None)
        for link in arguments.elements if arguments else ():
            target = getattr(link, "target", None)
            if target is None or not getattr(link, "role", None):
                raise self._fault(one, "an argument needs a role and a target")
            links = [*links, (link.role, _name(target))]
        where = f"{self._path}:{self._line(one)}"
        row = getattr(one, "row", None)
        return Mark(_name(one), layer, label, (start, end), row, features, tuple(links), where)

    def _link(self, one: Any, identifier: str) -> tuple[str, str]:
        for start in _WIKIDATA:
            if identifier.startswith(start):
                return "wikidata", identifier.removeprefix(start)
        authority, colon, id = identifier.partition(":")
        if not colon or not authority or not id:
            raise self._fault(one, f"identifier is {identifier!r}; it must be AUTHORITY:ID")
        return unquote(authority), id

    # --- the file as XML -------------------------------------------------------------------------

    def _checked(self, data: bytes) -> dict[int, int]:
        """Return the line of each xmi:id. Raises FormatError for broken or harmful XML."""
        lines: dict[int, int] = {}
        parser = expat.ParserCreate()

        def declared(*given: object) -> None:
            raise FormatError(
                f"{self._path}:{parser.CurrentLineNumber}: a document type is not read: entities "
                "in it can do harm"
            )

        def begun(name: str, attributes: dict[str, str]) -> None:
            id = attributes.get("xmi:id", "")
            if id.isdecimal() and id.isascii() and len(id) < 10:
                lines[int(id)] = parser.CurrentLineNumber

        parser.StartDoctypeDeclHandler = declared
        parser.StartElementHandler = begun
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            words = expat.ErrorString(error.code)
            raise FormatError(
                f"{self._path}:{error.lineno}: no well-formed XML ({words})"
            ) from error
        return lines

    def _loaded(self, data: bytes) -> Cas:
        beside = self._path.with_name("TypeSystem.xml")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of types that are not ours
            types = type_system()
            if beside.is_file():
                types = self._with(types, beside)
            try:
                return load_cas_from_xmi(io.BytesIO(data), typesystem=types, lenient=True)
            # cassis raises whatever its reading runs into: KeyError, AttributeError, TypeError, ...
            except Exception as error:
                raise FormatError(
                    f"{self._path}: no UIMA CAS with Simak's types ({type(error).__name__}: "
                    f"{str(error)[:200]}); where a tool added features, put its TypeSystem.xml "
                    "beside the file"
                ) from error

    def _with(self, types: TypeSystem, beside: Path) -> TypeSystem:
        data = content(beside)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise FormatError(f"{beside}: a document type is not read: entities can do harm")
        try:
            return merge_typesystems(types, load_typesystem(io.BytesIO(data)))
        except Exception as error:
            raise FormatError(
                f"{beside}: no UIMA type system that goes with Simak's ({str(error)[:200]})"
            ) from error

    def _line(self, one: Any) -> int:
        return self._lines.get(one.xmiID, 1)

    def _fault(self, one: Any, message: str) -> FormatError:
        kind = one.type.name.rpartition(".")[2]
        return FormatError(f"{self._path}:{self._line(one)}: {kind} {one.xmiID}: {message}")


def _name(one: Any) -> str:
    return f"x{one.xmiID}"
