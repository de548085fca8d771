#!/bin/sh
# Double-click this file to open the desk: https://nodejs.org/ must be installed.
exec sh "$(dirname "$0")/linux.sh"
