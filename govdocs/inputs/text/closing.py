"""Find what closes a text: 发文机关署名, 成文日期 and 附注.

Source: GB/T 9704-2012 7.3.5, 7.3.5.4 and 7.3.6.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from govdocs.formatting.dates import date_text, looks_like_date, parse_date
from govdocs.inputs.text.entries import Entry
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.organs import ends_as_organ
from govdocs.inputs.text.regex import regex
from govdocs.inputs.text.remnants import is_website_line
from govdocs.messages.quoting import shortened

_MOST_LINES_AFTER = 3
_LONGEST_AFTER = 40
_LONGEST_ORGAN = 40
_MOST_ORGANS = 6

_ORGAN_AND_DATE = regex(r"(?P<organ>\D{2,40}?)\s*(?P<date>[12〇二]\S{0,4}年.{2,9}日)")
_MONTH_DATE = (
    r"(?:[12]\d{3}|[一二][〇○零0０OoО一二三四五六七八九]{3})\s*年\s*"
    r"[\d元一二三四五六七八九十]{1,2}\s*月"
)
_MONTH = regex(_MONTH_DATE)
_ORGAN_AND_MONTH = regex(rf"(?P<organ>\D{{2,40}}?)\s*(?P<date>{_MONTH_DATE})")
_BRACKETED = regex(r"^[（(](.*)[）)]$")
_NO_SIGNATURE = regex(r"[了的将]|^[（(]|全年|今年|本年|累计|我[们局镇县乡市]|报告$|附件|^附")
_ZERO = str.maketrans("0０OoОо○零", "〇" * 8)
_OTHER_FORMS = (("廿", "二十"), ("卅", "三十"), ("年元月", "年一月"))
_SEALED = regex("（(?:盖章|公章|印章|章)）$")
_PLACE = regex(r"[\u4e00-\u9fff]{1,8}[乡镇]")
_REMARK = regex(r"（([^（）]{1,60})）")
_SENTENCE_MARK = regex(r"[。；;：:！!？?，,|]")


class Signed(NamedTuple):
    """A line of the closing: the index of its entry and what it says."""

    at: int
    text: str


class Closing(NamedTuple):
    """What closes a text; all parts may be missing."""

    signature: tuple[Signed, ...] = ()
    date: tuple[int, datetime.date] | None = None
    remark: Signed | None = None

    @property
    def entries(self) -> set[int]:
        """Indexes of the entries that it takes out of the body."""
        found = {signed.at for signed in self.signature}
        if self.date:
            found.add(self.date[0])
        if self.remark:
            found.add(self.remark.at)
        return found


def find_closing(entries: Sequence[Entry], first: int, log: FindingLog) -> Closing:
    """The organs' names, the date and the remark at a text's end, as far as they stand there.

    Args:
        entries: the lines of the text.
        first: index of the first one under the title.
        log: takes the findings.
    """
    closing = _dated(entries, first, log) or _unsigned(entries, first)
    if not closing.date:
        _report_doubtful(entries, first, log)
    return closing


def _dated(entries: Sequence[Entry], first: int, log: FindingLog) -> Closing | None:
    """The closing whose date stands at the text's end, a few lines after it aside."""
    last = len(entries) - 1
    while last > first and is_website_line(entries[last].line.text):
        last -= 1
    remark = _remark(entries[last], last) if last > first else None
    end = last - 1 if remark else last
    for index in range(end, max(end - _MOST_LINES_AFTER, first) - 1, -1):
        found = _closing_at(entries, index, first, log)
        if found:
            after = range(index + 1, last + 1)
            remarks = (_remark(entries[at], at) for at in after)
            remark = next((each for each in remarks if each), None)
            _report_after([entries[at] for at in after if not remark or at != remark.at], log)
            return found._replace(remark=remark)
        if not _may_follow(entries[index]):
            break
    return None


def _remark(entry: Entry, at: int) -> Signed | None:
    match = _REMARK.fullmatch(entry.line.text)
    return Signed(at, match[1]) if match and not entry.numbering else None


def _may_follow(entry: Entry) -> bool:
    return not entry.numbering and not entry.is_row and len(entry.line.text) <= _LONGEST_AFTER


def _closing_at(entries: Sequence[Entry], at: int, first: int, log: FindingLog) -> Closing | None:
    """The closing whose date stands in an entry, or None."""
    entry = entries[at]
    if entry.numbering or entry.is_row or len(entry.line.text) > 60:
        return None
    text = entry.line.text
    date = _date(text, entry, log)
    if date:
        organs = _organs_above(entries, at, first) or _line_above(entries, at, first, log)
        return Closing(organs, (at, date))
    together = _ORGAN_AND_DATE.fullmatch(text)
    if not together or not ends_as_organ(together["organ"].strip()):
        return None
    date = _date(together["date"], entry, log)
    if not date:
        return None
    organ = Signed(at, together["organ"].strip())
    return Closing((*_organs_above(entries, at, first), organ), (at, date))


