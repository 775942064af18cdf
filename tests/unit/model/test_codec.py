"""Documents as JSON: what it looks like, and that nothing but a document is taken."""

import json

import pytest

from govdocs.errors import CodecError, UsageError
from govdocs.model.build import cell, document, figure, item, paragraph, section, strong, table
from govdocs.model.codec import FORMAT, decode, encode
from govdocs.model.nodes import Document, MainPart, Paragraph, Run
from govdocs.testing.strategies import png


def as_json(**main_part):
    return json.dumps({"format": FORMAT, "main_part": main_part})


def body(*blocks):
    return as_json(body=list(blocks))


def test_json_holds_only_what_differs_from_the_default():
    built = document("题", "文", section("甲。", item("乙"), run_in="后文"), year=2017)
    assert json.loads(encode(built)) == {
        "format": FORMAT,
        "main_part": {
            "title": "题",
            "body": [
                {"kind": "paragraph", "content": "文"},
                {
                    "kind": "section",
                    "level": 1,
                    "number": 1,
                    "heading": "甲。",
                    "run_in": "后文",
                    "blocks": [{"kind": "item", "level": 2, "number": 1, "content": "乙"}],
                },
            ],
        },
        "year": 2017,
    }


def test_chinese_is_written_as_itself_and_indented_on_request():
    text = encode(document("题"), indent=1)
    assert "题" in text
    assert "\n" in text


def test_text_in_several_roles_is_a_list_of_runs():
    encoded = json.loads(encode(document("题", paragraph(["甲", strong("乙")]))))
    assert encoded["main_part"]["body"][0]["content"] == [
        {"text": "甲"},
        {"text": "乙", "role": "strong"},
    ]


@pytest.mark.parametrize(
    "content", [(), (Run(""),), (Run("文"),), (Run("甲"), Run("乙")), (Run(""), Run(""))]
)
def test_runs_come_back_as_they_were_split(content):
    built = Document(main_part=MainPart(body=(Paragraph(content=content),)))
    assert decode(encode(built)) == built


def test_bytes_are_read_as_well_as_text():
    built = document("题", figure(png(3, 2), "图"), table([[cell("甲", colspan=2)], ["1", "2"]]))
    assert decode(encode(built).encode()) == built
    assert decode(encode(built).encode("utf-16")) == built


BROKEN = {
    "nothing": ("", "$"),
    "no JSON": ("{", "$"),
    "bytes in no encoding": (b"\xff", "$"),
    "a list": ("[]", "$"),
    "no format": ('{"main_part": {}}', "$"),
    "another format": ('{"format": "x", "main_part": {}}', "$"),
    "a list as format": ('{"format": ["govdocs-document-1"]}', "$"),
    "no main part": (json.dumps({"format": FORMAT}), "$"),
    "a field unknown": (as_json(titel="x"), "$.main_part"),
    "a number for text": (as_json(title=3), "$.main_part.title"),
    "null for text": (as_json(title=None), "$.main_part.title"),
    "text for a list": (as_json(signature="x"), "$.main_part.signature"),
    "a number in a list of texts": (as_json(signature=["a", 1]), "$.main_part.signature[1]"),
    "no date": (as_json(date_of_issue="2018-02-30"), "$.main_part.date_of_issue"),
    "a date as a number": (as_json(date_of_issue=20180109), "$.main_part.date_of_issue"),
    "a block of no kind": (body({"content": "x"}), "$.main_part.body[0]"),
    "a block of unknown kind": (body({"kind": "poem"}), "$.main_part.body[0]"),
    "a kind that is a list": (body({"kind": ["paragraph"]}), "$.main_part.body[0]"),
    "a block as text": (body("x"), "$.main_part.body[0]"),
    "a field missing": (body({"kind": "item", "level": 1, "content": "x"}), "$.main_part.body[0]"),
    "true for a number": (
        body({"kind": "item", "level": True, "number": 1, "content": "x"}),
        "$.main_part.body[0].level",
    ),
    "a level that does not exist": (
        body({"kind": "item", "level": 9, "number": 1, "content": "x"}),
        "$.main_part.body[0]",
    ),
    "an unknown role": (
        body({"kind": "paragraph", "content": [{"text": "x", "role": "loud"}]}),
        "$.main_part.body[0].content[0].role",
    ),
    "a role that is a list": (
        body({"kind": "paragraph", "content": [{"text": "x", "role": []}]}),
        "$.main_part.body[0].content[0].role",
    ),
    "a hole in a table": (
        body({"kind": "table", "rows": [[{}, {}], [{}]]}),
        "$.main_part.body[0]",
    ),
    "a table without columns": (body({"kind": "table", "rows": [[]]}), "$.main_part.body[0]"),
    "no base64": (
        body({"kind": "figure", "alt": "x", "data": "§§"}),
        "$.main_part.body[0].data",
    ),
    "data that is no picture": (
        body({"kind": "figure", "alt": "x", "data": "AAAA"}),
        "$.main_part.body[0]",
    ),
}


