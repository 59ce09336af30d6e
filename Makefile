# The commands people and CI use. Each sets up what it needs; none needs another run first.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PLAYER_READY := player/node_modules/.ready
PEERS := out/bench/peers
PEERS_READY := $(PEERS)/.ready
PYTHON ?= python3

.PHONY: demo serve test check golden gallery bench lock wheel clean

demo: $(READY)
	@$(BIN)/billreel demo --out out/demo

# The server, with sample customers whose links it prints.
serve: $(READY)
	@$(BIN)/billreel serve --demo --data out/serve

# Without npm the accessibility tests are skipped, and say so; CI counts that as a failure.
test: $(READY)
	@if command -v npm >/dev/null 2>&1 || [ -n "$$CI" ]; then $(MAKE) --no-print-directory $(PLAYER_READY); fi
	@$(BIN)/python -m pytest

check: $(READY) $(PLAYER_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd player && node_modules/.bin/tsc --project tsconfig.json

# Draw the golden files anew; look at the difference before you commit it.
golden: $(READY)
	@BILLREEL_GOLDEN=write $(BIN)/python -m pytest tests -m golden -p no:randomly -q

# Every scene x language x brand x shape on one page; on another, what may happen to a bill.
gallery: $(READY)
	@$(BIN)/billreel proof telco --all --out out/gallery
	@$(BIN)/python -m tests.bill.situations out/situations
	@$(BIN)/billreel proof telco --all --customers out/situations --scene changed \
	  --scene proration --scene roaming --scene first --out out/gallery/situations

# What films cost here, beside other tools (MoviePy in an environment of its own: it holds Pillow below 12).
bench: $(READY) $(PEERS_READY)
	@$(BIN)/billreel bench $(BENCH)

lock: $(READY)
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header \
	  --no-emit-index-url --python-version 3.11 --output-file requirements.lock --quiet
	$(BIN)/python .ci/licences.py > docs/licences.md

wheel: $(READY)
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist

clean:
	rm -rf out dist build

$(READY): pyproject.toml requirements.lock .ci/prerequisites
	@sh .ci/prerequisites base
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the packages of requirements.lock (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(PLAYER_READY): player/package-lock.json .ci/prerequisites
	@sh .ci/prerequisites node
	@cd player && npm ci --no-audit --no-fund --silent
	@touch $@

$(PEERS_READY): tests/bench/peers/requirements.txt
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@
