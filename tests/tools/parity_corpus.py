"""Long plain-text reports for the parity tests, recombined from a seed report.

    parity_corpus.py SEED.txt OUT_DIR [--paragraphs 150] [--seeds 5 11 12]

realistic-N.txt  whole sentences of the seed, with dates, amounts and counts as often as real annual
                 reports have them
stress-N.txt     clauses of the seed in random order with everything that breaks lines: quotes,
                 nested brackets, dashes, ellipses, Latin words, percentages, decimals, URLs, so
                 that each mark comes to stand in each column

One paragraph per line; the first line is the title. The same seed number always gives the same
text. 320 paragraphs fill about 200 pages.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable
from pathlib import Path

TITLE = "压力测试"
FULL_WIDTH = str.maketrans(",;:()?!", "，；：（）？！")
FIGURES = (
    "2018年共办理行政许可事项1245件，同比增长12.5%。",
    "全年受理政府信息公开申请37件，其中网络申请21件、信函申请16件，均在规定期限内答复。",
    "投入资金3456.78万元，惠及群众1.2万人次。",
    "根据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条规定，制定本报告。",
    "截至2018年12月31日，通过政府网站主动公开政府信息1057条，政务微博公开信息305条。",
    "“放管服”改革深入推进，“一网通办”事项占比达到98.6%。",
)
MARKS = (
    "《政府信息公开条例》（国务院令第711号）",
    "“放管服”改革",
    "（三）、（四）项",
    "增长12.5%",
    "2017年12月31日",
    "3,456.78万元",
    "PPP项目",
    "“互联网+政务服务”",
    "（见附件1）",
    "GDP",
    "Office 2016软件",
    "A级",
    "10个",
    "约1/3",
    "——",
    "……",
    "《条例》、《办法》",
    "“一网、一门、一次”。",
    "（2018—2020年）",
    "℃",
    "①",
    "〔2018〕15号",
    "https://www.gov.cn/zhengce",
)

Recombination = Callable[[str, int, int], list[str]]


def realistic(text: str, paragraphs: int, seed: int) -> list[str]:
    """Paragraphs of two to six whole sentences, one in five of them with figures."""
    rng = random.Random(seed)
    sentences: list[str] = [s for s in re.findall(r"[^。]+。", text) if 12 < len(s) < 120]

    def sentence() -> str:
        return rng.choice(FIGURES) if rng.random() < 0.2 else rng.choice(sentences)

    return ["".join(sentence() for _ in range(rng.randint(2, 6))) for _ in range(paragraphs)]


def stress(text: str, paragraphs: int, seed: int) -> list[str]:
    """Paragraphs of three to fourteen clauses, a third of them followed by a difficult mark."""
    rng = random.Random(seed)
    clauses: list[str] = [c for c in re.findall(r"[^，。；：、]+[，。；：、]", text) if len(c) < 30]

    def clause() -> str:
        chosen = rng.choice(clauses)
        return chosen + rng.choice(MARKS) if rng.random() < 0.35 else chosen

    return [
        "".join(clause() for _ in range(rng.randint(3, 14))).rstrip("，、；：") + "。"
        for _ in range(paragraphs)
    ]


CORPORA: dict[str, Recombination] = {"realistic": realistic, "stress": stress}


def seed_text(path: Path) -> str:
    """The text of a seed report in one piece, without front matter, its marks made full-width."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    return re.sub(r"\s+", "", text.translate(FULL_WIDTH))


def main() -> None:
    """Write the corpora that the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("seed_file", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--paragraphs", type=int, default=150)
    parser.add_argument("--seeds", type=int, nargs="+", default=[5, 11, 12])
    args = parser.parse_args()
    text = seed_text(args.seed_file)
    args.out.mkdir(parents=True, exist_ok=True)
    for seed in args.seeds:
        for name, recombine in CORPORA.items():
            body = recombine(text, args.paragraphs, seed)
            path = args.out / f"{name}-{seed}.txt"
            path.write_text("\n".join([TITLE, *body]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
