"""JSON in and out without loss, for any document; anything else is refused."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.errors import CodecError
from govdocs.model.codec import FORMAT, decode, encode
from govdocs.model.nodes import Document
from govdocs.testing.strategies import documents

FEW = settings(max_examples=100, deadline=None)

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=8)
    | st.sampled_from(["paragraph", "section", "table", "figure", "item", "plain", "2018-01-09"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)
FIELDS = st.sampled_from(
    [
        "main_part",
        "header_block",
        "imprint",
        "issuer",
        "year",
        "title",
        "body",
        "signature",
        "date_of_issue",
        "kind",
        "content",
        "level",
        "number",
        "heading",
        "run_in",
        "blocks",
        "rows",
        "head_rows",
        "data",
        "alt",
        "width_mm",
        "text",
        "role",
        "colspan",
    ]
)


@FEW
@given(documents())
def test_any_document_comes_back_from_json_as_it_was(document):
    assert decode(encode(document)) == document
    assert decode(encode(document, indent=2).encode()) == document


@FEW
@given(documents())
def test_encoding_is_one_to_one(document):
    assert encode(decode(encode(document))) == encode(document)


@FEW
@given(VALUES)
def test_any_json_at_all_is_a_document_or_refused_with_its_place(value):
    expect_document_or_refusal(json.dumps(value))
    expect_document_or_refusal(json.dumps({"format": FORMAT, "main_part": value}))
    expect_document_or_refusal(json.dumps({"format": FORMAT, "main_part": {"body": [value]}}))


@FEW
@given(documents(), st.data())
def test_a_document_with_one_value_spoilt_is_a_document_or_refused(document, data):
    tree = json.loads(encode(document))
    node, key = data.draw(st.sampled_from(list(places(tree))))
    node[key] = data.draw(VALUES)
    expect_document_or_refusal(json.dumps(tree))


@FEW
@given(documents(), st.data())
def test_a_document_with_one_name_spoilt_is_a_document_or_refused(document, data):
    tree = json.loads(encode(document))
    objects = [node for node, key in places(tree) if isinstance(key, str)]
    node = data.draw(st.sampled_from(objects))
    key = data.draw(st.sampled_from(list(node)))
    node[data.draw(FIELDS | st.text(max_size=4))] = node.pop(key)
    expect_document_or_refusal(json.dumps(tree))


@FEW
@given(st.text(max_size=60) | st.binary(max_size=60))
def test_any_text_or_bytes_are_refused_when_they_are_no_document(text):
    expect_document_or_refusal(text)


def places(tree):
    """Every (container, key) of a JSON value."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in list(pairs):
        yield tree, key
        if isinstance(value, dict | list):
            yield from places(value)


def expect_document_or_refusal(text):
    refusal = None
    try:
        assert isinstance(decode(text), Document)
    except CodecError as error:
        refusal = error
    if refusal:
        assert refusal.at
        assert str(refusal).encode()
