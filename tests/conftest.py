"""Options that name the restricted material, and the line that counts what was not run without it."""

import os
from pathlib import Path

import hypothesis
import pytest

pytest_plugins = ["tests.postgres", "tests.browser", "tests.desk_app", "tests.loaded"]
# No test reads the editors or the decisions of the checkout it runs in.
os.environ |= {"ALEPPO_STORE": "none", "ALEPPO_SECRETS": os.devnull}
# A busy machine is slow, not wrong: no property fails on a time. Integration repeats itself; other runs explore.
hypothesis.settings.register_profile("patient", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("patient")
RESTRICTED = ("originals", "reference", "gold")


def pytest_addoption(parser: pytest.Parser) -> None:
    for name in RESTRICTED:
        parser.addoption(f"--{name}", type=Path, help=f"folder for the tests marked {name}")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what lacks its folder; the closing line says how many and why."""
    kept, missing = [], dict.fromkeys(RESTRICTED, 0)
    for item in items:
        lacking = [n for n in RESTRICTED if item.get_closest_marker(n) and not config.getoption(f"--{n}")]
        if lacking:
            missing[lacking[0]] += 1
        else:
            kept.append(item)
    config.stash[_left_out] = missing
    items[:] = kept


_left_out = pytest.StashKey[dict[str, int]]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    counts = config.stash.get(_left_out, {})
    if hasattr(config, "workerinput") or not counts:
        counts = {n: None for n in RESTRICTED if not config.getoption(f"--{n}")}
    said = [
        f"{'the' if n is None else n} tests marked {k} (no --{k} folder given)" for k, n in counts.items() if n != 0
    ]
    terminalreporter.write_line("not run: " + ("; ".join(said) if said else "nothing"))


@pytest.fixture
def originals(request: pytest.FixtureRequest) -> Path:
    return request.config.getoption("--originals")


@pytest.fixture
def reference(request: pytest.FixtureRequest) -> Path:
    return request.config.getoption("--reference")


@pytest.fixture
def gold(request: pytest.FixtureRequest) -> Path:
    return request.config.getoption("--gold")
