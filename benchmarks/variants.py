"""Other reports of the same length: clauses in another order, other figures."""

import random
import re

_CLAUSE_END = re.compile(r"(?<=，)")
_DIGIT = re.compile(r"\d")


def variant(report, number):
    """Variant `number` of a report; the same number always gives the same text."""
    rng = random.Random(number)
    change = {"p": _other_paragraph, "table": _other_table}
    return report | {
        "title": report["title"].replace("2017", str(2000 + number % 90)),
        "blocks": [change[block["k"]](block, rng) for block in report["blocks"]],
    }


def _other_paragraph(block, rng):
    runs = [
        [face, _other_text(text, rng) if face == "fang" else text] for face, text in block["runs"]
    ]
    return block | {"runs": runs}


def _other_text(text, rng):
    *clauses, last = _CLAUSE_END.split(text)
    rng.shuffle(clauses)
    return _DIGIT.sub(lambda _: str(rng.randrange(1, 10)), "".join([*clauses, last]))


def _other_table(block, rng):
    def other_cell(cell):
        return cell | {"t": str(rng.randrange(100))} if cell["t"].isdigit() else cell

    return block | {"rows": [[other_cell(cell) for cell in row] for row in block["rows"]]}
