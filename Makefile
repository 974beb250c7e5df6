# 常用命令；不带参数运行 make 时列出。
PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
# The set-up puts a Node.js there where the system has none that is new enough.
NODE := PATH="$(CURDIR)/var/node/bin:$$PATH"
YEAR ?= $(shell date +%Y)

help: ## 列出命令
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/'

setup: ## 准备运行环境：系统库、字体、Python 和前端组件
	@python3 -m township.operations.install

run: setup ## 打开门户：http://127.0.0.1:8000
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) seed_demo
	@echo "门户已打开：http://127.0.0.1:8000 （按 Ctrl+C 停止）"
	@DJANGO_RUNSERVER_HIDE_WARNING=true $(MANAGE) runserver --noreload 127.0.0.1:8000

test: ## 跑全部测试
	@python3 -m township.operations.install --tests
	@$(MAKE) --no-print-directory lint
	@$(PYTHON) -m pytest -n 2 -q -m "not browser"
	@if $(PYTHON) -m tests.browser.available; \
	then $(PYTHON) -m pytest -n 2 -q -m browser; \
	else $(PYTHON) -m pytest -q -m browser --collect-only; fi

lint: ## 检查代码
	@.venv/bin/ruff check --quiet .
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/lint-imports --no-cache > var/lint-imports.txt || (cat var/lint-imports.txt; exit 1)
	@$(NODE) node_modules/.bin/stylelint "static/**/*.css"
	@$(NODE) node_modules/.bin/eslint static
	@$(MANAGE) check
	@$(MANAGE) makemigrations --check --dry-run

report: setup ## 排出一年的报告：make report YEAR=2022
	@mkdir -p build
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) seed_demo > /dev/null
	@$(MANAGE) report --year $(YEAR) --pdf build/report-$(YEAR).pdf --text build/report-$(YEAR).txt
	@echo "build/report-$(YEAR).pdf"

screenshots: ## 重新生成 README 里的图
	@$(PYTHON) -m tests.browser.screenshots docs

bundle: ## 做离线安装包：build/portal.tar
	@python3 -m township.operations.install.bundle build/portal.tar

bench: ## 量快慢，印出一张表（十几分钟）：make bench，或 make bench ROWS=50000 ONLY=import_rows
	@$(PYTHON) -m bench $(if $(ROWS),--rows $(ROWS)) $(if $(RECORDS),--records $(RECORDS)) $(if $(ONLY),--only $(ONLY))

lock: ## 按 *.in 和 package.json 重新锁定依赖（要有 uv 和 npm）
	@for name in requirements requirements-dev requirements-node; do \
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--output-file $$name.txt $$name.in > /dev/null || exit 1; done
	@npm install --package-lock-only --ignore-scripts

.PHONY: help setup run test lint report screenshots bundle bench lock
