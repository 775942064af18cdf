"""Template files: folders in order, pieces by name, and no way out."""

import threading
from pathlib import Path

import pytest

from govdocs.errors import TemplateError
from govdocs.inputs.templating import TemplateLimits, Templates

NAME = "annual_report/2021.jinja"
SHIPPED = """{% set unit = '件' %}
{% macro introduction() %}
{{ 机关 }}收到申请{{ t2.新收.总计 }}{{ unit }}。
{% endmacro %}
{% macro ending() %}特此公告。{% endmacro %}
{% macro broken() %}

{{ t2.新收.总记 }}{% endmacro %}
"""
DATA = {"机关": "某县教育局", "t2": {"新收": {"总计": 5}}}


@pytest.fixture
def folders(tmp_path):
    """The user's folder and the shipped one."""
    for name in ("user", "shipped"):
        (tmp_path / name / "annual_report").mkdir(parents=True)
    (tmp_path / "shipped" / NAME).write_text(SHIPPED, encoding="utf-8")
    return [tmp_path / "user", tmp_path / "shipped"]


def refused(templates, name=NAME, macro="introduction", data=DATA):
    with pytest.raises(TemplateError) as caught:
        templates.piece(name, macro, data)
    return caught.value


def test_a_piece_is_a_macro_that_sees_the_data_and_the_files_own_names(folders):
    templates = Templates(folders)
    assert templates.piece(NAME, "introduction", DATA) == "某县教育局收到申请5件。\n"
    assert templates.piece(NAME, "ending", {}) == "特此公告。"


def test_a_users_file_overrides_some_pieces_and_inherits_the_rest(folders):
    (folders[0] / NAME).write_text("{% macro ending() %}完。{% endmacro %}", encoding="utf-8")
    templates = Templates(folders)
    assert templates.piece(NAME, "ending", DATA) == "完。"
    assert templates.piece(NAME, "introduction", DATA).startswith("某县教育局")
    assert Templates(folders[::-1]).piece(NAME, "ending", DATA) == "特此公告。"


def test_a_users_file_may_build_on_the_one_it_overrides(folders):
    (folders[0] / NAME).write_text(
        f"{{% import '{NAME}' as base %}}"
        "{% macro introduction() %}据统计，{{ base.introduction() }}{% endmacro %}",
        encoding="utf-8",
    )
    text = Templates(folders).piece(NAME, "introduction", DATA)
    assert text == "据统计，某县教育局收到申请5件。\n"


def test_files_share_macros_and_texts(folders):
    (folders[1] / "common.jinja").write_text("{% macro n() %}{{ 机关 }}{% endmacro %}", "utf-8")
    (folders[1] / "part.jinja").write_text("部分{{ 机关 }}", "utf-8")
    (folders[0] / "a.jinja").write_text(
        "{% from 'common.jinja' import n %}{% import 'common.jinja' as c %}"
        "{% macro x() %}{{ n() }}{{ c.n() }}{% include 'part.jinja' %}"
        "{% include 'none.jinja' ignore missing %}{% endmacro %}",
        "utf-8",
    )
    text = Templates(folders).piece("a.jinja", "x", DATA)
    assert text == "某县教育局某县教育局部分某县教育局"
    assert "某县" not in Templates(folders).piece("a.jinja", "x", {"机关": "乙"})


def test_whether_a_piece_is_there_can_be_asked(folders):
    templates = Templates(folders)
    assert templates.has_piece(NAME, "ending")
    assert not templates.has_piece(NAME, "unit")
    assert not templates.has_piece(NAME, "nothing")
    assert not templates.has_piece("annual_report/1999.jinja", "ending")
    assert not Templates([]).has_piece(NAME, "ending")
    assert not Templates([folders[0] / "none"]).has_piece(NAME, "ending")


def test_an_error_names_file_line_and_field(folders):
    error = refused(Templates(folders), macro="broken")
    assert error.at == f"{folders[1] / NAME}:8"
    assert error.field == "t2.新收.总记"
    assert "是否为“总计”" in error.zh


def test_an_error_in_an_imported_file_names_that_file(folders):
    (folders[1] / "common.jinja").write_text("\n{% macro n() %}{{ 无此 }}{% endmacro %}", "utf-8")
    (folders[0] / "a.jinja").write_text(
        "{% import 'common.jinja' as c %}{% macro x() %}{{ c.n() }}{% endmacro %}", "utf-8"
    )
    assert refused(Templates(folders), "a.jinja", "x").at == f"{folders[1] / 'common.jinja'}:2"


def test_broken_syntax_in_a_file_names_its_line(folders):
    (folders[0] / NAME).write_text("甲\n{% macro x( %}", "utf-8")
    assert refused(Templates(folders)).at == f"{folders[0] / NAME}:2"
    (folders[0] / NAME).write_text("甲\n{% macro x() %}{{ 1|none }}{% endmacro %}", "utf-8")
    assert refused(Templates(folders)).at == f"{folders[0] / NAME}:2"


