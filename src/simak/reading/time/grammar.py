"""The grammar of time expressions: regular expressions built once from the vocabulary.

No pattern has an unbounded repeat, and each is tried only where one of its first words stands, so
that reading takes time linear in the text. What a match means is for
`simak.reading.time.normalization` to say; here stands only what the words look like. Groups share
their names over all rules:

wd, wd2      weekday (and the second one of a range)
d, d2        day of the month
m, m2        month as a number, mon, mon2 as a name
y, y2        year
phase        awal, pertengahan, akhir
part         part of the day
deictic      ini, lalu, depan ... after the expression
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from simak.reading.time.vocabulary import Vocabulary, alternatives

# Blanks within a line; bounded, so that no text makes a scan slow.
S = r"[^\S\n]{1,6}"
O = r"[^\S\n]{0,6}"  # noqa: E741
START = r"(?<![\w./:@-])"
END = r"(?!\w)"
DASH = r"[-‐‑–—]"

LAST = rf"(?:yang{S})?(?:lalu|silam)"
NEXT = rf"mendatang|depan|nanti|besok|lusa|(?:yang{S})?akan{S}datang"
NEAR = rf"{LAST}|kemarin|{NEXT}|ini"
AFTER = rf"{NEAR}|tadi"
SAME = rf"itu|tersebut|yang{S}sama"
BEFORE = r"sebelumnya"
FOLLOWING = r"berikutnya|selanjutnya|setelahnya|sesudahnya"
PHASE = r"awal|pertengahan|medio|tengah|akhir|penghujung"
APPROX = (
    rf"lebih{S}dari|kurang{S}dari|lebih{S}kurang|kurang{S}lebih|sekitar|sekira|kira-kira"
    r"|hampir|nyaris"
)
YEAR = r"(?:1[5-9]|20)\d\d"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
ZONE = rf"(?:{O}(?:WIB|WITA|WIT|GMT|UTC)\b)?"
HOUR = r"(?:[01]?\d|2[0-4])"
CLOCK = rf"{HOUR}[.:][0-5]\d(?:[.:][0-5]\d)?"


FIRST = re.compile(r"[^\W\d_]+|\d+|\(")
NUMBER = "0"  # stands for any number among first words


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of expression: its name, which says how to read a match, and what it looks like.

    ``first`` are the words (lower case, letters only) that it can start with.
    """

    name: str
    pattern: re.Pattern[str]
    first: frozenset[str]


def first_words(*forms: Iterable[str] | str) -> frozenset[str]:
    """Return the first word of each form, as `FIRST` finds it."""
    flat = [form for group in forms for form in ([group] if isinstance(group, str) else group)]
    return frozenset(
        NUMBER if match.group().isdecimal() else match.group().lower()
        for form in flat
        if (match := FIRST.match(form))
    )


