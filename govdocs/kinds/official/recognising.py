"""Tell whether a text is an official document, before anything heavy is loaded."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.inputs.text.lines import split_lines
from govdocs.inputs.text.regex import regex
from govdocs.inputs.tree import Tree
from govdocs.kinds.official.head_lines import Found, TextLine, find_head
from govdocs.kinds.official.rules import KindRules, kind_of_title, rules_of

_KIND = regex(r"""["']?(?P<key>文种|kind)["']?\s*:\s*["']?(?P<kind>[^"'#]*?)["']?\s*(?:#.*)?""")
TELLING_FIELDS = frozenset(("发文机关", "发文字号", "主送机关", "事由"))
"""Fields that official documents alone have."""

_YEARLY_REPORT = regex(r"信息公开.{0,12}(?:报告|年报)")
_EDGE = " \t\xa0\u3000\ufeff"
_FIRST = 20_000
_FIRST_LINES = 60
_LONGEST_LINE = 200


def is_official(tree: Tree) -> bool:
    """Whether data is an official document's: it says 文种, or ``kind`` of the fifteen.

    Data that says neither is one's too if it has a field that a yearly report has not, so that
    its reader can ask for the kind.
    """
    if not isinstance(tree.value, dict):
        return False
    kind = tree.value.get("kind")
    is_told = "文种" in tree.value or (isinstance(kind, str) and rules_of(kind) is not None)
    return is_told or ("kind" not in tree.value and not TELLING_FIELDS.isdisjoint(tree.value))


def is_official_text(text: str) -> bool:
    """Whether a text is an official document: front matter says its kind, or its head shows it.

    A head that shows it has a 发文字号, 签发人, 令号 or red head's line, and a title that ends with
    the name of a kind. A yearly report is none, though its page may bear a number.
    """
    text = text.removeprefix("\ufeff")
    front = front_lines(text)
    if front is not None:
        # The YAML is read later: a text of another kind may have front matter that we refuse.
        matches = (_KIND.fullmatch(line) for line in front if len(line) <= _LONGEST_LINE)
        return any(m and (m["key"] == "文种" or rules_of(m["kind"])) for m in matches)
    head = find_head(text_lines(split_lines(text[:_FIRST])[:_FIRST_LINES], 0))
    kind = kind_told_by(head.fields)
    return head.is_sure and kind is not None and not _is_yearly_report(head.fields, kind)


def front_lines(text: str) -> list[str] | None:
    """The lines between the --- lines at a text's top; None where there are none."""
    if not text.startswith("---"):
        return None
    lines = split_lines(text)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    return None if end is None or lines[0].rstrip() != "---" else lines[1:end]


def text_lines(lines: Sequence[str], taken: int) -> list[TextLine]:
    """The lines that are not blank, from an index on, without white space at their edges."""
    bare = (TextLine(n, line.strip(_EDGE)) for n, line in enumerate(lines[taken:], taken + 1))
    return [line for line in bare if line.text]


def kind_told_by(found: Sequence[Found]) -> KindRules | None:
    """The kind that fields of a text tell: by the title, else by the mark (…令, …纪要)."""
    by_name = {each.field: each.value for each in found}
    for field in ("标题", "标志字样"):
        value = by_name.get(field, "")
        kind = kind_of_title(value) if isinstance(value, str) else None
        if kind:
            return kind
    return None


def _is_yearly_report(found: Sequence[Found], kind: KindRules) -> bool:
    titles = (each.value for each in found if each.field == "标题")
    return kind.id == "report" and any(_YEARLY_REPORT.search(str(title)) for title in titles)
