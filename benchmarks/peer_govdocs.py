"""govdocs through its public interface.

The other peers build their document inside the time that is taken, so the model is built inside it
too. PEER_GOVDOCS_PREBUILT=1 takes that out of the warm measure.
"""

import datetime
import os

import common

import govdocs
from govdocs.model import build

PREBUILT = os.environ.get("PEER_GOVDOCS_PREBUILT") == "1"


def document(report):
    """The report as a govdocs document."""
    body, _ = parts(report["blocks"], 0, 0)
    return build.document(
        report["title"],
        *body,
        signature=report["org"],
        date_of_issue=datetime.date.fromisoformat(report["date_of_issue"]),
    )


def parts(blocks, start, level_above):
    """What stands under a heading of that level, from a block on, and where it ends."""
    found = []
    while start < len(blocks):
        block = blocks[start]
        start += 1
        if block["k"] == "table":
            found.append(table(block))
        elif not block["heading"]:
            found.append(numbered_or_plain(block))
        elif block["level"] <= level_above:
            return found, start - 1
        else:
            inner, start = parts(blocks, start, block["level"])
            found.append(section(block, inner))
    return found, start


def section(block, inner):
    """A heading, its run-in text and what stands under it."""
    (_, heading), *rest = block["runs"]
    run_in = rest[0][1] if rest else ()
    return build.section(
        heading, *inner, run_in=run_in, level=block["level"], number=block["number"]
    )


def numbered_or_plain(block):
    """An item if it has a number, else a paragraph."""
    text = block["runs"][0][1]
    if not block["level"]:
        return text
    return build.item(text, level=block["level"], number=block["number"])


def table(block):
    """The table with its merged cells."""
    rows = [
        [build.cell(cell["t"], colspan=cell["cs"], rowspan=cell["rs"]) for cell in row]
        for row in block["rows"]
    ]
    return build.table(rows, head_rows=block["head"])


def render(built):
    """The document as a PDF."""
    return govdocs.render(built, "pdf", bundled_fonts=True)


if PREBUILT:
    common.run(render, document)
else:
    common.run(lambda report: render(document(report)))
