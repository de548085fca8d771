#!/bin/sh
# Open this file to open the desk. Everything it needs is in this folder.
CDPATH='' cd -- "$(dirname -- "$0")" || exit 1
export JIXIAO_CONTENT="$PWD/content" JIXIAO_OUT="$PWD/dist"
exec ./program/bin/node program/scripts/desk.ts "$@"
