import pytest
from lxml import html

from simak.intake.selector import Index, Selector

PAGE = html.document_fromstring(
    "<div id=isi class='teks utama'><p id=a class='satu dua' data-x='lihat juga'>"
    "<a id=b href='https://x.example/reporter/sari'>Sari</a></p>"
    "<section id=c><p id=d class=tiga>x</p></section></div><p id=e class=dua>y</p>"
)


@pytest.mark.parametrize(
    ("selector", "ids"),
    [
        ("p", "ade"),
        (".dua", "ae"),
        ("p.satu.dua", "a"),
        ("#isi p", "ad"),
        ("#isi > p", "a"),
        ("div.teks section > .tiga", "d"),
        ("[data-x]", "a"),
        ("[data-x=lihat juga]", "a"),
        ("[data-x~=juga]", "a"),
        ("a[href*=/reporter/]", "b"),
        ('a[href^="https:"]', "b"),
        ("[class$=dua]", "ae"),
        ("*#c", "c"),
        ("ul li", ""),
    ],
)
def test_selectors(selector, ids):
    found = Index(PAGE).all([Selector.parse(selector)])
    assert "".join(element.get("id") for element in found) == ids


def test_elements_come_once_and_in_the_order_of_the_page():
    found = Index(PAGE).all(map(Selector.parse, ("p.dua", "#isi p", "a")))
    assert "".join(element.get("id") for element in found) == "abde"


@pytest.mark.parametrize("selector", ["", "p:first-child", "a >", "> a", ".", "p,,", "[x"])
def test_what_is_no_selector(selector):
    with pytest.raises(ValueError, match="selector"):
        Selector.parse(selector)