def _date(text: str, entry: Entry, log: FindingLog) -> datetime.date | None:
    line, column = entry.line.number, entry.line.column(0)
    written = _usual_form(text)
    date = parse_date(text) or parse_date(written)
    if date is None:
        if looks_like_date(text) or looks_like_date(written):
            log.warning(
                "date-impossible",
                f"“{shortened(text)}”不是历法中的日期，按正文保留；请核对成文日期",
                f"“{shortened(text)}” is no date of the calendar; it stays as text",
                line=line,
                column=column,
            )
        return None
    if date_text(date) != text:
        log.info(
            "date-form",
            f"成文日期“{shortened(text)}”印作“{date_text(date)}”",
            f"the date “{shortened(text)}” prints as “{date_text(date)}”",
            line=line,
            column=column,
        )
    return date


def _usual_form(text: str) -> str:
    """A date with the variants of 〇, 廿 and 元月 in the form that dates are parsed in."""
    if text[:1].isdigit():
        return text.replace("年元月", "年1月")
    for other, usual in _OTHER_FORMS:
        text = text.replace(other, usual)
    return text.translate(_ZERO)


def _organs_above(entries: Sequence[Entry], at: int, first: int) -> tuple[Signed, ...]:
    organs: list[Signed] = []
    for above in range(at - 1, max(at - _MOST_ORGANS, first) - 1, -1):
        if not _is_organ(entries[above]):
            break
        organs.append(Signed(above, entries[above].line.text))
    return tuple(reversed(organs))


def _line_above(
    entries: Sequence[Entry], at: int, first: int, log: FindingLog
) -> tuple[Signed, ...]:
    """A short line right above the date that does not end or read as a sentence does."""
    if at - 1 < first:
        return ()
    entry = entries[at - 1]
    text = entry.line.text
    if entry.numbering or entry.is_row or not 2 <= len(text) <= _LONGEST_ORGAN:
        return ()
    if _SENTENCE_MARK.search(text) or _NO_SIGNATURE.search(text) or is_website_line(text):
        return ()
    log.warning(
        "closing-doubtful",
        f"“{shortened(text)}”在成文日期之上，按署名排；如不是署名，"
        "请在 front matter 中写 signature（署名）",
        f"“{shortened(text)}” stands above the date and was taken for the signature; if it is "
        "none, give one in the front matter (signature)",
        line=entry.line.number,
    )
    return (Signed(at - 1, text),)


def _is_organ(entry: Entry) -> bool:
    if entry.numbering or entry.is_row:
        return False
    return names_organ(entry.line.text)


def names_organ(text: str) -> bool:
    """Whether a line, with or without a note of the seal, is the name of an organ."""
    name = _SEALED.sub("", text)
    is_name = ends_as_organ(name) or bool(_PLACE.fullmatch(name))
    return is_name and len(text) <= _LONGEST_ORGAN and not _SENTENCE_MARK.search(name)


def organ_of(signature: str) -> str:
    """The organ that a line of the signature names, without a note of its seal."""
    return _SEALED.sub("", signature).rstrip()


def _unsigned(entries: Sequence[Entry], first: int) -> Closing:
    """A text may end with the organ's name alone, under a sentence."""
    last = len(entries) - 1
    if last <= first or not _is_organ(entries[last]) or len(entries[last].line.text) > 20:
        return Closing()
    if not entries[last - 1].line.text.endswith(("。", "！")):
        return Closing()
    return Closing((Signed(last, entries[last].line.text),))


def _report_doubtful(entries: Sequence[Entry], first: int, log: FindingLog) -> None:
    """Warn of a date with a line of its own that closes nothing: under the title, before 附件."""
    for entry in entries[first:]:
        text = entry.line.text
        if entry.numbering or entry.is_row or len(text) > 60 or not _is_date_line(text):
            continue
        log.warning(
            "closing-doubtful",
            f"“{shortened(text)}”疑为成文日期，但不在文末或没有写全，按正文排；请在 front matter "
            "中写 signature（署名）和 date_of_issue（成文日期）",
            f"“{shortened(text)}” may be the date of issue, but is not at the end or not complete; "
            "it stays text. Give signature and date_of_issue in the front matter",
            line=entry.line.number,
        )


def _is_date_line(text: str) -> bool:
    bare = _BRACKETED.sub(r"\1", text)
    organ_and_date = _ORGAN_AND_MONTH.fullmatch(bare) or _ORGAN_AND_DATE.fullmatch(bare)
    if organ_and_date and ends_as_organ(organ_and_date["organ"].strip()):
        bare = organ_and_date["date"]
    return bool(_MONTH.fullmatch(bare) or parse_date(bare) or parse_date(_usual_form(bare)))


def _report_after(entries: Sequence[Entry], log: FindingLog) -> None:
    for entry in entries:
        log.warning(
            "after-signature",
            "本行在署名和日期之后，输出时排在正文末尾、署名之前；请核对位置",
            "the line stands after the signature and date; it is set at the end of the body",
            line=entry.line.number,
        )
