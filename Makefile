# make run: sets up and opens the dashboard.  make editor: makes you an editor of it.  make test: runs every check.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8501

.PHONY: run editor test test-long check lock bench format

define need
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is missing: install python3 (Debian/Ubuntu: apt-get install python3 python3-venv; macOS: brew install python@3.12)"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than 3.11: run make PYTHON=python3.11 with a newer one installed"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "The venv module is missing: apt-get install python3-venv"; exit 1; }
endef

$(PY):
	$(need)
	@$(PYTHON) -m venv $(VENV)

# A stamp beside the environment says which list it was last made from.
$(VENV)/run.stamp: requirements.txt | $(PY)
	@echo "Setting up (once, about a minute) ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements.txt tests/requirements.txt | $(PY)
	@echo "Setting up the checks (once) ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@ $(VENV)/run.stamp

$(VENV)/editor.stamp: seeds/requirements.txt $(VENV)/run.stamp | $(PY)
	@echo "Setting up the editors' desk (once) ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check -r seeds/requirements.txt
	@touch $@

run: $(VENV)/run.stamp
	@echo "East Aleppo, day by day: http://localhost:$(PORT) (Ctrl-C ends it; another port: make run PORT=8600)"
	@$(PY) -m streamlit run app.py --server.port $(PORT)

editor: $(VENV)/editor.stamp
	@$(PY) -m seeds editor

check: $(VENV)/test.stamp
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy

test: check
	@$(PY) -m pytest -n 2 -m "not long" $(PYTEST)

test-long: check
	@$(PY) -m pytest -n 2 $(PYTEST)

format: $(VENV)/test.stamp
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

# The three lists of exact versions, from the hand-kept one in pyproject.toml.
lock: $(VENV)/test.stamp
	@$(PY) -m uv pip compile --quiet pyproject.toml --python-version 3.11 --no-header --no-annotate -o requirements.txt
	@$(PY) -m uv pip compile --quiet pyproject.toml --extra editor -c requirements.txt --python-version 3.11 --no-header --no-annotate -o seeds/requirements.txt
	@$(PY) -m uv pip compile --quiet pyproject.toml --extra editor --extra dev -c requirements.txt --python-version 3.11 --no-header --no-annotate -o tests/requirements.txt
