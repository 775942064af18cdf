"""The fifteen kinds: a class each, whose rules are data (``kinds.toml``)."""

from __future__ import annotations

from typing import ClassVar

from govdocs.errors import UsageError
from govdocs.kinds.official.document import OfficialDocument
from govdocs.kinds.official.rules import all_kinds, rules_of


class Resolution(OfficialDocument):
    """决议: what a meeting resolved."""

    kind_id: ClassVar[str] = "resolution"


class Decision(OfficialDocument):
    """决定: arrangements for important matters, rewards and penalties, decisions changed."""

    kind_id: ClassVar[str] = "decision"


class Order(OfficialDocument):
    """命令(令): rules made public, measures of force, ranks given or taken, rewards."""

    kind_id: ClassVar[str] = "order"


class Communique(OfficialDocument):
    """公报: decisions and facts of importance, made public."""

    kind_id: ClassVar[str] = "communique"


class PublicAnnouncement(OfficialDocument):
    """公告: made known at home and abroad."""

    kind_id: ClassVar[str] = "public-announcement"


class PublicNotice(OfficialDocument):
    """通告: what people in some area must observe or know."""

    kind_id: ClassVar[str] = "public-notice"


class Opinion(OfficialDocument):
    """意见: views and ways of handling an important question; it may go any way."""

    kind_id: ClassVar[str] = "opinion"


class Notice(OfficialDocument):
    """通知: what others are to carry out or know, and documents passed on."""

    kind_id: ClassVar[str] = "notice"


class Circular(OfficialDocument):
    """通报: praise, blame, and what is to be known."""

    kind_id: ClassVar[str] = "circular"


class Report(OfficialDocument):
    """报告: to a superior organ: work, situations, answers. It asks for nothing."""

    kind_id: ClassVar[str] = "report"


class RequestForInstructions(OfficialDocument):
    """请示: asks a superior organ for instructions or approval in one matter."""

    kind_id: ClassVar[str] = "request"


class Reply(OfficialDocument):
    """批复: answers a request of a subordinate organ."""

    kind_id: ClassVar[str] = "reply"


class Motion(OfficialDocument):
    """议案: a government submits a matter to the people's congress of its level."""

    kind_id: ClassVar[str] = "motion"


class Letter(OfficialDocument):
    """函: organs that are not subordinate to each other consult, ask and answer."""

    kind_id: ClassVar[str] = "letter"


class Minutes(OfficialDocument):
    """纪要: what a meeting agreed on."""

    kind_id: ClassVar[str] = "minutes"


_CLASSES: tuple[type[OfficialDocument], ...] = (
    *(Resolution, Decision, Order, Communique, PublicAnnouncement, PublicNotice, Opinion, Notice),
    *(Circular, Report, RequestForInstructions, Reply, Motion, Letter, Minutes),
)


def kind_class(name: str) -> type[OfficialDocument]:
    """The class of a kind, by its Chinese or its English name.

    Raises:
        UsageError: it is none of the fifteen.
    """
    rules = rules_of(name)
    if rules is None:
        known = [kind.name for kind in all_kinds()]
        raise UsageError(
            f"没有名为“{name:.40}”的文种；应为 {'、'.join(known)} 之一（条例第八条）",
            f"no kind of document is named {name[:40]!r}; known: "
            f"{', '.join(kind.id for kind in all_kinds())}",
        )
    return next(each for each in _CLASSES if each.kind_id == rules.id)
