## make run    sets up .venv where it is missing and reads an example
## make test   sets up .venv for development, then lints, type-checks and tests
## make browser installs Chromium, which tests of pages need (Debian and Ubuntu, as root)
## make bench  measures against other programs (see bench/)
## make format, make lint, make types, make clean
PYTHON  ?= python3
VENV    ?= .venv
EXAMPLE ?= examples/nordlys/nordlys.pdf
OUT     ?= out

BIN     := $(VENV)/bin
NAME    := $(basename $(notdir $(EXAMPLE)))
INSTALL  = $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.DEFAULT_GOAL := help
.PHONY: help run test lint types format browser bench clean

help:
	@sed -n 's/^## //p' Makefile

# A stamp stands for an installation that is younger than what it was made from. The code is installed
# editable, so that only a change of the dependencies installs again.
$(VENV)/run.stamp: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
		{ echo "Python 3.11, 3.12 or 3.13 is needed: make PYTHON=python3.12 ..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) ..."
	@$(INSTALL) -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp
	@echo "Installing the tools for development into $(VENV) ..."
	@$(INSTALL) -e '.[dev]'
	@touch $@

run: $(VENV)/run.stamp
	@$(BIN)/extract run $(EXAMPLE) -o $(OUT)/$(NAME).json
	@$(BIN)/extract show $(EXAMPLE)
	@echo
	@echo "The whole report is in $(OUT)/$(NAME).json. Another file: make run EXAMPLE=path/to/report.pdf"

test: lint types
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp
	$(BIN)/mypy

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

browser:
	@command -v chromium >/dev/null && command -v chromedriver >/dev/null || \
		{ apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium chromium-driver fonts-dejavu-core; }

bench: $(VENV)/dev.stamp
	$(BIN)/python -m bench.run

clean:
	rm -rf $(VENV) $(OUT) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
