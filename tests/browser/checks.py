"""What must be true of every page: accessible, valid, without a complaint from the browser."""

from collections import Counter

from html5lib import HTMLParser, getTreeBuilder
from html5lib.html5parser import ParseError
from playwright.sync_api import Page

AXE_OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],  # what is in order need not be told
}
AXE = "async options => (await axe.run(options)).violations"
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "form")


def check_axe(page: Page) -> None:
    """Fail with one line per violation and element; the page is one of `readers`."""
    violations = page.evaluate(AXE, AXE_OPTIONS)
    found = [
        f"{violation['id']}: {' '.join(map(str, node['target']))} {node['failureSummary']}"
        for violation in violations
        for node in violation["nodes"]
    ]
    assert found == [], f"{page.url}\n" + "\n".join(found)


def check_html(html: str) -> None:
    """Fail unless the HTML parses strictly, has no id twice and no reference into nothing."""
    parser = HTMLParser(tree=getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
    try:
        tree = parser.parse(html)
    except ParseError as error:
        line, column = parser.tokenizer.stream.position()
        around = "\n".join(html.splitlines()[max(0, line - 3) : line + 1])
        message = f"{error} at line {line}, column {column}:\n{around}"
        raise AssertionError(message) from error
    elements = list(tree.iter())
    ids = Counter(element.get("id") for element in elements if element.get("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    lost = {
        (attribute, target)
        for element in elements
        for attribute in REFERENCES
        for target in (element.get(attribute) or "").split()
        if target not in ids
    }
    assert lost == set()


def check_no_sideways_scrolling(page: Page) -> None:
    """A page is never wider than its window; wide tables scroll inside their own box."""
    page.wait_for_load_state()  # just behind a click the new document has no element yet
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0, f"{page.url} is {wider} px too wide"
