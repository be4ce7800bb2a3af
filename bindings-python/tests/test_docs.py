"""What the package says of itself: every public name is described, every function has an example, and every example holds."""

import ast
import doctest
from pathlib import Path

import pytest

import twentse_kubus as tk

PACKAGE = Path(tk.__file__).parent
FILES = [PACKAGE / name for name in ("__init__.py", "_kubus.pyi", "values.py", "insight.py", "errors.py")]
MODULES = ("__init__", "values", "insight", "errors")
Described = ast.Module | ast.ClassDef | ast.FunctionDef


def public() -> dict[str, tuple[Described, bool]]:
    """Everything that is public by its dotted name, and whether it is called with something."""
    found: dict[str, tuple[Described, bool]] = {}

    def gather(body: list[ast.stmt], of: str) -> None:
        for node in body:
            if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
                continue
            is_property = any(isinstance(one, ast.Name) and one.id == "property" for one in node.decorator_list)
            found[of + node.name] = (node, isinstance(node, ast.FunctionDef) and not is_property)
            if isinstance(node, ast.ClassDef):
                gather(node.body, f"{node.name}.")

    for file in FILES:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        if file.suffix == ".py":
            found[file.stem] = (tree, False)
        gather(tree.body, "")
    return found


PUBLIC = public()
RAISES = {
    "Validator": ["invalid-rulebook", "invalid-documents", "TypeError", "ValueError", "OSError"],
    "Validator.validate": ["invalid-date", "unknown-lens", "unknown-kind", "TypeError", "ValueError", "OSError"],
    "Validator.validate_many": ["`validate`", "TypeError", "ValueError"],
    "Validator.trace": ["`validate`"],
    "Validator.trace_text": ["`validate`", "unknown-language"],
    "Validator.hand_over": ["invalid-date", "unreadable-document", "`validate`"],
    "Validator.hand_over_text": ["`hand_over`", "unknown-language"],
    "Validator.assess": ["invalid-date", "unknown-lens", "unreadable-document", "`validate`"],
    "Validator.assess_text": ["`assess`", "unknown-language"],
    "Validator.card": ["invalid-date", "unknown-lens", "unreadable-document", "`validate`"],
    "Validator.card_text": ["`card`", "unknown-language"],
    "Validator.coverage": ["invalid-date", "unreadable-document", "`validate`"],
    "Validator.coverage_text": ["`coverage`", "unknown-language"],
    "Validator.curriculum_coverage": ["unreadable-document", "`validate`"],
    "Validator.curriculum_coverage_text": ["`curriculum_coverage`", "unknown-language"],
    "Validator.cube": ["invalid-date", "unreadable-document", "`validate`"],
    "Validator.cube_text": ["`cube`", "unknown-language"],
    "Validator.just_in_time": ["invalid-date", "unreadable-document", "`validate`"],
    "Validator.just_in_time_text": ["`just_in_time`", "unknown-language"],
    "Validator.dossier": ["`validate`", "`validate_many`", "invalid-documents"],
    "Validator.network": ["invalid-date", "unknown-lens", "unreadable-document", "`validate`"],
    "Validator.network_text": ["`network`", "unknown-language"],
    "Validator.where_next": ["invalid-school-year", "unreadable-document", "invalid-documents", "`validate_many`"],
    "Validator.where_next_text": ["`where_next`", "unknown-language"],
    "Validator.check_proposal": ["invalid-proposal", "`where_next`"],
    "Validator.check_proposal_text": ["`check_proposal`", "unknown-language"],
    "Validator.overview": ["invalid-date", "unknown-lens", "`validate_many`"],
    "Validator.overview_text": ["`overview`", "unknown-language"],
    "compare": ["invalid-date", "unknown-lens", "invalid-rulebook", "invalid-documents", "`validate_many`"],
    "compare_text": ["`compare`", "unknown-language"],
    "Validator.bundle": ["invalid-date", "unknown-lens", "`validate`"],
    "replay": ["invalid-bundle", "`validate_many`"],
    "replay_text": ["`replay`", "unknown-language"],
    "validate": ["`Validator().validate"],
    "explain": ["unknown-rule", "unknown-language"],
    "labels": ["unknown-language"],
    "schema": ["unknown-kind"],
    "Report.render": ["unknown-language"],
    "Report.next_steps_text": ["unknown-language"],
    "Report.card": ["unknown-language", "ValueError"],
    "Report.to_records": ["unknown-language"],
    "Report.from_json": ["invalid-report", "unknown-kind"],
    "Finding.message": ["unknown-language"],
    "Finding.from_json": ["invalid-report", "unknown-kind"],
    "Summary.merge": ["other-rulebook"],
    "Summary.card": ["unknown-language"],
    "Summary.from_json": ["invalid-report"],
    "Batch.card": ["unknown-language"],
    "Batch.to_records": ["unknown-language"],
}


def test_all_that_is_exported_is_looked_at() -> None:
    values = {"FINDING_COLUMNS", "__version__"}
    assert set(tk.__all__) == {name for name in PUBLIC if "." not in name and name not in MODULES} | values


@pytest.mark.parametrize("name", PUBLIC)
def test_it_is_described(name: str) -> None:
    node, called = PUBLIC[name]
    text = ast.get_docstring(node) or ""
    assert "." in text.partition(">>>")[0], "a sentence says what it is"
    assert not called or ">>> " in text, "an example shows how it is called"
    said = [error for error in RAISES.get(name, []) if error not in text]
    assert not said, "its errors are named"


def test_errors_are_named_of_what_is_there() -> None:
    assert RAISES.keys() <= PUBLIC.keys()


@pytest.mark.parametrize("name", [name for name in PUBLIC if ">>> " in (ast.get_docstring(PUBLIC[name][0]) or "")])
def test_its_example_holds(name: str) -> None:
    text = ast.get_docstring(PUBLIC[name][0]) or ""
    test = doctest.DocTestParser().get_doctest(text, {}, name, None, 0)
    told: list[str] = []
    done = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL).run(test, out=told.append)
    assert done.attempted and not done.failed, "".join(told)


def test_the_stub_says_what_the_module_says() -> None:
    """`help` and an editor show the same text."""
    for name, (node, _) in PUBLIC.items():
        owner, _, member = name.rpartition(".")
        thing = getattr(getattr(tk, owner) if owner else tk, member, None)
        if name in MODULES or name.split(".")[0] not in ("Report", "Finding", "Summary", "Validator"):
            continue
        assert (thing.__doc__ or "").split() == (ast.get_docstring(node) or "").split(), name
