"""Properties of line breaking and justification, for any text and any measure."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from one_em import EM, PROFILE, prepared

from govdocs.layout.paragraph.breaks import break_lines
from govdocs.layout.paragraph.justify import Placement, place_line
from govdocs.standards.profile import Align

HAN = "政府信息公开条例年度报告的一是在不了有和人"
MARKS = "，。、；：？！“”（）《》〔〕——……"
WORDS = ("2017", "12.5%", "3,456.78", "GDP", "Office", "37℃", "——", "……", "〔2018〕15号", " ")
CLOSINGS = (*"，。、；：", "。”", "）", "")
NOT_AT_START = set("。，、；：？！”）》〕℃%")
NOT_AT_END = set("“（《〔")

pieces = st.one_of(
    st.sampled_from(HAN), st.sampled_from(HAN), st.sampled_from(MARKS), st.sampled_from(WORDS)
)
texts = st.lists(pieces, max_size=120).map("".join)
sentences = st.lists(
    st.tuples(
        st.text(HAN, min_size=1, max_size=9), st.sampled_from([*"，。、；：", "。”", "）", ""])
    ),
    min_size=1,
    max_size=20,
).map(lambda parts: "".join(text + mark for text, mark in parts))
# At least four cells on the first line: a character with two marks behind it must fit.
measures = st.integers(6, 40)


def broken(text, measure):
    par = prepared(text, tracking=PROFILE.page.tracking, gap_em=0.2)
    return par, break_lines(par, (measure - 2) * EM, measure * EM)


@given(st.one_of(texts, st.text(max_size=60)), measures)
def test_lines_hold_every_character_once_and_in_order(text, measure):
    _, spans = broken(text, measure)
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert all(text[span.visible_end : span.end].strip(" ") == "" for span in spans)
    assert all(span.end > span.start for span in spans[1:])


@given(sentences, measures)
def test_kinsoku_holds_at_every_measure(text, measure):
    _, spans = broken(text, measure)
    for span in spans[1:]:
        assert text[span.start] not in NOT_AT_START
    for span in spans[:-1]:
        assert text[span.end - 1] not in NOT_AT_END


@settings(max_examples=150)
@given(sentences, st.integers(10, 40))
def test_every_full_line_ends_at_the_edge(text, measure):
    par, spans = broken(text, measure)
    for number, span in enumerate(spans[:-1]):
        left = 0 if number else 2 * EM
        placement = Placement(left, measure * EM - left, Align.JUSTIFY)
        last = place_line(par, span, placement, PROFILE.spacing)[-1]
        width = len(last.text) * EM + last.tracking * (len(last.text) - 1)
        if last.text[-1] in "。，、；：？！”）》〕":
            width -= EM // 2
        assert abs(last.x + width - measure * EM) < EM / 100


@given(texts, measures)
def test_a_placed_line_shows_its_characters_once_and_in_order(text, measure):
    assume(text)
    par, spans = broken(text, measure)
    for number, span in enumerate(spans):
        left = 0 if number else 2 * EM
        placement = Placement(left, measure * EM - left, Align.JUSTIFY)
        runs = place_line(par, span, placement, PROFILE.spacing)
        assert "".join(run.text for run in runs) == text[span.start : span.visible_end]
        assert [run.x for run in runs] == sorted(run.x for run in runs)


@given(texts, st.integers(6, 40))
def test_no_line_sticks_out_of_its_room(text, measure):
    assume(text.strip())
    par, spans = broken(text, measure)
    for number, span in enumerate(spans):
        left = 0 if number else 2 * EM
        placement = Placement(left, measure * EM - left, Align.JUSTIFY)
        last = place_line(par, span, placement, PROFILE.spacing)[-1]
        assert last.x + drawn_width(last) <= measure * EM + EM // 100


def drawn_width(run):
    """Width of a run in EMU; a closing mark at its end counts to half its cell."""
    width = sum(run.face.advances(run.size)[char] for char in run.text)
    if run.text[-1] in "。，、；：？！”）》〕":
        width -= EM // 2
    return width + run.tracking * (len(run.text) - 1)
