"""What is wrong in a file is said in Indonesian, whatever shape the data has."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from iku_terbuka.load.validate import known_keys, validate
from iku_terbuka.model import CapaianTahunan, Iku, ProfilPemda, Skala
from iku_terbuka.model.fields import FileModel
from iku_terbuka.source import Document

# A busy machine is no failure.
TENANG = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
MODELS: list[type[BaseModel]] = [Iku, CapaianTahunan, ProfilPemda, Skala]


def subclasses(model: type[BaseModel]) -> list[type[BaseModel]]:
    return [below for sub in model.__subclasses__() for below in (sub, *subclasses(sub))]


KUNCI = sorted({key for model in subclasses(FileModel) for key in model.model_fields})
TEKS = st.sampled_from(["2025", "3.40", "3,40", "naik", "indeks-layanan", "", " ", "true", "BB"])
DATA = st.recursive(
    st.none() | TEKS | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*KUNCI, "2025", "x"]), inner, max_size=5)
    ),
    max_leaves=20,
)


def shaped(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """Data whose top has the keys of ``model``, so that its depths are reached."""
    return st.dictionaries(st.sampled_from(list(model.model_fields)), DATA, max_size=6)


@pytest.mark.parametrize("model", MODELS)
@TENANG
@given(st.data())
def test_no_shape_of_data_is_refused_without_words_of_its_own(
    model: type[BaseModel], data: st.DataObject
) -> None:
    document = Document("uji.yaml", data.draw(shaped(model)), {}, {})
    content, problems = validate(document, model)
    assert (content is None) == bool(problems)
    for found in problems:
        assert found.code != "isi-tidak-sah"
        assert found.message
        assert found.hint


@TENANG
@given(st.data())
def test_no_shape_of_a_decree_is_refused_without_words_of_its_own(data: st.DataObject) -> None:
    """Sasaran and indikator, where most of the keys are, lie too deep to be met by chance."""
    definisi = data.draw(st.dictionaries(st.sampled_from(KUNCI), DATA, max_size=8))
    sasaran = data.draw(st.dictionaries(st.sampled_from(KUNCI), DATA, max_size=3))
    content = {"instansi": "x", "sasaran": [{**sasaran, "indikator": [definisi]}]}
    _, problems = validate(Document("uji.yaml", content, {}, {}), Iku)
    assert [found for found in problems if found.code == "isi-tidak-sah"] == []


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (("periode",), ["awal", "akhir"]),
        (
            ("sasaran", 0, "indikator", 3, "formula"),
            ["teks", "tercetak", "rumus", "variabel", "catatan"],
        ),
        (
            ("sasaran", 0, "indikator", 3, "target", "2025"),
            [
                *("nilai", "bawah", "atas", "predikat", "tanggal", "tercetak", "catatan"),
                *("triwulan", "bulanan", "semester", "cara"),
            ],
        ),
        (("sasaran", 0, "indikator", 3, "target"), []),
        (("instansi",), []),
        (("tidak", "ada"), []),
    ],
)
def test_the_keys_of_a_place_are_known(path: tuple[str | int, ...], keys: list[str]) -> None:
    assert known_keys(Iku, path) == keys
