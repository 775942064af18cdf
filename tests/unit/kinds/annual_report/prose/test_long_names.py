"""The names of an agency stay few and short however long its own is."""

from govdocs.kinds.annual_report.prose.scope import own_of


def test_a_name_longer_than_any_is_known_by_its_end_only():
    own = own_of("甲" * 20_000 + "青禾县人民政府", "县", 2025)
    assert len(own.names.pattern) < 50_000
    assert own.names.search("本年青禾县公开信息3条")[0] == "青禾县"
    assert own.names.search("由青禾县人民政府公开")[0] == "青禾县人民政府"
