# Every target does all of its own set-up and can be run again.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin

.PHONY: demo test setup lint types floors pytest clean

demo: setup
	@$(RUN)/onrecord demo

test: lint types floors pytest

setup: $(VENV)/.ready

# pip is upgraded first: the one that Python 3.11 brings drops extras it cannot spell.
$(VENV)/.ready: pyproject.toml
	@test -x $(RUN)/python || $(PYTHON) -m venv $(VENV)
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

lint: setup
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .

types: setup
	$(RUN)/mypy

floors: setup
	$(RUN)/lint-imports

pytest: setup
	$(RUN)/python -m pytest

clean:
	rm -rf $(VENV) build dist
