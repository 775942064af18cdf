"""Names of faces as files give them, and the roles that they mean."""

import pytest

from govdocs.certify.faces import face_of, is_made_up


@pytest.mark.parametrize(
    ("role", "names"),
    [
        ("biaosong", "FZXiaoBiaoSong-B05S FZXBSJW--GB1-0 方正小标宋简体 方正小标宋_GBK"
                     " ABCDEF+FZXBSK--GBK1-0"),
        ("fang", "FangSong FangSong_GB2312 仿宋 仿宋_GB2312 FZFS FZFSK--GBK1-0 STFangsong"
                 " FandolFang FandolFang-Regular GovdocsFang-Regular ABCDEF+SimFang @仿宋_GB2312"),
        ("kai", "KaiTi KaiTi_GB2312 楷体_GB2312 STKaiti FZKTK--GBK1-0 GovdocsKai-Regular"),
        ("hei", "SimHei 黑体 STHeiti FZHTK--GBK1-0 SimHei,Bold BCDEEE+SimHei-Bold"),
        ("song", "SimSun 宋体 NSimSun STSong SimSun,Bold FZSSK--GBK1-0 Songti-SC"),
        ("latin", "TimesNewRomanPSMT TimesNewRomanPS-BoldMT LiberationSerif"),
        ("other", "MicrosoftYaHei ArialMT Calibri-Light DengXian STZhongsong 华文中宋"),
    ],
)  # fmt: skip
def test_known_names_mean_their_role(role, names):
    assert {name: face_of(name) for name in names.split()} == dict.fromkeys(names.split(), role)


@pytest.mark.parametrize("name", ["CIDFont+F1", "ABCDEF+F12", "", "HYUnknown"])
def test_a_name_that_tells_nothing_means_no_role(name):
    assert face_of(name) is None


def test_names_that_writers_make_up_are_known_as_such():
    assert all(map(is_made_up, ["CIDFont+F1", "F3", "ABCDEF+F12", ""]))
    assert not is_made_up("FangSong")
