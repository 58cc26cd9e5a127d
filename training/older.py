"""Converts the 2017 annotation of UD_Indonesian-GSD (v2.1) to the current one.

The 559 dev sentences exist in both annotations. From the pairs we learn how labels changed (a
table with back-off); clitics are cut by our own tokenizer rules, and their labels are learnt from
the current treebanks. Heads of words hardly changed (98 % agree), only punctuation did: it is
attached anew by the UD rule. Features come from the current treebanks where the word is known
there, else from its form (voice prefix, reduplication); lemmas only where the word is known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace
from itertools import pairwise

from simak.indonesian.clitic import ENCLITICS, CliticSplitter
from training.treebank import Sentence, Word

Key = tuple[Hashable, ...]


class Table:
    """Counts outcomes by key, with back-off over a list of keys from special to general."""

    def __init__(self) -> None:
        self._counts: dict[Key, Counter[str]] = defaultdict(Counter)

    def add(self, keys: Iterable[Key], outcome: str) -> None:
        for key in keys:
            self._counts[key][outcome] += 1

    def best(self, keys: Iterable[Key], default: str, least: int = 2) -> str:
        """Return the commonest outcome of the first key seen ``least`` times."""
        for key in keys:
            counts = self._counts.get(key)
            if counts and sum(counts.values()) >= least:
                return min(counts.items(), key=lambda item: (-item[1], item[0]))[0]
        return default


def _upos_keys(word: Word) -> list[Key]:
    form = word.form.lower()
    return [
        ("p", word.upos, form, word.deprel),
        ("p", word.upos, form),
        ("p", word.upos, word.deprel),
    ]


def _deprel_keys(sentence: Sentence, index: int, upos: str) -> list[Key]:
    """Keys for the new label of word ``index`` (0-based) of an old tree."""
    word = sentence.words[index]
    head = sentence.words[word.head - 1] if word.head else None
    head_upos = head.upos if head else "ROOT"
    relative = any(
        other.head == index + 1 and other.form.lower() == "yang" for other in sentence.words
    )
    before = bool(word.head) and word.head - 1 < index
    form = word.form.lower()
    return [
        ("d", word.deprel, upos, form, head_upos, relative),
        ("d", word.deprel, upos, form),
        ("d", word.deprel, upos, head_upos, relative, before),
        ("d", word.deprel, upos, relative),
        ("d", word.deprel),
    ]


class Converter:
    """Learns from pairs of old and new annotation, then converts old sentences."""

    def __init__(self, clitics: CliticSplitter) -> None:
        self._clitics = clitics
        self._table = Table()

    def learn(self, old: Sentence, new: Sentence) -> None:
        """Learn the change of labels from one sentence in both annotations."""
        by_span = dict(_spans(new))
        for index, (span, word) in enumerate(_spans(old)):
            if span in by_span:
                target = by_span[span]
                self._table.add(_upos_keys(word), target.upos)
                self._table.add(_deprel_keys(old, index, target.upos), target.deprel)

    def learn_current(self, new: Sentence) -> None:
        """Learn features, lemmas and the labels of clitics from a current sentence."""
        for word in new.words:
            form = word.form.lower()
            self._table.add([("f", form, word.upos)], word.feats)
            if word.upos != "PROPN":
                self._table.add([("l", form, word.upos)], word.lemma.lower())
        for index, word in enumerate(new.words):
            if index and word.form.lower() in ENCLITICS and not new.words[index - 1].space:
                host = new.words[index - 1]
                turned = "turned" if host.head == index + 1 else "plain"
                form = word.form.lower()
                voice = _voice(host.form)
                for what, outcome in (
                    ("turn", turned),
                    ("label", host.deprel if turned == "turned" else word.deprel),
                    ("upos", word.upos),
                ):
                    self._table.add(
                        [(what, form, host.upos, voice), (what, form, host.upos), (what, form)],
                        outcome,
                    )

    def convert(self, sentence: Sentence) -> Sentence:
        """Return ``sentence`` in the current annotation."""
        relabelled: list[Word] = []
        for index, word in enumerate(sentence.words):
            upos = self._table.best(_upos_keys(word), word.upos)
            deprel = self._table.best(_deprel_keys(sentence, index, upos), word.deprel)
            if word.head == 0:
                deprel = "root"
            elif deprel == "root":
                deprel = word.deprel
            relabelled.append(replace(word, upos=upos, deprel=deprel, feats="", lemma=""))
        words = self._cut_clitics(relabelled)
        attach_punctuation(words)
        for word in words:
            form = word.form.lower()
            word.feats = self._table.best([("f", form, word.upos)], _features(word), least=1)
            word.lemma = self._table.best([("l", form, word.upos)], "", least=1)
        return Sentence(sentence.id, sentence.text, words, sentence.source)

    def _cut_clitics(self, words: list[Word]) -> list[Word]:
        """Cut clitics off; heads are renumbered."""
        parts: list[list[str]] = []
        for word in words:
            cuts = [] if word.upos in ("PUNCT", "NUM") else list(self._clitics.cuts(word.form))
            # hyphenated hosts and proclitics are rare here: one enclitic a word is enough
            cuts = [cut for cut in cuts if word.form[cut:].lower() in ENCLITICS][-1:]
            borders = [0, *cuts, len(word.form)]
            parts.append([word.form[a:b] for a, b in pairwise(borders)])
        first: list[int] = []
        number = 1
        for part in parts:
            first.append(number)
            number += len(part)
        # What others hang on: the host, unless the clitic is the head ("kepada|nya").
        head_of = list(first)
        labels: list[tuple[str, str, str]] = []
        for index, (word, part) in enumerate(zip(words, parts, strict=True)):
            label = ("", "", "")
            if len(part) == 2:
                form = part[1].lower()
                keys = [
                    (form, word.upos, _voice(part[0])),
                    (form, word.upos),
                    (form,),
                ]
                turn = self._table.best([("turn", *key) for key in keys], "plain")
                label = (
                    turn,
                    self._table.best([("label", *key) for key in keys], "nmod:poss"),
                    self._table.best([("upos", *key) for key in keys], "PRON"),
                )
                if turn == "turned":
                    head_of[index] = first[index] + 1
            labels.append(label)
        result: list[Word] = []
        for index, (word, part) in enumerate(zip(words, parts, strict=True)):
            head = head_of[word.head - 1] if word.head else 0
            if len(part) == 1:
                result.append(replace(word, head=head))
                continue
            turn, deprel, upos = labels[index]
            host = replace(word, form=part[0], space=False)
            clitic = replace(word, form=part[1], upos=upos)
            if turn == "turned":
                result.append(replace(host, head=first[index] + 1, deprel=deprel))
                result.append(replace(clitic, head=head))
            else:
                result.append(replace(host, head=head))
                result.append(replace(clitic, head=first[index], deprel=deprel))
        return result


def _features(word: Word) -> str:
    """Return the features that the form shows, for a word that the treebanks do not know."""
    form = word.form.lower()
    if word.upos == "VERB":
        voice = _voice(form)
        return {"pass": "Voice=Pass", "act": "Voice=Act"}.get(voice, "")
    if word.upos == "NOUN":
        first, _, second = form.partition("-")
        return "Number=Plur" if second and first[-3:] in second else "Number=Sing"
    return ""


def _voice(form: str) -> str:
    lower = form.lower()
    if lower.startswith(("di", "ter")):
        return "pass"
    return "act" if lower.startswith(("me", "ber")) else "other"


def _spans(sentence: Sentence) -> list[tuple[tuple[int, int], Word]]:
    spans: list[tuple[tuple[int, int], Word]] = []
    offset = 0
    for word in sentence.words:
        spans.append(((offset, offset + len(word.form)), word))
        offset += len(word.form) + word.space
    return spans


def attach_punctuation(words: list[Word]) -> None:
    """Attach punctuation by the UD rule: to the highest word that keeps the tree projective.

    A comma or hyphen hangs on what follows it (the conjunct or clause that it begins), brackets
    and quotation marks on the head of what they enclose.
    """
    heads = [word.head - 1 for word in words]
    root = heads.index(-1)
    is_punct = [word.upos == "PUNCT" for word in words]
    # Nothing may hang on punctuation: lift what does.
    for index in range(len(words)):
        steps = 0
        while heads[index] >= 0 and is_punct[heads[index]] and steps < len(words):
            heads[index] = heads[heads[index]]
            steps += 1
    if is_punct[root]:
        return
    for index in range(len(words)):
        if not is_punct[index]:
            continue
        left = index - 1
        while left >= 0 and is_punct[left]:
            left -= 1
        right = index + 1
        while right < len(words) and is_punct[right]:
            right += 1
        # Climb from the neighbours while the subtree lies on one side of the mark.
        candidates = []
        for neighbour, on_left in ((right, False), (left, True)):
            if not 0 <= neighbour < len(words):
                continue
            top = neighbour
            for _ in range(len(words)):
                parent = heads[top]
                if parent < 0 or (parent < index) != on_left:
                    break
                top = parent
            candidates.append((top, on_left))
        chosen = root
        if len(candidates) == 1:
            chosen = candidates[0][0]
        elif candidates:
            (after, _), (prior, _) = candidates
            # the one of the two that hangs below the other is what the mark sets off
            chosen = prior if _is_below(heads, prior, after) else after
            if words[index].form in ".?!…" and index >= len(words) - 2:
                chosen = root
        heads[index] = chosen
    for index, word in enumerate(words):
        words[index] = replace(word, head=heads[index] + 1)
        if is_punct[index]:
            words[index].deprel = "punct"


def _is_below(heads: list[int], word: int, ancestor: int) -> bool:
    for _ in range(len(heads)):
        if word < 0:
            return False
        if word == ancestor:
            return True
        word = heads[word]
    return False
