// Package sbom contains only tests. They check dist/sbom.json, a list of all modules that the command is built from (an SBOM,
// in the format CycloneDX 1.6). `make sbom` writes the file and runs the tests. They have the build tag sbom, so that
// `go test ./...` does not need the file.
package sbom
