"""What an agency's name tells: its kind, and how it speaks of itself."""

import pytest

from govdocs.kinds.annual_report.agency import AgencyKind, agency_kind, own_reference

GOVERNMENT, TOWNSHIP, DEPARTMENT, OTHER = AgencyKind


@pytest.mark.parametrize(
    ("name", "kind", "own"),
    [
        ("青禾县人民政府", GOVERNMENT, "我县"),
        ("青禾县政府", GOVERNMENT, "我县"),
        ("青禾自治县人民政府", GOVERNMENT, "我县"),
        ("青禾市人民政府", GOVERNMENT, "我市"),
        ("青禾区人民政府", GOVERNMENT, "我区"),
        ("青禾新区管理委员会", GOVERNMENT, "我区"),
        ("青禾州人民政府", GOVERNMENT, "我州"),
        ("青禾旗人民政府", GOVERNMENT, "我旗"),
        ("青禾省人民政府", GOVERNMENT, "我省"),
        ("柳湾乡人民政府", TOWNSHIP, "我乡"),
        ("柳湾民族乡人民政府", TOWNSHIP, "我乡"),
        ("白杨镇人民政府", TOWNSHIP, "我镇"),
        ("青禾县白杨镇", TOWNSHIP, "我镇"),
        ("白杨镇政府", TOWNSHIP, "我镇"),
        ("青禾区东街街道办事处", TOWNSHIP, "我街道"),
        ("东街街道办", TOWNSHIP, "我街道"),
        ("青禾县教育局", DEPARTMENT, "我局"),
        ("青禾县市场监督管理局", DEPARTMENT, "我局"),
        ("青禾县发展和改革委员会", DEPARTMENT, "我委"),
        ("青禾县人民政府办公室", DEPARTMENT, "我办"),
        ("青禾省教育厅", DEPARTMENT, "我厅"),
        ("青禾县政务服务中心", DEPARTMENT, "我中心"),
        ("青禾县供销合作社", OTHER, "本机关"),
        ("", OTHER, "本机关"),
    ],
)
def test_the_end_of_a_name_tells_the_kind(name, kind, own):
    assert (agency_kind(name), own_reference(name)) == (kind, own)


@pytest.mark.parametrize("kind", AgencyKind)
def test_townships_owe_what_governments_owe(kind):
    assert kind.is_government is (kind in (GOVERNMENT, TOWNSHIP))
