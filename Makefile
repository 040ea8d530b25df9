# `make help` lists what there is. Needs Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python
TARGET ?=
TOKEN ?=
QUICK ?=

.DEFAULT_GOAL := help
.PHONY: help demo test quick fuzz kills pythons lint types contract generate sync bench simulate mutants docs release-check clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.dev: pyproject.toml
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip --version > /dev/null 2>&1 || $(RUN) -m ensurepip > /dev/null  # uv makes environments without pip
	@echo "Installing zgrpc and what its tests need into $(VENV)"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(VENV)/.demo: pyproject.toml
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip --version > /dev/null 2>&1 || $(RUN) -m ensurepip > /dev/null  # uv makes environments without pip
	@echo "Installing zgrpc with its emulator into $(VENV)"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[testing,cli]'
	@touch $@

demo: $(VENV)/.demo ## the four reference endpoints against the emulator, or TARGET=... TOKEN=... against a real ZITADEL
	@ZGRPC_DEMO_TOKEN='$(TOKEN)' $(RUN) -m examples.demo $(if $(TARGET),--target '$(TARGET)')

test: lint types contract ## everything that CI runs
	$(RUN) -m pytest --numprocesses 2 --dist loadgroup
	$(RUN) scripts/other_pythons.py

quick: $(VENV)/.dev ## the quick tests, for daily work
	$(RUN) -m pytest --numprocesses 2 --dist loadgroup -q -m "not slow"

kills: $(VENV)/.dev ## kill an emulator 50 times under writes, and look at what is left in its file
	ZGRPC_KILLS=50 $(RUN) -m pytest tests/emulator/test_store.py -k kills -q

fuzz: $(VENV)/.dev ## the emulator's RPCs, 200 random requests each, and every property with 20 times the examples; SEED=...
	ZGRPC_FUZZ_CALLS=200 ZGRPC_FUZZ_SEED='$(or $(SEED),0)' $(RUN) -m pytest tests/emulator/fuzz --numprocesses 2 -q
	ZGRPC_FUZZ_TIMES=20 $(RUN) -m pytest -m hypothesis --hypothesis-seed='$(or $(SEED),0)' --numprocesses 2 --timeout 1800 -q

pythons: $(VENV)/.dev ## the quick tests on every other Python that is here
	$(RUN) scripts/other_pythons.py

lint: $(VENV)/.dev ## formatting, lint, spelling, and the order of the layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/codespell

types: $(VENV)/.dev ## mypy and pyright, strictly
	$(BIN)/mypy
	MYPYPATH=scripts:generated $(BIN)/mypy --strict --follow-imports=silent --explicit-package-bases scripts/*.py
	MYPYPATH=generated:scripts $(BIN)/mypy --explicit-package-bases benchmarks examples tests
	$(BIN)/basedpyright

contract: $(VENV)/.dev ## proto/ and generated/ are what the scripts write, and break nobody
	$(BIN)/buf lint
	$(BIN)/buf breaking --against proto/released.binpb
	@if command -v go >/dev/null; then $(RUN) scripts/sync_proto.py --check; \
	else echo "LEFT OUT: proto/ was not compared with ZITADEL's schema, because Go is not installed"; fi
	$(RUN) scripts/generate.py --check

generate: $(VENV)/.dev ## write generated/ and zgrpc/_contract/_generated/ from proto/
	$(RUN) scripts/generate.py

sync: $(VENV)/.dev ## write proto/ from the published schema (needs Go)
	$(RUN) scripts/sync_proto.py

bench: $(VENV)/.dev ## measure, side by side with the bare stubs; QUICK=1 for a first look
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	QUICK='$(QUICK)' $(RUN) -m benchmarks

simulate: $(VENV)/.dev ## a day of a mirror in minutes, with lags, restarts and cut connections; HOURS=24 SEED=1
	$(RUN) -m benchmarks.simulate --hours '$(or $(HOURS),24)' --seed '$(or $(SEED),1)'

mutants: $(VENV)/.dev ## change the code in small ways and count the changes that no test notices (an hour)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[dev,mutants]'
	$(RUN) scripts/mutants.py --write

docs: $(VENV)/.dev ## build the documentation into site/, strictly and without the network
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

release-check: $(VENV)/.dev ## whether what would be published is whole and works where nothing else is installed
	$(RUN) scripts/release_check.py

clean: ## remove what the other targets made
	rm -rf $(VENV) .venv-* .cache build dist site .mypy_cache .pytest_cache .ruff_cache
