#!/bin/sh
# Runs every fuzz target of the project for some time, one after the other: 20 seconds each, or as long as the argument says.
#   tools/fuzz.sh 5m
set -eu
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for folder in $(grep -rl '^func Fuzz' --include='*_test.go' tools | xargs -n 1 dirname | sort -u); do
	for target in $(go test -list '^Fuzz' "./$folder" | grep '^Fuzz'); do
		echo "$folder $target"
		go test -run '^$' -fuzz "^$target\$" -fuzztime "${1:-20s}" "./$folder" >"$log" 2>&1 || {
			cat "$log"
			exit 1
		}
		tail -1 "$log"
	done
done