@pytest.mark.parametrize(("text", "place"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_document_is_refused_with_its_place(text, place):
    with pytest.raises(CodecError) as caught:
        decode(text)
    assert caught.value.at == place
    assert caught.value.zh
    assert caught.value.en


PICTURE = '{"kind": "figure", "alt": "x", "data": "iVBORw0KGgo=", "width_mm": %s}'


@pytest.mark.parametrize("number", ["1e400", "-1e400", "NaN", "Infinity", "-Infinity", "0", "true"])
def test_a_number_that_is_no_length_is_refused(number):
    text = f'{{"format": "{FORMAT}", "main_part": {{"body": [{PICTURE % number}]}}}}'
    with pytest.raises(CodecError, match=r"body\[0\]"):
        decode(text)


@pytest.mark.parametrize("number", ["1e400", "NaN", "2017.0", "9" * 4000, "9" * 5000, "1e3"])
def test_a_number_that_is_no_year_is_refused(number):
    with pytest.raises(CodecError):
        decode(f'{{"format": "{FORMAT}", "main_part": {{}}, "year": {number}}}')


@pytest.mark.parametrize(
    "text",
    [
        '{"format": "F", "main_part": {}, "main_part": {"title": "x"}}',
        '{"format": "F", "main_part": {"title": "x", "title": "y"}}',
        '{"format": "F", "format": "F", "main_part": {}}',
    ],
)
def test_a_field_that_stands_twice_is_refused_for_one_would_be_lost(text):
    with pytest.raises(CodecError, match="twice"):
        decode(text.replace('"F"', f'"{FORMAT}"'))


@pytest.mark.parametrize(
    "main_part",
    [
        '{"title": "\\ud800"}',
        '{"\\ud800": "x"}',
        '{"date_of_issue": "\\ud800"}',
        '{"remark": "\\udfff\\ud800"}',
        '{"body": [{"kind": "\\ud800"}]}',
        '{"body": [{"kind": "figure", "alt": "x", "data": "\\ud800"}]}',
        '{"body": [{"kind": "paragraph", "content": [{"text": "x", "role": "\\ud800"}]}]}',
    ],
)
def test_a_lone_surrogate_is_refused_with_a_message_that_can_be_printed(main_part):
    with pytest.raises(CodecError) as caught:
        decode(f'{{"format": "{FORMAT}", "main_part": {main_part}}}')
    assert str(caught.value).encode()


def test_a_surrogate_pair_is_the_character_it_stands_for():
    text = f'{{"format": "{FORMAT}", "main_part": {{"title": "\\ud840\\udc00"}}}}'
    assert decode(text).main_part.title == "\U00020000"


@pytest.mark.parametrize("depth", [10, 500, 900, 950, 990, 2000, 100_000])
@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("[", "]"),
        ('{"a":', "}"),
        ('{"kind":"section","level":1,"number":1,"heading":"x","blocks":[', "]}"),
    ],
    ids=["lists", "objects", "sections"],
)
def test_deep_nesting_is_refused_and_does_not_exhaust_the_stack(opening, closing, depth):
    bomb = opening * depth + "1" + closing * depth
    for text in (
        bomb,
        f'{{"format": "{FORMAT}", "main_part": {bomb}}}',
        f'{{"format": "{FORMAT}", "main_part": {{"body": [{bomb}]}}}}',
    ):
        with pytest.raises(CodecError):
            decode(text)


def test_only_a_document_is_encoded():
    with pytest.raises(UsageError, match="得到 str"):
        encode("文")
