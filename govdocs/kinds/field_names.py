"""The two names of each field, and the faults of data told by the names and lines of its source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from govdocs.inputs.tree import Node, Place, Tree
from govdocs.kinds.facts import Facts, chinese_name
from govdocs.messages.paths import path_text
from govdocs.messages.validation import explain

Path = tuple[str | int, ...]


class FieldNames(NamedTuple):
    """The fields of a model and of those below it.

    Attributes:
        root: the model of the whole.
        inner: by Chinese field name, the model that stands below it.
        other: each name's other one, Chinese or English.
    """

    root: type[Facts]
    inner: Mapping[str, type[Facts]]
    other: Mapping[str, str]

    def known_beside(self, path: Path) -> tuple[str, ...]:
        """Chinese names of the fields beside the last step of a path."""
        fields = self._model_above(path).model_fields
        return tuple(chinese_name(field) for field in fields.values())

    def _model_above(self, path: Path) -> type[Facts]:
        """The model that the last step of a path is a field of."""
        above = next((step for step in reversed(path[:-1]) if isinstance(step, str)), "")
        return self.inner.get(above) or self.inner.get(self.other.get(above, ""), self.root)

    def typed_path(self, value: Node, loc: Path) -> Path:
        """A path by the names that the source uses: the model names fields in Chinese."""
        path: list[str | int] = []
        for step in loc:
            # A text may stand for a thing with fields, which the model names in English.
            if isinstance(value, str) and isinstance(step, str):
                field = self._model_above((*path, step)).model_fields.get(step)
                step = chinese_name(field) if field else step
            elif isinstance(value, dict) and isinstance(step, str) and step not in value:
                other = self.other.get(step)
                step = other if other is not None and other in value else step
            path.append(step)
            value = child(value, step)
        return tuple(path)


def field_names(root: type[Facts], inner: Mapping[str, type[Facts]]) -> FieldNames:
    """The names of the fields of a model, ``inner`` as in :class:`FieldNames`."""
    models = (root, *inner.values())
    other = {
        name: opposite
        for model in models
        for english, field in model.model_fields.items()
        for name, opposite in ((english, chinese_name(field)), (chinese_name(field), english))
    }
    return FieldNames(root, inner, other)


class DataFault(NamedTuple):
    """One fault that a model found in data, with its place there."""

    zh: str
    en: str
    place: str | None
    line: int | None
    column: int | None


def fault_of(error: Mapping[str, object], tree: Tree, names: FieldNames) -> DataFault:
    """A fault of ``ValidationError.errors()``, with its line in the source."""
    loc = error["loc"]
    path = names.typed_path(tree.value, loc if isinstance(loc, tuple) else ())
    is_name = error["type"] == "extra_forbidden" or (bool(path) and not exists(tree.value, path))
    place = tree.places.of_key(path) if is_name else tree.places.at(path)
    known = names.known_beside(path)
    words = {lang: explain(error, lang, known=known) for lang in ("zh", "en")}
    return DataFault(
        zh=f"{path_text(path, 'zh')}：{words['zh']}" if path else words["zh"],
        en=f"{path_text(path, 'en')}: {words['en']}" if path else words["en"],
        place=_place_text(place, path),
        line=place.line if place else None,
        column=place.column if place else None,
    )


def _place_text(place: Place | None, path: Path) -> str | None:
    if place:
        return f"{place.line}:{place.column}"
    return path_text(path, "zh") or None


def child(value: Node, step: str | int) -> Node:
    """What stands below a value at a step; None where there is nothing."""
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def exists(value: Node, path: Path) -> bool:
    """Whether data has something at a path."""
    for step in path:
        if isinstance(value, dict) and step in value:
            value = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return False
    return True