def test_a_piece_that_is_nowhere_is_an_error_that_says_how_to_add_it(folders):
    error = refused(Templates(folders), macro="summary")
    assert error.at == NAME
    assert "{% macro summary() %}" in error.zh


@pytest.mark.parametrize(
    "name",
    ["../secret.jinja", "/etc/x.jinja", "a/../../x.jinja", "a//b.jinja", "./a.jinja", "a.txt",
     "", ".jinja/..", "a\\b.jinja", "C:x.jinja", "a\0.jinja", "..", "a/.../b.jinja", "a.jinja/"],
)  # fmt: skip
def test_a_name_leads_nowhere_but_below_the_folders(folders, name):
    (folders[0].parent / "secret.jinja").write_text("{% macro x() %}秘密{% endmacro %}", "utf-8")
    templates = Templates(folders)
    for call in (lambda: templates.piece(name, "x", {}), lambda: templates.has_piece(name, "x")):
        with pytest.raises(TemplateError, match="模板文件名"):
            call()
    quoted = name.replace("\\", "\\\\").replace("\0", "\\0")
    (folders[0] / "b.jinja").write_text(
        f"{{% macro x() %}}{{% include '{quoted}' ignore missing %}}{{% endmacro %}}", "utf-8"
    )
    assert "模板文件名" in refused(Templates(folders), "b.jinja", "x").zh


def test_links_may_not_leave_their_folder(folders):
    secret = folders[0].parent / "secret.jinja"
    secret.write_text("{% macro x() %}秘密{% endmacro %}", "utf-8")
    (folders[0] / "link.jinja").symlink_to(secret)
    (folders[0] / "out").symlink_to(folders[0].parent)
    for name in ("link.jinja", "out/secret.jinja"):
        assert "文件夹之外" in refused(Templates(folders), name, "x").zh
    (folders[0] / "ring.jinja").symlink_to(folders[0] / "ring.jinja")
    assert "读不了" in refused(Templates(folders), "ring.jinja", "x").zh


def test_links_within_a_folder_and_a_folder_that_is_a_link_are_followed(folders):
    (folders[1] / "same.jinja").symlink_to(folders[1] / NAME)
    linked = folders[0].parent / "linked"
    linked.symlink_to(folders[1])
    templates = Templates([linked])
    assert templates.piece("same.jinja", "ending", {}) == "特此公告。"
    assert templates.piece(NAME, "ending", {}) == "特此公告。"


def test_a_folder_of_a_templates_name_is_no_template(folders):
    (folders[0] / NAME).mkdir()
    assert Templates(folders).piece(NAME, "ending", {}) == "特此公告。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_files_are_read_in_the_encodings_of_other_texts(folders, encoding):
    (folders[0] / NAME).write_text("{% macro ending() %}此致。{% endmacro %}", encoding)
    assert Templates(folders).piece(NAME, "ending", {}) == "此致。"


def test_a_file_that_is_no_text_or_too_long_is_an_error(folders):
    (folders[0] / NAME).write_bytes(b"PK\x03\x04")
    assert refused(Templates(folders)).at == str(folders[0] / NAME)
    (folders[0] / NAME).write_text("x" * 101, "utf-8")
    limits = TemplateLimits(characters=100)
    assert "超过 100 个字符" in refused(Templates(folders, limits)).zh


@pytest.mark.parametrize(
    "source",
    [
        "{% macro x() %}{% include 'loop.jinja' %}{% endmacro %}{{ x() }}",
        "{% import 'other.jinja' as o %}{% macro x() %}{% endmacro %}",
        "{% include 'other.jinja' %}{% macro x() %}{% endmacro %}",
    ],
)
def test_files_that_load_each_other_for_ever_are_stopped(folders, source):
    (folders[0] / "loop.jinja").write_text(source, "utf-8")
    (folders[0] / "other.jinja").write_text("{% include 'loop.jinja' %}", "utf-8")
    assert isinstance(refused(Templates(folders), "loop.jinja", "x"), TemplateError)


def test_files_are_read_once(folders):
    templates = Templates(folders)
    assert templates.piece(NAME, "ending", {}) == "特此公告。"
    (folders[1] / NAME).write_text("{% macro ending() %}新{% endmacro %}", "utf-8")
    assert templates.piece(NAME, "ending", {}) == "特此公告。"
    assert Templates(folders).piece(NAME, "ending", {}) == "新"


def test_threads_share_templates_but_no_data(folders):
    templates = Templates(folders)
    found = {}

    def work(number):
        data = {"机关": f"{number}局", "t2": {"新收": {"总计": number}}}
        found[number] = {templates.piece(NAME, "introduction", data) for _ in range(50)}

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: {f"{n}局收到申请{n}件。\n"} for n in range(6)}


def test_nothing_is_read_before_it_is_asked_for():
    assert Templates([Path("/nonexistent")])
