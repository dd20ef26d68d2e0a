#!/bin/sh
# Reports the known vulnerabilities that the command, or a test of it, can reach: exit code 3 if there is one. The database
# is that of the Go project, asked for each module; where its service can't be reached, the copy of it that
# tools/vulndb.mod pins. To raise that copy: go get -modfile=tools/vulndb.mod golang.org/x/vulndb@latest
set -eu
cd "$(dirname "$0")/.."

# scan uses the newest Go of go.mod's toolchain line and of this machine: its standard library is scanned too.
scan() {
	GOTOOLCHAIN=auto go tool -modfile=tools/govulncheck.mod govulncheck -test -tags engines "$@"
}

# One small package shows in a second whether the service answers. Exit code 3 is an answer too.
status=0
scan ./tools/internal/model >/dev/null 2>&1 || status=$?
case $status in
0 | 3) scan ./... ;;
*)
	go mod download -modfile=tools/vulndb.mod golang.org/x/vulndb
	version=$(go list -m -modfile=tools/vulndb.mod -f '{{.Version}}' golang.org/x/vulndb)
	folder=$(go list -m -modfile=tools/vulndb.mod -f '{{.Dir}}' golang.org/x/vulndb)
	echo "the vulnerability service can't be reached: using golang.org/x/vulndb $version"
	scan -db "file://$folder/data/osv" ./...
	;;
esac
