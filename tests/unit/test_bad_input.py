"""Bad sources: each is given, and what is said of it is compared letter by letter.

The messages are those of docs/findings.md. What the checks of a report, the workbook and a county
say is tested beside their code; here is what no test there says in full.
"""

import pytest
from word_files import cell, docx, level, lists, numbered, paragraph, row, table

from govdocs import read, read_with_findings
from govdocs.errors import InputError

TITLE = "青禾县教育局2025年政府信息公开工作年度报告"
T = f"{TITLE}\n"
PAGE = f"<html><body><h1>{TITLE}</h1><div>%s</div></body></html>"
PROSE = (
    "<p>全年共公开政府信息五十条，办理申请三件，均已按时答复，没有发生行政复议和行政诉讼。</p>" * 4
)
CLOSING = "\n青禾县教育局\n2026年1月9日"

TEXTS = [
    ("encoding", f"{T}全年平稳。".encode("gb18030"), "不是 UTF-8，按 GB18030 编码读取"),
    ("private-use-mapped", T.encode("gb18030") + b"\xa6\xd9",
     "GB18030 码位 U+E78D 按 GB 18030—2022 读作 ︐（1 处）"),
    ("no-such-file", "没有的报告.docx", "没有名为“没有的报告.docx”的文件，按正文读取"),
    ("mark-restored", f"{T}全年公开,共5条。", "“,”改为“，”"),
    ("space-normalised", f"{T}全年\t公开。", "制表符改为空格"),
    ("space-normalised", f"{T}全年\xa0公开。", "不换行空格改为空格"),
    ("unprintable-removed", f"{T}全年\x07公开。", "删去不可打印字符 U+0007"),
    ("unprintable-removed", f'---\n署名: "甲\\ab局"\n---\n{T}平稳。',
     "“署名”中删去不可打印字符 U+0007"),
    ("line-separator", f"{T}全年\u2028公开。", "分隔符 U+2028 按换行处理"),
    ("replacement-character", f"{T}全年\ufffd公开。", "U+FFFD 表示原文此处解码有误，请补上原字"),
    ("private-use", f"{T}全年\ue000公开。",
     "私用区字符 U+E000 没有通用字形，请换成正式编码的字"),
    ("angle-brackets", f"{T}印发<公开办法>。",
     "“<公开办法>”：尖括号疑为书名号，请改为《》或〈〉"),
    ("straight-quote", f'{T}推行"一网通办"改革。', "“\"”：直引号请改为“”或‘’"),
    ("ascii-full-stop", f"{T}全年平稳.\n以上。", "“.”：句点疑为句号，请改为“。”"),
    ("markup-remnant", f"{T}全年<br>平稳。",
     "“<br>”是 HTML 或 Markdown 的标记，会照原样印出；请删去"),
    ("website-line", f"{T}全年平稳。\n扫一扫在手机打开当前页",
     "“扫一扫在手机打开当前页”疑为网页自带的文字，保留在正文中；如不需要请删去"),
    ("foreign-name", "彩票网2025年政府信息公开工作年度报告\n平稳。",
     "“彩票网”不是机关名称，疑为被篡改网页的文字；请改回原名，如：--replace '彩票网=机关原名'"),
    ("doubtful-name", "九州ku游水利局2017年政府信息公开工作报告\n"
     "根据要求,九州ku游水利局编制本报告。\n一、概述\n九州ku游政府高度重视,九州ku游县委部署。\n",
     "“九州ku游”在机关名称的位置，这是机关名称吗？如不是，请改回原名，如："
     "--replace '九州ku游=机关原名'"),
    ("title-missing", "全年平稳。\n以上。",
     "没有找到标题，输出时无标题；可在 front matter 中写 title（标题）"),
    ("title-joined", "青禾县教育局\n2025年政府信息公开工作年度报告\n全年平稳。",
     f"标题由 2 行连成：“{TITLE}”"),
    ("title-below", f"来源：本站\n{T}全年平稳。", "标题取自第 2 行；其上 1 行留在正文中"),
    ("title-overridden", f"---\n标题: 另一个标题\n---\n{T}全年平稳。",
     f"标题以 front matter 为准；文中的“{TITLE}”与之不同，留作正文段落"),
    ("closing-overridden", f"---\n署名: 青禾县财政局\n---\n{T}全年平稳。{CLOSING}",
     "署名以 front matter 为准，文末所写未采用"),
    ("closing-doubtful", f"{T}全年平稳。\n公开办同志\n2026年1月9日",
     "“公开办同志”在成文日期之上，按署名排；如不是署名，请在 front matter 中写 signature（署名）"),
    ("date-form", f"{T}全年平稳。\n青禾县教育局\n2026-1-9",
     "成文日期“2026-1-9”印作“2026年1月9日”"),
    ("date-impossible", f"{T}全年平稳。\n青禾县教育局\n2026年2月30日",
     "“2026年2月30日”不是历法中的日期，按正文保留；请核对成文日期"),
    ("after-signature", f"{T}全年平稳。{CLOSING}\n联系电话另行公布。",
     "本行在署名和日期之后，输出时排在正文末尾、署名之前；请核对位置"),
    ("addressees-in-text", f"{T}县人民政府办公室：\n全年平稳。",
     "本行疑为主送机关；published-report 版式不设主送机关，本行留作正文段落"),
    ("attachment-note", f"{T}全年平稳。\n附件：1.统计表",
     "附件说明按正文段落排；published-report 版式不单设附件说明，请核对"),
    ("heading-full-stop", f"{T}一、总体情况。\n全年平稳。",
     "单独成行的标题“总体情况。”末尾有句号，照原文保留"),
    ("number-form", f"{T}一.总体情况\n全年平稳。", "序号“一.”改为“一、”"),
    ("number-gap", f"{T}一、总体情况\n平稳。\n三、其他\n无。",
     "序号“三、”处按顺序应为“二、”，照原文保留"),
    ("number-repeated", f"{T}一、总体情况\n平稳。\n一、其他\n无。",
     "序号“一、”处按顺序应为“二、”，照原文保留"),
    ("front-matter-ignored", f"---\n没有键\n---\n{T}平稳。",
     "两行 --- 之间不是“键: 值”，按正文读取"),
    ("front-matter-unknown", f"---\n标体: 甲\n---\n{T}平稳。",
     "front matter 中不认识“标体”，未采用；是否为“标题”？"),
    ("front-matter-repeated", f"---\n年份: 2025\n年份: 2024\n---\n{T}平稳。",
     "front matter 中“年份”重复，以后一个为准"),
    ("row-padded", f"{T}甲 | 乙 | 丙\n1 | 2\n",
     "表格本行只有 2 格，右侧补 1 个空格至 3 列；数字可能因此错列，请逐格核对；"
     "如有合并单元格请在代码中指定"),
    ("row-too-wide", f"{T}{'|' * 1000}",
     "本行有 1000 个“|”，超过 200 列，按正文读取，没有排成表格"),
]  # fmt: skip
PAGES = [
    ("encoding", "<meta charset='big5'><h1>年報</h1><p>全年平穩。</p>".encode("big5"),
     "不是 UTF-8，按网页声明的 big5hkscs 编码读取"),
    ("hidden-text", PAGE % f"{PROSE}<p style='display:none'>暗文</p>",
     "网页中不显示的 1 处文字（共 2 字）未读取（“暗文”）"),
    ("page-controls", PAGE % f"{PROSE}<button>打印</button>",
     "网页的导航、按钮等 1 处文字（共 2 字）未读取（“打印”）"),
    ("ruby-dropped", PAGE % f"{PROSE}<p><ruby>音<rt>yin</rt></ruby>。</p>",
     "1 处注音未读取（“yin”）"),
    ("pictures-not-read", PAGE % f"{PROSE}<img src='a.png'>",
     "1 张图片未读取；图中的文字和表格须另行录入"),
    ("embedded-not-read", PAGE % f"{PROSE}<iframe src='x'></iframe>",
     "1 处嵌入的内容（框架、视频、附件）不在本文件中，未读取"),
    ("list-number", PAGE % f"{PROSE}<ol><li>甲项</li><li>乙项</li></ol>",
     "2 处列表序号由浏览器自动编排，已写入文字（“1.”）"),
    ("layout-table", PAGE % f"<table><tr><td>{PROSE}</td></tr></table>",
     "1 个只用于排版的表格按段落读取"),
    ("page-frame", f"<html><body><div><a href='/'>首页</a><a href='/a'>要闻</a>"
     f"<p>版权所有 青禾县</p></div><div id='zoom'><h1>{TITLE}</h1>{PROSE}</div>",
     "正文取自 <div id=\"zoom\">，187 字；其外 11 字（链接以外 7 字）是网页的其他部分，未读取"),
    ("title-from-page", f"<html><title>{TITLE}</title><h1>{TITLE}</h1><p>友情链接</p>"
     f"<div id='zoom'>{PROSE}</div>", f"标题“{TITLE}”取自正文之外的网页标题"),
    ("span-cut", PAGE % f"{PROSE}<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>",
     "表格有 1 个合并单元格伸出表格或与别的单元格重叠，已截短，请核对"),
]  # fmt: skip
_P = paragraph(TITLE)


