"""UIMA CAS: an XMI file for each article and their type system, for INCEpTION and DKPro.

Format: UIMA 3, XML Metadata Interchange. Offsets there count UTF-16 units, as Java does;
dkpro-cassis turns ours into those. XML cannot hold some control characters: each is written as
U+FFFD, one for one, so that offsets stay.

Mentions are DKPro's NamedEntity (``value`` the type, ``identifier`` the link); the other layers are
custom layers in the manner of INCEpTION, with links as slots (``arguments``: role and target) and
Coref as a relation between mentions. To bring the files into INCEpTION, import TypeSystem.xml as
layers of a project, then the .xmi files as "UIMA CAS XMI (XML 1.0)".

``simak import --format cas`` reads such files back (:mod:`simak.correction.cas`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cassis import Cas, TypeSystem

from simak.export.format import Setting
from simak.export.mark import Layer, Mark, marks, state
from simak.export.plain import xml_plain
from simak.record import Record

NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
_CUSTOM = "webanno.custom.Simak"
ARTICLE = f"{_CUSTOM}Article"
COREF = f"{_CUSTOM}Coref"

TYPES: Mapping[Layer, str] = {
    "mention": NAMED_ENTITY,
    "role": f"{_CUSTOM}Role",
    "time": f"{_CUSTOM}Timex",
    "statement": f"{_CUSTOM}Statement",
    "event": f"{_CUSTOM}Event",
    "wording": f"{_CUSTOM}Wording",
    "credit": f"{_CUSTOM}Credit",
    "passage": f"{_CUSTOM}Passage",
}
"""The type of the annotations of each layer."""

FEATURES: Mapping[Layer, tuple[str, ...]] = {
    "mention": ("kind", "name", "acronym"),
    "role": ("title",),
    "time": ("value", "mod"),
    "statement": ("kind", "act", "cueless"),
    "event": ("mode", "status"),
    "wording": ("neutral",),
    "credit": ("name",),
    "passage": (),
}
"""The features of each layer, beside ``label`` (of a mention: ``value``), ``row`` and links."""


def label_feature(layer: Layer) -> str:
    """Return the feature that holds a mark's label."""
    return "value" if layer == "mention" else "label"


def type_system() -> TypeSystem:
    """Return the types of the files, as TypeSystem.xml has them."""
    types = TypeSystem(add_document_annotation_type=True)
    string, array = "uima.cas.String", "uima.cas.FSArray"
    metadata = types.create_type(METADATA, "uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId", "documentUri"):
        types.create_feature(metadata, name, string)
    article = types.create_type(ARTICLE, "uima.cas.AnnotationBase", "The article and its state")
    for name in ("article", "state"):
        types.create_feature(article, name, string)
    entity = types.create_type(NAMED_ENTITY)
    for name in ("value", "identifier"):
        types.create_feature(entity, name, string)
    for layer, type_name in TYPES.items():
        made = entity if layer == "mention" else types.create_type(type_name)
        for name in ("row", *FEATURES[layer], *(() if layer == "mention" else ("label",))):
            types.create_feature(made, name, string)
    for layer in ("role", "statement", "event", "wording"):
        link = types.create_type(f"{TYPES[layer]}Link", "uima.cas.TOP")
        types.create_feature(link, "role", string)
        types.create_feature(link, "target", "uima.tcas.Annotation")
        types.create_feature(types.get_type(TYPES[layer]), "arguments", array, link)
    coref = types.create_type(COREF)
    for name in ("Governor", "Dependent"):
        types.create_feature(coref, name, entity)
    return types


def cas(record: Record, drawn: Sequence[Mark], types: TypeSystem) -> Cas:
    """Return the marks of a record as a CAS."""
    made = Cas(typesystem=types)
    text = xml_plain(record.article.text)
    made.sofa_string = text
    made.sofa_mime = "text/plain"

    def add(type_name: str, /, **features: Any) -> Any:
        annotation = types.get_type(type_name)(
            **{k: xml_plain(v) if isinstance(v, str) else v for k, v in features.items()}
        )
        made.add(annotation)
        return annotation

    annotations: dict[str, Any] = {}
    for mark in drawn:
        features = {name: mark.features.get(name) for name in FEATURES[mark.layer]}
        if mark.layer == "mention" and "authority" in mark.features:
            features["identifier"] = identifier(mark.features["authority"], mark.features["id"])
        features[label_feature(mark.layer)] = mark.label
        annotations[mark.name] = add(
            TYPES[mark.layer], begin=mark.span[0], end=mark.span[1], row=mark.row, **features
        )
    for mark in drawn:
        _tie(mark, annotations, types, add)
    article = record.article
    add(
        METADATA,
        begin=0,
        end=len(text),
        language=article.language,
        documentTitle=article.title,
        documentId=article.id,
        documentUri=article.url,
    )
    add(ARTICLE, article=article.id, state=state(record))
    return made


def _tie(mark: Mark, annotations: Mapping[str, Any], types: TypeSystem, add: Any) -> None:
    if mark.layer == "mention":
        for _, other in mark.links:
            start, end = mark.span
            dependent, governor = annotations[mark.name], annotations[other]
            add(COREF, begin=start, end=end, Governor=governor, Dependent=dependent)
    elif mark.links:
        link = types.get_type(f"{TYPES[mark.layer]}Link")
        array = types.get_type("uima.cas.FSArray")
        annotations[mark.name].arguments = array(
            elements=[link(role=name, target=annotations[other]) for name, other in mark.links]
        )


def identifier(authority: str, id: str) -> str:
    """Return a link as one word: "wikidata:Q1"."""
    return f"{quote(authority, safe='', errors='replace')}:{id}"


def write(records: Iterable[Record], out: Path, setting: Setting) -> None:
    """Write records into the folder ``out``: ID.xmi each, and TypeSystem.xml."""
    types = type_system()
    types.to_xml(out / "TypeSystem.xml")
    for record in records:
        name = quote(record.article.id, safe="")
        cas(record, marks(record), types).to_xmi(out / f"{name}.xmi", pretty_print=True)
