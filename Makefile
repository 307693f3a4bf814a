# Everything a newcomer, the build server and a release need. `make help` lists the targets.
.DEFAULT_GOAL := help
.PHONY: help install run test check bench screenshots lock
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
export LANG := C.UTF-8

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 18

install: .venv/.installed ## system libraries, Python environment and the program itself; done once
	@:

.venv/.installed: requirements.lock pyproject.toml tools/install.sh
	@tools/install.sh
	@touch $@

run: install ## open the program on the demo project, or walk through it without a screen
	@tools/run.sh

test: install ## style, types, layers and tests: what every commit passes
	@tools/test.sh

check: test ## the same plus the thorough profiles, which need minutes
	@HYPOTHESIS_PROFILE=thorough $(BIN)/pytest -m "thorough or hypothesis" -n 2 --dist worksteal

bench: install ## measure speed, memory and size, and print the table
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m benchmarks

screenshots: install ## photograph every screen in every look and size into build/screenshots
	@tools/screenshots.sh

lock: install ## renew requirements.lock from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --quiet -o requirements.lock
