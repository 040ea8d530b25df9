# `make help` lists what there is. Needs Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python
TARGET ?=
TOKEN ?=

.DEFAULT_GOAL := help
.PHONY: help demo test lint types contract generate sync bench docs release-check clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.dev: pyproject.toml
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@echo "Installing zgrpc and what its tests need into $(VENV)"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(VENV)/.demo: pyproject.toml
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@echo "Installing zgrpc with its emulator into $(VENV)"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[testing,cli]'
	@touch $@

demo: $(VENV)/.demo ## the four reference endpoints against the emulator, or TARGET=... TOKEN=... against a real ZITADEL
	@ZGRPC_DEMO_TOKEN='$(TOKEN)' $(RUN) -m examples.demo $(if $(TARGET),--target '$(TARGET)')

test: lint types contract ## everything that CI runs
	$(RUN) -m pytest --numprocesses 2 --dist loadgroup

lint: $(VENV)/.dev ## formatting and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev ## mypy and pyright, strictly
	$(BIN)/mypy
	$(BIN)/basedpyright

contract: $(VENV)/.dev ## proto/ and generated/ are what the scripts write, and break nobody
	$(BIN)/buf lint
	$(BIN)/buf breaking --against proto/released.binpb
	@if command -v npm >/dev/null; then $(RUN) scripts/sync_proto.py --check; \
	else echo "LEFT OUT: proto/ was not compared with the published schema, for there is no npm here"; fi
	$(RUN) scripts/generate.py --check

generate: $(VENV)/.dev ## write generated/ and zgrpc/_generated/ from proto/
	$(RUN) scripts/generate.py

sync: $(VENV)/.dev ## write proto/ from the published schema (needs npm)
	$(RUN) scripts/sync_proto.py

bench: $(VENV)/.dev ## measure, side by side with the bare stubs
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	$(RUN) -m benchmarks

docs: $(VENV)/.dev ## build the documentation into site/, strictly and without the network
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

release-check: $(VENV)/.dev ## whether what would be published is whole and works where nothing else is installed
	$(RUN) scripts/release_check.py

clean: ## remove what the other targets made
	rm -rf $(VENV) .cache build dist site .mypy_cache .pytest_cache .ruff_cache
