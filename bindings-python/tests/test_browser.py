"""Cards as a browser paints them: narrow, in a light and in a dark page, every text of them can be read."""

import json
import os
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import twentse_kubus as tk
from documents import sample

CHROMIUM = os.environ.get("KUBUS_CHROMIUM", "/usr/bin/chromium")
WIDTH = 480
THEMES = {"light": ("#ffffff", "#1f2328"), "dark": ("#111111", "#dddddd")}

MEASURE = """
const rgba = (text) => { const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
const over = (top, under) => [0, 1, 2].map((at) => top[at] * top[3] + under[at] * (1 - top[3]));
const light = (colour) => {
  const [r, g, b] = colour.map((part) => ((part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [less, more] = [light(one), light(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
};
const texts = [];
const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const above = [];
  for (let at = walker.currentNode.parentElement; at; at = at.parentElement) above.unshift(getComputedStyle(at));
  const ground = above.reduce((under, style) => over(rgba(style.backgroundColor), under), [255, 255, 255]);
  const [r, g, b, a] = rgba(above.at(-1).color);
  const seen = above.reduce((part, style) => part * Number(style.opacity), a);
  texts.push([walker.currentNode.data, contrast(over([r, g, b, seen], ground), ground), parseFloat(above.at(-1).fontSize)]);
}
const main = document.querySelector("main");
const right = (part) => part.getBoundingClientRect().right;
const out = [...main.querySelectorAll("*")].map((part) => right(part) - right(main));
const said = document.createElement("pre");
said.textContent = JSON.stringify({ texts, out });
document.body.replaceChildren(said);
"""


def painted(card: str, theme: str, tmp_path: Path) -> dict[str, Any]:
    """What the browser made of a card: each text with its contrast and size, and how far each part sticks out."""
    ground, text = THEMES[theme]
    page = tmp_path / "page.html"
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><body style="margin:0;background:{ground};color:{text}">'
        f'<main style="width:{WIDTH}px">{card}</main><script>{MEASURE}</script>',
        encoding="utf-8",
    )
    switches = [
        *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
        *("--disable-background-networking", "--disable-component-update", f"--user-data-dir={tmp_path / 'profile'}"),
    ]
    done = subprocess.run(
        [CHROMIUM, *switches, "--dump-dom", page.as_uri()], capture_output=True, text=True, check=True, timeout=120
    )
    found = re.search(r"<pre>(.*)</pre>", done.stdout, re.DOTALL)
    assert found, done.stdout[-2000:]
    measured: dict[str, Any] = json.loads(unescape(found[1]))
    return measured


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("lang", ["nl", "nl-plain", "en"])
def test_every_text_can_be_read_in_a_narrow_page(lang: str, theme: str, tmp_path: Path) -> None:
    """WCAG 2 requires a contrast of 4.5, and 3 of a sign; what sticks out would be cut off or scrolled to."""
    document = sample("faulty")
    batch = tk.Validator().validate_many([document, sample("graduate"), "[]", "{}"], "2024-05-15")
    unreadable = tk.validate({"format": "twentse-kubus/portfolio@1", "student": {"id": "x" * 64}, "goals": [3]}, "2024-05-15")
    cards = [batch.reports[0].card(lang, names_from=document), batch.card(lang), batch.summary.card(lang), unreadable.card(lang)]
    measured = painted("".join(cards), theme, tmp_path)
    texts = [text for text, _, _ in measured["texts"]]
    assert document["student"]["name"] in "".join(texts) and len(texts) > 100
    assert [text for text, contrast, _ in measured["texts"] if contrast < (3 if text == "●" else 4.5)] == []
    assert [text for text, _, size in measured["texts"] if size < 12] == []
    assert max(measured["out"]) <= 0.5
