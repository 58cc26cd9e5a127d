"""Coreference on files with SACR brackets (Oberle 2018), as IndoCoref has them.

A mention is ``{M1:jenis="named-entity person" words}``, with brackets inside one another. IndoCoref
(Artari et al. 2021) gives each mention a label of its own and puts the label of its antecedent
around the same words: ``{M7:jenis="kata ganti orang tunggal" {M2:jenis="" dia}}`` is mention M7,
coreferent with M2. Brackets around the same words are therefore one mention with several labels:

- two labels join their chains;
- three or more mean a plural ("mereka" for three people). Such a mention is no member of any of
  those chains; it keeps the labels that were not seen before it, and begins a chain of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simak.evaluation.coreference import Cluster, clusters, record_clusters, score_clusters
from simak.evaluation.file import fault, files, read_text
from simak.evaluation.gold import Progress, ReadArticle
from simak.evaluation.report import Report, total
from simak.evaluation.score import SINGLETONS, same_text
from simak.record import Article, Span, article_id

_OPEN = re.compile(r'\{([^\s:{}"=]+)(?::((?:[^\s="{}]+="[^"]*",?)*))?\s')
_PROPERTY = re.compile(r'=\s*"([^"]*)"')
_LEADING = re.compile(r"#[A-Za-z][\w-]*:.*\n")

ACTOR_NOTE = (
    "'actor': person phrases, named entities and personal pronouns; predicted mentions that the "
    "file has under another kind are left out there."
)


@dataclass(frozen=True, slots=True)
class SacrMention:
    """Words in brackets: their span, labels from the outermost in, and the first kind given."""

    span: Span
    labels: tuple[str, ...]
    kind: str

    @property
    def actor(self) -> bool:
        """Whether the file says person, named entity or personal pronoun ("kata ganti orang")."""
        return "named-entity" in self.kind or "person" in self.kind or "orang" in self.kind


@dataclass(frozen=True, slots=True)
class SacrText:
    """The text without brackets, and its mentions in text order."""

    text: str
    mentions: tuple[SacrMention, ...]

    def clusters(self) -> list[Cluster]:
        """Return the chains as sets of spans."""
        return clusters(_chains(self.mentions))


def _chains(mentions: Iterable[SacrMention]) -> Iterator[list[Span]]:
    parent: dict[str, str] = {}

    def find(label: str) -> str:
        while parent[label] != label:
            parent[label] = parent[parent[label]]
            label = parent[label]
        return label

    owner: list[tuple[Span, str]] = []
    for mention in mentions:
        labels = list(mention.labels)
        if len(labels) > 2:
            fresh = [label for label in labels if label not in parent]
            # Spaces cannot stand in a label, so this one is nobody else's.
            labels = fresh or [f"{mention.span[0]} {mention.span[1]}"]
        for label in labels:
            parent.setdefault(label, label)
        for label in labels[1:]:
            parent[find(label)] = find(labels[0])
        owner.append((mention.span, labels[0]))
    chains: dict[str, list[Span]] = {}
    for span, label in owner:
        chains.setdefault(find(label), []).append(span)
    yield from chains.values()


def read_sacr(path: Path) -> SacrText:
    """Return text and mentions of a SACR file. Raises FormatError (file, line).

    Lines of metadata ("#COREF:...") at the top are left out; spaces at the edges of a mention are
    no part of its span.
    """
    raw = read_text(path)
    at = 0
    while leading := _LEADING.match(raw, at):
        at = leading.end()
    pieces: list[str] = []
    length = 0
    open_brackets: list[tuple[str, str, int, int]] = []
    found: list[tuple[int, int, int, str, str]] = []
    special = re.compile(r"[{}]")
    while True:
        mark = special.search(raw, at)
        stop = mark.start() if mark else len(raw)
        pieces.append(raw[at:stop])
        length += stop - at
        at = stop
        if not mark:
            break
        line = raw.count("\n", 0, at) + 1
        if raw[at] == "}":
            if not open_brackets:
                raise fault(path, line, "a bracket is closed that was not opened")
            label, kind, start, _ = open_brackets.pop()
            found.append((start, length, len(open_brackets), label, kind))
            at += 1
            continue
        head = _OPEN.match(raw, at)
        if not head:
            raise fault(path, line, '"{" begins no mention such as {M1:jenis="..." words}')
        kind = next((value for value in _PROPERTY.findall(head[2] or "") if value), "")
        open_brackets.append((head[1], kind, length, line))
        at = head.end()
    if open_brackets:
        raise fault(path, open_brackets[-1][3], f"mention {open_brackets[-1][0]} is not closed")
    text = "".join(pieces)
    by_span: dict[Span, list[tuple[int, str, str]]] = {}
    for start, end, depth, label, kind in found:
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start < end:
            by_span.setdefault((start, end), []).append((depth, label, kind))
    mentions = []
    for span, brackets in sorted(by_span.items()):
        brackets.sort()
        labels = tuple(dict.fromkeys(label for _, label, _ in brackets))
        kind = next((kind for _, _, kind in brackets if kind), "")
        mentions.append(SacrMention(span, labels, kind))
    return SacrText(text, tuple(mentions))


def score_sacr(gold: SacrText, predicted: list[Cluster]) -> Report:
    """Return coreference over all mentions, and over the actors that Simak's record is about.

    The second leaves out gold mentions of other kinds (books, rules, events) and the predicted
    mentions at the same spans.
    """
    ours = gold.clusters()
    others = {mention.span for mention in gold.mentions if not mention.actor}
    lines = (
        *score_clusters(ours, predicted, "sacr"),
        *score_clusters(
            clusters(cluster - others for cluster in ours),
            clusters(cluster - others for cluster in predicted),
            "sacr",
            "actor",
        ),
    )
    return Report(lines, 1, (SINGLETONS, ACTOR_NOTE))


def evaluate_sacr(
    paths: Iterable[Path], read: ReadArticle, progress: Progress | None = None
) -> Report:
    """Read the texts of SACR files with ``read`` and return the coreference figures."""
    names = files(paths, (".txt", ".sacr"))
    reports: list[Report] = []
    for index, path in enumerate(names, start=1):
        gold = read_sacr(path)
        record = read(Article(id=article_id(gold.text), text=gold.text))
        same_text(gold.text, record.article.text, str(path))
        reports.append(score_sacr(gold, record_clusters(record)))
        if progress:
            progress(index, len(names))
    return total(reports)
