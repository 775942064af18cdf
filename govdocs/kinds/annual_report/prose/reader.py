"""Reading a report's lines: which numbers and nil statements are about figures of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from govdocs.kinds.annual_report.prose import certainty, comparison, implied
from govdocs.kinds.annual_report.prose.claims import ChangeClaim, Claim, CountClaim, ShareClaim
from govdocs.kinds.annual_report.prose.clauses import (
    Clause,
    clauses,
    marker_length,
    pieces,
    plain,
    quoted,
)
from govdocs.kinds.annual_report.prose.nil_clauses import nil_figures, nil_word
from govdocs.kinds.annual_report.prose.numbers import Number, numbers_in
from govdocs.kinds.annual_report.prose.scope import (
    Own,
    Scope,
    compared_years,
    own_of,
    scope_of,
    with_year_words,
)
from govdocs.kinds.annual_report.prose.subject import (
    Around,
    Subject,
    Topic,
    figure_sums,
    spoken_under,
    subject_of,
)
from govdocs.kinds.annual_report.prose.surroundings import (
    COUNTS,
    MONEY,
    around_number,
    by_piece,
    counts_in,
    in_unit,
    is_qualified,
    read_clause,
)
from govdocs.kinds.annual_report.prose.vocabulary import (
    Figure,
    Kind,
    Vocabulary,
    Word,
    vocabulary,
)
from govdocs.kinds.annual_report.report import AnnualReport
from govdocs.kinds.annual_report.texts import PlacedText, texts

_LONGEST_HEADING = 30
_AFTER_A_HEADING = ("", "。", ":")
_PARTS = "其中"


def claims_in(report: AnnualReport) -> Iterator[Claim]:
    """What the report's introduction and sections say of its figures, in reading order."""
    words = vocabulary(report.format)
    for _, lines in groupby(texts(report), key=lambda text: text.field):
        own = own_of(report.agency, report.own_reference[1:2], report.year)
        reader = _Reader(words, own)
        for line in lines:
            yield from reader.line(line)


