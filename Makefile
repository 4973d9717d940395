# Two commands do everything on a fresh machine: `make run` and `make test`.
# The rest is for those who change the code; each target says what it does.

SHELL := /bin/bash
.DEFAULT_GOAL := bantuan
PY := .venv/bin/python
# one more than the machine has: the tests of browser and workers wait for other processes
SERENTAK := -n $(shell expr $$(nproc) + 1) --dist loadfile --no-loadscope-reorder
export PIP_DISABLE_PIP_VERSION_CHECK = 1
# each of many processes would compile everything anew where this is set
unexport PYTHONDONTWRITEBYTECODE

.PHONY: bantuan run siap test bench gambar rapikan periksa-kode kunci

bantuan: ## daftar perintah ini
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: siap ## siapkan semuanya, lalu layani di http://127.0.0.1:8000 dengan satu pekerja
	@echo "Buka http://127.0.0.1:8000 (berhenti: Ctrl+C)"
	@$(PY) manage.py pekerja & pekerja=$$!; \
	trap 'kill $$pekerja 2>/dev/null; wait $$pekerja' EXIT; \
	$(PY) manage.py runserver 127.0.0.1:8000

siap: ## virtualenv, pustaka, .env, basis data, data contoh
	@python3 .ci/siapkan.py jalan
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py muat_contoh

# While the code is looked over the tests are read once, so that no worker compiles them again.
test: ## semua uji: kode, SQLite, PostgreSQL, peramban
	@python3 .ci/siapkan.py uji
	@gagal=; trap 'kill $$baca 2>/dev/null; wait' EXIT; \
	$(PY) -m pytest --collect-only -q >/dev/null 2>&1 & baca=$$!; \
	$(MAKE) --no-print-directory _periksa || gagal=ya; wait $$baca; \
	echo "== uji pada SQLite"; $(PY) -m pytest $(SERENTAK) || gagal=ya; \
	echo "== uji basis data pada PostgreSQL"; \
	$(PY) -m tests.postgres $(PY) -m pytest $(SERENTAK) --basis-data || gagal=ya; \
	[ -z "$$gagal" ]

periksa-kode: ## gaya, tipe, kontrak impor, migrasi
	@python3 .ci/siapkan.py uji
	@$(MAKE) --no-print-directory _periksa

.PHONY: _periksa
_periksa:
	@echo "== periksa kode"
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/djlint --lint --quiet templates
	@.venv/bin/lint-imports --no-logo >/dev/null || .venv/bin/lint-imports
	@.venv/bin/mypy
	@$(PY) manage.py makemigrations --check --dry-run

bench: ## waktu halaman di kedua basis data; waktu dan memori PDF di samping Chromium
	@python3 .ci/siapkan.py uji
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py muat_contoh >/dev/null
	@$(PY) -m tests.bench.halaman
	@$(PY) -m tests.bench.simpan
	@$(PY) -m tests.bench.pdf

gambar: ## gambar panduan, diambil dari halaman yang sebenarnya
	@python3 .ci/siapkan.py uji
	@$(PY) -m pytest --quiet tests/peramban/test_panduan.py --gambar

rapikan: ## rapikan kode
	@python3 .ci/siapkan.py uji
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format .

kunci: ## susun ulang berkas kunci setelah pyproject.toml berubah (perlu uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --group uji -o requirements-uji.lock
