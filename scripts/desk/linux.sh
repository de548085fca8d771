#!/bin/sh
# Open this file to open the desk: https://nodejs.org/ must be installed.
CDPATH='' cd -- "$(dirname -- "$0")/../.." || exit 1
if ! command -v npm >/dev/null; then
  echo '请先安装 Node.js（https://nodejs.org/），再打开这个文件。'
  exit 1
fi
# npm writes this file last.
[ -f node_modules/.package-lock.json ] || npm ci --omit=dev --no-audit --no-fund || exit 1
exec npm run --silent desk -- "$@"
