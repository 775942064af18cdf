"""发文字号, 令号 and 份号: how they are written.

Source:
    GB/T 9704-2012 7.2.1, 7.2.5, 10.2; 条例 article 9 (1), (5)
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.inputs.text.characters import half_width
from govdocs.inputs.text.regex import regex
from govdocs.kinds.official.checks.subject import Subject
from govdocs.messages.quoting import shortened

_RIGHT = regex(r"[^\s\d〔〕\[\]（）()【】]{1,20}〔[12]\d{3}〕[1-9]\d*号")
_ORDER = regex(r"第(?:[1-9]\d*|[一二三四五六七八九十百]+)号")
_ISSUE = regex(r"(?:第[1-9]\d*[期号]|〔[12]\d{3}〕[1-9]\d*号|第[一二三四五六七八九十百]+[期号])")
_LOOSE = regex(
    r"(?P<code>.*?)\s*[〔\[［（(【﹝〖]\s*(?P<year>\d{1,4})\s*年?\s*[〕\]］）)】﹞〗]"
    r"\s*第?\s*(?P<serial>\d+)\s*号?"
)
_LONGEST = 60
_COPY_NUMBER = regex(r"\d{6}")


def check_document_number(subject: Subject) -> Iterator[Finding]:
    """发文字号: code, year in full in 〔〕, number without 第 or zeros, 号."""
    number = subject.header.document_number
    if number is None:
        return
    if subject.kind and subject.kind.id == "order" and _ORDER.fullmatch(number):
        return
    if subject.kind and subject.kind.id == "minutes" and _ISSUE.fullmatch(number):
        return
    if _RIGHT.fullmatch(number):
        return
    faults = list(_faults(number))
    mended = _mended(number)
    hint_zh = f"，即“{mended}”" if mended else "，如 ×政发〔2026〕1号"
    hint_en = f": “{mended}”" if mended else ", as ×政发〔2026〕1号"
    yield Finding(
        id="document-number-form",
        severity=Severity.ERROR,
        place="发文字号",
        zh=f"发文字号“{shortened(number)}”{'、'.join(zh for zh, _ in faults) or '写法不对'}；"
        f"应为机关代字、〔四位年份〕、顺序号加“号”{hint_zh}（GB/T 9704—2012 7.2.5）",
        en=f"the document number “{shortened(number)}”: "
        f"{', '.join(en for _, en in faults) or 'is not written as it should be'}; it takes the "
        f"organ's code, the year in full in 〔〕, and the number with 号{hint_en} "
        "(GB/T 9704-2012 7.2.5)",
        expected=mended,
        found=number,
    )


def _faults(number: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a document number, in Chinese and English."""
    plain = half_width(number[:_LONGEST])
    if "〔" not in number or "〕" not in number:
        yield "没有用六角括号〔〕", "the year is not in 〔〕"
    if "第" in number:
        yield "多了“第”", "it has a 第"
    found = _LOOSE.fullmatch(plain)
    if found and len(found["year"]) != 4:
        yield "年份不是四位", "the year has not four digits"
    if found and found["serial"].startswith("0"):
        yield "顺序号编了虚位", "the number has leading zeros"
    if found and not found["code"].removeprefix("第"):
        yield "没有机关代字", "the organ's code is missing"
    if not number.endswith("号"):
        yield "末尾缺“号”", "it does not end with 号"
    if any(char.isspace() for char in number):
        yield "含有空格", "it holds blanks"


def _mended(number: str) -> str | None:
    """The number as it should be; None where its year or number cannot be told."""
    found = _LOOSE.fullmatch(half_width(number[:_LONGEST]).strip())
    if not found or not found["serial"].lstrip("0") or len(found["year"]) not in (2, 4):
        return None
    code = "".join(found["code"].split()).removeprefix("第")
    year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    mended = f"{code}〔{year}〕{found['serial'].lstrip('0')}号"
    return mended if _RIGHT.fullmatch(mended) else None


def check_order_number(subject: Subject) -> Iterator[Finding]:
    """令号: an order has one, under its mark (10.2)."""
    is_order = subject.kind is not None and subject.kind.id == "order"
    if is_order and subject.document.form == "order" and not subject.header.document_number:
        yield Finding(
            id="order-number-missing",
            severity=Severity.ERROR,
            place="令号",
            zh="命令没有令号；请写“令号: 第1号”（GB/T 9704—2012 10.2）",
            en="an order takes its number; give order_number, as 第1号 (GB/T 9704-2012 10.2)",
        )


def check_copy_number(subject: Subject) -> Iterator[Finding]:
    """份号: six digits; secret documents must have one."""
    number, secrecy = subject.header.copy_number, subject.header.secrecy
    if number is not None and not _COPY_NUMBER.fullmatch(number):
        digits = number.strip()
        expected = digits.zfill(6) if digits.isdecimal() and len(digits) < 6 else "000001"
        yield Finding(
            id="copy-number-form",
            severity=Severity.ERROR,
            place="份号",
            zh=f"份号“{number}”应为六位阿拉伯数字，如 {expected}（GB/T 9704—2012 7.2.1）",
            en=f"the copy number “{number}” takes six Arabic digits, as {expected} "
            "(GB/T 9704-2012 7.2.1)",
            expected=expected,
            found=number,
        )
    if secrecy and number is None:
        yield Finding(
            id="copy-number-missing",
            severity=Severity.ERROR,
            place="份号",
            zh=f"标有密级“{secrecy}”却没有份号；涉密公文应标注六位份号（条例第九条（一））",
            en=f"a document marked “{secrecy}” must have a copy number of six digits "
            "(条例 article 9 (1))",
        )
