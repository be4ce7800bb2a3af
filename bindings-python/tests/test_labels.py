"""Labels and lists of reference data: of everything that a document can have, in every language."""

from collections.abc import Iterator
from typing import Any

import pytest

import twentse_kubus as tk

LANGUAGES = ("nl", "nl-plain", "en")
KINDS = tuple(tk.labels()["kinds"])


def definitions() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every record and closed list of every kind of document, by name."""
    for kind in KINDS:
        schema = tk.schema(kind)
        yield schema["title"], schema
        yield from schema["$defs"].items()


def is_list(field: dict[str, Any]) -> bool:
    return any(one.get("type") == "array" for one in (field, *field.get("anyOf", ())))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_has_a_label_and_one_item_of_each_list(lang: str) -> None:
    labels, seen = tk.labels(lang), 0
    for record, of in definitions():
        for name, field in of.get("properties", {}).items():
            for part in (labels["fields"], labels["items"]) if is_list(field) else (labels["fields"],):
                seen += 1
                assert part.get(f"{record}.{name}", part.get(name, "")).strip(), f"{record}.{name}"
    assert seen > 300


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_value_of_every_closed_list_has_a_label_in_the_order_of_the_list(lang: str) -> None:
    values = tk.labels(lang)["values"]
    lists = {name: of["enum"] for name, of in definitions() if of.get("type") == "string" and "enum" in of and name != "SchoolYear"}
    assert len(lists) > 20
    assert {name: list(values[name]) for name in lists} == lists


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_label_is_empty(lang: str) -> None:
    def texts(part: Any) -> Iterator[str]:
        if isinstance(part, str):
            yield part
        else:
            for inner in part.values() if isinstance(part, dict) else part:
                yield from texts(inner)

    all_ = list(texts(tk.labels(lang)))
    assert len(all_) > 500 and all(text.strip() for text in all_)


def test_each_language_has_labels_of_the_same_things() -> None:
    dutch, *others = map(tk.labels, LANGUAGES)
    for other in others:
        assert other.keys() == dutch.keys() and other != dutch
        assert all(other[part].keys() == dutch[part].keys() for part in ("fields", "items", "kinds", "phrases"))
        assert {name: list(of) for name, of in other["values"].items()} == {name: list(of) for name, of in dutch["values"].items()}
    assert tk.labels("nl-BE") == tk.labels("NL") == tk.labels() == dutch
    with pytest.raises(tk.KubusError) as refused:
        tk.labels("fy")
    assert refused.value.code == "unknown-language"


def test_a_kind_has_a_label_when_it_can_be_checked() -> None:
    assert all(tk.validate("{}", "2024-05-15", kind=kind).document_kind == kind for kind in KINDS)
    others = tk.labels()["values"]["Kind"].keys() - set(KINDS)
    for kind in others:
        with pytest.raises(tk.KubusError):
            tk.validate("{}", "2024-05-15", kind=kind)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_list_of_reference_data_has_the_keys_and_names_of_its_closed_list(lang: str) -> None:
    values = tk.labels(lang)["values"]
    assert len(tk.frameworks()) > 10
    for framework in tk.frameworks():
        names: dict[str, Any] = {item["key"]: dict(item)[lang] for item in framework["items"]}
        assert list(names.items()) == list(values[framework["list"]].items())
        assert all(item["source"] and item["basis"] for item in framework["items"])


def test_an_item_of_reference_data_says_when_it_holds() -> None:
    """The seven competences of 2005 held until the three of 2017: Stb. 2005, 460; Stb. 2017, 148."""
    [competences] = [framework for framework in tk.frameworks() if framework["name"] == "competences"]
    days = {item["key"]: (item["validFrom"], item["validUntil"]) for item in competences["items"]}
    assert days["2005-interpersonal"] == ("2006-08-01", "2017-07-31")
    assert days["2017-pedagogical"] == ("2017-08-01", None)
