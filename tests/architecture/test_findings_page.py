"""docs/findings.md says all that the package can say of bad input, and nothing that it cannot."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from finding_ids import Told, spoken_errors, told_ids

PAGE = (Path(__file__).parents[2] / "docs" / "findings.md").read_text(encoding="utf-8")
UNDER_OTHER_NAMES = {"unknown-file"}  # a row of the ledger, which is made from no Finding
HANDED_ON = {  # where an id comes from a rule's name, an error or another finding
    "cli/rendering.py",
    "cli/sources.py",
    "inputs/text/log.py",
    "kinds/annual_report/fill_totals.py",
    "standards/annual_report/loader.py",
}
WITH_EXAMPLES = ("/checks/", "/workbook/", "fill_totals")  # shown with figures instead of …

FROM_THE_CALLER = {  # one severity is the rule's own, or set later
    "carry-over",
    "replace-unmatched",
    "prose-parts",
}


class Row(NamedTuple):
    ids: tuple[str, ...]
    severities: frozenset[str]
    text: str


def cells(line):
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


@cache
def rows(head):
    """The rows of all tables of the page with a head, as cells."""
    found, is_in = [], False
    for line in PAGE.splitlines():
        if cells(line)[:1] == [head]:
            is_in = True
        elif not line.startswith("|"):
            is_in = False
        elif is_in and not line.startswith("|---"):
            found.append(cells(line))
    return found


@cache
def findings():
    words = ("info", "warning", "error")
    return [
        Row(
            tuple(re.findall(r"`([a-z-]+)`", ids)),
            frozenset(word for word in words if re.search(rf"\b{word}\b", severity)),
            shown(message),
        )
        for ids, severity, message, _ in rows("id")
    ]


def shown(text):
    return text.replace("\\|", "|")


@cache
def told() -> tuple[Told, ...]:
    return told_ids()[0]


def test_every_id_that_is_given_can_be_read():
    assert len(told()) > 200
    assert {place.partition(":")[0] for place in told_ids()[1]} == HANDED_ON


def test_every_id_is_in_the_page():
    listed = {id for row in findings() for id in row.ids}
    missing = [each for each in told() if each.id not in listed]
    assert missing == [], "add a row to docs/findings.md for each"


def test_no_id_of_the_page_is_dead():
    listed = {id for row in findings() for id in row.ids}
    assert listed - {each.id for each in told()} == UNDER_OTHER_NAMES


@pytest.mark.parametrize("id", sorted({each.id for each in told()}))
def test_severities_are_those_of_the_code(id):
    listed = frozenset().union(*(row.severities for row in findings() if id in row.ids))
    known = frozenset().union(*(each.severities for each in told() if each.id == id))
    alone = {
        severity
        for each in told()
        if each.id == id
        and len(each.severities) == 1
        # One call with two ids and two severities does not tell which is whose.
        and sum(other.place == each.place for other in told()) == 1
        for severity in each.severities
    }
    assert listed, "no severity is given"
    if id in FROM_THE_CALLER:
        assert known <= listed
    elif known:
        assert alone <= listed <= known


def test_messages_are_those_of_the_code():
    texts = {
        id: " ".join(row.text for row in findings() if id in row.ids)
        for id in {each.id for each in told()}
    }
    missing = [
        (each.place, each.zh)
        for each in told()
        if each.zh
        and not any(room in each.place for room in WITH_EXAMPLES)
        and sum(other.place == each.place for other in told()) == 1
        and f"`{each.zh}`" not in texts[each.id]
    ]
    assert missing == []


def test_every_error_is_in_the_page():
    errors = spoken_errors()
    assert len(errors) > 200
    assert {zh: said for zh, said in errors.items() if f"`{zh}`" not in shown(PAGE)} == {}


def test_no_error_of_the_page_is_dead():
    listed = {said for row in rows("message") for said in re.findall("`([^`]+)`", shown(row[0]))}
    assert len(listed) > 200
    assert listed - set(spoken_errors()) == set()


def test_every_link_within_the_page_leads_somewhere():
    anchors = {
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) - anchors == set()


def test_every_reason_of_the_system_is_in_the_page():
    from govdocs.messages.os_errors import _REASONS

    assert [each.zh for each in _REASONS.values() if f"`{each.zh}`" not in PAGE] == []
