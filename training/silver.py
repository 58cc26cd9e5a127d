"""More training text for names: whole articles, labelled by a first model and then made consistent.

A first recogniser labels one "Riyadh" a person and the next a place, and takes "AS Donald Trump"
for one name. Over thousands of articles the right reading is the commoner one. So we count how
each form was labelled, keep the forms with a clear majority as a lexicon (with the countries,
provinces, regencies and large cities of the gazetteers as places), and read every sentence again:
labels by majority, names that run together divided, forms that were missed added, title words that
stuck to a name dropped.

This is self-training with voting (one sense per form); no label is made by hand here.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from simak.indonesian.network import component
from training.name import Labelled, spans

# A form is in the lexicon if it was labelled this often, this clearly.
_LEAST = 4
_MAJORITY = 0.75
_LONGEST = 6
# A single word must carry a label in this share of the places where it stands with a capital.
_SHARE = 0.5
# A word before this many different people is a title.
_TITLE = 6
# Cities of this size are places, whatever the first model took them for.
_CITY = 700_000

# What the tables write otherwise than the news does.
_PLACES = (
    "AS", "Amerika", "Asia", "Asia Tenggara", "Afrika", "Eropa", "Timur Tengah",
    "China", "Cina", "Inggris", "Jawa", "Kalimantan", "Korsel", "Korut", "Palestina", "Papua",
    "Sulawesi", "Sumatera", "Tiongkok",
)  # fmt: skip

Item = tuple[int, int, str]


def articles(data: Path, count: int, without: Iterable[str] = ()) -> list[str]:
    """Return ``count`` article texts of IndoSum, chosen by a hash of their id.

    ``without``: texts that must not be used since they measure us; an article that shares its
    first 80 characters with one of them is left out.
    """
    blocked = {_start(text) for text in without}
    rows: list[tuple[str, str]] = []
    for line in (data / "articles" / "indosum.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = "\n".join(article["paragraphs"])
        if _start(text) not in blocked:
            rows.append((hashlib.sha256(article["id"].encode()).hexdigest(), text))
    return [text for _, text in sorted(rows)[:count]]


def _start(text: str) -> str:
    return "".join(char for char in text if char.isalnum())[:80].lower()


def places(data: Path) -> dict[str, str]:
    """Return well-known places as {form: "LOC"}: countries, provinces, regencies, large cities."""
    found: set[str] = set()
    folder = data / "gazetteer"
    for line in (folder / "cldr_territories_id.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        found.add(line.split("\t")[1])
    for line in (folder / "wilayah_kemendagri_2025.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[1] in ("provinsi", "kabkota"):
            found.add(cells[2])
            found.add(cells[2].removeprefix("Kabupaten ").removeprefix("Kota "))
    lines = (folder / "geonames_world_100k.tsv").read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    for line in lines[1:]:
        city = dict(zip(columns, line.split("\t"), strict=False))
        if int(city["population"] or 0) >= _CITY:
            found.add(city["name"])
    found |= set(_PLACES)
    found.discard("Dunia")  # "Piala Dunia" is no place
    return {form: "LOC" for form in found if len(form) > 1}


class Lexicon:
    """Forms with their usual label, counted over labelled documents."""

    def __init__(self, docs: Iterable[list[Labelled]], known: dict[str, str]) -> None:
        counts: dict[str, Counter[str]] = {}
        plain: Counter[str] = Counter()
        before: dict[str, set[str]] = {}
        for sentence in docs:
            for form, tag, _ in sentence:
                plain[form] += tag == "O"
            for start, end, label in spans(sentence):
                form = _form(sentence, start, end)
                counts.setdefault(form, Counter())[label] += 1
                if start and label == "PER" and sentence[start - 1][1] == "O":
                    before.setdefault(sentence[start - 1][0], set()).add(form)
        self.titles = {
            word
            for word, people in before.items()
            if len(people) >= _TITLE
            and word[:1].isupper()
            and plain[word] > sum(counts.get(word, Counter()).values())
        }
        self.labels: dict[str, str] = {}
        for form, by_label in counts.items():
            label, count = min(by_label.items(), key=lambda item: (-item[1], item[0]))
            total = sum(by_label.values())
            if count < _LEAST or count < _MAJORITY * total or form in self.titles:
                continue
            if " " in form or total >= _SHARE * (total + plain[form]):
                self.labels[form] = label
        for form, label in known.items():
            seen = counts.get(form, Counter())
            # "Jordan" and "Chad" may be people: the majority decides where it is a clear one;
            # "Surat" and "Batu" are places, and common words at the beginning of a sentence
            person = seen["PER"] >= 20 and seen["PER"] >= 0.8 * sum(seen.values())
            if not person and 5 * seen[label] >= plain[form]:
                self.labels[form] = label

    def correct(self, sentence: list[Labelled]) -> list[Labelled]:
        """Return the sentence with its labels made consistent."""
        items: list[Item] = []
        for item in spans(sentence):
            items += self._divide(sentence, self._trim(sentence, item))
        taken = [False] * len(sentence)
        for start, end, _ in items:
            for index in range(start, end):
                taken[index] = True
        items += self._missed(sentence, taken)
        tags = ["O"] * len(sentence)
        for start, end, label in items:
            for index in range(start, end):
                tags[index] = f"{'B' if index == start else 'I'}-{label}"
        return [(form, tag, space) for (form, _, space), tag in zip(sentence, tags, strict=True)]

    def _trim(self, sentence: list[Labelled], item: Item) -> Item:
        """Drop the title words that a person's name begins with."""
        start, end, label = item
        while label == "PER" and end - start > 1 and sentence[start][0] in self.titles:
            start += 1
        return start, end, label

    def _divide(self, sentence: list[Labelled], item: Item) -> list[Item]:
        """Return the item with its usual label, or the two names that it is made of."""
        start, end, label = item
        form = _form(sentence, start, end)
        if form in self.labels:
            return [(start, end, self.labels[form])]
        for border in range(start + 1, end):
            left = self.labels.get(_form(sentence, start, border))
            right = self.labels.get(_form(sentence, border, end))
            if left in ("LOC", "ORG") and right == "PER":
                return [(start, border, left), (border, end, right)]
        return [(start, end, label)]

    def _missed(self, sentence: list[Labelled], taken: list[bool]) -> Iterator[Item]:
        """Yield forms of the lexicon that carry no label yet and stand alone."""
        index = 0
        while index < len(sentence):
            if taken[index] or not sentence[index][0][:1].isupper():
                index += 1
                continue
            for end in range(min(len(sentence), index + _LONGEST), index, -1):
                if any(taken[index:end]):
                    continue
                label = self.labels.get(_form(sentence, index, end))
                # a capital next to it may belong to a longer name that we do not know
                beside = end < len(sentence) and not taken[end] and sentence[end][0][:1].isupper()
                before = index and not taken[index - 1] and sentence[index - 1][0][:1].isupper()
                if label and not (beside and sentence[end - 1][2]) and not before:
                    yield index, end, label
                    index = end - 1
                    break
            index += 1


def label(nlp: Language, texts: Iterable[str], scheme: str) -> Iterator[list[Labelled]]:
    """Yield the sentences of ``texts`` as the network of names labels them in a scheme.

    Places are one kind here (LOC); ``name_kind`` divides them.
    """
    network = component.of(nlp)
    network.names, network.parts = scheme, ("names",)
    for doc in nlp.pipe(texts):
        yield from _sentences(doc)


def _sentences(doc: Doc) -> Iterator[list[Labelled]]:
    for sentence in doc.sents:
        tokens = [token for token in sentence if not token.is_space]
        if 4 <= len(tokens) <= 80:
            yield [(token.text, _tag(token), bool(token.whitespace_)) for token in tokens]


def _tag(token: Token) -> str:
    if token.ent_type_ in ("", "NORP"):
        return "O"
    return f"{token.ent_iob_}-{'LOC' if token.ent_type_ == 'GPE' else token.ent_type_}"


def _form(sentence: list[Labelled], start: int, end: int) -> str:
    return " ".join(form for form, _, _ in sentence[start:end])