def blocks() -> re.Pattern[str]:
    """Return the pattern for what holds numbers that are no times: laws, money, addresses."""
    return re.compile(
        rf"""
          \b(?:nomor|no\.?){O}:?{O}[\w./-]{{1,20}}{S}(?:tahun|thn\.?){S}\d{{4}}
        | \b(?:nomor|no\.?){O}:?{O}\d[\w./-]{{0,30}}
        | \b(?:UU|PP|Perppu|Perpu|Perda|Perpres|Keppres|Inpres|Permen\w{{0,20}}|TAP{S}MPR){S}
          \d{{1,4}}(?:/|{S}tahun{S})\d{{4}}
        | \b(?:pasal|ayat|butir|halaman){S}\(?\d{{1,4}}\)?
        | (?:\bRp|\bIDR|\bUSD|\bSGD|\bRM|US\$|\$|€|£|¥){O}\.?{O}\d[\d.,]{{0,24}}
        | \b(?:https?://|www\.)\S{{1,500}}
        | \b[\w.+-]{{1,64}}@\w[\w.-]{{0,100}}
        | (?<!\d)(?:\+62|0\d{{2,3}})[\s-]?\d{{3,4}}[\s-]?\d{{3,5}}(?!\d)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def rules(words: Vocabulary) -> tuple[Rule, ...]:
    """Return all rules; of two matches of the same length the earlier rule's holds."""
    weekday = alternatives(words.weekdays)
    month = alternatives(words.months)
    short = alternatives(words.short_months)
    part = alternatives(words.parts)
    unit = alternatives(words.units)
    hijri = alternatives(words.hijri_months)
    digit = alternatives(
        [*words.digits, *words.wholes, *words.teens, *words.scales],
    )
    spelled = rf"(?:{digit}(?:{S}{digit}){{0,6}}(?:{S}setengah\b)?|setengah)"
    number = rf"(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}}(?:[.,]\d{{1,3}})?|{spelled})"
    vague = alternatives(words.vague)

    pasaran = alternatives(words.pasaran)
    day_name = rf"(?:hari{S})?(?P<wd>{weekday})\b(?:{S}(?P<pasaran>{pasaran})\b)?"
    day_names = rf"{day_name}(?:(?:{O}{DASH}{O}|{S}(?:dan|hingga|sampai){S})(?P<wd2>{weekday})\b)?"
    week = rf"(?:pekan|minggu){S}(?P<week>{LAST}|ini|depan|mendatang|kemarin)\b"
    slot = rf"(?P<part>{part})\b"
    tail = rf"(?:{S}(?P<part2>{part})(?:{S}hari)?\b)?(?:{S}(?P<deictic>{AFTER})\b)?"

    numeric = (
        rf"(?P<d>{DAY}){O}(?:"
        rf"{DASH}{O}(?P<d2>{DAY}){O}/{O}(?P<m>{MONTH})"
        rf"|/{O}(?P<ma>{MONTH})(?:{O}/{O}(?P<ya>\d{{4}}))?{O}{DASH}{O}"
        rf"(?P<d3>{DAY}){O}/{O}(?P<m3>{MONTH})"
        rf"|[./-]{O}(?P<m1>{MONTH}))"
        rf"(?:{O}[./-]{O}(?P<y>\d{{4}}|\d\d(?!\d)))?"
    )
    named = (
        rf"(?P<nd>{DAY})(?:(?:{O}{DASH}{O}|{S}(?:dan|hingga|sampai|s\.?d\.?|sampai{S}dengan){S})"
        rf"(?P<nd2>{DAY}))?"
        rf"{O}(?:(?P<mon>{month})\b|(?P<short>{short})\.?(?={S}{YEAR}))"
        rf"(?:(?:{O},)?{S}(?:tahun{S})?(?P<ny>{YEAR})(?!\d))?"
        rf"(?:{O}{DASH}{O}(?P<nd3>{DAY}){S}(?P<mon3>{month})\b(?:{S}(?P<ny3>{YEAR})(?!\d))?)?"
    )
    bracket = rf"(?:{O},)?{O}\({O}(?:{numeric}|{named}){O}\)"
    of_year = (
        rf"tahun{S}(?P<ofyear>{LAST}|ini|depan|mendatang|kemarin|{SAME}|{BEFORE}|{FOLLOWING})\b"
    )
    fixed = alternatives(words.phrases)
    near_day = rf"(?:hari{S}ini|kemarin|besok|lusa|semalam)"
    part_near = (
        rf"(?:(?P<pa>{part})(?:{S}hari)?{S}(?P<when>ini|tadi|nanti|kemarin|besok|esok|itu|lalu"
        rf"|sebelumnya|berikutnya|harinya)"
        rf"|(?P<when2>tadi|nanti|kemarin|besok|esok|hari{S}ini){S}(?P<pb>{part})"
        rf"|(?P<pc>{part}){S}(?P<when3>hari)|(?P<pd>dini{S}hari))\b"
    )

    # what makes "tanggal 5" the head of a whole date, which is for other rules
    to_day = rf"(?:{O}{DASH}{O}|{S}(?:dan|atau|hingga|sampai|s\.?d\.?){S})"
    of_month = rf"(?:[/.-]\d|{month}\b|{short}\b|{hijri}\b)"

    table: list[Rule] = []

    def rule(
        name: str, pattern: str, first: frozenset[str], *, start: str = START, end: str = END
    ) -> None:
        table.append(Rule(name, re.compile(f"{start}(?:{pattern}){end}", re.IGNORECASE), first))

    any_day = first_words("hari", words.weekdays)
    any_part = first_words(words.parts)
    near_words = frozenset({"tadi", "nanti", "kemarin", "besok", "esok", "hari", "lusa", "semalam"})
    numerals = first_words(words.digits, words.wholes, words.scales, "setengah", NUMBER)
    phases = first_words(PHASE.split("|"))
    approximate = frozenset({"lebih", "kurang", "sekitar", "sekira", "kira", "hampir", "nyaris"})
    each = frozenset({"setiap", "tiap", "saban"})
    whole_units = frozenset(
        form for word in first_words(words.units) for form in (f"se{word}", f"se{word}an")
    )
    many_units = frozenset(f"ber{word}" for word in first_words(words.units))
    digits = frozenset({NUMBER})

    rule(
        "bracketed",
        rf"{day_names}(?:{S}{slot})?(?:{S}(?:{week}|(?P<slot>{AFTER})\b))?{bracket}{tail}",
        any_day,
        end="",
    )
    rule("bracketed", rf"(?:{part_near}|{near_day}){bracket}", any_part | near_words, end="")
    rule(
        "weekday_date",
        rf"{day_names}(?:{S}{slot})?(?:{O},{O}|{S})(?:tanggal{S})?"
        rf"(?:{named}|{numeric}(?<=[/.-]\d{{4}})){tail}",
        any_day,
    )
    rule("date", rf"{named}(?:{S}{of_year}|{tail})", digits)
    rule("number_date", rf"(?P<d>{DAY})(?P<sep>[/-])(?P<m1>{MONTH})(?P=sep)(?P<y>\d{{4}})", digits)
    rule("number_date", rf"(?P<y>{YEAR})-(?P<m1>\d\d)-(?P<d>\d\d)", digits)
    rule(
        "number_date",
        rf"(?P<d>{DAY})\.(?P<m1>{MONTH})\.(?P<y>{YEAR})",
        digits,
        end=r"(?!\w|[.,/-]\d)",
    )
    rule(
        "day_of_month",
        rf"(?:tanggal|tgl\.?){S}(?P<md>{DAY})(?![.,]?\d)(?!(?:{to_day}{DAY})?{O}{of_month})"
        rf"(?:{to_day}(?P<md2>{DAY})(?![.,]?\d))?"
        rf"(?:{S}(?:bulan{S}(?P<month>{NEAR}|{SAME}|{BEFORE}|{FOLLOWING})"
        rf"|(?P<deictic>{AFTER}|{SAME}))\b)?",
        frozenset({"tanggal", "tgl"}),
    )
    rule(
        "only_bracket",
        rf"(?P<inner>(?P<d>{DAY})/(?P<m1>{MONTH}))(?=\))",
        digits,
        start=r"(?<=[^\W\d][ ,]\()|(?<=[^\W\d][,.] \()",
    )
    rule(
        "weekday",
        rf"(?P<eve>malam{S})?{day_names}(?:{S}{slot}(?:{S}hari\b)?)?"
        rf"(?:{S}(?:{week}|(?P<deictic>{AFTER}|{SAME}|{BEFORE}|{FOLLOWING})\b))?",
        any_day | {"malam"},
        end=r"(?![\w])",
    )
    rule(
        "month",
        rf"(?:(?P<phase>{PHASE}){S})?"
        rf"(?:(?:minggu|pekan){S}(?P<nth>ke-?\d|pertama|kedua|ketiga|keempat|kelima|terakhir){S})?"
        rf"(?P<bulan>bulan{S})?(?P<mon>{month})\b"
        rf"(?:{O}[-–/]{O}(?P<mon2>{month})\b)?"
        rf"(?:(?:{S}(?:tahun{S})?|{O},{O})(?P<y>{YEAR})(?![\d.]\d|\d))?"
        rf"(?:{S}(?:{of_year}|(?P<deictic>{AFTER}|itu)\b))?",
        phases | first_words("minggu", "pekan", "bulan", words.months),
    )
    nth = r"IV|I{1,3}|[1-4]|pertama|kedua|ketiga|keempat|(?<!ke)(?:satu|dua|tiga|empat)"
    rule(
        "quarter",
        rf"(?:(?P<phase>{PHASE}){S})?(?:(?P<kind>kuartal|triwulan|semester|paruh)(?:{S}|-)"
        rf"(?:ke-?{O})?(?P<nth>{nth}|terakhir)"
        rf"(?:{S}(?:dan|atau|hingga|sampai){S}(?:ke-?{O})?(?P<nth2>{nth})\b)?"
        rf"|Q(?P<q>[1-4]))(?![\w.,]\d)"
        rf"(?:(?:{O}[-–/]{O}|{S}(?:tahun{S})?)(?P<y>{YEAR})(?:{S}(?:ini|lalu)\b)?(?!\d)"
        rf"|{S}{of_year}|{S}(?P<deictic>{NEAR})\b)?",
        phases | {"kuartal", "triwulan", "semester", "paruh", "q"},
        end=r"(?![\w])",
    )
    rule(
        "decade",
        rf"(?:(?P<phase>{PHASE}){S})?(?:(?P<era>(?:era|dekade|periode)(?:{S}tahun)?|tahun){S})?"
        rf"(?:(?P<phase2>{PHASE}){S})?"
        rf"(?:tahun{S})?(?:['’]?(?P<dec>(?:1[5-9]|20)?\d0){O}[-–]?{O}an"
        rf"|(?P<tens>{alternatives(words.digits)}){O}puluhan"
        rf"|(?<=dekade[^\S\n])(?P<plain>(?:1[5-9]|20)?\d0)(?!\d))",
        phases | digits | {"era", "dekade", "periode", "tahun"},
    )
    rule(
        "century",
        rf"(?:(?P<phase>{PHASE}){S})?abad{S}"
        rf"(?:(?:ke{O}-?{O})?(?P<c>\d{{1,2}}|[XVI]{{1,6}})"
        rf"|ke(?P<cw>{digit}(?:{S}(?:belas|puluh)\b)?))"
        rf"(?P<bc>{S}(?:SM|sebelum{S}masehi)\b)?",
        phases | {"abad"},
    )
    rule(
        "year",
        rf"(?:(?P<phase>{PHASE}){S})?(?:(?P<approx>{APPROX}){S}(?=tahun{S}))?"
        rf"(?:(?P<tahun>(?:tahun|thn)){S}(?:(?:ajaran|anggaran|fiskal|pelajaran|akademik){S})?)?"
        rf"(?P<y>{YEAR})(?:{O}(?P<to>[-–/]){O}(?P<y2>{YEAR}|\d\d(?!\d)))?"
        rf"(?:{S}(?P<deictic>{LAST}|{NEXT}|kemarin|(?P<this>ini))\b)?",
        phases | approximate | digits | {"tahun", "thn"},
        end=r"(?!\w|[.,:]\d|%|[-–/]\d|-\w)",
    )
    rule(
        "short_year",
        rf"(?:(?P<phase>{PHASE}){S})?(?:(?P<approx>{APPROX}){S})?"
        rf"tahun{S}(?P<mark>['’])?(?P<y>[4-9]\d)",
        phases | approximate | {"tahun"},
        end=r"(?!\w|[.,:]\d|%|[-–/]\d|-\w)",
    )
    rule(
        "old_year",
        rf"tahun{S}(?P<y>\d{{1,4}})(?:{S}(?P<bc>SM)\b|{S}Masehi\b|{S}M\b)",
        frozenset({"tahun"}),
    )
    rule(
        "unit",
        rf"(?:(?P<phase>{PHASE}){S})?(?P<unit>hari|tanggal|pekan|minggu|bulan|kuartal|triwulan"
        rf"|semester|tahun|abad|dekade)"
        rf"(?:{S}(?P<deictic>{NEAR}|{SAME}|{BEFORE}|{FOLLOWING})\b)?",
        phases
        | {"hari", "tanggal", "pekan", "minggu", "bulan", "kuartal", "triwulan", "semester"}
        | {"tahun", "abad", "dekade"},
        end=r"(?![\w-])",
    )
    amount = (
        rf"(?P<n>{number}|{vague})"
        rf"(?:(?:{O}{DASH}{O}|{S}(?:hingga|sampai|atau){S})(?P<n2>{number}))?"
    )
    compound = rf"(?:,{O}|{S})(?:dan{S})?(?P<nb>{number}){O}(?P<ub>{unit})(?!\w)"
    third = rf"(?:,{O}|{S})(?:dan{S})?(?P<nc>{number}){O}(?P<uc>{unit})(?!\w)"
    for more in ("", compound, compound + third):
        rule(
            "duration",
            rf"(?:(?P<approx>{APPROX}){S})?"
            rf"(?:{amount}{O}(?P<u>{unit})(?:(?<=hari){S}{number}{S}malam\b)?"
            rf"(?P<kerja>{S}kerja\b)?{more}(?P<half>{S}setengah\b)?"
            rf"|se(?P<se>{unit})(?:an)?(?P<half2>{S}setengah\b)?|ber(?P<bu>{unit})-(?P=bu))"
            rf"(?:{S}(?P<rel>{LAST}|kemarin|kemudian|{BEFORE}|{FOLLOWING}|sebelum{S}itu|setelah{S}itu"
            rf"|(?:terakhir|belakangan)(?:{S}ini)?|ini|ke{S}depan|mendatang|lagi"
            rf"|(?:yang{S})?akan{S}datang|penuh)\b)?",
            approximate | numerals | words.vague | whole_units | many_units,
            end=r"(?=nya\b|[^\w-]|-nya\b|$)(?!\.\w)",
        )
    rule(
        "set",
        rf"(?:(?:setiap|tiap-tiap|tiap|saban){S}"
        rf"(?:(?:(?P<eve>malam{S})|hari{S})?(?P<wd>{weekday})\b(?:{S}(?:dan|hingga|sampai){S}(?P<wd2>{weekday})\b)?"
        rf"(?:{S}(?P<wpart>{part})\b)?"
        rf"|(?P<sphase>awal|akhir){S}(?P<su>pekan|bulan|tahun)"
        rf"|(?:tanggal{S})?(?P<d>{DAY}){S}(?P<dmon>{month})|(?:bulan{S})?(?P<mon>{month})"
        rf"|tanggal{S}(?P<td>{DAY})|(?P<spart>{part})(?:{S}hari)?"
        rf"|(?P<n>{number}){S}(?P<u>{unit})|(?P<one>{unit}))"
        rf"(?:{S}sekali)?"
        rf"|(?P<per>per){S}(?:(?P<pn>{number}){S})?(?P<pu>{unit})"
        rf"|(?:(?P<times>{number}|{vague}){S}kali|(?P<once>sekali)){S}(?:dalam{S})?se(?P<tu>{unit})"
        rf"|se(?P<ou>{unit}){S}sekali|(?P<on>{number}){S}(?P<onu>{unit}){S}sekali)",
        each | numerals | words.vague | whole_units | {"per", "sekali"},
        end=r"(?=nya\b|[^\w-]|$)",
    )
    rule(
        "clock",
        rf"(?:(?P<approx>{APPROX}){S})?(?P<word>pukul|jam){S}"
        rf"(?P<t>{CLOCK}|{HOUR}(?![.:,]?\d)|setengah{S}{digit}|{spelled})"
        rf"(?:(?:{O}{DASH}{O}|{S}(?:hingga|sampai){S}(?:pukul{S})?)(?P<t2>{CLOCK}))?"
        rf"{ZONE}(?:{S}(?P<part>{part})(?:{S}hari)?\b)?{ZONE}",
        approximate | {"pukul", "jam"},
    )
    rule(
        "clock",
        rf"(?P<t>{CLOCK})(?:{O}{DASH}{O}(?P<t2>{CLOCK}))?{O}(?:WIB|WITA|WIT|GMT|UTC)",
        digits,
    )
    rule(
        "times",
        rf"(?P<f>\d{{1,2}}){O}[x×]{O}(?P<n>\d{{1,3}}){O}(?P<u>jam|menit|hari)",
        digits,
    )
    rule(
        "noon",
        rf"tengah{S}hari(?!{S}(?:ini|itu|tadi|nanti|raya|libur|kerja|yang)\b)",
        frozenset({"tengah"}),
    )
    rule("phrase", fixed, first_words(words.phrases), end=r"(?=nya\b|(?![\w-]))")
    rule(
        "season",
        rf"(?:(?P<phase>{PHASE}){S})?(?P<season>{alternatives(words.seasons)})\b"
        rf"(?:{S}(?:tahun{S})?(?P<y>{YEAR})(?![\d/-])|{S}(?:{of_year}|(?P<deictic>{NEAR})\b))?",
        phases | first_words(words.seasons),
    )
    rule("part", part_near, any_part | near_words)
    rule("part_alone", slot, any_part)
    rule(
        "hijri",
        rf"(?:(?P<phase>{PHASE}){S})?(?P<eve>malam{S})?"
        rf"(?:(?P<d>{DAY}){S}|(?P<one>satu){S})?(?P<bulan>bulan{S}(?:suci{S})?)?"
        rf"(?P<hm>{hijri})\b"
        rf"(?:{S}(?:tahun{S})?(?:(?P<hy>1[34]\d\d)(?:{O}(?:Hijriah|Hijriyah|Hijriyyah|H)\b)?"
        rf"|(?:(?P<windu>{alternatives(words.windu)}){S})?(?P<y>{YEAR})(?P<jawa>{S}Jawa\b)?)"
        rf"|{S}(?:{of_year}|(?P<deictic>{NEAR})\b))?",
        phases | digits | {"malam", "satu"} | first_words("bulan", words.hijri_months),
    )
    rule(
        "hijri_year",
        rf"(?:tahun{S})?(?P<hy>1[34]\d\d){O}(?:Hijriah|Hijriyah|H\b)",
        digits | {"tahun"},
    )
    rule(
        "holiday",
        rf"(?:H{O}(?P<sign>[-–+]){O}(?P<far>\d{{1,2}}){S}|(?P<eve>malam{S})"
        rf"|hari{S}(?P<nth>pertama|kedua|ketiga|keempat|ke-?\d){S})?"
        rf"(?:hari{S}raya{S})?(?P<holiday>{alternatives(words.holidays)})\b"
        rf"(?:{S}(?:tahun{S})?(?P<y>{YEAR})(?:{S}(?:{NEAR})\b)?"
        rf"|{S}(?P<hy>1[34]\d\d){O}(?:Hijriah|Hijriyah|H\b)"
        rf"|{S}(?:{of_year}|(?P<deictic>{NEAR})\b))?",
        first_words("hari", "H", "malam", words.holidays),
        start=rf"(?:{START}|(?<=[Pp]asca-)|(?<=[Pp]ra-))",
    )
    return tuple(table)
