"""The wheel as it is shipped: what it says of itself, and that it works where nothing else is."""

import subprocess
import sys
import tomllib
import venv
from email.message import Message
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

import twentse_kubus as tk
from documents import READMES, ROOT, blocks

[WHEEL] = (ROOT / "target" / "python" / "wheels").glob("*.whl")


@pytest.fixture(scope="module")
def contents() -> dict[str, str]:
    """The texts in the wheel, by their names without the version."""
    with ZipFile(WHEEL) as wheel:
        names = [name for name in wheel.namelist() if not name.endswith((".so", ".pyd"))]
        return {name.replace(f"-{tk.__version__}", ""): wheel.read(name).decode() for name in names}


@pytest.fixture(scope="module")
def says(contents: dict[str, str]) -> Message:
    return Parser().parsestr(contents["twentse_kubus.dist-info/METADATA"])


def test_one_wheel_serves_every_python_from_3_11() -> None:
    assert WHEEL.name.startswith(f"twentse_kubus-{tk.__version__}-cp311-abi3-")


def test_it_says_what_it_is(says: Message) -> None:
    stated = tomllib.loads((ROOT / "bindings-python" / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (says["Name"], says["Version"]) == ("twentse-kubus", tk.__version__)
    assert says["Summary"] == stated["description"]
    assert says["Requires-Python"] == ">=3.11"
    assert says.get_all("Classifier") == stated["classifiers"]
    assert says["Keywords"] == ",".join(stated["keywords"])
    assert says.get_all("Requires-Dist") is None, "it needs no other package"
    # An address is stated once there is one; a wheel that says another would be wrong.
    stated_urls = [f"{name}, {url}" for name, url in stated.get("urls", {}).items()]
    assert (says.get_all("Project-URL") or []) == stated_urls


def test_its_readme_is_that_of_the_package(says: Message) -> None:
    """Not that of the project, whose links lead to files that a wheel does not have."""
    readme = READMES[1].read_text(encoding="utf-8")
    assert says["Description-Content-Type"].startswith("text/markdown")
    assert str(says.get_payload()).strip() == readme.strip()
    assert "](" not in readme, "a link would have to be an address"


def test_both_licences_are_in_it(contents: dict[str, str], says: Message) -> None:
    assert says["License-Expression"] == "MIT OR Apache-2.0"
    assert sorted(says.get_all("License-File") or []) == ["LICENSE-APACHE", "LICENSE-MIT"]
    for name in ("LICENSE-APACHE", "LICENSE-MIT"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert contents[f"twentse_kubus.dist-info/licenses/{name}"] == text


def test_it_does_not_say_where_it_was_built(contents: dict[str, str]) -> None:
    assert not [name for name, text in contents.items() if str(ROOT) in text]


def test_it_is_typed(contents: dict[str, str]) -> None:
    assert {"twentse_kubus/py.typed", "twentse_kubus/_kubus.pyi"} <= contents.keys()


def test_it_works_where_nothing_else_is(tmp_path: Path) -> None:
    """A fresh environment without this checkout, without packages and without the network: the READMEs run."""
    venv.create(tmp_path / "fresh", with_pip=False)
    python = tmp_path / "fresh" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "install", "--no-index", "--no-deps", str(WHEEL)], check=True, timeout=120)
    scripts = [block for readme in READMES for block in blocks(readme) if "pandas" not in block]
    assert len(scripts) >= 4
    for script in scripts:
        done = subprocess.run(
            [str(python), "-I", "-W", "error", "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=60
        )
        assert (done.returncode, done.stderr) == (0, "")
    where = [str(python), "-I", "-c", "import twentse_kubus; print(twentse_kubus.__file__, twentse_kubus.__version__)"]
    file, version = subprocess.run(where, capture_output=True, text=True, check=True).stdout.split()
    assert Path(file).is_relative_to(tmp_path) and version == tk.__version__
