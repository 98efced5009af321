# `make book` builds the book, `make test` passes the tests; each sets up what it needs in .venv first.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: book test quality serve check screenshots lock format

book: .venv/book
	$(BIN)/python build_briefing.py build

test: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadfile

# How good the facts are, on articles that people annotated; QUALITY names their folder.
quality: .venv/book
	$(BIN)/python -m benchmarks.quality

serve: .venv/book
	$(BIN)/python build_briefing.py serve

check: .venv/book
	$(BIN)/python build_briefing.py check

# Each kind of page as a reader sees it, for a person to look at.
screenshots: .venv/test book
	$(BIN)/python -m tools.screenshots .build/screenshots

format: .venv/test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The lock files name versions and hashes, and no place to fetch them from.
lock: .venv/test
	$(BIN)/pip-compile -q --generate-hashes --strip-extras --no-emit-options \
	    --no-header --allow-unsafe -o requirements.txt pyproject.toml
	$(BIN)/pip-compile -q --generate-hashes --strip-extras --no-emit-options \
	    --no-header --allow-unsafe --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "The briefing book needs Python 3.11 or newer: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv .venv
	touch $@

.venv/book: requirements.txt .venv/made
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

.venv/test: requirements-dev.txt .venv/book
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@
