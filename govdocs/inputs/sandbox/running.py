"""One rendering: a template's text, or one macro's, from a caller's data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from jinja2 import Template
from jinja2.runtime import Context

from govdocs.inputs.sandbox.compiling import Compiled, compiled
from govdocs.inputs.sandbox.environment import Sandbox
from govdocs.inputs.sandbox.files import FileLoader, TemplateFiles, joined, template_of
from govdocs.inputs.sandbox.limits import Meter, TemplateLimits
from govdocs.inputs.sandbox.places import template_error
from govdocs.inputs.sandbox.plain import PlainData
from govdocs.inputs.sandbox.refusal import Refusal


class _FiledSandbox(Sandbox):
    """A sandbox whose include and import find files by folder."""

    def join_path(self, template: str, parent: str) -> str:
        """The name to load; a step, since loading runs the file's top level."""
        self.meter.step()
        return joined(template, parent)


def run_text(source: str, data: Mapping[str, object], name: str, limits: TemplateLimits) -> str:
    """The text of a template that stands in no file.

    Raises:
        TemplateError: see :func:`govdocs.inputs.templating.render_text`.
    """
    template = compiled(source, name, "", limits)

    def text(sandbox: Sandbox, template: Template, context: Context) -> str:
        return _measured(template.root_render_func(context), sandbox.meter)

    return _run(template, data, name, TemplateFiles((), limits), limits, text)


def run_macro(
    file: Compiled,
    macro: str,
    data: Mapping[str, object],
    shown: str,
    files: TemplateFiles,
    limits: TemplateLimits,
) -> str:
    """The text of one macro of a file, called without arguments.

    Raises:
        TemplateError: see :meth:`govdocs.inputs.templating.Templates.piece`.
    """

    def text(sandbox: Sandbox, template: Template, context: Context) -> str:
        # What stands between the macros is run for its set tags, and not printed.
        _measured(template.root_render_func(context), sandbox.meter)
        made = sandbox.call(context, context.vars[macro])
        return str(made)

    return _run(file, data, shown, files, limits, text)


def _run(
    file: Compiled,
    data: Mapping[str, object],
    shown: str,
    files: TemplateFiles,
    limits: TemplateLimits,
    text: Callable[[Sandbox, Template, Context], str],
) -> str:
    plain = None
    try:
        plain = PlainData(data)
        # A new environment each time: the meter and the data belong to one rendering, so that
        # threads share nothing but compiled code.
        sandbox = _FiledSandbox(plain.values, Meter(limits), FileLoader(files))
        template = template_of(file, sandbox)
        return _whole(text(sandbox, template, template.new_context({})))
    except Exception as error:
        raise template_error(error, plain, shown) from error


def _whole(text: str) -> str:
    """The text, if it holds whole characters; a template can write half of one by its escape."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refusal(
            "文字中有半个字符（\\ud800–\\udfff）",
            "the text holds half a character (\\ud800 to \\udfff)",
        ) from None
    return text


def _measured(parts: Iterable[str], meter: Meter) -> str:
    """The parts joined, measured as they come."""
    made: list[str] = []
    length = 0
    for part in parts:
        length += len(part)
        meter.check_length(length)
        made.append(part)
    meter.step()
    return "".join(made)
