import re
from pathlib import Path

import pytest

from simak.errors import FormatError
from simak.evaluation import evaluate_pfsa
from simak.evaluation.pfsa import Label, PfsaArticle, labels, read_pfsa, score_pfsa
from simak.record import Article, Entity, Mention, Record, Role, Source, Statement

FILE = """\
RAWA ELOK\tO
,\tO
KOMPAS\tO
—\tO
Air\tB-ISSUE
surut\tL-ISSUE
.\tO

Kepala\tB-ROLE
Bidang\tI-ROLE
Humas\tL-ROLE
Dinas\tB-AFFILIATION
Air\tI-AFFILIATION
(\tI-AFFILIATION
DA\tI-AFFILIATION
)\tL-AFFILIATION
Kombes\tB-PERSON
Sutini\tI-PERSON
Arga\tL-PERSON
menolak\tO
.\tO
”\tB-STATEMENT

Ini\tI-STATEMENT
soal\tI-STATEMENT
19\tI-STATEMENT
-\tI-STATEMENT
20\tI-STATEMENT
desa\tI-STATEMENT
.\tI-STATEMENT

Kami\tI-STATEMENT
siap\tI-STATEMENT
,\tI-STATEMENT
”\tL-STATEMENT
kata\tU-CUE
Sutini\tU-PERSONCOREF
.\tO
”\tB-STATEMENT

Semua\tI-STATEMENT
aman\tI-STATEMENT
,\tI-STATEMENT
”\tL-STATEMENT
ujarnya\tU-CUECOREF
.\tO

MUARA\tO
,\tO
KOMPAS\tO
—\tO
Hujan\tU-ISSUE
.\tO
"""

TEXT = (
    "RAWA ELOK, KOMPAS — Air surut. Kepala Bidang Humas Dinas Air (DA) Kombes Sutini Arga "
    "menolak. ”Ini soal 19-20 desa. Kami siap,” kata Sutini. ”Semua aman,” ujarnya."
)


def read(tmp_path: Path, text: str = FILE) -> list[PfsaArticle]:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    return read_pfsa(path)


def span(words: str, nth: int = 0) -> tuple[int, int]:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return at, at + len(words)


def record(text: str = TEXT) -> Record:
    cue = span("ujarnya")
    return Record(
        article=Article(id="a", text=text),
        entities=(
            Entity(
                id="e1",
                type="PER",
                name="Sutini Arga",
                roles=(
                    Role(
                        title="Kepala Bidang Humas",
                        organization="e2",
                        span=span("Kepala Bidang Humas Dinas Air (DA)"),
                    ),
                ),
                mentions=(
                    Mention(span=span("Sutini Arga"), kind="name"),
                    Mention(span=span("Sutini", 1), kind="name"),
                    Mention(span=(cue[1] - 3, cue[1]), kind="clitic"),
                ),
            ),
            Entity(id="e2", type="ORG", name="Dinas Air"),
        ),
        statements=(
            Statement(
                id="s1",
                kind="direct",
                act="say",
                cue=span("kata"),
                source=Source(span=span("Sutini", 1), entity="e1"),
                content=(span("Ini soal 19-20 desa. Kami siap"),),
            ),
            Statement(
                id="s2",
                kind="direct",
                act="say",
                cue=(cue[0], cue[1] - 3),
                source=Source(span=(cue[1] - 3, cue[1]), entity="e1"),
                content=(span("Semua aman"),),
            ),
        ),
    )


def test_articles_are_divided_and_joined(tmp_path: Path) -> None:
    first, second = read(tmp_path)
    assert first.text == TEXT
    assert second.text == "MUARA, KOMPAS — Hujan."
    assert all(first.text[a:b].strip() == first.text[a:b] and a < b for a, b in first.tokens)


def test_labels_are_spans_of_tokens(tmp_path: Path) -> None:
    first = read(tmp_path)[0]
    assert [(label.type, first.words(label)) for label in first.labels] == [
        ("ISSUE", "Air surut"),
        ("ROLE", "Kepala Bidang Humas"),
        ("AFFILIATION", "Dinas Air (DA)"),
        ("PERSON", "Kombes Sutini Arga"),
        ("STATEMENT", "”Ini soal 19-20 desa. Kami siap,”"),
        ("CUE", "kata"),
        ("PERSONCOREF", "Sutini"),
        ("STATEMENT", "”Semua aman,”"),
        ("CUECOREF", "ujarnya"),
    ]


def test_a_second_issue_begins_an_article(tmp_path: Path) -> None:
    text = "Air\tB-ISSUE\nsurut\tL-ISSUE\n.\tO\n\nAngin\tU-ISSUE\n.\tO\n"
    assert [article.text for article in read(tmp_path, text)] == ["Air surut.", "Angin."]


