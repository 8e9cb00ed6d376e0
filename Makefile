# Everything a person or a build server does here. Needs git, make and a Python 3; `make` alone lists the rest.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.SUFFIXES:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
UV := .tools/bin/uv
BIN := .venv/bin
ENGINE := engine/.venv/bin

# A stamp is newer than the lock it stands for: nothing to do. `.dev` holds all that `.runtime` holds.
TOOLS := .tools/.stamp
RUNTIME := .venv/.runtime
DEV := .venv/.dev
ENGINE_STAMP := engine/.venv/.stamp
ROOT_STAMP := $(if $(wildcard $(DEV)),$(DEV),$(RUNTIME))

.PHONY: help setup run test lint check bench evaluate lock train encoder clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' \
	    | while IFS="$$(printf '\t')" read -r name text; do printf '  make %-8s %s\n' "$$name" "$$text"; done

setup: $(ROOT_STAMP) $(ENGINE_STAMP) ## both Python environments (.venv and engine/.venv)

run: setup ## the assistant on this machine: sets up, trains if needed, starts everything
	@exec $(BIN)/what-matters run --no-input

# What is run a second time, with the store on PostgreSQL; skipped where no server is installed.
ON_BOTH := tests/unit/store tests/unit/records tests/unit/accounts tests/unit/jobs tests/unit/launch/test_demo.py \
    tests/unit/signposting/test_directory.py tests/unit/signposting/test_found_in_the_store.py \
    tests/unit/signposting/test_giving_the_directory_out.py tests/unit/signposting/test_taking_a_package_in.py \
    tests/unit/signposting/test_taking_services_in.py tests/unit/signposting/test_what_is_not_taken_in.py \
    tests/unit/stages/test_team_pages_acting.py tests/unit/web/test_staff_on_the_store.py::test_a_day

test: $(DEV) $(ENGINE_STAMP) ## every test
	@status=0; \
	$(BIN)/pytest tests --ignore tests/system --numprocesses 2 --dist loadfile || status=$$?; \
	$(BIN)/pytest $(ON_BOTH) --store postgresql --numprocesses 2 --dist loadfile || status=$$?; \
	$(BIN)/pytest tests/system || status=$$?; \
	$(ENGINE)/python -m pytest engine/tests || status=$$?; \
	exit $$status

lint: $(DEV) $(ENGINE_STAMP) ## lint, format, types, import arrows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	cd engine && ../$(BIN)/ruff check . && ../$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint ## the same, and the data
	$(BIN)/pytest -q tests/repo

bench: $(DEV) $(ENGINE_STAMP) ## the measurements
	@$(BIN)/python -m bench

evaluate: $(DEV) $(ENGINE_STAMP) ## how well messages are understood, beside stock Rasa
	@$(BIN)/python -m bench.understanding

train: setup ## a model, if the one there is not fresh
	@$(BIN)/what-matters train

encoder: ## the sentence encoder again, from data/ (development only; an hour and a half on two cores)
	$(PYTHON) -m venv encoder/.venv
	encoder/.venv/bin/pip install --quiet -r encoder/requirements.txt
	encoder/.venv/bin/pip install --quiet --no-deps -r encoder/requirements-base.txt
	encoder/.venv/bin/python -m encoder

COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(UV) pip compile --quiet --generate-hashes --no-emit-index-url

lock: $(TOOLS) ## the three lock files again, at the newest versions that pyproject.toml allows
	$(COMPILE) --upgrade --universal --python-version 3.11 --group build \
	    pyproject.toml -o requirements.txt
	$(COMPILE) --upgrade --universal --python-version 3.11 --group build --group dev -c requirements.txt \
	    pyproject.toml -o requirements-dev.txt
	$(COMPILE) --upgrade --universal --python-version 3.10 --all-extras \
	    engine/pyproject.toml -o engine/requirements.txt

clean: ## removes environments, models and caches; keeps var/ (the store and its key)
	rm -rf .tools .venv engine/.venv .models .rasa .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -not -path './var/*' -prune -exec rm -rf {} +

$(TOOLS):
	@scripts/get-uv "$(PYTHON)" .tools
	@touch $@

$(RUNTIME): requirements.txt pyproject.toml | $(TOOLS)
	@scripts/install-root requirements.txt
	@touch $@

$(DEV): requirements-dev.txt pyproject.toml | $(TOOLS)
	@scripts/install-root requirements-dev.txt
	@touch $@ $(RUNTIME)

$(ENGINE_STAMP): engine/requirements.txt engine/pyproject.toml | $(TOOLS)
	@scripts/install-engine
	@touch $@
