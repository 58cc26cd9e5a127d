"""The page in a real browser: Debian's chromium, driven by playwright."""

import shutil

import pytest

from export.sample import make_hostile, make_record
from simak.export.html import render

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None, reason="no browser: install chromium (Debian: apt-get install chromium)"
    ),
]


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, tmp_path):
    """Open a record's page; when the test ends, nothing may have been complained of or fetched."""
    complaints, requests, contexts = [], [], []

    def open_page(record=None, **options):
        path = tmp_path / "page.html"
        path.write_text(render(record or make_record()), encoding="utf-8")
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.on("dialog", lambda dialog: (complaints.append("dialog"), dialog.dismiss()))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []


def rows(page, kind=""):
    return page.locator(f"li[data-r]{f'[data-kind={kind}]' if kind else ''}:visible")


def marked(page):
    """The words that are marked now, in the order of the article."""
    return page.locator("article .hit").all_inner_texts()


def test_a_jump_and_the_way_back(open_page):
    page = open_page()
    page.get_by_role("link", name="“bertemu”").click()
    assert "bertemu" in marked(page)
    assert page.evaluate("document.activeElement.textContent") == "bertemu"
    page.get_by_role("link", name="ke daftar").last.click()
    assert page.evaluate("document.activeElement.textContent") == "“bertemu”"
    assert page.locator("li.here").count() == 1


def test_words_lead_to_their_row(open_page):
    page = open_page()
    page.locator("article .tim").first.click()
    assert "2024-03-04" in page.locator("li.here").inner_text()


def test_all_words_of_a_statement_are_marked(open_page):
    page = open_page()
    page.locator("li[data-kind=stm] .words").first.click()
    words = " ".join(marked(page))
    for part in ("Rezim", "<b>Anggrek</b>", "Kami", "menolak", "kata", "Sari & kawan-kawan"):
        assert part in words


def test_filter_by_kind(open_page):
    page = open_page()
    button = page.get_by_role("button", name="Peristiwa")
    assert button.get_attribute("aria-pressed") == "true"
    assert rows(page, "evt").count() == 2
    shadow = "getComputedStyle(document.querySelector('article .evt')).boxShadow"
    assert page.evaluate(shadow) != "none"
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert rows(page, "evt").count() == 0
    assert page.evaluate(shadow) == "none"
    status = page.get_by_role("status").inner_text()
    assert status.startswith(f"{rows(page).count()} dari ")
    page.get_by_role("button", name="Pulihkan").click()
    assert rows(page, "evt").count() == 2


def test_people_can_be_switched_on(open_page):
    page = open_page()
    assert rows(page, "act").count() == 0
    page.get_by_role("button", name="Orang dan lembaga").click()
    assert rows(page, "act").count() == 2


def test_filter_by_speaker(open_page):
    page = open_page()
    chooser = page.get_by_label("Pembicara", exact=False).locator("visible=true").last
    page.select_option("#pembicara", label="Sari Wulan (1)")
    assert chooser.count() == 1
    assert rows(page, "stm").count() == 1
    assert "mengatakan" in rows(page, "stm").inner_text()
    assert rows(page, "wrd").count() == 1
    page.select_option("#pembicara", label="tidak disebut (1)")
    assert "menolak" in rows(page, "stm").inner_text()
    assert rows(page, "wrd").count() == 0
    page.select_option("#pembicara", value="")
    assert rows(page, "stm").count() == 2


def test_by_keyboard_alone(open_page):
    page = open_page()
    focused = "document.activeElement"
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}.className") == "words"
    outline = "getComputedStyle(document.activeElement.closest('li')).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate(f"{focused}.closest('article') !== null")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}.className") == "back"
    page.keyboard.press("Enter")
    assert page.evaluate(f"{focused}.className") == "words"
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate(f"{focused}.className") == "words"
    button = page.locator(".kind").first
    button.focus()
    page.keyboard.press("Space")
    assert button.get_attribute("aria-pressed") == "false"


def test_without_script_links_still_jump(open_page):
    page = open_page(java_script_enabled=False)
    page.get_by_role("link", name="“bertemu”").click()
    assert page.url.rpartition("#")[2].startswith("w")
    assert page.locator(".tools").is_hidden()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_runs_off_the_side(open_page, width):
    page = open_page(viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_leaves_the_tools_out(open_page):
    page = open_page()
    page.emulate_media(media="print")
    assert page.locator(".tools").is_hidden()
    assert page.locator("article").is_visible()
    assert rows(page, "stm").count() == 2


def test_an_evil_article_does_nothing(open_page):
    page = open_page(make_hostile())
    assert page.locator("img").count() == 0
    assert page.locator("article .evt").count() > 0


@pytest.mark.parametrize("width", [1000, 1280, 1600])
def test_the_filters_do_not_cover_the_list(open_page, width):
    page = open_page(viewport={"width": width, "height": 400})
    page.wait_for_function("document.documentElement.style.getPropertyValue('--tools') !== ''")
    page.evaluate("document.getElementById('teks').style.minHeight = '3000px'")
    page.evaluate("window.scrollTo({ top: 900, behavior: 'instant' })")
    tools, section = (page.locator(name).bounding_box() for name in (".tools", "#daftar"))
    assert section["y"] >= tools["y"] + tools["height"] - 1