def _run(more):
    return f"{_P}<w:p><w:r><w:t>全年。</w:t>{more}</w:r></w:p>"


def _box(text):
    return f"<w:pict><w:txbxContent>{paragraph(text)}</w:txbxContent></w:pict>"


WORD = [
    ("revision-inserted", f"{_P}<w:p><w:ins><w:r><w:t>新字。</w:t></w:r></w:ins></w:p>",
     "修订中插入的 1 处文字按已接受读取"),
    ("revision-deleted", f"{_P}<w:p><w:del><w:r><w:delText>旧字</w:delText></w:r></w:del></w:p>",
     "修订中删除的 1 处文字未读取（“旧字”）；如应保留，请先在 Word 中拒绝修订"),
    ("revision-deleted", _P + table(row(cell("甲")), row(cell("乙"), properties="<w:del/>")),
     "修订中删除的 1 个表格行未读取（“乙”）；如应保留，请先在 Word 中拒绝修订"),
    ("hidden-text", _P + paragraph("秘", "", "<w:vanish/>"), "1 处隐藏文字未读取（“秘”）"),
    ("footnotes-not-read", _run('<w:footnoteReference w:id="2"/>'),
     "1 条脚注未读取；如有需要请写入正文"),
    ("footnotes-not-read", _run('<w:endnoteReference w:id="2"/>'),
     "1 条尾注未读取；如有需要请写入正文"),
    ("comments-not-read", _run('<w:commentReference w:id="2"/>'), "1 条批注未读取"),
    ("pictures-not-read", _run("<w:drawing/>"),
     "1 张图片（或图形、对象）未读取；图中的文字和表格须另行录入"),
    ("formula-flattened", f"{_P}<w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>",
     "1 个公式按一行文字读取（“a+b”），请核对"),
    ("ruby-dropped", _run("<w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音"
     "</w:t></w:r></w:rubyBase></w:ruby>"), "1 处注音未读取（“yin”）"),
    ("contents-dropped", _P + '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of '
     f'Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{paragraph("一、总体情况 1")}'
     "</w:sdtContent></w:sdt>", "目录 1 行未读取（“一、总体情况 1”）"),
    ("text-box", _run(_box("框内")), "1 个文本框接在所在段落之后读取（“框内”），请核对位置"),
    ("nested-table", _P + table(f"<w:tr><w:tc>{table(row(cell('内')))}{paragraph('外')}</w:tc>"
     "</w:tr>"), "1 个嵌套在单元格里的表格并为该格的文字（“内”），请核对"),
    ("merged-cell-text", _P + table(row(cell("甲", '<w:vMerge w:val="restart"/>'), cell("1")),
     row(cell("乙", "<w:vMerge/>"), cell("2"))),
     "合并单元格被盖住的 1 格里有文字，Word 不显示，未读取（“乙”）"),
    ("embedded-not-read", f"{_P}<w:altChunk/>",
     "1 个嵌入的外部内容（altChunk）未读取；请在 Word 中打开并另存后再试"),
    ("heading-unnumbered", _P + paragraph("总体情况", '<w:outlineLvl w:val="0"/>'),
     "“总体情况”用了标题样式（大纲 1 级）却没有序号，按正文段落读取；"
     "如是标题请补上序号（一、（一）1.（1））"),
    ("row-padded", _P + table(row(cell("甲"), cell("乙")), row(cell("1"))),
     "表格各行的格数不一，空缺处补了 1 个空格；数字可能因此错列，请核对"),
]  # fmt: skip
NUMBERED = [
    ("bullets-dropped", numbered("全年。"), ("bullet", "·"),
     "1 处项目符号未读取，其文字按段落读取"),
    ("number-format", numbered("全年。"), ("klingon", "%1、"),
     "1 处自动编号的格式“klingon”不认识，按阿拉伯数字读取，请核对"),
    ("empty-number", numbered("") + numbered("全年。"), ("decimal", "%1."),
     "1 个空段落带有自动编号，未读取，但计入编号"),
]  # fmt: skip


