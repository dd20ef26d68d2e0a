#!/bin/sh
# Runs the Go tests, and prints the ten slowest of them and the total. Arguments are passed on to go test.
#   tools/test.sh ./...
set -eu
gotestsum() { go tool -modfile=tools/gotestsum.mod gotestsum "$@"; }

times=$(mktemp)
trap 'rm -f "$times"' EXIT
failed=0
gotestsum --format pkgname --hide-summary skipped --jsonfile-timing-events "$times" -- "$@" || failed=$?
echo "The slowest tests (a test includes its subtests):"
gotestsum tool slowest --jsonfile "$times" --num 10 --threshold 0s
exit "$failed"
