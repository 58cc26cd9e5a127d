"""Status: was it done, or is it planned, possible or denied (``status.tsv``)?

A planned or denied act that is told as done is the worst error of event data, so everything on
which an act hangs is asked, and the word that takes most away from it decides.
"""

from __future__ import annotations

from simak.lexicon import Lexicon
from simak.reading.event.scene import ENDS, Scene
from simak.reading.phrase import base
from simak.record import EventStatus

_ORDER: dict[str, int] = {"denied": 3, "hypothetical": 2, "planned": 1, "actual": 0}
_PLACES = ("chain", "mark", "head", "governor")
# What is said under these acts is not yet done.
_MOODS: dict[str, EventStatus] = {
    "hope": "hypothetical",
    "request": "hypothetical",
    "demand": "hypothetical",
    "propose": "hypothetical",
    "ask": "hypothetical",
    "order": "planned",
    "promise": "planned",
    "threaten": "planned",
    "deny": "denied",
}
# What is told by these is an act of speech, which a refusal or denial does not undo.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "THREATEN", "AGREE"})
# "kalau bisa", "jika perlu" bind nothing to a condition.
_IF_ONE_CAN = (["bisa"], ["perlu"], ["memungkinkan"], ["boleh"])
# Who opposes a visit does not undo it: "warga menolak kunjungan X".
_OPPOSED = frozenset({"kunjungan", "lawatan"})
# Prepositions before a moment or place: what stands before them does not govern what follows.
_CIRCUMSTANCE = frozenset({"dalam", "saat", "ketika", "di", "pada", "sejak", "selama", "dari"})
_NOT = frozenset({"bukan", "bukannya", "bukanlah"})
_COMPLEMENT = frozenset({"bahwa", "agar", "supaya", "jika", "kalau"})


