"""Small words by which the reader of events finds its way (``event_word.tsv``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simak.lexicon import Lexicon
from simak.reading.event.frame import AGENT
from simak.reading.title import COLUMNS as TITLE_COLUMNS

Side = Literal["actor", "recipient", "answerer", "none"]

_KINDS = (
    "opener", "prefix", "act", "generic", "during", "anyone", "doer", "deed", "claim", "news",
    "behalf", "giving", "leader", "condition", "denial", "refusal", "done", "only", "joint",
    "result", "befell", "culprit", "victim", "member", "plan", "between", "body",
)  # fmt: skip

# Words inside titles that are no part of one where they stand before a name.
_JOINTS = frozenset({"dan", "serta", "di", "ke", "dari", "pada", "untuk", "dalam", "of", "&"})


class WordLexicon:
    """Small words by kind (``event_word.tsv``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        found: dict[str, set[str]] = {kind: set() for kind in _KINDS}
        for row in lexicon.rows("event_word.tsv", ("word", "kind")):
            found[row.one_of("kind", _KINDS)].add(row["word"].lower())
        self.opener = frozenset(found["opener"])
        self.prefix: frozenset[str] = frozenset(found["prefix"])
        self.act = frozenset(found["act"])
        self.generic = frozenset(found["generic"])
        self.during = frozenset(found["during"])
        self.doer = frozenset(found["doer"])
        self.deed = frozenset(found["deed"])
        self.claim = frozenset(found["claim"])
        self.news = frozenset(found["news"])
        self.behalf = frozenset(found["behalf"])
        self.giving = frozenset(found["giving"])
        self.denial = frozenset(found["denial"])
        self.refusal = frozenset(found["refusal"]) | self.denial
        self.done = frozenset(found["done"])
        self.only = frozenset(found["only"])
        self.joint = frozenset(found["joint"])
        self.member = frozenset(found["member"])
        self.plan = frozenset(found["plan"])
        self.body = frozenset(found["body"])
        self.result = frozenset(found["result"])
        self.culprit = frozenset(found["culprit"])
        self.victim = frozenset(found["victim"])
        self.befell = frozenset(found["befell"])
        self.condition = frozenset(found["condition"])
        self.between = frozenset(found["between"])
        self.leader = frozenset(found["leader"])
        self.anyone = frozenset(found["anyone"])
        # A title before a name says what the name is, as "tersangka" does.
        titles = (row["title"] for row in lexicon.rows("title.tsv", TITLE_COLUMNS))
        self.title = frozenset(word for title in titles for word in title.lower().split()) - _JOINTS
        self.prefix |= self.title
        self.setting = SettingLexicon(lexicon)


_SETTINGS = ("near", "site", "seat", "topic", "held", "other", "until", "while", "vague", "loose",
             "now", "named", "voiced", "plan")  # fmt: skip


class SettingLexicon:
    """Words by which time and place are found, by kind (``setting_word.tsv``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        found: dict[str, set[str]] = {kind: set() for kind in _SETTINGS}
        for row in lexicon.rows("setting_word.tsv", ("word", "kind")):
            found[row.one_of("kind", _SETTINGS)].add(row["word"].lower())
        self.near = frozenset(found["near"])
        self.site = frozenset(found["site"])
        self.seat = frozenset(found["seat"])
        self.topic = frozenset(found["topic"])
        self.held = frozenset(found["held"])
        self.other = frozenset(found["other"])
        self.until = frozenset(found["until"])
        self.meanwhile = frozenset(found["while"])
        self.vague = frozenset(found["vague"])
        self.loose = frozenset(found["loose"])
        self.now = frozenset(found["now"])
        self.named = frozenset(found["named"])
        self.voiced = frozenset(found["voiced"])
        self.plan = frozenset(found["plan"])


@dataclass(frozen=True, slots=True)
class Light:
    """A light verb beside a noun that names the act: "melakukan" of "melakukan kunjungan".

    ``receiver`` is the last position of who stands between both: "memberi X bantuan".
    """

    position: int
    passive: bool
    side: Side
    receiver: int | None = None


class ClauseLexicon:
    """Light verbs, verbs of control and agents that are taken for granted."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.light: dict[str, tuple[bool, Side]] = {}
        # Verbs by which the subject answers what a noun says to it; True for passive forms.
        self.answer: dict[str, bool] = {}
        for row in lexicon.rows("light_verb.tsv", ("form", "passive", "subject")):
            side: Side = row.one_of("subject", ("actor", "recipient", "answerer", "none"))  # type: ignore[assignment]
            for name, passive in (("form", False), ("passive", True)):
                for form in row.list(name):
                    if side == "answerer":
                        self.answer[form] = passive
                    else:
                        self.light[form] = (passive, side)
        self.control: dict[str, bool] = {}
        for row in lexicon.rows("control.tsv", ("form", "passive")):
            self.control.update((form, False) for form in row.list("form"))
            self.control.update((form, True) for form in row.list("passive"))
        self.agents: dict[str, frozenset[str]] = {}
        groups: dict[str, set[str]] = {}
        for row in lexicon.rows("agent.tsv", AGENT):
            groups.setdefault(row["group"], set()).add(row["word"].lower())
        self.agents = {group: frozenset(words) for group, words in groups.items()}
