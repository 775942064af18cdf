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
COLOURS = 96
MOST_PAGES = 6
WITH_OPTIONS = (
    ("06-public-notice.yaml", {"draft_seals": True}),
    ("10-report.yaml", {"preprinted": True}),
)

HEAD = """# Gallery

A page picture of each kind and format, made from the examples by `docs/images/make_gallery.py`. All
organs, names and figures are made up. The DOCX of each has the same pages in LibreOffice.
"""


def main() -> None:
    """Render every example and write the page."""
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    sources = sorted([*EXAMPLES.glob("*.yaml"), *EXAMPLES.glob("*.txt")])
    entries = [_entry(path) for path in sources]
    entries += [_entry(EXAMPLES / name, **options) for name, options in WITH_OPTIONS]
    (DOCS / "gallery.md").write_text("\n".join([HEAD, *entries]), encoding="utf-8")


def _entry(source: Path, **options: bool) -> str:
    official = govdocs.read_official(source)
    name = "-".join([source.stem, *options])
    picture = PICTURES / f"{name}.png"
    _picture(govdocs.render(official, "pdf", bundled_fonts=True, **options), picture)
    path = f"examples/official/{source.name}"
    given = "".join(f", `--{option.replace('_', '-')}`" for option in options)
    return (
        f"## {official.kind}{given}\n\n[`{path}`](../{path})\n\n"
        f"![Pages of {name}](images/gallery/{picture.name})\n"
    )


def _picture(pdf: bytes, target: Path) -> None:
    """The first pages of a PDF side by side."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.pdf"
        path.write_bytes(pdf)
        subprocess.run(
            [
                "pdftoppm",
                "-r",
                str(DPI),
                "-l",
                str(MOST_PAGES),
                "-png",
                str(path),
                f"{folder}/page",
            ],
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
        sheet.quantize(COLOURS, Image.Quantize.MAXCOVERAGE).save(target, optimize=True)


if __name__ == "__main__":
    main()