def said(source, id):
    """The messages of one id, each with its severity left out."""
    return {finding.zh for finding in read_with_findings(source).findings if finding.id == id}


@pytest.mark.parametrize(
    ("id", "source", "message"),
    [pytest.param(*case, id=case[0]) for case in (*TEXTS, *PAGES)],
)
def test_what_is_said_of_a_text_or_page(id, source, message):
    assert said(source, id) == {message}


@pytest.mark.parametrize(
    ("id", "body", "message"), [pytest.param(*case, id=case[0]) for case in WORD]
)
def test_what_is_said_of_a_docx(id, body, message):
    assert said(docx(body), id) == {message}


@pytest.mark.parametrize(("id", "body", "form", "message"), NUMBERED)
def test_what_is_said_of_automatic_numbers(id, body, form, message):
    assert said(docx(_P + body, numbering=lists(level(0, *form))), id) == {message}


def test_what_is_said_of_replacements():
    found = read_with_findings(f"{T}甲。", replace={"甲": "乙", "丁": "戊"}).findings
    assert {(f.id, f.zh) for f in found} == {
        ("replaced", "“甲”按要求改为“乙”"),
        ("replace-unmatched", "替换“丁=戊”在文中没有找到“丁”"),
    }


def front(line):
    return f"---\n{line}\n---\n{T}平稳。"


