// Package sbom checks dist/sbom.json, the list of all modules that the command is built from (an SBOM, in the format
// CycloneDX 1.6). `make sbom` writes that file and runs these tests; they have the build tag `sbom`, because `go test ./...`
// does not make it.
package sbom
