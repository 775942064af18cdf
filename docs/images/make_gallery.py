"""Make docs/gallery.md and its pictures from the examples of official documents.

Needs govdocs and poppler. Each example is rendered to PDF with the bundled fonts; the pictures are
its pages, side by side.

    python docs/images/make_gallery.py
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

import govdocs

DOCS = Path(__file__).parents[1]
EXAMPLES = DOCS.parent / "examples" / "official"
PICTURES = DOCS / "images" / "gallery"
DPI = 40
COLOURS = 32
MOST_PAGES = 4

HEAD = """# Gallery

A page picture of each kind and format, made from the examples by `docs/images/make_gallery.py`. All
organs, names and figures are made up. The DOCX of each has the same pages in LibreOffice.
"""


def main() -> None:
    """Render every example and write the page."""
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    entries = [_entry(path) for path in sorted(EXAMPLES.iterdir()) if path.is_file()]
    (DOCS / "gallery.md").write_text("\n".join([HEAD, *entries]), encoding="utf-8")


def _entry(source: Path) -> str:
    document = govdocs.read_official(source)
    picture = PICTURES / f"{source.stem}.png"
    _picture(govdocs.render(document, "pdf", bundled_fonts=True), picture)
    title = document.kind_name
    return (
        f"## {title}\n\n[`examples/official/{source.name}`](../examples/official/{source.name})\n\n"
        f"![Pages of {source.stem}](images/gallery/{picture.name})\n"
    )


def _picture(pdf: bytes, target: Path) -> None:
    """The first pages of a PDF side by side."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.pdf"
        path.write_bytes(pdf)
        subprocess.run(
            ["pdftoppm", "-r", str(DPI), "-l", str(MOST_PAGES), "-png", str(path), f"{folder}/page"],
            check=True,
        )
        pages = [ImageOps.expand(Image.open(each).convert("RGB"), 1, "#999999")
                 for each in sorted(Path(folder).glob("page*.png"))]  # fmt: skip
        width = sum(page.width for page in pages)
        sheet = Image.new("RGB", (width, max(page.height for page in pages)), "white")
        x = 0
        for page in pages:
            sheet.paste(page, (x, 0))
            x += page.width
        sheet.quantize(COLOURS).save(target, optimize=True)


if __name__ == "__main__":
    main()
