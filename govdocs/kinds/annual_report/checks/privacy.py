"""Personal data that must not be published: identity card and mobile telephone numbers.

Source: 政府信息公开条例 art. 15; check digit of GB 11643-1999 (ISO 7064 MOD 11-2).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.checks.subject import Part, Subject, TextLine, finding

_HALF_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘ－", "0123456789Xx-")
_ID_CARD = re.compile(
    r"(?<![0-9A-Za-z])([1-9]\d{5})[ -]?((?:19|20)\d{6})[ -]?(\d{3}[\dXx])(?![0-9A-Za-z])",
    re.ASCII,
)
_MOBILE = re.compile(
    r"(?:(?<![\w./=&-])|(?<=\+86)|(?<=\+86[ -]))(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})"
    r"(?![\w%]|\.\w|[ ]?(?:万|亿)?[元件条人次])",
    re.ASCII,
)
_OTHER_CODE = re.compile(r"(?:信用代码|组织机构代码|账号|帐号|备案号|编号)[：: ]?$")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


def check_privacy(subject: Subject) -> Iterator[Finding]:
    """Identity card numbers are errors, mobile numbers warnings; messages show them masked."""
    for line in subject.lines:
        text = line.text.translate(_HALF_WIDTH)
        taken: list[range] = []
        for match in _ID_CARD.finditer(text):
            if _is_birthday(match[2]) and not _is_other_code(text, match):
                taken.append(range(*match.span()))
                yield _id_card(line, match)
        for match in _MOBILE.finditer(text):
            is_inside = any(match.start() in span for span in taken)
            if not is_inside and not _is_other_code(text, match):
                yield _mobile(line, match)


def _is_other_code(text: str, match: re.Match[str]) -> bool:
    return bool(_OTHER_CODE.search(text[max(0, match.start() - 12) : match.start()]))


def is_id_card_number(number: str) -> bool:
    """Whether 18 characters are an identity card number: birthday and check digit agree."""
    if not re.fullmatch(r"[1-9]\d{16}[\dXx]", number, re.ASCII) or not _is_birthday(number[6:14]):
        return False
    total = sum(w * int(digit) for w, digit in zip(_WEIGHTS, number[:17], strict=True))
    return _CHECK_DIGITS[total % 11] == number[17].upper()


def _is_birthday(digits: str) -> bool:
    try:
        datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def _id_card(line: TextLine, match: re.Match[str]) -> Finding:
    number = "".join(match.groups())
    masked = f"{number[:3]}{'*' * 13}{number[-2:]}"
    is_sure = is_id_card_number(number)
    zh = "居民身份证号码" if is_sure else "疑似居民身份证号码（校验码不符）"
    en = "an identity card number" if is_sure else "perhaps an identity card number (check digit)"
    return finding(
        "id-card-number",
        Severity.ERROR if is_sure else Severity.WARNING,
        line,
        f"{masked}：{zh}，属个人隐私，公开前请删去",
        f"{masked}: {en}: private, delete it before publication",
        at=match.start(),
        found=masked,
    )


def _mobile(line: TextLine, match: re.Match[str]) -> Finding:
    masked = f"{match[1]}****{match[3]}"
    advice = "联系电话宜用办公固定电话" if line.part is Part.CONTACT else "请核实能否公开"
    return finding(
        "mobile-number",
        Severity.WARNING,
        line,
        f"{masked}：手机号码，{advice}",
        f"{masked}: a mobile number; use the office's fixed line, or make sure it may be published",
        at=match.start(),
        found=masked,
    )
