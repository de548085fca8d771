#!/bin/sh
# Open this file to open the desk: https://nodejs.org/ must be installed.
cd "$(dirname "$0")/../.." || exit 1
[ -d node_modules ] || npm ci --omit=dev --no-audit --no-fund || exit 1
exec npm run --silent desk
