# make demo      install, read an example article, write a page; put some into a store and ask it
# make test      install, then style, types, layers and tests
# make quality   score the pipeline on hand-made records: ours, and those of ../shared if there
# make bench     what must not get slow, in ratios, into benchmarks/result.md (ten minutes)
# make scores    our figures beside the published ones; TEST=FOLDER has the real test files
# make train     make the weights again from ../shared/data
# make lock      choose and pin the dependencies again
# make clean     remove what the targets above made, the environment too

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo test check quality bench scores train lock clean

VENV ?= .venv
SHARED ?= ../shared
INDOSUM = $(SHARED)/data/articles/indosum.jsonl
BIN := $(VENV)/bin
PY := $(BIN)/python
PIP := $(PY) -m pip --quiet --disable-pip-version-check install
EXAMPLE := examples/pertemuan.txt
ARCHIVE := examples/arsip

help:
	@sed -n 's/^# make/make/p' Makefile

# --- the environment ------------------------------------------------------------------------
# Stamps name what is installed, so that a second run starts at once.

$(VENV)/.made:
	@bash requirements/environment.sh "$(VENV)"
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements/run.txt pyproject.toml
	@echo "Installing Simak and what it needs into $(VENV) (once; some minutes) ..."
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@echo "Installing the tools for the tests ..."
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.train: $(VENV)/.dev requirements/train.txt
	@$(PIP) --require-hashes -r requirements/train.txt
	@echo "Installing PyTorch, which only training needs ..."
	@$(PIP) "$$($(PY) -c 'import tomllib; print(tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["networks"][0])')"
	@touch $@

# --- what a user runs -----------------------------------------------------------------------

demo: $(VENV)/.run
	@mkdir -p build
	@$(BIN)/simak read $(EXAMPLE) --published 2025-03-12
	@$(BIN)/simak read $(EXAMPLE) --published 2025-03-12 --format html --out build/demo.html
	@echo "The same as a page to click through: build/demo.html"
	@rm -f build/demo.db build/demo.db-*
	@echo; echo "A saved page, a feed and a table go into a store, build/demo.db:"
	@# 1: a summary in the feed is refused, as it should be
	@$(BIN)/simak add $(EXAMPLE) $(ARCHIVE) --published 2025-03-12 --db build/demo.db || [ $$? = 1 ]
	$(BIN)/simak search nelayan kapal --limit 1 --db build/demo.db
	$(BIN)/simak statements --by Sulastri --act promise --evidence --db build/demo.db
	$(BIN)/simak events --type CONSULT --between Sulastri Bagas --evidence --db build/demo.db
	$(BIN)/simak who Sulastri --db build/demo.db
	@echo; echo "Your own articles: $(BIN)/simak read FILE, and $(BIN)/simak add FILE..."

test: check
	@$(PY) -m pytest -m "not shared"

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

quality: $(VENV)/.dev
	@echo "Our own articles that no rule was made on (tests/quality/blind):"
	@$(BIN)/simak evaluate tests/quality/blind/gold --floors tests/quality/floors.toml --table blind
	@if [ -d "$(SHARED)/gold" ]; then \
	  echo; echo "Gold records ($(SHARED)/gold):"; \
	  $(BIN)/simak evaluate "$(SHARED)/gold" --floors tests/quality/floors.toml || failed=1; \
	  if [ -f "$(INDOSUM)" ]; then \
	    echo; echo "Events of IndoSum articles annotated by us (tests/quality/indosum):"; \
	    joined=$$(mktemp -d); trap 'rm -rf "$$joined"' EXIT; \
	    $(PY) tests/quality/indosum/join.py --articles "$(INDOSUM)" "$$joined" && \
	    $(BIN)/simak evaluate "$$joined" --floors tests/quality/floors.toml --table indosum \
	      || failed=1; \
	  fi; \
	  exit $${failed:-0}; \
	else \
	  echo "make quality: there is no $(SHARED)/gold here; it is not part of this repository." \
	    "Set SHARED=FOLDER if it lies elsewhere."; \
	fi

bench: $(VENV)/.run
	@$(PY) -m benchmarks.ratios

scores: $(VENV)/.run
	@$(PY) -m benchmarks.scores --data "$(SHARED)/data" $(if $(TEST),--test "$(TEST)")

train: $(VENV)/.train
	@if [ -d "$(SHARED)/data" ]; then $(PY) -m training --data "$(SHARED)/data"; else \
	  echo "make train: there is no $(SHARED)/data here; it is not part of this repository."; \
	  exit 1; \
	fi

# Only the public registry counts: whatever indexes a machine is set up with stay out of the files.
LOCK := env -u PIP_FIND_LINKS -u UV_FIND_LINKS -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_INDEX_URL \
  -u UV_EXTRA_INDEX_URL $(BIN)/uv --no-config pip compile --quiet --universal \
  --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
  --custom-compile-command "make lock" pyproject.toml

lock: $(VENV)/.made
	@$(PIP) uv
	$(LOCK) --group build -o requirements/run.txt
	$(LOCK) --group build --group dev -c requirements/run.txt -o requirements/dev.txt
	$(LOCK) --group build --group dev --group training -c requirements/dev.txt \
	  -o requirements/train.txt

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests training benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
	@if [ -f "$(VENV)/.made" ]; then rm -rf "$(VENV)"; fi
