"""The JSON contract of ``govdocs inspect``."""

import json

from govdocs.inputs.inspection import inspect
from govdocs.inputs.reading import read_with_findings

TEXT = """青禾县教育局2017年度政府信息公开工作报告
(一)加强领导。成立小组。
(二)未收到申请。
甲 | 乙
平稳。
青禾县教育局
2018年1月9日
（此件公开发布）
上一条:甲
"""


def test_blocks_have_the_agreed_keys_and_values():
    data = inspect(read_with_findings(TEXT))
    assert data["title"] == "青禾县教育局2017年度政府信息公开工作报告"
    assert (data["issuer"], data["year"]) == ("青禾县教育局", 2017)
    assert data["navigation"] == [{"line": 9, "direction": "previous", "text": "甲"}]
    rest = {"run_in": False, "body": None, "rows": None}
    assert data["blocks"] == [
        {
            **rest,
            "kind": "heading",
            "level": 2,
            "number": "（一）",
            "text": "加强领导。",
            "run_in": True,
            "body": "成立小组。",
            "line": 2,
        },
        {**rest, "kind": "item", "level": 2, "number": "（二）", "text": "未收到申请。", "line": 3},
        {
            **rest,
            "kind": "table",
            "level": None,
            "number": None,
            "text": "",
            "rows": [["甲", "乙"]],
            "line": 4,
        },
        *(
            {**rest, "kind": kind, "level": None, "number": None, "text": text, "line": line}
            for kind, text, line in (
                ("paragraph", "平稳。", 5),
                ("signature", "青禾县教育局", 6),
                ("date", "2018年1月9日", 7),
                ("remark", "此件公开发布", 8),
            )
        ),
    ]
    finding = data["findings"][0]
    assert set(finding) == {
        "id", "severity", "line", "column", "place", "cells", "expected", "found", "zh", "en",
    }  # fmt: skip
    assert json.loads(json.dumps(data)) == data


def test_what_the_text_does_not_say_is_null():
    data = inspect(read_with_findings("一、"))
    assert (data["title"], data["issuer"], data["year"], len(data["blocks"])) == (
        None,
        None,
        None,
        1,
    )
