package config

import (
	"regexp"
	"strings"

	"safeonline/tools/internal/diag"
)

const buildCommand = `go run ./tools/site build --base-url "$URL" --environment "$CONTEXT"`

// hostKeys are the settings of netlify.toml.
var hostKeys = []key{
	{path: "build.command", values: []string{quoted(buildCommand), quoted(buildCommand + " --no-offline")}},
	{path: "build.publish", values: []string{`"public"`}},
	{path: "build.environment.GO_VERSION", values: []string{`"1.26.8"`}, fits: goVersion},
	{path: "build.environment.NPM_FLAGS", values: []string{`"--version"`}, optional: true},
	{path: "build.processing.skip_processing", values: []string{`true`}},
	{path: "redirects[].from", fits: ownPath, optional: true},
	{path: "redirects[].to", fits: ownPath, optional: true},
	{path: "redirects[].status", values: []string{`301`, `302`, `307`, `308`}, optional: true},
}

const programs = "the host would run programs, or put words into pages, that are no part of the site"

// hostRefused are settings of the host that would change the published site, or how it is built.
var hostRefused = refused{
	"headers":             "the build writes them, from the table in tools/internal/headers",
	"build.environment":   "variables change how the site is built",
	"build.processing":    "the host would change the files, and their hashes would be wrong",
	"build.base":          "the site is built in the project's folder",
	"build.ignore":        "an edit would not be published",
	"build.edge_handlers": programs, "build.edge_functions": programs, "build.functions": programs, "build.services": programs,
	"plugins": programs, "edge_functions": programs, "edge_handlers": programs, "functions": programs, "integrations": programs,
	"context": "a preview would be built in another way than the site", "contexts": "a preview would be built in another way than the site",
	"images": "the host would show pictures of other hosts under the site's address",
	"forms":  "the site sends nothing", "redirects": "it is no part of a plain redirect from one page to another",
}

func checkHost(src *diag.Source) (faults diag.List) {
	found := settings(src, &faults)
	if !faults.Failed() {
		compare(src, found, hostKeys, hostRefused, &faults)
	}
	return faults
}

var goRelease = regexp.MustCompile(`^"1\.[0-9]+(\.[0-9]+)?"$`)

func goVersion(value string) string {
	if goRelease.MatchString(value) {
		return ""
	}
	return `write a release of Go, as in GO_VERSION = "1.26.8"`
}

// page matches the address of a page, without placeholders that a host would fill in, and without a way to another
// host.
var page = regexp.MustCompile(`^/([A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*([A-Za-z0-9_~-][A-Za-z0-9._~-]*)?(#[A-Za-z0-9_-]+)?$`)

func ownPath(value string) string {
	if page.MatchString(strings.Trim(value, `"`)) {
		return ""
	}
	return `write the address of a page within the site, as in "/rules/passwords/"`
}
