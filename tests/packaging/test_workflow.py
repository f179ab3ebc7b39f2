"""The workflow for a real Windows cannot run here: these tests hold it to what there is."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

import dev
from partners_app.cli.arguments import build_parser

import build

WORKFLOWS = sorted((dev.ROOT / ".github" / "workflows").iterdir())
INSTALLED = r"Programs\Partners"


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.name)
def workflow(request: pytest.FixtureRequest) -> dict[Any, Any]:
    """A workflow as its reader reads it; YAML takes the word `on` for yes."""
    path: Path = request.param
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def steps(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def commands(workflow: dict[Any, Any]) -> list[str]:
    return [line.strip() for step in steps(workflow) for line in step.get("run", "").splitlines()]


def usage_commands() -> set[str]:
    return set(re.findall(r"^  (\w+)", dev.USAGE, flags=re.MULTILINE))


def test_there_is_one_for_windows() -> None:
    assert [path.name for path in WORKFLOWS] == ["windows.yml"]


def test_it_is_what_its_runner_reads(workflow: dict[Any, Any]) -> None:
    assert workflow.keys() >= {"name", "jobs", True}
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert job["runs-on"] == "windows-latest"
    for step in steps(workflow):
        assert ("run" in step) != ("uses" in step), step


def test_its_developer_commands_exist_with_these_options(workflow: dict[Any, Any]) -> None:
    called = [shlex.split(line) for line in commands(workflow) if "dev.py" in line]
    assert [words[:2] for words in called] == [["python", "dev.py"]] * len(called)
    named = [words[2] for words in called]
    assert named == ["check", "test", "build"]
    assert set(named) <= usage_commands()
    for words in called:
        options = words[3:]
        if words[2] == "build":
            build.parser().parse_args(options)
        else:
            assert options == []


def test_it_calls_the_installed_program_with_options_that_exist(workflow: dict[Any, Any]) -> None:
    pattern = r'^& "\$env:LOCALAPPDATA\\(.+)\\([\w-]+\.exe)" (--[\w-]+)$'
    called = [found.groups() for line in commands(workflow) if (found := re.match(pattern, line))]
    assert [option for _, _, option in called] == ["--self-test", "--version"]
    for folder, program, option in called:
        assert (folder, program in build.PROGRAMS) == (INSTALLED, True)
        build_parser().parse_args([option])


def test_what_it_takes_from_the_build_is_what_the_build_makes(workflow: dict[Any, Any]) -> None:
    release = build.Release("1.2.3", 0, None)
    made = {release.installer.name, release.portable.name, "SHA256SUMS"}
    text = "\n".join(commands(workflow)) + "\n".join(
        step["with"]["path"] for step in steps(workflow) if "path" in step.get("with", {})
    )
    taken = {PurePosixPath(path) for path in re.findall(r"build/[^\s\"]+", text)}
    assert len(taken) == len(made)
    for path in taken:
        assert [name for name in made if PurePosixPath("build", name).match(str(path))], path
    assert f"{build.BUILD.relative_to(dev.ROOT).as_posix()}/" == "build/"


def test_it_installs_where_the_installer_does(workflow: dict[Any, Any]) -> None:
    script = (dev.ROOT / "packaging" / "installer.nsi").read_text(encoding="utf-8")
    assert '!define ID "Partners"' in script
    assert r'InstallDir "$LOCALAPPDATA\Programs\${ID}"' in script
    assert '"$INSTDIR\\uninstall.exe"' in script
    assert any(INSTALLED in line for line in commands(workflow))
    assert any(r"\uninstall.exe" in line for line in commands(workflow))


def test_it_runs_the_python_that_releases_are_made_with(workflow: dict[Any, Any]) -> None:
    versions = [
        step["with"]["python-version"]
        for step in steps(workflow)
        if step.get("uses", "").startswith("actions/setup-python@")
    ]
    assert versions == ["3.11"]
