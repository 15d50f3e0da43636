# `just` runs tests and lint, as `script/test` does; the other recipes are for daily work.
default: test

test *args:
    script/test {{args}}

demo:
    script/demo

format:
    .venv/bin/ruff format .
    .venv/bin/ruff check --fix .

# Pin all dependencies anew, with hashes and without addresses.
lock:
    script/lock

# Write docs/quality.md from a folder with the corpora.
quality folder:
    .venv/bin/contested evaluate --quality {{folder}}
