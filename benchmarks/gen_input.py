"""Make the input that all peers read, and the folder of fonts that all peers use.

    gen_input.py [SEED.txt]        default: the example report of the project

    base    the whole report with a statistics table of 24 rows and 11 columns, about 7 pages
    p1 p10 p100 p1000    about so many pages: a part of it, or copies that all differ

A file is {"title", "org", "date", "date_of_issue", "blocks"}; a block is one of

    {"k": "p", "level": 0 to 3, "number", "marker", "heading": bool, "runs": [[face, text], ...]}
    {"k": "table", "head": rows, "widths": [mm, ...], "rows": [[{"t", "cs", "rs"}, ...], ...]}

where a cell covers cs columns and rs rows, and a marker is printed before the first run.
"""

import json
import re
import shutil
import sys
from pathlib import Path

import common
import yaml
from variants import variant

SEED = Path(common.HERE).parent / "examples" / "lijia-2017.txt"
ISSUER, DATE, DATE_OF_ISSUE = "励家镇人民政府", "2018年1月26日", "2018-01-26"
MARKERS = (
    (1, "hei", re.compile(r"[一二三四五六七八九十]+、")),
    (2, "kai", re.compile(r"（[一二三四五六七八九十]+）")),
    (3, "fang", re.compile(r"\d+\.(?!\d)")),
)
LONGEST_RUN_IN_HEADING = 24
FULL_WIDTH = str.maketrans(",:;()!?", "，：；（）！？")
COPIES = {"p10": 1.5, "p100": 15, "p1000": 150}
COUNTED = 7  # columns of figures in the table: five kinds of legal person, 自然人, 总计
GROUPS = {
    "（三）不予公开": (
        "1.属于国家秘密",
        "2.其他法律行政法规禁止公开",
        "3.危及“三安全一稳定”",
        "4.保护第三方合法权益",
        "5.属于三类内部事务信息",
        "6.属于四类过程性信息",
        "7.属于行政执法案卷",
        "8.属于行政查询事项",
    ),
    "（四）无法提供": (
        "1.本机关不掌握相关政府信息",
        "2.没有现成信息需要另行制作",
        "3.补正后申请内容仍不明确",
    ),
    "（五）不予处理": (
        "1.信访举报投诉类申请",
        "2.重复申请",
        "3.要求提供公开出版物",
        "4.无正当理由大量反复申请",
    ),
}


def read_seed(path):
    """Title and paragraphs of a report, its front matter's replacements made."""
    text = path.read_text(encoding="utf-8")
    front = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    if front:
        text = text[front.end() :]
        for old, new in (yaml.safe_load(front[1]).get("replace") or {}).items():
            text = text.replace(old, new)
    lines = [line.strip().translate(FULL_WIDTH) for line in text.splitlines()]
    title, *paragraphs = [
        line for line in lines if line and not line.startswith(("上一条", "下一条"))
    ]
    return title, paragraphs


def blocks_of(paragraphs):
    """Blocks with level and number; a number counts the headings and items of its level."""
    counts = [0] * 4
    blocks = []
    for text in paragraphs:
        block = block_of(text)
        level = block["level"]
        if level:
            counts[level:] = [counts[level] + 1] + [0] * (3 - level)
            block["number"] = counts[level]
        blocks.append(block)
    return blocks


def block_of(text):
    """One paragraph: by its marker a heading alone, a heading with text after it, or an item."""
    for level, face, pattern in MARKERS:
        marker = pattern.match(text)
        if marker:
            heading, stop, rest = text[marker.end() :].partition("。")
            is_heading = not stop or len(heading) <= LONGEST_RUN_IN_HEADING
            runs = [[face, heading + stop], ["fang", rest]]
            if not is_heading:
                runs = [["fang", heading + stop + rest]]
            return {
                "k": "p",
                "level": level,
                "marker": marker[0],
                "heading": is_heading,
                "runs": [run for run in runs if run[1]],
            }
    return {"k": "p", "level": 0, "heading": False, "runs": [["fang", text]]}


def cell(text, columns=1, rows=1):
    """A cell that covers so many columns and rows."""
    return {"t": text, "cs": columns, "rs": rows}


def statistics_table():
    """The statistics of 政府信息公开申请 in the form that annual reports have had since 2021."""
    head = [
        [
            cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 4, 3),
            cell("申请人情况", COUNTED),
        ],
        [cell("自然人", 1, 2), cell("法人或其他组织", 5), cell("总计", 1, 2)],
        [cell(x) for x in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")],
    ]
    labels = [
        [cell("一、本年新收政府信息公开申请数量", 4)],
        [cell("二、上年结转政府信息公开申请数量", 4)],
        *result_labels(),
        [cell("四、结转下年度继续办理", 4)],
    ]
    body = [label + counts(number) for number, label in enumerate(labels, 1)]
    widths = [12, 14, 20, 22, *[12] * 6, 16]
    return {"k": "table", "head": len(head), "widths": widths, "rows": head + body}


def result_labels():
    """Labels of the rows under 三、本年度办理结果, whose own cell stands in the first of them."""
    labels = [
        [cell("（一）予以公开", 3)],
        [cell("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 3)],
    ]
    for group, entries in GROUPS.items():
        first, *others = [[cell(entry, 2)] for entry in entries]
        labels += [[cell(group, 1, len(entries)), *first], *others]
    labels.append([cell("（六）总计", 3)])
    labels[0].insert(0, cell("三、本年度办理结果", 1, len(labels)))
    return labels


def counts(number):
    """The figures of a row; the last is their sum."""
    values = [(number * 7 + k * 3) % 10 if (number + k) % 3 == 0 else 0 for k in range(COUNTED - 1)]
    return [cell(str(value)) for value in [*values, sum(values)]]


def link_fonts():
    """A folder with the peers' faces only: typst would read all others in a folder too."""
    folder = Path(common.FONT_FOLDER)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in common.FONT_FILES.values():
        (folder / name).symlink_to(Path(common.BUNDLED_FONTS) / name)


def main():
    """Write the inputs and link the fonts."""
    title, paragraphs = read_seed(Path(sys.argv[1]) if sys.argv[1:] else SEED)
    text = blocks_of(paragraphs)
    before = next(n for n, block in enumerate(text) if block["level"] == 1 and block["number"] == 6)
    base = [*text[:before], statistics_table(), *text[before:]]
    report = {"title": title, "org": ISSUER, "date": DATE, "date_of_issue": DATE_OF_ISSUE}
    inputs = {"base": base, "p1": text[:5]}
    for name, copies in COPIES.items():
        whole = int(copies)
        inputs[name] = [
            block
            for copy in range(whole)
            for block in variant(report | {"blocks": base}, copy)["blocks"]
        ] + text[: int(len(text) * (copies - whole))]
    folder = Path(common.INPUT)
    folder.mkdir(parents=True, exist_ok=True)
    for name, blocks in inputs.items():
        content = json.dumps(report | {"blocks": blocks}, ensure_ascii=False)
        (folder / f"{name}.json").write_text(content, encoding="utf-8")
    link_fonts()


if __name__ == "__main__":
    main()