UTF8 = "请另存为 UTF-8 编码的纯文本（.txt）再读"
UNREADABLE = [
    ("", None, "没有可排的文字"),
    (" \n", None, "没有可排的文字"),
    (b"a\0b", None, f"第 1 行有 NUL 字节，不是纯文本，或是没有字节顺序标记的 UTF-16；{UTF8}"),
    ("青禾县教育局".encode() * 3 + b"\xffabc", None,
     f"第 1 行（第 55 个字节）不能按 UTF-8 解码，文件可能损坏或不是文本；{UTF8}"),
    (f"{T}" + "\n".join(["|".join("1" * 60)] * 9000), None,
     "第 2 行起的表格有 9000 行 60 列，超过 200000 格；请分成几个表"),
    ("<html><body>" + "<div>" * 3000, None,
     "网页的标签嵌套过深，读不全；请在浏览器中选取正文，粘贴到 Word 另存为 .docx 再试"),
    (front("标题: {a: {b: c}}"), "-:2",
     "front matter 的值嵌套太深；应为一个值、一个列表或一层“键: 值”"),
    (front("标题: {a: b}"), "-:2", "“标题”应为一个值"),
    (front("署名: {a: b}"), "-:2", "“署名”应为一个值或一个列表"),
    (front("年份: 今年"), "-:2", "“年份”的“今年”不是年份；应为四位数字，如 2017"),
    (front("成文日期: 明天"), "-:2",
     "“成文日期”的“明天”不是日期；应如 2018年1月9日 或 2018-01-09"),
    (front("替换: 甲"), "-:2",
     "“替换”应为“原文: 新文”各一行，或“原文=新文”的列表，原文不能为空"),
    (front('标题: "a'), "-:2", "front matter 不是正确的 YAML（found unexpected end of stream）；"
     "每行应为“键: 值”，含冒号的值请加引号"),
    (front("标题: " + "长" * 70_000), "-:1",
     "front matter 超过 65536 个字符；请只写标题、日期等要素"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "at", "message"), UNREADABLE, ids=range(len(UNREADABLE)))
def test_what_cannot_be_read_at_all(source, at, message):
    with pytest.raises(InputError) as caught:
        read(source)
    assert (caught.value.at, caught.value.zh) == (at, message)
