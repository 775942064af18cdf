"""What is wrong with a value that the model of a report refuses.

pydantic names each fault by a type and its context; the catalogues hold a message for the types
that data can cause. Its English texts are never taken apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from govdocs.messages.catalogue import catalogue, message
from govdocs.messages.quoting import LONGEST_QUOTE, shortened

_UNKNOWN_NAMES = frozenset(("extra_forbidden", "unexpected_keyword_argument"))
_CHOICES = {
    "literal_error": "expected",
    "enum": "expected",
    "union_tag_invalid": "expected_tags",
    "url_scheme": "expected_schemes",
}
"""Types whose context lists the values allowed, as one text of quoted words, with that key."""


def explain(error: Mapping[str, object], lang: str, *, known: Iterable[str] = ()) -> str:
    """One fault in one language, without its place.

    Args:
        error: an item of pydantic's ``ValidationError.errors()``. A custom error, or the error of
            a validator, that carries ``zh`` and ``en`` is quoted in that language.
        lang: ``"zh"`` or ``"en"``.
        known: the names that there are where an unknown field was found, for “did you mean”.

    Returns:
        What was expected, what was given if that is short to say, and the nearest known name.
    """
    kind = str(error.get("type", ""))
    context = _context(error)
    choices = _choices(kind, context)
    text = _own_words(context, lang) or _from_catalogue(kind, context, choices, error, lang)
    # Imported here: it is needed for a typing slip only, and not light.
    from difflib import get_close_matches

    asked, names = (_name(error), known) if kind in _UNKNOWN_NAMES else (_given(error), choices)
    near = get_close_matches(asked, list(names), n=1, cutoff=0.5) if asked else []
    if near:
        text = message("govdocs.did_you_mean", lang, message=text, near=near[0])
    given = "" if kind in _UNKNOWN_NAMES or kind.startswith("missing") else _given(error)
    return message("govdocs.given", lang, message=text, given=given) if given else text


def _context(error: Mapping[str, object]) -> Mapping[str, object]:
    context = error.get("ctx")
    return context if isinstance(context, Mapping) else {}


def _own_words(context: Mapping[str, object], lang: str) -> str | None:
    """What a custom error says by itself, in its context or in the exception there."""
    name = "zh" if lang == "zh" else "en"
    words = context.get(name) or getattr(context.get("error"), name, None)
    return words if isinstance(words, str) else None


def _from_catalogue(
    kind: str,
    context: Mapping[str, object],
    choices: Sequence[str],
    error: Mapping[str, object],
    lang: str,
) -> str:
    values = dict(context)
    if choices:
        values[_CHOICES[kind]] = catalogue(lang)["govdocs.list_mark"].join(choices)
    try:
        return message(kind, lang, **values)
    except (KeyError, AttributeError):
        # Of another release of pydantic, or of somebody's own: its words are all there is.
        return message("govdocs.unknown", lang, message=error.get("msg", kind))


def _choices(kind: str, context: Mapping[str, object]) -> list[str]:
    """The values allowed: the words in quotes, as pydantic lists them."""
    expected = context.get(_CHOICES.get(kind, ""), "")
    return [word for word in str(expected).split("'")[1::2] if word]


def _name(error: Mapping[str, object]) -> str:
    """The name of the field that the error is at."""
    path = error.get("loc")
    last = path[-1] if isinstance(path, tuple | list) and path else ""
    return last[:LONGEST_QUOTE] if isinstance(last, str) else ""


def _given(error: Mapping[str, object]) -> str:
    """The value that was given, cut where it is long; "" for nothing and for lists."""
    given = error.get("input")
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        return ""
    try:
        return shortened(str(given))
    except ValueError:  # a whole number of thousands of digits
        return ""
