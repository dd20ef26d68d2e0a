#!/bin/sh
# Reports known vulnerabilities that the command or its tests can reach. The exit code is 3 if there are any. It asks the Go
# project's service about each module. If the service can't be reached, it uses the copy of the database that tools/vulndb.mod
# pins. To update that copy: go get -modfile=tools/vulndb.mod golang.org/x/vulndb@latest
set -eu
cd "$(dirname "$0")/.."

# scan uses the newer of go.mod's toolchain and the installed Go, because it also scans Go's standard library.
scan() {
	GOTOOLCHAIN=auto go tool -modfile=tools/govulncheck.mod govulncheck -test -tags engines,listen "$@"
}

# A scan of one small package shows within a second whether the service answers. Exit code 3 is an answer too.
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
