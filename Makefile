# Two commands on a fresh machine: `make site` and `make test`. Python 3.11+ and make are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export NO_MKDOCS_2_WARNING = 1

.PHONY: site test check serve bench bench-search relevance lock clean

site: $(READY)  ## check the case studies and build the whole site into site/
	$(BIN)/whatworks build

test: $(READY)  ## run everything: lint, types, unit, property and browser tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

check: $(READY)  ## check the case studies only
	$(BIN)/whatworks validate

serve: $(READY)  ## build, serve on http://localhost:8000/ and rebuild on every change
	$(BIN)/whatworks serve

bench: $(READY) $(VENV)/.bench  ## measure against peers on one corpus, print ratios
	$(BIN)/whatworks bench

bench-search: $(READY) $(VENV)/.relevance  ## measure what the search costs, beside Pagefind and a single lunr file
	$(BIN)/whatworks bench search

relevance: site $(VENV)/.relevance  ## measure how well the search answers judged queries, beside peers
	$(BIN)/python -m whatworks.bench.relevance

lock:  ## refresh the locked dependencies (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --python-version 3.11 --group dev pyproject.toml -o requirements.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --python-version 3.11 -c requirements.lock --group bench --group dev pyproject.toml -o requirements-bench.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-deps --python-version 3.11 --group relevance -o requirements-relevance.lock

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.bench: $(READY) requirements-bench.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@

$(VENV)/.relevance: $(READY) requirements-relevance.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-relevance.lock
	@touch $@

clean:  ## remove everything that the commands above made
	rm -rf $(VENV) site .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