class _Reader:
    """Reads the lines of one section, keeping what is spoken of."""

    def __init__(self, words: Vocabulary, own: Own) -> None:
        self.vocabulary, self.own, self.year = words, own, own.year
        self.heading: tuple[Figure, ...] | None = None
        self.heading_family = ""
        self.vetoed: frozenset[str] = frozenset()
        self.carries_on = False
        self._start_line()

    def _start_line(self) -> None:
        self.topic = Topic(self.heading_family, False, self.vocabulary.received.sums[:1])
        self.scope = Scope()
        self.said = comparison.Said()
        self.spoken: tuple[Figure, ...] = self.heading or ()
        self.counted: tuple[str, ...] = ()
        self.announced: Figure | None = None
        self.reason: Figure | None = None
        self.is_compared = self.in_parts = self.is_in_doubt = False

    def line(self, placed: PlacedText) -> Iterator[Claim]:
        """The claims of one line."""
        text = with_year_words(plain(placed.text), self.year)
        if self.heading is None:
            self._take_heading(placed.heading)
            self._start_line()
        marker = marker_length(text)
        all_clauses = list(clauses(text))
        if marker and not self.carries_on and all_clauses:
            first = all_clauses[0].text
            is_short = len(first) <= _LONGEST_HEADING and all_clauses[0].after in _AFTER_A_HEADING
            if is_short and not any(counts_in(numbers_in(first))):
                self._take_heading(first)
        if not (marker and self.carries_on):
            self._start_line()
        yield from self._clauses(placed, all_clauses)
        self.carries_on = text[-1:] in (":", ";", ",") or text.endswith(_PARTS)

    def _take_heading(self, heading: str) -> None:
        self.heading, self.heading_family = spoken_under(self.vocabulary.words_in(heading))

    def _clauses(self, placed: PlacedText, all_clauses: Sequence[Clause]) -> Iterator[Claim]:
        sentence, depth = 0, 0
        outer: list[tuple[Topic, Scope, comparison.Said, bool]] = []
        for index, clause in enumerate(all_clauses):
            if clause.sentence != sentence:
                sentence = clause.sentence
                self._start_sentence(clause)
            while clause.depth > depth:
                outer.append((self.topic, self.scope, self.said, self.in_parts))
                depth += 1
            while clause.depth < depth and outer:
                self.topic, self.scope, self.said, self.in_parts = outer.pop()
                depth -= 1
            following = all_clauses[index + 1] if index + 1 < len(all_clauses) else None
            yield from self._clause(placed, clause, following)

    def _start_sentence(self, clause: Clause) -> None:
        self.is_compared = self.is_in_doubt = False
        self.counted, self.reason = (), None
        if not clause.text.startswith(_PARTS):
            self.in_parts = False
            self.scope = self.scope._replace(part=False, speaker=False)
            self.topic = implied.row_of_a_new_sentence(self.topic, self.vocabulary.received)
        if clause.text.startswith("全年"):
            self.scope = self.scope._replace(other_year=False)

    def _clause(
        self, placed: PlacedText, clause: Clause, following: Clause | None
    ) -> Iterator[Claim]:
        text = clause.text
        self.vetoed = self.vocabulary.vetoed(text, is_of_information=bool(self.heading))
        words, numbers = read_clause(text, self.vocabulary)
        counts = list(counts_in(numbers))
        if clause.before == ";":
            self.scope = self.scope._replace(part=False)
        before = self.scope
        self._narrow(text, words, numbers, has_count=bool(counts))
        self.in_parts = self.in_parts or _PARTS in text
        self._compare(text, words, numbers)
        self._speak(text, words, has_count=bool(counts))
        if any(word.has(Kind.UNREAL) for word in words):
            return
        if any(word.has(Kind.NIL) for word in words):
            yield from self._nil(placed, text, words)
        else:
            yield from self._levels(placed, text, words)
            yield from self._numbers(placed, text, words, counts, is_qualified(following, self.own))
        is_nil = any(word.has(Kind.NIL) for word in words)
        if self.in_parts or is_nil:  # a part's channel says nothing of the next part
            self.scope = self.scope._replace(part=before.part)
        named = tuple(f for word in words for f in word.figures() if f.key in ("复议", "诉讼"))
        self.is_in_doubt |= any(figure.family in self.vetoed for figure in named)
        self.spoken = named or self.spoken
        self.announced = named[0] if len(named) == 1 and not counts else None
        self._give_way(text, words, has_count=bool(counts))

    def _give_way(self, text: str, words: Sequence[Word], *, has_count: bool) -> None:
        """A clause without a count may name the row, or the reason, of what is counted next."""
        if has_count:
            self.reason = None
        else:
            self.reason = implied.reason_in(text, words)
            self.topic = self.topic._replace(row=implied.row_among(text, words) or self.topic.row)

    def _narrow(
        self, text: str, words: Sequence[Word], numbers: Sequence[Number], *, has_count: bool
    ) -> None:
        says = has_count or any(word.has(Kind.NIL) for word in words)
        self.scope = scope_of(text, words, numbers, self.scope, own=self.own, has_count=says)

    def _compare(self, text: str, words: Sequence[Word], numbers: Sequence[Number]) -> None:
        years = compared_years(text, numbers)
        if years:
            self.is_compared = self.year - 1 in years
        self.is_compared |= any(word.has(Kind.COMPARED) for word in words)

    def _speak(self, text: str, words: Sequence[Word], *, has_count: bool) -> None:
        """Foreign things take over where they are counted, or where nothing else is spoken of."""
        for word in words:
            families = {m.family for m in word.meanings if m.kind in (Kind.TOPIC, Kind.FIGURE)}
            if word.has(Kind.FOREIGN):
                if has_count or not self.topic.family:
                    self.topic = self.topic._replace(family="", is_foreign=True)
            elif len(families) == 1 and not has_count:
                self._speak_of(families.pop())

    def _speak_of(self, family: str) -> None:
        self.topic = self.topic._replace(family=family, is_foreign=False)

    def _nil(self, placed: PlacedText, text: str, words: Sequence[Word]) -> Iterator[Claim]:
        figures = nil_figures(text, words, self.topic, self.spoken, self.vocabulary.received)
        self.said = comparison.Said()
        if not self.scope.is_whole:
            return
        for figure in figures:
            sums = figure_sums(figure, self.topic)[:1]
            yield CountClaim(placed, quoted(text), figure, sums, Decimal(0), nil=nil_word(words))

    def _levels(self, placed: PlacedText, text: str, words: list[Word]) -> Iterator[Claim]:
        if not self.is_compared or not self.scope.is_whole:
            return
        change = comparison.level_change(text, words, self.said, self.topic)
        if change is not None:
            yield ChangeClaim(placed, quoted(text), change.sums, 0, Decimal(0), False, 0)

    def _numbers(
        self,
        placed: PlacedText,
        text: str,
        words: Sequence[Word],
        counts: Sequence[Number],
        is_qualified: bool,
    ) -> Iterator[Claim]:
        waiting: list[Figure] = []
        apart = min((w.start for w in words if w.has(Kind.APART)), default=len(text))
        spans = list(pieces(text, [number.start for number in counts]))
        inside_of = by_piece(spans, counts)
        for begin, end in spans:
            inside = inside_of[begin]
            left = begin
            for index, number in enumerate(inside):
                is_last = index == len(inside) - 1
                right = end if is_last else inside[index + 1].start
                around = around_number(text, words, left, number, right, see_after=is_last)
                left = number.end
                if number.start > apart or (is_qualified and number is counts[-1]):
                    self.said = comparison.Said()
                    continue
                waiting = waiting or implied.respective(around, counts, number, self.topic.family)
                if waiting:
                    yield from self._count(placed, text, number, Subject((waiting.pop(0),)), around)
                else:
                    yield from self._number(placed, text, number, around)

    def _number(
        self, placed: PlacedText, text: str, number: Number, around: Around
    ) -> Iterator[Claim]:
        word = comparison.direction_word(around)
        of_year = comparison.year_compared_with(text, number, self.year)
        if certainty.is_start_of_a_change(text, number):
            self.said = comparison.Said()
        elif of_year is not None and word is None and number.unit != "%":
            yield from self._compared_with(placed, text, number, around, of_year)
        elif number.unit == "%" and word is None:
            yield from self._share(placed, text, number, around)
        elif word is not None:
            yield from self._change(placed, text, number, around, word)
        elif certainty.is_moving(around):
            return
        elif "分别" in around.before:
            self.said = comparison.Said()
        else:
            is_doubtful = self._is_doubtful_before(around, number)
            is_doubtful |= certainty.is_narrowed_after(around, self.own)
            subject = None if is_doubtful else self._subject(around)
            yield from self._count(placed, text, number, subject, around)

    def _is_doubtful_before(self, around: Around, number: Number) -> bool:
        """Whether unknown words before this number, or before one earlier, may narrow it."""
        words = around.words_before
        if certainty.is_restated(words):
            self.is_in_doubt = False
        if certainty.is_relevant(words) and (number.unit in COUNTS or number.unit in MONEY):
            self.is_in_doubt |= not certainty.is_understood(around.before, words, self.own)
        return self.is_in_doubt

    def _subject(self, around: Around) -> Subject | None:
        topic = self.topic
        subject = (
            subject_of(around, topic)
            or implied.both_received(around, self.counted, self.vocabulary)
            or implied.announced(around, self.announced)
        )
        named_by = (*around.words_before, *around.words_after[:1])
        is_named = any(word.has(Kind.TOPIC) for word in named_by)
        families = {figure.family for figure in subject.figures} if subject else set()
        if topic.is_foreign and not is_named and "applications" in families:
            return None
        self._follow(around)
        if subject is None or not subject.figures:
            self.is_in_doubt |= subject is not None and certainty.is_of_applicants(around)
            return None
        if any(word.has(Kind.FOREIGN) for word in around.words_before):
            return None
        if any(word.has(Kind.NARROW, Kind.UNREAL) for word in around.words_after):
            return None
        if certainty.is_crossed(around, subject.figures):
            self.is_in_doubt = True
            return None
        if row := implied.row_beside(around):
            self.topic = self.topic._replace(row=row)
        subject = implied.narrowed_by(self.reason, subject)
        figure = subject.figures[-1]
        is_of_handled = (
            self.in_parts and figure.key in certainty.RECEIPTS and certainty.is_handled(self.topic)
        )
        return None if figure.family in self.vetoed or is_of_handled else subject

    def _follow(self, around: Around) -> None:
        """What the words around a number speak of is spoken of from here on."""
        for word in (*around.words_before, *around.words_after[:1]):
            families = {m.family for m in word.meanings if m.kind in (Kind.TOPIC, Kind.FIGURE)}
            if word.has(Kind.FOREIGN):
                self.topic = self.topic._replace(family="", is_foreign=True)
            elif len(families) == 1:
                self._speak_of(families.pop())

    def _compared_with(
        self, placed: PlacedText, text: str, number: Number, around: Around, year: int
    ) -> Iterator[Claim]:
        """与2024年新收57件相比: a number of the year before, or of one still earlier."""
        is_doubtful = self._is_doubtful_before(around, number)
        subject = None if is_doubtful or certainty.is_bare(around) else self._subject(around)
        if subject is not None:
            self.said = comparison.Said(subject.sums(self.topic), subject.figures[-1].family)
        elif is_doubtful or not certainty.is_bare(around):
            self.said = comparison.Said()
        if year != self.year - 1 or not self.said.sums or not self.scope.is_whole:
            return
        if number.value is not None and number.unit in COUNTS:
            quote = quoted(text, number.start, number.end)
            figure = subject.figures[-1] if subject else self.vocabulary.received
            sums = self.said.sums
            yield CountClaim(placed, quote, figure, sums, number.value, is_of_last_year=True)

    def _count(
        self,
        placed: PlacedText,
        text: str,
        number: Number,
        subject: Subject | None,
        around: Around,
    ) -> Iterator[Claim]:
        self.said = comparison.Said()
        if subject is None:
            self.topic = self.topic._replace(row=())
        if subject is None or not self.scope.is_whole:
            return
        figure = subject.figures[-1]
        value = in_unit(number, figure, around)
        if value is None:
            return
        each = subject.figures if subject.is_each or not value else ()
        quote = quoted(text, number.start, number.end)
        for single in each:
            sums = figure_sums(single, self.topic)
            yield CountClaim(placed, quote, single, sums, value, number.places)
        sums = subject.sums(self.topic)
        if not each and sums:
            yield CountClaim(placed, quote, figure, sums, value, number.places)
        self.counted = (*self.counted[-1:], figure.key)
        if len({each.family for each in subject.figures}) > 1:
            self.topic = self.topic._replace(family="")  # 其中被纠正3件: of either
        if len(subject.figures) == 1:
            self.said = comparison.Said(sums, figure.family)
            if figure.family == "applications" and not figure.columns and sums:
                self.topic = self.topic._replace(row=sums)

    def _share(
        self, placed: PlacedText, text: str, number: Number, around: Around
    ) -> Iterator[Claim]:
        self.is_in_doubt |= comparison.names_a_whole(around)
        share = comparison.share_at(around, number, self.said, self.topic, self.vocabulary)
        if share is None or number.value is None or not self.scope.is_whole:
            return
        quote = quoted(text, number.start, number.end)
        yield ShareClaim(placed, quote, share.parts, share.wholes, number.value, number.places)

    def _change(
        self, placed: PlacedText, text: str, number: Number, around: Around, word: Word
    ) -> Iterator[Claim]:
        change = comparison.change_at(around, word, self.said, self.topic)
        is_percent = number.unit == "%"
        if number.value is None or not (is_percent or number.unit in COUNTS):
            return
        if self.is_compared and change.sums and self.scope.is_whole:
            quote = quoted(text, number.start, number.end)
            yield ChangeClaim(
                placed,
                quote,
                change.sums,
                change.direction,
                number.value,
                is_percent,
                number.places,
            )
