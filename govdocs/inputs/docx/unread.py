"""What the reader tells of the parts of a DOCX that it leaves out or moves."""

from __future__ import annotations

from collections.abc import Mapping

from govdocs.findings import Severity
from govdocs.inputs.unread import Message

MESSAGES: Mapping[str, Message] = {
    "inserted": Message(
        "revision-inserted", Severity.INFO,
        "修订中插入的 {count} 处文字按已接受读取",
        "{count} stretches inserted in tracked changes were read as accepted",
    ),
    "deleted": Message(
        "revision-deleted", Severity.WARNING,
        "修订中删除的 {count} 处文字未读取（“{text}”）；如应保留，请先在 Word 中拒绝修订",
        "{count} stretches deleted in tracked changes were left out (“{text}”); reject the "
        "changes in Word if they should stay",
    ),
    "deleted-row": Message(
        "revision-deleted", Severity.WARNING,
        "修订中删除的 {count} 个表格行未读取（“{text}”）；如应保留，请先在 Word 中拒绝修订",
        "{count} table rows deleted in tracked changes were left out (“{text}”); reject the "
        "changes in Word if they should stay",
    ),
    "hidden": Message(
        "hidden-text", Severity.WARNING,
        "{count} 处隐藏文字未读取（“{text}”）",
        "{count} stretches of hidden text were left out (“{text}”)",
    ),
    "footnote": Message(
        "footnotes-not-read", Severity.WARNING,
        "{count} 条脚注未读取；如有需要请写入正文",
        "{count} footnotes were not read; put them into the text if they are needed",
    ),
    "endnote": Message(
        "footnotes-not-read", Severity.WARNING,
        "{count} 条尾注未读取；如有需要请写入正文",
        "{count} endnotes were not read; put them into the text if they are needed",
    ),
    "comment": Message(
        "comments-not-read", Severity.INFO,
        "{count} 条批注未读取",
        "{count} comments were not read",
    ),
    "picture": Message(
        "pictures-not-read", Severity.WARNING,
        "{count} 张图片（或图形、对象）未读取；图中的文字和表格须另行录入",
        "{count} pictures (or drawings, objects) were not read; text and tables in them have to "
        "be typed in",
    ),
    "formula": Message(
        "formula-flattened", Severity.WARNING,
        "{count} 个公式按一行文字读取（“{text}”），请核对",
        "{count} formulas were read as plain text (“{text}”): check them",
    ),
    "ruby": Message(
        "ruby-dropped", Severity.INFO,
        "{count} 处注音未读取（“{text}”）",
        "{count} pronunciations above characters were left out (“{text}”)",
    ),
    "contents": Message(
        "contents-dropped", Severity.INFO,
        "目录 {count} 行未读取（“{text}”）",
        "{count} lines of the table of contents were left out (“{text}”)",
    ),
    "text-box": Message(
        "text-box", Severity.WARNING,
        "{count} 个文本框接在所在段落之后读取（“{text}”），请核对位置",
        "{count} text boxes were read after the paragraphs that they hang on (“{text}”): check "
        "their place",
    ),
    "nested-table": Message(
        "nested-table", Severity.WARNING,
        "{count} 个嵌套在单元格里的表格并为该格的文字（“{text}”），请核对",
        "{count} tables inside cells became text of their cell (“{text}”): check them",
    ),
    "merged-text": Message(
        "merged-cell-text", Severity.WARNING,
        "合并单元格被盖住的 {count} 格里有文字，Word 不显示，未读取（“{text}”）",
        "{count} cells covered by merged ones hold text that Word does not show; it was left out "
        "(“{text}”)",
    ),
    "inserted-file": Message(
        "embedded-not-read", Severity.WARNING,
        "{count} 个嵌入的外部内容（altChunk）未读取；请在 Word 中打开并另存后再试",
        "{count} embedded files (altChunk) were not read; open and save it in Word first",
    ),
    "bullet": Message(
        "bullets-dropped", Severity.INFO,
        "{count} 处项目符号未读取，其文字按段落读取",
        "{count} bullets were left out; their text was read as paragraphs",
    ),
    "empty-number": Message(
        "empty-number", Severity.WARNING,
        "{count} 个空段落带有自动编号，未读取，但计入编号",
        "{count} empty paragraphs have an automatic number; they were left out, but counted",
    ),
    "margin": Message(
        "header-not-read", Severity.INFO,
        "页眉、页脚中的 {count} 段文字未读取（“{text}”）",
        "{count} paragraphs of page headers and footers were not read (“{text}”)",
    ),
}  # fmt: skip
"""By the kinds that the modules of this folder count."""
