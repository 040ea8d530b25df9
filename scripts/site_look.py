"""Look at each page of the built site in Chromium, wide and narrow, light and dark; exits with 1 if a page has a fault.

    make docs
    pip install playwright
    python scripts/site_look.py [--images FOLDER] [PAGE ...]

A page is at most 8,000 px tall at 1,400 px. Nothing on it is wider than its box, unless that box scrolls; a table never
scrolls on a wide screen. Pictures load. Options do not break, and names in tables and titles break only at their
joints. A page has one title, no section is empty, no Markdown is left over, and text stands out from its background.
With ``--images``, each page is also written as pictures, for the eye.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import shutil
import sys
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright  # type: ignore[import-not-found]  # no dependency: see above

SITE = Path(__file__).resolve().parents[1] / "site"
WIDE, NARROW = 1400, 390
TALLEST = 8000
LEAST_CONTRAST = 4.5
"""WCAG 2.2, level AA, for text. Large text needs 3; titles and comments of code are held to that too."""

_FAULTS = """wide => {
  const faults = [], shown = node => node.offsetParent !== null;
  const name = node => node.tagName.toLowerCase() + " " + JSON.stringify(node.textContent.trim().slice(0, 40));
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) faults.push(`the page is ${page.scrollWidth} px wide`);
  for (const image of document.images)
    if (shown(image) && image.naturalWidth === 0) faults.push("a picture does not load: " + image.src);
  const content = document.querySelector(".md-content__inner");
  if (!content) return faults;
  const right = content.getBoundingClientRect().right + 4;  // a name that breaks has padding at its break
  for (const node of content.querySelectorAll("table, pre, p, li, h1, h2, h3, h4, dd, dt, td, th, img")) {
    if (!shown(node)) continue;
    let scroller = node.parentElement;
    while (scroller !== content && !["auto", "scroll"].includes(getComputedStyle(scroller).overflowX))
      scroller = scroller.parentElement;
    const end = node.tagName === "PRE" ? page.clientWidth : right;  // code takes the whole width of a phone
    if (scroller === content && node.getBoundingClientRect().right > end) faults.push("sticks out: " + name(node));
    if (node.tagName === "P" && /[├└│]/.test(node.textContent)) faults.push("a drawing that is no code: " + name(node));
    const own = getComputedStyle(node).overflowX;
    if (own === "hidden" && node.scrollWidth > node.clientWidth + 1) faults.push("is cut: " + name(node));
  }
  for (const box of content.querySelectorAll(".md-typeset__scrollwrap, .md-typeset__table"))
    if (wide && box.scrollWidth > box.clientWidth + 1) faults.push("a table scrolls: " + name(box));
  for (const code of content.querySelectorAll("pre > code"))
    if (wide && code.scrollWidth > code.clientWidth + 1) faults.push("code scrolls: " + name(code));
  const texts = (roots, seen) => {
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text; text = walker.nextNode())
        if (text.data.trim() && text.parentElement.offsetParent !== null) seen(text, text.parentElement);
    }
  };
  const range = document.createRange(), top = (text, at) => {
    range.setStart(text, at); range.setEnd(text, at + 1);
    return range.getBoundingClientRect().top;
  };
  texts(content.querySelectorAll("td, th, h1, h2, h3, h4, code .option"), (text, parent) => {
    range.selectNodeContents(text);
    if (range.getClientRects().length < 2) return;
    const within = parent.closest(".option") ? /(?=\\S\\S)/g : /(?<=\\w)(?=\\w)/g;
    for (const found of text.data.matchAll(within)) {
      const at = parent.closest(".option") ? found.index + 1 : found.index;
      if (top(text, at) > top(text, at - 1) + 4) { faults.push("breaks in the middle: " + name(parent)); break; }
    }
  });
  if (content.querySelectorAll("h1").length !== 1) faults.push(content.querySelectorAll("h1").length + " titles");
  for (const heading of content.querySelectorAll("h1, h2, h3, h4")) {
    if (!heading.textContent.replace("¶", "").trim()) faults.push("a heading without text: " + heading.outerHTML);
    if (heading.tagName === "H1" || heading.closest(".doc")) continue;
    const next = heading.nextElementSibling;
    if (!next || (/^H[1-4]$/.test(next.tagName) && next.tagName <= heading.tagName))
      faults.push("an empty section: " + name(heading));
  }
  texts([content], (text, parent) => {
    if (!parent.closest("code, pre") && /\\]\\(|\\*\\*|^#+ |```|<!--|:::|\\{\\{|!!!|={5}|^\\|.*\\|$/m.test(text.data))
      faults.push("Markdown is left: " + name(parent));
  });
  return faults;
}"""

_CONTRASTS = """() => {
  const content = document.querySelector(".md-content__inner"), least = {};
  const rgba = color => { const found = color.match(/[\\d.]+/g).map(Number); return [...found, 1].slice(0, 4); };
  const over = (front, back) => [0, 1, 2].map(i => front[i] * front[3] + back[i] * (1 - front[3]));
  const light = color => {
    const [r, g, b] = color.map(part => part / 255)
      .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement;
    if (!text.data.trim() || parent.offsetParent === null || parent.closest(".headerlink")) continue;
    const behind = [];
    for (let node = parent; node; node = node.parentElement)
      behind.unshift(rgba(getComputedStyle(node).backgroundColor));
    const back = behind.reduce((below, color) => over(color, below), [255, 255, 255]);
    const style = getComputedStyle(parent), front = over(rgba(style.color), back);
    const [low, high] = [light(front), light(back)].sort((a, b) => a - b);
    const what = parent.tagName.toLowerCase() + (parent.className ? "." + parent.className : "");
    const ratio = (high + 0.05) / (low + 0.05);
    const large = parseFloat(style.fontSize) >= 24 || parent.matches(".c, .c1, .cm, .sd");
    if (ratio >= (large ? 3 : LEAST)) continue;
    least[what] = `${ratio.toFixed(2)} at ${JSON.stringify(text.data.trim().slice(0, 30))}`;
  }
  return Object.entries(least).map(([what, found]) => `too little contrast: ${what}: ${found}`);
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Log nothing."""


def look(page: Page, origin: str, file: Path, width: int, images: Path | None, scheme: str) -> list[str]:
    """Return the faults of a page at a width."""
    page.goto(f"{origin}/{file.relative_to(SITE).as_posix()}")
    found: list[str] = page.evaluate(_FAULTS, width == WIDE)
    if width == WIDE:
        found += page.evaluate(_CONTRASTS.replace("LEAST", str(LEAST_CONTRAST)))
    height = page.evaluate("document.documentElement.scrollHeight")
    if width == WIDE and height > TALLEST:
        found.append(f"{height} px tall")
    if images is not None:
        name = file.relative_to(SITE).with_suffix("").as_posix().replace("/", "-")
        page.screenshot(path=images / f"{name}-{width}-{scheme}.png", full_page=True)
    return found


def main() -> int:
    """Look at the pages; print the faults."""
    parser = argparse.ArgumentParser(description="Look at each page of the built site in Chromium.")
    parser.add_argument("pages", nargs="*", help="pages such as guides/lists.html; all of them without")
    parser.add_argument("--images", type=Path, help="write each page as pictures into this folder")
    given = parser.parse_args()
    files = [SITE / page for page in given.pages] or sorted(SITE.rglob("*.html"))
    if given.images:
        given.images.mkdir(parents=True, exist_ok=True)
    faults = 0
    handler = functools.partial(_Quiet, directory=str(SITE))
    with http.server.ThreadingHTTPServer(("localhost", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        origin = f"http://localhost:{server.server_port}"
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for width in (WIDE, NARROW):
            for scheme in ("light", "dark"):
                if scheme == "dark" and width == NARROW and not given.images:
                    continue  # colors move nothing, and are the same as on a wide screen
                page = browser.new_page(
                    viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
                )
                for file in files:
                    for fault in look(page, origin, file, width, given.images, scheme):
                        faults += 1
                        print(f"{file.relative_to(SITE)} at {width} px, {scheme}: {fault}", flush=True)
                page.close()
        browser.close()
        server.shutdown()
    print(f"{len(files)} pages, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
