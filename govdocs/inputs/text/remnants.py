"""What a web page or markup leaves in a text: reported, never taken out."""

from __future__ import annotations

from govdocs.inputs.text.lines import Line
from govdocs.inputs.text.log import FindingLog
from govdocs.inputs.text.regex import regex
from govdocs.messages.quoting import shortened

_LONGEST_WEBSITE_LINE = 160

_MAY_BE_WEBSITE = regex("来源|浏览|点击|阅读|字[号体]|扫一扫|版权所有|ICP备|打印|分享到|网站标识码")
_WEBSITE = regex(
    r"来源[:：].*(?:时间|日期|浏览|点击|作者)|(?:浏览|点击|阅读)(?:次数|量|数)[:：]"
    r"|字[号体][:：]\s*[\[【(（]?\s*[大小]|^扫一扫.*(?:手机|打开|页)|^版权所有|ICP备\s*\d"
    r"|^[\[【]?\s*打印(?:本页|本文)?\s*[\]】]?\s*[\[【]?\s*关闭|^[\[【]打印|^分享到|网站标识码[:：]"
)
_MAY_HOLD_MARKUP = regex(r"[&<#]|\*\*")
_MARKUP = regex(
    r"&(?:nbsp|lt|gt|amp|quot|apos|[lr][ds]quo|middot|hellip|mdash|ensp|emsp|#\d{1,6});"
    r"|</?(?:b|i|u|p|a|br|hr|em|h[1-6]|li|ul|ol|td|th|tr|div|img|span|font|table|tbody|strong|"
    r"style|script|center)(?:\s[^<>]{0,200})?/?>"
    r"|\*\*[^*\s][^*]{0,200}\*\*|^#{1,6}\s",
)


def is_website_line(text: str) -> bool:
    """Whether a line belongs to a web page around the text: its source, print link, notice."""
    if len(text) > _LONGEST_WEBSITE_LINE or not _MAY_BE_WEBSITE.search(text):
        return False
    return "。" not in text and "|" not in text and bool(_WEBSITE.search(text))


def report_remnants(line: Line, log: FindingLog) -> None:
    """Warn of a line of the website, and of each piece of HTML or Markdown."""
    if is_website_line(line.text):
        log.warning(
            "website-line",
            f"“{shortened(line.text)}”疑为网页自带的文字，保留在正文中；如不需要请删去",
            f"“{shortened(line.text)}” looks like the website's, not the text's; it was kept",
            line=line.number,
        )
    if not _MAY_HOLD_MARKUP.search(line.text):
        return
    for match in _MARKUP.finditer(line.text):
        if log.is_full("markup-remnant"):
            log.count("markup-remnant", 1)
            continue
        log.warning(
            "markup-remnant",
            f"“{shortened(match[0])}”是 HTML 或 Markdown 的标记，会照原样印出；请删去",
            f"“{shortened(match[0])}” is HTML or Markdown and will be printed as it is; remove it",
            line=line.number,
            column=line.column(match.start()),
        )
