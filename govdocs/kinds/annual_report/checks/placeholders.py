"""Places of a pattern text that nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.kinds.annual_report.checks.subject import Part, Subject, finding

_NUMERAL = "〇○零一二三四五六七八九十"
_PLACEHOLDER = re.compile(
    "|".join(
        (
            r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}",
            r"(?<![A-Za-z0-9])[XＸ]{2,}(?![A-Za-z0-9])|(?<![A-Za-z0-9])x{2,}(?![A-Za-z0-9])",
            r"[×✕╳＊]{2,}|(?<!\*)\*{2,}(?=[省市县区乡镇村局年月日件条个])",
            rf"(?<![{_NUMERAL}])[○◯]{{2,}}(?![{_NUMERAL}])",
            r"(?<![A-Za-z0-9_/.@=?&%-])[_＿]{2,}(?![A-Za-z0-9_/.@=?&%-])",
            r"[_＿]{3,}",
            r"(?<![A-Za-z0-9_])[（(][ \u3000\u00a0_＿]*[）)]",
            r"【\s*】|【[^】]{0,40}(?:填|待定|名称)[^】]{0,60}】",
            r"[（(]\s*(?:请|待|此处)?(?:填写|填入|填报|补充|待填|待补充|此处)[^（）()]{0,20}[）)]",
            r"某某",
            r"(?<![A-Za-z])(?:TODO|TBD)(?![A-Za-z])|待补充|待填写|请输入|点击此处|此处填写",
            r"(?:(?:19|20)\d\d)?年[ \u3000\u00a0_＿]+月[ \u3000\u00a0_＿]*日",
            r"(?:截至|截止|自)\d{0,4}年月日",
            r"(?:共|收到|受理|办结|答复|结转|公开)[ \u3000\u00a0_＿]+"
            r"(?:件|条(?!例|款|件)|次(?!性))",
        )
    )
)


def check_placeholders(subject: Subject) -> Iterator[Finding]:
    """An error for each place left to be filled in: ××, ____, （填写…）, {{ … }}, 年 月 日."""
    for line in subject.lines:
        if line.part is Part.TABLE and line.text.strip(" ×*_") == "":
            continue
        for match in _PLACEHOLDER.finditer(line.text):
            shown = _shown(line.text, match)
            in_context = shown != match[0]
            yield finding(
                "placeholder",
                Severity.ERROR,
                line,
                f"“{shown}”：{f'“{match[0]}”' if in_context else ''}尚未填写，请填写或删去",
                f"“{shown}”: {f'“{match[0]}” ' if in_context else ''}was left to be filled in: "
                "fill it in or delete it",
                at=match.start(),
                found=match[0],
            )


def _shown(text: str, match: re.Match[str]) -> str:
    """The place with a few characters around it."""
    return text[max(0, match.start() - 8) : match.end() + 8].strip()
