import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simak.export.html import Mark, nest, render
from simak.export.view import harmless

VOID = {"meta", "link", "br"}


class Tree(HTMLParser):
    """Checks that tags nest, and gathers tags, attributes and the text of the article."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "article" in self.open or self.open in (["p"], []) or "span" in self.open:
            self.text += data


def test_tags_nest_and_links_lead_somewhere(record):
    tree = Tree(render(record))
    ids = [attrs["id"] for _, attrs in tree.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = [a["href"][1:] for tag, a in tree.tags if tag == "a" and a["href"].startswith("#")]
    assert len(links) > 10
    assert set(links) <= set(ids)


def test_the_language_and_the_title(record):
    tree = Tree(render(record))
    assert ("html", {"lang": "id"}) in tree.tags


def test_nothing_is_asked_for_outside(record):
    page = render(record)
    tree = Tree(page)
    for tag, attrs in tree.tags:
        assert tag not in {"img", "iframe", "object", "embed"}
        assert "src" not in attrs
        if tag == "link":
            assert attrs["href"] == "data:,"
    policy = next(a["content"] for t, a in tree.tags if "http-equiv" in a)
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "url(" not in page
    assert "@import" not in page


def test_article_cannot_break_out(hostile):
    page = render(hostile)
    tree = Tree(page)
    assert [tag for tag, _ in tree.tags].count("script") == 1
    assert not any(name.startswith("on") for _, attrs in tree.tags for name in attrs)
    assert not any((a.get("href") or "").startswith("javascript") for _, a in tree.tags)
    assert "<img" not in page
    assert not set(page) & set("\0\x1b\u202e")


def test_a_web_address_becomes_a_link(record):
    assert 'href="https://melati.example/rapat?a=1&amp;b=2"' in render(record)


def test_the_same_record_gives_the_same_page(record):
    assert render(record) == render(record)


def test_a_record_without_rows(nothing):
    page = render(nothing)
    Tree(page)
    assert "Tidak ada apa-apa." in page
    assert "<section" not in page


def test_words_of_a_row_are_marked(record):
    page = render(record)
    row = re.search(r'<li id="r(\d+)"[^>]*data-kind="evt"', page)[1]
    assert re.search(rf'<span class="evt" data-w="{row}" id="w{row}">bertemu</span>', page)


def plain(html: str) -> str:
    tree = Tree(html)
    return tree.text


@pytest.mark.parametrize(
    ("text", "marks", "html"),
    [
        ("abc", [], "<p>abc</p>"),
        ("abc", [((0, 2), "stm")], "<p><i0>ab</i>c</p>"),
        # evt lies inside stm, and overlaps its end
        ("abcd", [((0, 3), "stm"), ((2, 4), "evt")], "<p><i0>ab<i1>c</i></i><i1>d</i></p>"),
        ("a\nb", [((0, 3), "stm")], "<p><i0>a</i></p>\n<p><i0>b</i></p>"),
        ("a\n\nb\n", [], "<p>a</p>\n<p>b</p>"),
        ("<&", [((0, 1), "stm")], "<p><i0>&lt;</i>&amp;</p>"),
    ],
)
def test_nest(text, marks, html):
    rows = [Mark(span, kind, row) for row, (span, kind) in enumerate(marks)]
    drawn = nest(text, rows, lambda mark: f"<i{mark.row}>").replace("</span>", "</i>")
    assert drawn == html


@given(st.data())
def test_any_marks_nest_and_keep_the_text(data):
    text = data.draw(st.text(alphabet="ab \n<&\u202e😀", min_size=1, max_size=30))
    edge = st.integers(0, len(text))
    kinds = st.sampled_from(["evd", "stm", "act", "plc", "spk", "tim", "evt", "cue", "wrd"])
    marks = [
        Mark((min(a, b), max(a, b)), kind, row)
        for row, (a, b, kind) in enumerate(data.draw(st.lists(st.tuples(edge, edge, kinds))))
        if a != b
    ]
    html = nest(text, marks, lambda mark: f'<span data-w="{mark.row}">')
    shown = plain(html).replace("\n", "")
    assert shown == harmless(text).replace("\n", "")
