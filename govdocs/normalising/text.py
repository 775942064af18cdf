"""Rules on a text: what they change, what they report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from govdocs.normalising.kept import Kept, kept_in
from govdocs.normalising.rule import Edit, Part, Rule

_AROUND = 8
_MOST_ROUNDS = 12  # each rule lessens what it acts on; texts settle after two or three


class Change(NamedTuple):
    """One change that was made, or one place that needs a person's judgement.

    Attributes:
        rule: the rule's name.
        before: what stood there.
        after: what stands there now; None where nothing was changed: look at it yourself.
        context: the words around it, ``before`` among them.
        place: which element of a document (``标题``, ``正文第3段``, ``表1 R2 C3``); "" for a text.
        block: the block's index in ``model.walk.walk``, or None outside the body.
    """

    rule: str
    before: str
    after: str | None
    context: str
    place: str = ""
    block: int | None = None

    @property
    def is_made(self) -> bool:
        """Whether the text was changed, not only looked at."""
        return self.after is not None


class Pieces(NamedTuple):
    """A text in pieces (runs, title lines) after the rules."""

    texts: tuple[str, ...]
    changes: tuple[Change, ...]


def normalise_text(
    text: str, rules: Sequence[Rule], *, part: Part = Part.PROSE
) -> tuple[str, tuple[Change, ...]]:
    """A text as the rules want it, and all that they changed or report.

    Args:
        text: a paragraph, or another whole text of a document.
        rules: in the order in which they act.
        part: what kind of text it is; rules for other kinds are left out.
    """
    pieces, changes = normalise_pieces((text,), rules, part=part)
    return pieces[0], changes


def normalise_pieces(texts: Sequence[str], rules: Sequence[Rule], *, part: Part) -> Pieces:
    """The same for a text in pieces; rules see it whole, and each character stays in its piece."""
    acting = [rule for rule in rules if part in rule.parts]
    state = _Text("".join(texts), [i for i, piece in enumerate(texts) for _ in piece])
    changes: list[Change] = []
    for _ in range(_MOST_ROUNDS):
        made = list(_round(state, acting))
        changes += made
        if not made:
            break
    changes += _reports(state.text, acting)
    return Pieces(state.pieces(len(texts)), tuple(changes))


class _Text:
    """A text under change, and the piece that each of its characters belongs to."""

    __slots__ = ("owners", "text")

    def __init__(self, text: str, owners: list[int]) -> None:
        self.text = text
        self.owners = owners

    def edit(self, edits: Sequence[Edit]) -> None:
        """Make edits, which stand in order and do not overlap."""
        texts: list[str] = []
        owners: list[int] = []
        at = 0
        for start, end, new in edits:
            assert new is not None  # reports are no edits
            texts += (self.text[at:start], new)
            owners += self.owners[at:start] + self._owners_of(start, end, new)
            at = end
        self.text = "".join(texts) + self.text[at:]
        self.owners = owners + self.owners[at:]

    def _owners_of(self, start: int, end: int, new: str) -> list[int]:
        """The piece of each character of a new text: what it has in common at its ends stays."""
        old, owners = self.text[start:end], self.owners[start:end]
        head = _alike(old, new)
        tail = _alike(reversed(old[head:]), reversed(new[head:]))
        middle = owners[head : len(old) - tail] or owners[max(0, head - 1) :]
        spread = [middle[min(i, len(middle) - 1)] for i in range(len(new) - head - tail)]
        return owners[:head] + spread + owners[len(old) - tail :]

    def pieces(self, count: int) -> tuple[str, ...]:
        """The text of each piece."""
        parts: list[list[str]] = [[] for _ in range(count)]
        for char, owner in zip(self.text, self.owners, strict=True):
            parts[owner].append(char)
        return tuple("".join(part) for part in parts)


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters two texts have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _round(state: _Text, rules: Sequence[Rule]) -> Iterator[Change]:
    for rule in rules:
        edits = [each for each in _allowed(state.text, rule) if each.new is not None]
        if edits:
            yield from [_change(rule, state.text, edit) for edit in edits]
            state.edit(edits)


def _reports(text: str, rules: Sequence[Rule]) -> Iterator[Change]:
    for rule in rules:
        for edit in _allowed(text, rule):
            if edit.new is None:
                yield _change(rule, text, edit)


def _allowed(text: str, rule: Rule) -> Iterator[Edit]:
    """What a rule says, less what would touch kept text or change nothing."""
    kept: Kept | None = None
    for edit in rule.edits(text):
        kept = kept or kept_in(text)
        is_change = edit.new != text[edit.start : edit.end]
        if is_change and not kept.holds(edit.start, edit.end, quotations=rule.keeps_quotations):
            yield edit


def _change(rule: Rule, text: str, edit: Edit) -> Change:
    start, end, new = edit
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    context = "…" * (first > 0) + text[first:last] + "…" * (last < len(text))
    return Change(rule.name, text[start:end], new, context)
