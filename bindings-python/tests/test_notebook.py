"""The card of a report in a notebook."""

from html.parser import HTMLParser

import twentse_kubus as tk
from documents import AS_OF, FAULTY, MARKER, PORTFOLIO


class Tags(HTMLParser):
    """Counts what is opened and closed, and keeps the text between."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def card(document: dict[str, object]) -> Tags:
    tags = Tags()
    tags.feed(tk.validate(document, AS_OF)._repr_html_())
    assert not tags.open
    return tags


def test_it_shows_every_finding() -> None:
    text = card(FAULTY).text
    for finding in tk.validate(FAULTY, AS_OF).findings:
        assert finding.code in text and finding.path in text
        assert finding.message("nl").replace("`", "") in text


def test_it_holds_no_text_of_the_document_and_no_script() -> None:
    html = tk.validate(FAULTY, AS_OF)._repr_html_()
    assert MARKER not in html and "Anneke" not in html
    assert "script" not in card(FAULTY).seen


def test_it_stops_listing_at_a_hundred() -> None:
    many = card(PORTFOLIO | {"evidence": [{"id": f"e-{number}"} for number in range(500)]})
    assert "en nog " in many.text
    assert many.text.count("TK-R") <= 100