def test_record_in_the_terms_of_the_corpus(tmp_path: Path) -> None:
    first = read(tmp_path)[0]
    found = labels(first, record(), frozenset({"kombes"}))
    assert found == [label for label in first.labels if label.type != "ISSUE"]


def introduced(text: str, roles: tuple[Role, ...]) -> list[tuple[str, str, int]]:
    """Return (type, words, first token) of what introduces Sutini Arga, who is quoted last."""
    tokens = tuple(match.span() for match in re.finditer(r"\w+|[^\w\s]", text))
    names = [match.span() for match in re.finditer("Sutini( Arga)?", text)]
    cue, words = text.index("kata"), text.index("Kami siap")
    speaker = Entity(
        id="e1",
        type="PER",
        name="Sutini Arga",
        roles=roles,
        mentions=tuple(Mention(span=name, kind="name") for name in names),
    )
    said = Statement(
        id="s1",
        kind="direct",
        act="say",
        cue=(cue, cue + 4),
        source=Source(span=names[-1], entity="e1"),
        content=((words, words + 9),),
    )
    article = PfsaArticle(text, tokens, ())
    row = Record(article=Article(id="a", text=text), entities=(speaker,), statements=(said,))
    found = labels(article, row, frozenset({"akp"}))
    return [
        (label.type, article.words(label), label.first)
        for label in found
        if label.type in ("PERSON", "ROLE")
    ]


def test_a_rank_belongs_to_the_person_with_its_arm() -> None:
    text = "Camat Muara AKP (Pol) Sutini Arga datang. ”Kami siap,” kata Sutini."
    roles = (
        Role(title="Camat", organization=None, span=(0, 11)),
        Role(title="AKP (Pol)", organization=None, span=(12, 21)),
    )
    assert introduced(text, roles) == [
        ("ROLE", "Camat Muara", 0),
        ("PERSON", "AKP (Pol) Sutini Arga", 2),
    ]


def test_a_speaker_is_introduced_where_the_office_was_said_last_before_the_quotation() -> None:
    text = "Camat Sutini Arga pergi. Camat Sutini Arga datang. ”Kami siap,” kata Sutini."
    roles = (Role(title="Camat", organization=None, span=(0, 5)),)
    assert introduced(text, roles) == [("ROLE", "Camat", 5), ("PERSON", "Sutini Arga", 6)]


def test_a_speaker_without_office_is_no_public_figure(tmp_path: Path) -> None:
    first = read(tmp_path)[0]
    row = record()
    bare = Entity(id="e1", type="PER", name="Sutini Arga", mentions=row.entities[0].mentions)
    row = Record(article=row.article, entities=(bare,), statements=row.statements)
    assert labels(first, row) == []


def test_what_lies_under_other_labels_is_passed_over() -> None:
    article = PfsaArticle(TEXT, ((0, 9), (9, 10)), (Label(0, 1, "ISSUE"),))
    assert labels(article, Record(article=Article(id="a", text=TEXT))) == []


def test_strict_and_relaxed_scores() -> None:
    gold = [Label(0, 4, "STATEMENT"), Label(5, 5, "CUE"), Label(9, 12, "STATEMENT")]
    found = [Label(0, 3, "STATEMENT"), Label(5, 5, "CUE"), Label(9, 12, "STATEMENT")]
    figures = score_pfsa(gold, found).figures()
    assert figures["pfsa.f1_STATEMENT"] == 0.5
    assert figures["pfsa.f1_STATEMENT_overlap"] == 1.0
    assert figures["pfsa.f1_CUE"] == 1.0
    assert "pfsa.f1_ROLE" not in figures


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Air surut\n", "1: a line needs a token and a tag"),
        ("Air\tO\nsurut\tX-ROLE\n", "2: 'X-ROLE' is no tag"),
        ("Air\tO\nsurut\tI-ROLE\n", "2: ROLE goes on"),
        ("\n", "1: no sentence"),
    ],
)
def test_faults_name_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(FormatError, match=r"a\.txt:" + message):
        read(tmp_path, text)


def test_evaluate_hands_over_whole_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FILE, encoding="utf-8")
    seen: list[str] = []

    def reader(article: Article) -> Record:
        seen.append(article.text)
        return record() if article.text == TEXT else Record(article=article)

    report = evaluate_pfsa([path], reader)
    assert seen[0] == TEXT and len(seen) == 2
    assert report.texts == 2
    assert report.figures()["pfsa.f1_STATEMENT"] == 1.0
    assert report.figures()["pfsa.f1_ROLE"] == 1.0
