"""What the reader tells of the parts of a page that it leaves out or moves."""

from __future__ import annotations

from collections.abc import Mapping

from govdocs.findings import Severity
from govdocs.inputs.unread import Message

MESSAGES: Mapping[str, Message] = {
    "hidden": Message(
        "hidden-text", Severity.WARNING,
        "网页中不显示的 {count} 处文字（共 {size} 字）未读取（“{text}”）",
        "{count} stretches of the page that are not shown ({size} characters) were left out "
        "(“{text}”)",
    ),
    "control": Message(
        "page-controls", Severity.INFO,
        "网页的导航、按钮等 {count} 处文字（共 {size} 字）未读取（“{text}”）",
        "navigation and buttons of the page ({count} places, {size} characters) were left out "
        "(“{text}”)",
    ),
    "ruby": Message(
        "ruby-dropped", Severity.INFO,
        "{count} 处注音未读取（“{text}”）",
        "{count} pronunciations above characters were left out (“{text}”)",
    ),
    "picture": Message(
        "pictures-not-read", Severity.WARNING,
        "{count} 张图片未读取；图中的文字和表格须另行录入",
        "{count} pictures were not read; text and tables in them have to be typed in",
    ),
    "media": Message(
        "embedded-not-read", Severity.WARNING,
        "{count} 处嵌入的内容（框架、视频、附件）不在本文件中，未读取",
        "{count} embedded contents (frames, videos, objects) are not in this file and were not "
        "read",
    ),
    "list": Message(
        "list-number", Severity.INFO,
        "{count} 处列表序号由浏览器自动编排，已写入文字（“{text}”）",
        "{count} numbers that the browser gives to list entries were put into the text (“{text}”)",
    ),
    "layout": Message(
        "layout-table", Severity.INFO,
        "{count} 个只用于排版的表格按段落读取",
        "{count} tables that only serve the page's layout were read as paragraphs",
    ),
}  # fmt: skip
"""By the kinds that the modules of this folder count."""
