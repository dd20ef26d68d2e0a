#!/bin/sh
# Runs each fuzz target of the project in turn, for 20 seconds or for the time given as the argument.
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
