"""The reader on sentences with known truth, as docs/design/prose-and-cells.md reports it."""

import pytest
from prose_sentences import held_out_cases, tuned_cases

from govdocs.kinds.annual_report.prose.check import check_prose


def _measure(cases):
    right = missed = false = 0
    for case in cases:
        keys = {
            "其中" if finding.id == "prose-parts" else (finding.cells or ("上年",))[0]
            for finding in check_prose(case.report)
        }
        right += len(keys & case.expected)
        missed += len(case.expected - keys)
        false += len(keys - case.expected - case.also)
    return right / (right + missed), right / (right + false)


@pytest.mark.parametrize(
    ("cases", "recall", "precision"),
    [(tuned_cases, 0.97, 0.99), (held_out_cases, 0.87, 0.93)],
)
def test_recall_and_precision_stay_above_their_floors(cases, recall, precision):
    measured_recall, measured_precision = _measure(cases())
    assert measured_recall >= recall
    assert measured_precision >= precision


def test_the_sentences_are_many_and_of_all_kinds():
    cases = tuned_cases() + held_out_cases()
    wrong = sum(bool(case.expected) for case in cases)
    assert len(cases) >= 600
    assert wrong >= 200
    assert sum("{?}" in case.template for case in cases) >= 100