class StatusLexicon:
    """Words that keep an act from having been done, by the place where they stand."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.chain: dict[str, EventStatus | None] = {}
        self.mark: dict[str, EventStatus | None] = {}
        self.head: dict[str, EventStatus | None] = {}
        self.governor: dict[str, EventStatus | None] = {}
        tables = {"chain": self.chain, "mark": self.mark, "head": self.head,
                  "governor": self.governor}  # fmt: skip
        for row in lexicon.rows("status.tsv", ("word", "status", "place")):
            value = row.one_of("status", ("planned", "hypothetical", "denied", "none"))
            status: EventStatus | None = None if value == "none" else value  # type: ignore[assignment]
            places = row.list("place")
            if not places or any(place not in _PLACES for place in places):
                raise row.error(f"place is {row['place']!r}; it must be of {', '.join(_PLACES)}")
            for place in places:
                tables[place][row["word"].lower()] = status

    def in_chain(self, word: str) -> bool:
        """Tell whether the word may stand between a subject and its verb."""
        return word in self.chain


class StatusFinder:
    """Finds the status of acts in one scene."""

    def __init__(self, scene: Scene, lexicon: StatusLexicon) -> None:
        self._scene = scene
        self._lexicon = lexicon

    def find(self, predicate: int, trigger: int, last: int, type: str) -> EventStatus:
        """Return the status of the act at ``trigger``.

        ``predicate`` is the verb that tells it: the trigger itself or its light verb; ``last`` is
        the trigger's last word, ``type`` the event's type.
        """
        found: list[EventStatus] = ["actual"]
        spoken = not self._is_verb(trigger) and (
            type in _SPOKEN or self._scene.lower[trigger] in _OPPOSED
        )
        done = self._chain(predicate, found, spoken)
        self._disowned(predicate, found)
        if predicate != trigger:
            self._noun_governor(min(predicate, trigger), found, spoken)
        if not self._is_verb(trigger):
            self._noun_governor(trigger, found, spoken)
            self._behind(last, found, spoken)
        self._marks(predicate, found)
        self._beside(predicate, found)
        self._tree(predicate, found)
        self._mood(predicate, found, done)
        self._untrue(predicate, found)
        if self._asked(predicate):
            found.append("hypothetical")
        status = max(found, key=lambda status: _ORDER[status])
        if status == "planned" and self._conditional(predicate):
            return "hypothetical"
        return status

    def _conditional(self, predicate: int) -> bool:
        """Tell whether a condition stands beside it: "jika X, Partani akan menyerang Y"."""
        scene = self._scene
        low, high = scene.sentence[predicate]
        inside = scene.inside[predicate]
        return any(
            scene.lower[at] in scene.words.condition
            and scene.inside[at] == inside
            and not self._if_one_can(at)
            for at in range(max(low, predicate - 40), min(high, predicate + 40) + 1)
        )

    def _if_one_can(self, condition: int) -> bool:
        """Tell whether it is no clause: "kalau bisa", but not "kalau bisa menang"."""
        scene = self._scene
        return scene.lower[condition + 1 : condition + 2] in _IF_ONE_CAN and not any(
            scene.is_verb(at) for at in range(condition + 2, min(condition + 4, len(scene.tokens)))
        )

    def _is_verb(self, position: int) -> bool:
        return self._scene.tokens[position].pos_ == "VERB"

    def _add(self, at: int, table: dict[str, EventStatus | None], to: list[EventStatus]) -> bool:
        status = None if self._in_two_words(at, table) else table.get(self._scene.lower[at])
        if status is not None:
            to.append(status)
        return status is not None

    def _in_two_words(self, at: int, table: dict[str, EventStatus | None]) -> bool:
        """Tell whether the word is of two that say nothing: "hak asasi", "secara terbuka"."""
        lower = self._scene.lower
        pairs = (lower[at - 1 : at + 1] if at else [], lower[at : at + 2])
        return any(table.get(" ".join(pair), "planned") is None for pair in pairs if len(pair) > 1)

    def _chain(self, predicate: int, found: list[EventStatus], spoken: bool = False) -> bool:
        """Read the words right before the verb; tell whether one says that it was done."""
        scene, lexicon = self._scene, self._lexicon
        low = scene.sentence[predicate][0]
        done = False
        at = predicate - 1
        while at >= low and predicate - at <= 8:
            word = scene.lower[at]
            if word in ENDS or word == "," or word == "yang":
                break
            if word == "nya":
                at -= 1
                continue
            if spoken and word in scene.words.refusal:
                break
            if word in lexicon.chain:
                if lexicon.chain[word] != "denied" or not self._not_only(at):
                    self._add(at, lexicon.chain, found)
                done = done or word in scene.words.done
            elif lexicon.mark.get(word) == "planned":
                if not self._governed(at, found):
                    found.append("planned")
                break
            elif scene.tokens[at].pos_ not in {"ADV", "ADJ", "AUX", "PART"}:
                break
            at -= 1
        return done

    def _disowned(self, predicate: int, found: list[EventStatus]) -> None:
        """Read "bukan" before who acts: "bukan Wirya (yang) menyerang X"."""
        scene = self._scene
        low = scene.sentence[predicate][0]
        at = predicate - 1
        while at > low and (self._lexicon.in_chain(scene.lower[at]) or scene.lower[at] == "yang"):
            at -= 1
        unit = scene.ending[at] if at > low else None
        if unit is None:
            return
        first = unit.first
        while first > low + 1 and scene.lower[first - 1] in scene.words.prefix:
            first -= 1
        if first > low and scene.lower[first - 1] in _NOT and not self._not_only(first - 1):
            found.append("denied")

    def _not_only(self, at: int) -> bool:
        following = at + 1
        return (
            following < len(self._scene.tokens)
            and self._scene.lower[following] in self._scene.words.only
        )

    def _governed(self, mark: int, found: list[EventStatus]) -> bool:
        """Read the word on which "untuk" and its verb hang: "berencana untuk bertemu"."""
        scene = self._scene
        low = scene.sentence[mark][0]
        for at in range(mark - 1, max(low, mark - 9) - 1, -1):
            word = scene.lower[at]
            if word in ENDS or word == ",":
                return False
            if word in self._lexicon.governor:
                if self._lexicon.governor[word] is None:
                    self._of_verb_at(at, found)
                    return True  # "turun ke jalan untuk menuntut X"
                return self._add(at, self._lexicon.governor, found)
            if scene.is_verb(at):
                return False
        return False

    def _of_verb_at(self, position: int, found: list[EventStatus]) -> None:
        """Read the words before the verb that stands there, or of which the noun is the object."""
        scene = self._scene
        low = scene.sentence[position][0]
        for at in range(position, max(low, position - 4) - 1, -1):
            if scene.lower[at] in ENDS or scene.lower[at] == ",":
                return
            if self._is_verb(at):
                self._chain(at, found)
                return

    def _noun_governor(self, position: int, found: list[EventStatus], spoken: bool) -> None:
        """Read the verb or noun right before a noun: "membatalkan kunjungan", "rencana aksi"."""
        scene = self._scene
        low = scene.sentence[position][0]
        for at in range(position - 1, max(low, position - 4) - 1, -1):
            word = scene.lower[at]
            if spoken and word in scene.words.refusal:
                return  # "membantah tuduhan X": the accusation was made
            if word in _CIRCUMSTANCE:
                return  # "mendapat penolakan dalam kunjungan"
            if scene.is_verb(at) and self._lexicon.governor.get(word, "planned") is None:
                self._chain(at, found)  # "akan menjalani pemeriksaan"
                return
            if self._add(at, self._lexicon.governor, found):
                return
            if word in ENDS or word in {",", "yang", "setelah", "usai"} or scene.is_verb(at):
                return

    def _behind(self, last: int, found: list[EventStatus], spoken: bool) -> None:
        """Read the passive of which a noun is the subject: "kunjungan X dibatalkan"."""
        scene = self._scene
        for at in scene.rest(last, low_verbs=False):
            word = scene.lower[at]
            if word == "yang":
                continue
            if spoken and word in scene.words.refusal:
                return
            if word.startswith("di") and word in self._lexicon.governor:
                self._add(at, self._lexicon.governor, found)
                return
            if word in {"batal", "urung"}:
                found.append("denied")
                return
            if scene.is_verb(at):
                return

    def _marks(self, predicate: int, found: list[EventStatus]) -> None:
        """Read the word that opens the clause: "jika X menyerang Y"."""
        scene = self._scene
        low = scene.sentence[predicate][0]
        inside = scene.inside[predicate]
        for at in range(predicate - 1, max(low, predicate - 20) - 1, -1):
            word = scene.lower[at]
            if word in ENDS or word == ",":
                return
            if scene.inside[at] != inside:
                if word in {"agar", "supaya"}:  # "memperingatkan agar X membebaskan Y"
                    found.append("hypothetical")
                return
            if self._lexicon.head.get(word) is not None and self._opens_clause(at, predicate):
                self._add(at, self._lexicon.head, found)
                return
            pair = " ".join(scene.lower[at : at + 2])
            status = self._lexicon.mark.get(word) or self._lexicon.mark.get(pair)
            if status in {"hypothetical", "denied"}:
                found.append(status)
                return
            if word in {"setelah", "usai", "ketika", "karena", "bahwa", "namun", "tetapi"}:
                return

    def _opens_clause(self, adverb: int, predicate: int) -> bool:
        """Tell whether only a subject stands between an adverb and its verb: "nanti kami rapat"."""
        scene = self._scene
        between = range(adverb + 1, predicate)
        return not any(
            scene.is_verb(at) or scene.opens(at) or scene.lower[at] in scene.words.done
            for at in between
        )

    def _beside(self, predicate: int, found: list[EventStatus]) -> None:
        """Read the verb of which one tells how: "berencana melawan dengan mengajukan gugatan"."""
        scene = self._scene
        low = scene.sentence[predicate][0]
        if predicate - 1 <= low or scene.lower[predicate - 1] != "dengan":
            return
        for at in range(predicate - 2, max(low, predicate - 10) - 1, -1):
            if scene.lower[at] in ENDS or scene.lower[at] in {",", "yang"}:
                return
            if scene.is_verb(at):
                above: list[EventStatus] = []
                self._chain(at, above)
                found += [status for status in above if status != "denied"]
                return

    def _tree(self, predicate: int, found: list[EventStatus]) -> None:
        """Read the verbs above it in the tree, and the chain of the verb it is joined to."""
        scene = self._scene
        token = scene.tokens[predicate]
        for _ in range(3):
            head = token.head
            at = scene.position[head.i]
            if head.i == token.i or at < 0 or scene.sentence[at] != scene.sentence[predicate]:
                return
            relation = base(token.dep_)
            if relation == "conj" and at < scene.position[token.i]:
                above: list[EventStatus] = []
                self._chain(at, above)
                found += [status for status in above if status != "denied"]
            elif relation in {"xcomp", "ccomp"}:
                between = range(at + 1, scene.position[token.i])
                if any(scene.opens(i) and scene.lower[i] not in _COMPLEMENT for i in between):
                    return  # "membatalkan proyek setelah warga menggugat": no complement
                self._add(at, self._lexicon.governor, found)
            elif relation == "acl" and head.pos_ == "NOUN" and at < scene.position[token.i]:
                if scene.lower[scene.position[token.i] - 1] in _CIRCUMSTANCE:
                    return
                # "tidak punya kewenangan menangkap X", not "rencana yang ditolak X"
                if not any(base(one.dep_) == "nsubj" for one in scene.children(token)):
                    self._add(at, self._lexicon.governor, found)
                return
            else:
                return
            token = head

    def _untrue(self, predicate: int, found: list[EventStatus]) -> None:
        """Read a denial before "bahwa": "membantah kabar bahwa X", "tidak benar bahwa X"."""
        scene = self._scene
        low = scene.sentence[predicate][0]
        at = predicate
        for at in range(predicate - 1, max(low, predicate - 25) - 1, -1):
            if scene.lower[at] in {"bahwa", "kalau", "jika", "soal", "tentang"}:
                break
            word = scene.lower[at]
            if word in ENDS or word in {"karena", "setelah", "usai"}:
                return
            if word == "," and scene.lower[at + 1] in {"dan", "serta", "tetapi", "namun"}:
                return  # "membantah bahwa X menyerang, dan menyalahkan Y"
        else:
            return
        at -= 1
        while at >= low and (scene.lower[at] in scene.words.news or scene.lower[at] == ","):
            at -= 1
        if at < low:
            return
        word = scene.lower[at]
        untrue = word == "benar" and at > low and scene.lower[at - 1] in {"tidak", "tak", "bukan"}
        if untrue or word in scene.words.denial:
            found.append("denied")

    def _mood(self, predicate: int, found: list[EventStatus], done: bool) -> None:
        """Read the act of the statement whose content the verb heads."""
        scene = self._scene
        index = scene.inside[predicate]
        if index is None or base(scene.tokens[predicate].dep_) == "acl":
            return
        statement = scene.statements[index]
        mood = _MOODS.get(statement.act)
        if mood is None or (done and mood != "denied"):
            return
        if mood == "denied" and (statement.kind == "direct" or scene.said_by(index) is None):
            return
        low = scene.sentence[predicate][0]
        for at in range(predicate - 1, max(low, predicate - 14) - 1, -1):
            if scene.inside[at] != index:
                break
            if scene.lower[at] in {"yang", "karena", "setelah", "usai", "atas"}:
                return
        found.append(mood)

    def _asked(self, predicate: int) -> bool:
        scene = self._scene
        return scene.lower[scene.sentence[predicate][1]] == "?" or (
            scene.sentence[predicate][1] + 1 < len(scene.tokens)
            and scene.lower[scene.sentence[predicate][1] + 1] == "?"
        )
