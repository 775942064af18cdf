"""Which line of a YAML or JSON source each line of a report's texts stands in."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.inputs.tree import Tree
from govdocs.kinds.annual_report.entering import known_sections
from govdocs.kinds.annual_report.facts import chinese_name
from govdocs.kinds.annual_report.report import AnnualReport, Contact
from govdocs.kinds.source_lines import SourceLine, SourceTexts


def text_lines(report: AnnualReport, tree: Tree, source: str) -> dict[str, tuple[SourceLine, ...]]:
    """The source lines of each text of a report, by the names that findings call them by.

    Args:
        report: the report that was read.
        tree: the data that it was read from.
        source: the text of that data; empty where its texts have no lines of their own (JSON).
    """
    reader = SourceTexts(tree, source)
    found: dict[str, tuple[SourceLine, ...]] = {}
    for name, field in AnnualReport.model_fields.items():
        for key in (chinese_name(field), name):
            if isinstance(tree.value, dict) and key in tree.value:
                found[chinese_name(field)] = reader.lines((key,), tree.value[key])
    for key in ("联系方式", "contact"):
        found |= dict(_inner("联系方式", Contact, key, reader))
    for key in ("说明", "explanations"):
        for name, value in reader.mapping(key).items():
            found[f"说明 {name}"] = reader.lines((key, name), value)
    for key in ("章节", "sections"):
        found |= dict(_sections(report, key, reader))
    return {name: lines for name, lines in found.items() if lines}


def _inner(
    words: str, model: type[Contact], key: str, reader: SourceTexts
) -> Iterator[tuple[str, tuple[SourceLine, ...]]]:
    for name, field in model.model_fields.items():
        for inner in (chinese_name(field), name):
            if inner in (given := reader.mapping(key)):
                lines = reader.lines((key, inner), given[inner])
                yield f"{words} {chinese_name(field)}", lines


def _sections(
    report: AnnualReport, key: str, reader: SourceTexts
) -> Iterator[tuple[str, tuple[SourceLine, ...]]]:
    given = reader.mapping(key)
    headings = {section.key: section.heading for section in report.sections if section.key}
    known = known_sections(list(given), report.format)
    for name, content in given.items():
        heading = headings.get(known[name].key, name) if name in known else name
        yield f"章节 {heading}", reader.lines((key, name), content)
