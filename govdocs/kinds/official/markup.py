"""An official document in natural text: front matter with 文种, or lines as a 公文 has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from govdocs.findings import Finding, Severity
from govdocs.formatting.dates import date_text, parse_date
from govdocs.inputs.text.lines import Line, split_lines
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.replacing import Replacer
from govdocs.inputs.tree import NO_PLACES, Place, Places, Tree, load_tree
from govdocs.kinds.official.decode import NAMES, Decoded, decoded
from govdocs.kinds.official.head_lines import Found, TextLine, find_head
from govdocs.kinds.official.recognising import front_lines, kind_told_by, text_lines
from govdocs.kinds.official.tail_lines import AttachedText, find_tail, stamp_of
from govdocs.kinds.source_lines import SourceLine, SourceTexts
from govdocs.messages.quoting import shortened

_REPLACE = ("替换", "replace")


class _Front(NamedTuple):
    """Front matter: its data, and how many lines it takes."""

    tree: Tree
    taken: int


def decode_text(
    text: str, *, name: str | None = None, replace: Mapping[str, str] | None = None
) -> Decoded:
    """Read an official document from a text; what its front matter says counts.

    Args:
        text: the whole text.
        name: what to call it in messages; if it is a path, files that the front matter names are
            looked for in its folder.
        replace: texts to replace first, old to new; see ``govdocs.read``.

    Raises:
        InputError: it says no kind.
        ReportError: what its fields say is wrong; it holds each with its line.
    """
    text = text.removeprefix("\ufeff")
    front = _front(text, name)
    lines = text_lines(_replaced(split_lines(text), front, replace), front.taken if front else 0)
    stated = front.tree.value if front and isinstance(front.tree.value, dict) else {}
    head = find_head(lines, has_title=not {"标题", "title", "事由", "matter"} & stated.keys())
    tail = find_tail(lines[head.taken :])
    found = (*head.fields, *tail.fields)
    data: dict[str, Any] = {}
    texts: dict[str, list[int]] = {}
    for each in found:
        _add(data, texts, each)
    if kind := kind_told_by(found):
        data.setdefault("文种", kind.name)
    if tail.body:
        data["正文"] = "\n".join(line.text for line in tail.body)
        texts["正文"] = [line.number for line in tail.body]
    for number, attached in enumerate(tail.attachments, 1):
        _add_attached(data, texts, attached, number)
    made = _decoded(data, texts, front, name)
    told = (*_overridden(found, front), *map(_after_signature, tail.after))
    return made._replace(findings=(*made.findings, *told))


def _overridden(found: Sequence[Found], front: _Front | None) -> Iterator[Finding]:
    """What the text says and its front matter says otherwise: it is not printed."""
    stated = front.tree.value if front and isinstance(front.tree.value, dict) else {}
    for each in found:
        key = each.field if each.field in stated else NAMES.other.get(each.field, "")
        value = stated.get(key)
        if value is None or _bare(value) == _bare(each.value):
            continue
        typed = "、".join(each.value) if isinstance(each.value, list) else each.value
        yield Finding(
            id="official-overridden",
            severity=Severity.WARNING,
            line=each.lines[0],
            place=each.field,
            zh=f"{each.field}以 front matter 为准，文中的“{shortened(typed)}”未采用；"
            "请删去其中一个",
            en=f"{key} of the front matter counts, and “{shortened(typed)}” in the text is left "
            "out; remove one of them",
            found=typed,
        )


def _bare(value: object) -> str:
    """What a value says, for comparing: blanks, brackets and marks between names aside."""
    if isinstance(value, list | tuple):
        return "".join(map(_bare, value))
    text = value if isinstance(value, str) else ""
    date = parse_date(text)
    return (
        date_text(date) if date else "".join(c for c in text if c not in " \u3000、，,。：:（）()")
    )


def _after_signature(line: TextLine) -> Finding:
    return Finding(
        id="after-signature",
        severity=Severity.WARNING,
        line=line.number,
        place="正文",
        zh="本行在署名和日期之后，输出时排在正文末尾、署名之前；请核对位置",
        en="the line stands after the signature and date; it is set at the end of the body",
    )


def _front(text: str, name: str | None) -> _Front | None:
    """The front matter of a text, as YAML with the lines of the text; None without one."""
    lines = front_lines(text)
    if lines is None:
        return None
    # A blank line in place of the first ---, so that lines are those of the text.
    tree = load_tree("\n".join(["", *lines]), name=name, format="yaml")
    return _Front(tree, len(lines) + 2) if isinstance(tree.value, dict) else None


def _replaced(
    lines: Sequence[str], front: _Front | None, replace: Mapping[str, str] | None
) -> list[str]:
    """The lines with what the caller, and the front matter, want replaced in them."""
    given = _replacements(front)
    if not replace and not given:
        return list(lines)
    replacer = Replacer({**given, **(replace or {})}, FindingLog())
    return [replacer.replaced(Line(number, text)).text for number, text in enumerate(lines, 1)]


def _replacements(front: _Front | None) -> dict[str, str]:
    value = front.tree.value if front and isinstance(front.tree.value, dict) else {}
    pairs = (each for key in _REPLACE if isinstance(each := value.get(key), dict))
    return {old: new for each in pairs for old, new in each.items() if isinstance(new, str)}


def _add(data: dict[str, Any], texts: dict[str, list[int]], found: Found) -> None:
    """A field of the text into the data; lists and stamps go on from line to line."""
    is_stamp = found.field == "签名章" and isinstance(found.value, str)
    value = stamp_of(str(found.value)) if is_stamp else found.value
    if isinstance(value, dict):
        data.setdefault(found.field, []).append(value)
    elif isinstance(value, list):
        data.setdefault(found.field, []).extend(value)
    else:
        data.setdefault(found.field, value)
    texts.setdefault(found.field, []).extend(found.lines)


def _add_attached(
    data: dict[str, Any], texts: dict[str, list[int]], attached: AttachedText, number: int
) -> None:
    title = attached.title.text if attached.title else "附件"
    given: dict[str, Any] = {"名称": title}
    if attached.number:
        given["序号"] = attached.number
    if attached.lines:
        given["正文"] = "\n".join(line.text for line in attached.lines)
    data.setdefault("附件", []).append(given)
    name = f"附件 第{number}项"
    texts[name] = [attached.title.number] if attached.title else []
    texts[f"{name} 正文"] = [line.number for line in attached.lines]


def _decoded(
    data: dict[str, Any], texts: Mapping[str, Sequence[int]], front: _Front | None, name: str | None
) -> Decoded:
    """The document of what the text says and what its front matter says otherwise."""
    values = front.tree.value if front and isinstance(front.tree.value, dict) else {}
    given = {k: v for k, v in values.items() if v is not None and k not in _REPLACE}
    places = front.tree.places if front else NO_PLACES
    for key in given:
        data.pop(NAMES.other.get(key, key), None)
        data.pop(key, None)
    # What the front matter names, organs for one, may leave the mark of the text as it is.
    merged = Tree({**data, **given}, _with_lines(places, texts, data), name)
    own = decoded(merged, SourceTexts(merged, ""))
    lines = {
        field: tuple(SourceLine(number) for number in numbers)
        for field, numbers in texts.items()
        if numbers and field.split(" ")[0] in data
    }
    return own._replace(texts={**own.texts, **lines})


def _with_lines(
    places: Places, texts: Mapping[str, Sequence[int]], data: Mapping[str, object]
) -> Places:
    """Places of the front matter, with those of the fields that the text gives."""
    found: dict[tuple[str | int, ...], Place] = {
        (field,): Place(numbers[0], 1)
        for field, numbers in texts.items()
        if numbers and field in data
    }
    return Places({**places.values, **found}, {**places.keys, **found})
