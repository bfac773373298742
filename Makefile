# Two lines do everything; each sets up what it needs first.
#   make preview   the course in your browser, rebuilt as you write
#   make test      all tests, a real Chromium included

.PHONY: preview check build test gates fast format lean bench clean

preview: .venv/ready
	.venv/bin/course serve --open

check: .venv/ready
	.venv/bin/course check

build: .venv/ready
	.venv/bin/course build

test: .venv/ready-for-tests
	.ci/test

# Only every page before axe, Lighthouse, the Nu checker and html-validate, as `make test` does it, too.
gates: .venv/ready-for-tests
	.venv/bin/pytest -q -n auto -m gates

# Without the browser: seconds instead of minutes.
fast: .venv/ready-for-tests
	.venv/bin/pytest -q -n auto -m "not browser"

format: .venv/ready-for-tests
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

# After a change of the browser code: what learners get is the same in short.
lean: .venv/ready-for-tests
	.ci/lean-scripts

bench: .venv/ready
	.venv/bin/python bench/check.py
	.venv/bin/python bench/build.py

.venv/ready: pyproject.toml .ci/set-up
	.ci/set-up

.venv/ready-for-tests: pyproject.toml package.json .ci/set-up
	.ci/set-up --for-tests

clean:
	rm -rf .venv .cache site node_modules
