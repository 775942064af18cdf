"""Tell the three kinds of numbered lines apart: heading alone, run-in heading, item.

The rules and why they are so are told in docs/design/reading.md.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from govdocs.inputs.text.characters import HAN
from govdocs.inputs.text.regex import regex


class NumberedText(NamedTuple):
    """What a numbered line is; ``heading`` is the whole text of an item.

    Attributes:
        kind: heading alone, run-in heading, or numbered paragraph.
        heading: the heading, with its 。 if it has one.
        body: what follows a run-in heading on its line.
    """

    kind: Literal["heading", "run-in", "item"]
    heading: str
    body: str = ""


class _Limits(NamedTuple):
    """Most characters of a heading: alone, alone with a 。, before text on its line."""

    alone: int
    alone_stopped: int
    run_in: int


# Level 1 numbers (一、) hardly ever stand before sentences.
_LIMITS = {1: _Limits(60, 30, 36)}
_OTHER_LIMITS = _Limits(50, 20, 30)

_OPENING = {"“": "”", "‘": "’", "（": "）", "《": "》", "「": "」", "『": "』", "(": ")"}
_STOP_OR_PAIR = regex(r"[。？！“”‘’（）《》「」『』()]")

_COMMA = regex("[，,；;]")
_SEMICOLON = regex("[；;]")
_COLON = regex("[；;：:]")
_COMMA_OR_COLON = regex("[，,；;：:]")

_COUNTER = (
    "余?[万亿千百]?[多余]?(?:条|件|次|个|份|人|名|起|场|期|元|篇|批|项|户|亩|公里|家|处|幅|册|天|"
    "部|辆|所|块|类|宗|台|套|米|吨|岁|小时|分钟|平方米|平米|%|％|‰)"
)
_FIGURE = regex(rf"\d[\d,，.．]*\s*{_COUNTER}")
_FIGURE_AT_END = regex(rf"\d[\d,，.．]*\s*{_COUNTER}[。；;]?$")
_LABEL = regex(rf"^[{HAN}]{{1,12}}[：:]\s*[^{HAN}]|^(?:地址|联系|电话|邮编|网址|邮箱|时间)")
_STARTS_SENTENCE = regex(r"截[至止]|今年|本年|全年|目前|近年来|去年|(?:19|20)\d\d年[，,底末全我本]")
_SENTENCE_SIGN = regex(
    r"我[们局镇县乡市办委省区厅院校街村处]|(?<!为)了(?!解|结)|未(?!来|成年)|没有|已|无$|尚无"
    r"|共计?\d|累计"
)
_ENDS_LIKE_HEADING = regex(
    r"(?:情况|问题|措施|方式|形式|类别|数量|内容|原因|建设|工作|管理|机制|制度|信息|事项|渠道)。?$"
)


def numbered_text(text: str, level: int, *, has_text_under: bool) -> NumberedText:
    """Tell what a numbered line is.

    Args:
        text: the line without its number, never empty.
        level: 1 to 4, the form of its number.
        has_text_under: whether a paragraph, a table or a deeper number follows; without it, a
            clause with a 。 is a sentence and not the heading of anything.
    """
    limits = _LIMITS.get(level, _OTHER_LIMITS)
    stop = _first_stop(text)
    if stop is None:
        is_heading = _is_heading_without_stop(text, level, limits)
    elif stop == len(text):
        is_heading = has_text_under and _is_stopped_heading(text, limits)
    elif text[stop - 1] == "。" and _is_run_in_heading(text[:stop], limits):
        return NumberedText("run-in", text[:stop], text[stop:].lstrip())
    else:
        is_heading = False
    return NumberedText("heading" if is_heading else "item", text)


def _first_stop(text: str) -> int | None:
    """The index after the first 。？！ outside quotes and brackets, or None."""
    awaited: list[str] = []
    for match in _STOP_OR_PAIR.finditer(text):
        char = match[0]
        if char in _OPENING:
            awaited.append(_OPENING[char])
        elif awaited and char == awaited[-1]:
            awaited.pop()
        elif char in "。？！" and not awaited:
            return match.end()
    # A quote that is never closed must not hide every stop after it.
    return _after(text.find("。")) if awaited else None


def _after(place: int) -> int | None:
    return place + 1 if place >= 0 else None


def _is_heading_without_stop(text: str, level: int, limits: _Limits) -> bool:
    if len(text) > limits.alone or text[-1] in "；;，,、" or _FIGURE_AT_END.search(text):
        return False
    if text[-1] in "：:":
        return len(text) <= limits.run_in and not _COMMA.search(text)
    return level == 1 or not (_LABEL.search(text) or _SEMICOLON.search(text))


def _is_stopped_heading(text: str, limits: _Limits) -> bool:
    clause = text.rstrip("。？！")
    if len(clause) > limits.alone_stopped or _COMMA_OR_COLON.search(clause):
        return False
    return not _FIGURE.search(clause) and not _reads_as_sentence(clause)


def _is_run_in_heading(text: str, limits: _Limits) -> bool:
    clause = text.rstrip("。")
    if not clause or len(clause) > limits.run_in or _COLON.search(clause):
        return False
    return not _FIGURE.search(clause) and not _reads_as_sentence(clause)


def _reads_as_sentence(clause: str) -> bool:
    if _STARTS_SENTENCE.match(clause):
        return True
    return bool(_SENTENCE_SIGN.search(clause)) and not _ENDS_LIKE_HEADING.search(clause)
