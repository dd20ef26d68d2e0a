#!/bin/sh
# Runs each fuzz target of the project in turn, with 10,000 inputs or with as many as the argument says.
#   tools/fuzz.sh 1000000
# It counts inputs and not seconds: on a busy machine the end of a time is now and then reported as a failure
# (https://go.dev/issue/75804, mended in Go 1.27). Making an interesting input small may take 100 tries, not a minute.
set -eu
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for folder in $(grep -rl '^func Fuzz' --include='*_test.go' tools | xargs -n 1 dirname | sort -u); do
	for target in $(go test -list '^Fuzz' "./$folder" | grep '^Fuzz'); do
		echo "$folder $target"
		go test -run '^$' -fuzz "^$target\$" -fuzztime "${1:-10000}x" -fuzzminimizetime 100x "./$folder" >"$log" 2>&1 || {
			cat "$log"
			exit 1
		}
		tail -1 "$log"
	done
done
