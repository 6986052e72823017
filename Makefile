# Migov: `make help` lists the targets. What is needed: Python >= 3.11, git, make, a C toolchain.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
UV_VENV := .venv-lock
COMPILE = pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

# Extra arguments: `make test ARGS='-k evidence'`, `make run ARGS='--port 8100'`.
ARGS ?=

.PHONY: help run test check bench lock clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

run: $(VENV)/.stamp-run ## Install what is needed, build the dataset and serve it
	@$(BIN)/python hatch_build.py
	@$(BIN)/migov build
	@$(BIN)/migov serve $(ARGS)

test: $(VENV)/.stamp-dev ## Install what the tests need, a browser and an office included, and run them all
	@PATH="$(CURDIR)/$(BIN):$$PATH" tests/install-programs
	@PATH="$(CURDIR)/$(BIN):$$PATH" tests/install-suites
	@tests/install-clients
	@status=0; \
	$(BIN)/python hatch_build.py --npm test || status=1; \
	$(BIN)/pytest -n auto $(ARGS) || status=1; \
	exit $$status

check: $(VENV)/.stamp-dev ## Check format, rules, types and the direction of imports
	@status=0; \
	for command in 'ruff format --check --quiet .' 'ruff check --quiet .' 'mypy' 'lint-imports --no-logo' \
		'migov openapi --to viz/explorer/openapi.json' 'python hatch_build.py --npm run check'; do \
		echo "==> $$command"; $(BIN)/$$command || status=1; \
	done; exit $$status

bench: $(VENV)/.stamp-bench ## Measure the service beside other SPARQL servers and write bench/RESULTS.md
	@$(BIN)/python -m bench $(ARGS)

lock: ## Pin every dependency with its hashes (UPGRADE=1 takes the newest versions)
	@uv=$$(command -v uv || true); \
	if [ -z "$$uv" ]; then \
		[ -x $(UV_VENV)/bin/uv ] || { echo '==> Installing uv'; $(PYTHON) -m venv $(UV_VENV); \
			$(UV_VENV)/bin/python -m pip --disable-pip-version-check install -q 'uv>=0.9'; }; \
		uv=$(UV_VENV)/bin/uv; \
	fi; \
	mkdir -p requirements; \
	echo '==> requirements/run.txt'; \
	"$$uv" $(COMPILE) pyproject.toml --group build -o requirements/run.txt >/dev/null; \
	echo '==> requirements/dev.txt'; \
	"$$uv" $(COMPILE) pyproject.toml --group build --extra dev -c requirements/run.txt -o requirements/dev.txt >/dev/null; \
	echo '==> requirements/bench.txt'; \
	"$$uv" $(COMPILE) pyproject.toml --group build --extra bench -c requirements/run.txt -o requirements/bench.txt >/dev/null; \
	if grep -nE '^-|://' requirements/*.txt; then echo 'A lock file names an address or an option: see above.' >&2; exit 1; fi

clean: ## Remove the environment, everything built and every cache
	rm -rf $(VENV) $(UV_VENV) build dist viz/explorer/dist viz/explorer/node_modules .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find ontology graph viz api tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps: each is newer than what it was made from, so a second set-up does nothing.

$(VENV)/.stamp-python:
	@command -v $(PYTHON) >/dev/null || { \
		echo 'Migov needs Python 3.11 or newer, and there is no "$(PYTHON)" on PATH. Another one: make PYTHON=/path/to/python3.12 …' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Migov needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Another one: make PYTHON=/path/to/python3.12 …" >&2; exit 1; }
	@echo "==> Making $(VENV) with $$($(PYTHON) -V)"
	@$(PYTHON) -m venv $(VENV) || { \
		echo 'The environment could not be made. On Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	@touch $@

# $(call install,NAME): the pinned packages of requirements/NAME.txt, then Migov itself in place.
define install
	@echo "==> Installing $$(grep -c == requirements/$(1).txt) pinned packages (requirements/$(1).txt)"
	@$(PIP) install -q --require-hashes -r requirements/$(1).txt
	@echo '==> Installing migov in place'
	@$(PIP) install -q --no-deps --no-build-isolation -e .
	@touch $@
endef

$(VENV)/.stamp-run: requirements/run.txt pyproject.toml $(VENV)/.stamp-python
	$(call install,run)

$(VENV)/.stamp-dev: requirements/dev.txt pyproject.toml $(VENV)/.stamp-python
	$(call install,dev)

$(VENV)/.stamp-bench: requirements/bench.txt pyproject.toml $(VENV)/.stamp-python
	$(call install,bench)
