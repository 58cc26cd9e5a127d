"""Whether the words around a match let it be a time: no ages, counts, names or scores.

Each check looks at a few dozen characters on either side, never further.
"""

from __future__ import annotations

import re

from simak.reading.time.beside import PREPOSITION
from simak.reading.time.grammar import YEAR
from simak.reading.time.vocabulary import Vocabulary, alternatives, fold
from simak.reading.time.year_guard import YearGuard

_TITLED = re.compile(r"[A-Z]\w*(?:[^\S\n]+[A-Z]\w*)+")
_NAMED_HOLDER = re.compile(r"[A-Z][\w'’.-]*[^\S\n]{0,3},[^\S\n]{1,3}$")
_DECIMAL = re.compile(r"\d[.,][^\S\n]{0,6}$")
_OLD = re.compile(r"[^\S\n]{1,6}(?:itu|tersebut|asal|kelahiran)\b")
_ORDINAL = re.compile(r"(?:[^\S\n]|-)(?:ke-?)?(?:I|\d|pertama|kedua|ketiga|keempat)")
_WEIGHT = frozenset({"kilogram", "kg", "gram", "ton"})
_STREET = frozenset({"jalan", "jl", "jln", "gang", "gg"})


class Guard(YearGuard):
    """The checks of one vocabulary."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__(words)
        months = alternatives(words.months)
        self._month_before = re.compile(
            rf"(?:\b(\w{{1,20}})[^\S\n]{{1,6}})?"
            rf"(?:\b{months},?[^\S\n]{{1,6}}(?:(?:dan|atau|hingga|sampai)[^\S\n]{{1,6}})?)"
            r"{1,4}$",
            re.IGNORECASE,
        )
        self._part_before = re.compile(
            rf"\b{alternatives(words.cues['part'])}[^\S\n]{{1,6}}{alternatives(words.parts)}"
            r"(?:[^\S\n]{1,6}(?:dan|atau|maupun|hingga|sampai)|,)[^\S\n]{1,6}$"
        )
        self._holiday_before = re.compile(
            rf"\b{alternatives(words.holidays)}(?:,|[^\S\n]{{1,3}}(?:dan|atau|serta))[^\S\n]{{1,3}}$",
            re.IGNORECASE,
        )
        self._measure = re.compile(
            rf"\d[^\S\n]{{0,6}}(?:(?:ribu|juta|miliar|triliun)[^\S\n]{{1,6}})?"
            rf"{alternatives(words.cues['rate'])}[^\S\n]{{1,6}}$",
            re.IGNORECASE,
        )
        self._age = re.compile(
            rf"\b{alternatives(words.cues['age'])}(?:nya)?[^\S\n]{{1,6}}"
            r"(?:(?:yang|masih|baru|sudah|telah|genap|sekira|sekitar|antara|di|bawah|atas|ke|menginjak|"
            r"hampir|lebih|dari|saat|itu|kini|ini|dan|\d{1,3}(?:-\d{1,3})?|hingga|sampai)"
            r"[^\S\n]{1,6}){0,4}$",
            re.IGNORECASE,
        )

        self._age_behind_comma = re.compile(
            rf"\b{alternatives(words.cues['age'])}(?:[^\S\n]{{1,3}}\w{{1,20}}){{0,1}},[^\S\n]{{1,3}}$"
        )

    def admits(self, name: str, match: re.Match[str]) -> bool:
        """Tell whether ``match`` of the rule ``name`` can stand for a time where it is."""
        check = getattr(self, f"_{name}", None)
        return check is None or bool(check(match))

    # -- rules -----------------------------------------------------------------------------------

    def _date(self, match: re.Match[str]) -> bool:
        first, last = match["nd"], match["nd2"]
        if last and int(last) <= int(first):
            return False
        previous = self._previous(match)
        if previous.islower():
            # "operasi pasar 10 Juli" names a day, "jalan 17 Agustus" a street
            return previous not in _STREET
        return not self._in_name(match)

    def _weekday(self, match: re.Match[str]) -> bool:
        day = match["wd"]
        if self._in_name(match):
            return False
        prefixed = match.group().lower().startswith("hari") or bool(match["eve"])
        if not day[0].isupper():
            return match.group().lower().startswith("hari")
        if self._is_name(match):
            return False
        if fold(day) not in self._words.other_word or prefixed:
            return True
        return not (self._is_week(match["deictic"]) and self._starts_sentence(match))

    def _is_name(self, match: re.Match[str]) -> bool:
        """Tell whether a bare weekday is a name: "lagu Kamis Manis", "menyambut Minggu Sutarno"."""
        if match.group() != match["wd"] and not match["pasaran"]:
            return False
        previous, following = self._previous(match), self._next(match)
        if not previous.islower() or not following.istitle():
            return False
        return previous not in self._cues["month"] | self._cues["future"] | self._cues["report"]

    @staticmethod
    def _is_week(deictic: str | None) -> bool:
        return bool(deictic) and str(deictic).lower() != "kemarin"

    def _month(self, match: re.Match[str]) -> bool:
        name = match["mon"]
        if not name[0].isupper() and not (match["y"] or match["bulan"]):
            return False
        following = self._next(match)
        given = fold(name) in self._words.given_months
        if re.search(r"(?<![\w.,:/])[0-3]?\d[^\S\n]{1,6}$", self._before(match)):
            return False  # the rest of a date that was turned down: "Jalan 17 Agustus 1945"
        dated = match["y"] or match["ofyear"] or match["mon2"] or match["bulan"] or match["phase"]
        if dated or match["nth"]:
            return not self._in_name(match)
        if given and following[:1].isupper() and fold(following) not in self._words.weekdays:
            return False
        previous = self._previous(match)
        if match["deictic"]:
            return not given or not previous[:1].isupper() or previous.lower() in PREPOSITION
        if previous.lower() in self._cues["month"]:
            return True
        if previous.lower() in self._cues["report"] and following[:1].isupper():
            return False
        if following[:1].isupper() and fold(following) not in self._words.weekdays:
            return False  # "bersama Januari Putra"
        if not given and (
            previous[:1].islower() or (not previous and self._starts_sentence(match))
        ):
            return self._before(match)[-1:] in ("", " ", "\n") and (
                previous.lower() not in self._cues["whom"]
            )
        chain = self._month_before.search(self._before(match))
        return chain is not None and (chain[1] or "").lower() not in self._cues["whom"]

    def _unit(self, match: re.Match[str]) -> bool:
        unit, deictic = match["unit"], (match["deictic"] or "").lower()
        lower = unit.lower()
        if not deictic:
            # "akhir pekan", "awal tahun"; not "tengah hari"
            return bool(match["phase"]) and lower in ("pekan", "bulan", "tahun")
        if lower == "tanggal":
            return deictic in ("itu", "tersebut") or deictic.endswith("sama")
        if lower == "hari":
            words = deictic.split()
            return words[0] in (
                "itu", "tersebut", "sebelumnya", "berikutnya", "selanjutnya", "setelahnya",
                "sesudahnya",
            ) or deictic.endswith("sama")  # fmt: skip
        if lower in self._words.other_word and unit[0].isupper():
            return self._starts_sentence(match) or match.group()[0].islower()
        if deictic in ("nanti", "besok"):
            return bool(match["phase"])
        # "5 tahun lalu" is for the rule of durations; "tahun ini" after a number is not
        return bool(match["phase"]) or not re.search(r"\d[^\S\n]{0,6}$", self._before(match))

    def _quarter(self, match: re.Match[str]) -> bool:
        if match["y"] or match["ofyear"]:
            return True
        if fold(match["nth"] or "") in self._words.digits:
            return False  # "kuartal tiga" of a match
        if match["q"] or match["kind"].lower() == "paruh" or match["nth"].lower() == "terakhir":
            return False
        return self._previous(match).lower() not in self._cues["study"]

    def _duration(self, match: re.Match[str]) -> bool:
        unit = fold(match["u"] or match["se"] or match["bu"] or "")
        parts = [unit, *(fold(match[name]) for name in ("ub", "uc") if match.groupdict().get(name))]
        days = [self._words.units[part].days for part in parts]
        if any(finer >= days[index] for index, finer in enumerate(days[1:])):
            return False
        after = self._after(match)
        if unit == "jam" and re.match(r"[^\S\n]{1,6}(?:tangan|terbang|pelajaran)\b", after):
            return False
        if unit == "hari" and re.match(r"[^\S\n]{1,6}raya\b", after):
            return False
        if unit == "malam":
            return bool(match["u"])
        number = match["n"]
        if number and fold(self._previous(match)) in self._words.numerals:
            return False  # the rest of a number that was turned down: "usia dua puluh tahun"
        if number and number[0].isdecimal() and _DECIMAL.search(self._before(match)):
            return False
        if self._words.units[unit].granule not in ("year", "month"):
            return True
        if re.match(rf"[^\S\n]{{1,6}}{YEAR}\b", after):
            # "SNI 1726 Tahun 2012"
            return False
        before = self._before(match)
        relative = match["rel"] and match["rel"].lower() not in ("ini", "lagi", "penuh")
        if relative:
            return True
        if self._age.search(before) or before.endswith("("):
            return False
        if self._age_behind_comma.search(before) and re.match(r"[^\S\n]{0,6}[,;.)]", after):
            return False
        if _NAMED_HOLDER.search(before) and re.match(r"[^\S\n]{0,6}[,;.)]", after):
            return False
        return not (number and number[0].isdecimal() and _OLD.match(after))

    def _set(self, match: re.Match[str]) -> bool:
        if match["per"]:
            unit = self._words.units[fold(match["pu"])]
            if unit.granule in ("quarter", "half") and _ORDINAL.match(self._after(match)):
                return False
            return bool(unit.granule) and not self._measure.search(self._before(match))
        if match["once"] and self._previous(match).lower() == "sama":
            return False  # "tidak keluar sama sekali sebulan"
        if match["one"] and self._next(match).lower() in ("raya", "besar", "libur"):
            return False
        day = match["wd"]
        if day and fold(day) in self._words.other_word and not day[0].isupper():
            return "hari" in match.group().lower()
        return True

    def _clock(self, match: re.Match[str]) -> bool:
        groups = match.groupdict()
        if (groups.get("word") or "").lower() == "jam":
            if match["part"] or match["approx"] or re.search(r"\d[.:]\d", match["t"]):
                return True
            following = self._next(match).lower()
            return self._previous(match).lower() in self._cues["clock"] and (
                following not in self._words.units and following not in _WEIGHT
            )
        return self._next(match).lower() not in _WEIGHT  # "palu pukul 5 kilogram"

    def _phrase(self, match: re.Match[str]) -> bool:
        phrase = self._words.phrases[fold(match.group())]
        if phrase.kind == "DAY" and self._previous(match).lower() in self._cues["season"]:
            return False
        if phrase.kind == "REF" and _TITLED.fullmatch(match.group()):
            return False
        if match.group() in ("Sebentar", "Sejenak"):
            return False  # "Sebentar, ..." asks to wait
        if not phrase.start:
            return True
        if phrase.start == "place":
            return self._previous(match).lower() in PREPOSITION
        if phrase.start == "cue":
            past = self._cues["past"]
            return self._starts_sentence(match) or self._previous(match).lower() in past
        return self._starts_sentence(match) and self._after(match).startswith(",")

    def _part(self, match: re.Match[str]) -> bool:
        when = (match["when"] or "").lower()
        return when != "lalu" or fold(match["pa"]) == "malam"

    def _part_alone(self, match: re.Match[str]) -> bool:
        """A part of the day counts behind a preposition, or joined to one that does.

        "tengah malam" means little else.
        """
        if not match.group().islower():
            return False
        if len(match.group().split()) > 1 or "-" in match.group():
            return True
        if self._previous(match).lower() in self._cues["part"]:
            return True
        return bool(self._part_before.search(self._before(match)))

    def _hijri(self, match: re.Match[str]) -> bool:
        if match["d"] and self._in_name(match):
            return False
        name = fold(match["hm"])
        if name in self._words.months_by_bulan:
            capital = match["hm"][0].isupper() or name in self._words.common_hijri
            return bool(match["bulan"]) and capital
        if match["hy"] or match["y"] or match["d"]:
            return True
        if not match["hm"][0].isupper():
            return bool(match["bulan"]) and name in self._words.common_hijri
        if match["one"]:
            return True
        if name not in self._words.common_hijri:
            return bool(match["bulan"])
        if match["bulan"] or match["ofyear"] or match["deictic"] or match["phase"]:
            return True
        return self._previous(match).lower() in self._cues["holiday"] | self._cues["month"]

    def _holiday(self, match: re.Match[str]) -> bool:
        if self._in_name(match):
            return False
        if self._before(match)[-1:] == "-":
            return match["holiday"][0].isupper()  # "pasca-Lebaran"
        if not match["holiday"][0].isupper():
            if fold(match["holiday"]).startswith("hari"):
                return False
            if match["sign"] or match["eve"] or match["nth"]:
                return True
            if len(match["holiday"].split()) > 1:
                # "melewati tahun baru"; not "tahun baru saja dimulai"
                return self._next(match).lower() not in ("saja", "ini")
            return self._previous(match).lower() in self._cues["holiday"]
        if match["sign"] or match["eve"]:
            return True
        if match["y"] or match["hy"] or match["ofyear"] or match["deictic"]:
            return True
        if match.group().lower().startswith("hari"):
            return True
        if self._next(match)[:1].isupper():
            return False
        if self._holiday_before.search(self._before(match)):
            return True  # "Natal dan Tahun Baru"
        return self._previous(match).lower() in self._cues["holiday"]

    def _season(self, match: re.Match[str]) -> bool:
        return match["season"].split()[-1].islower()  # "Musim Semi" is a title
