# What people do with this project, one word each. To build or serve the site nothing but Go is needed.

STATICCHECK := go tool -modfile=tools/staticcheck.mod staticcheck
CYCLONEDX := go tool -modfile=tools/cyclonedx.mod cyclonedx-gomod
GOTESTSUM := go tool -modfile=tools/gotestsum.mod gotestsum
BIN := node_modules/.bin

.PHONY: serve check build test test-all static tools format modules types styles vet staticcheck pages links go all-go heard seen benchmarks fuzz slips vulnerabilities sbom browsers listen bench large schools figures

# The site on http://127.0.0.1:1313, following edits.
serve:
	go run ./tools/site serve

# Every fault in data/ and content/.
check:
	go run ./tools/site check

# The site, into public/.
build:
	go run ./tools/site build

# The checks for every change: some minutes. On a fresh machine it installs what the checks need.
test: tools
	@$(MAKE) --no-print-directory -j 2 --output-sync=target static
	@$(MAKE) --no-print-directory go
	@echo "make test: all is well"

# The checks that run no test of ours, two at a time.
static: format modules types styles vet staticcheck pages links

# The long checks: every page in every state, many points at which a build is killed, random input, known
# vulnerabilities, three browsers, LibreOffice, the schemas of other formats, and a screen reader.
test-all: tools
	@tools/needs.sh office
	@tools/needs.sh schemas
	@tools/needs.sh engines
	@tools/needs.sh listen
	@$(MAKE) --no-print-directory -j 2 --output-sync=target heard seen
	@echo "make test-all: all is well"

# The long checks in two rows, side by side. In the first a screen reader is heard, which mostly waits and must not be kept waiting: the
# others come after whatever else the machine does.
heard:
	@$(MAKE) --no-print-directory listen
	@for check in fuzz slips vulnerabilities sbom; do nice -n 19 $(MAKE) --no-print-directory $$check || exit 1; done

seen:
	@for check in all-go browsers benchmarks; do nice -n 10 $(MAKE) --no-print-directory $$check || exit 1; done

# What the checks need besides Go: packages from npm (for checks only), Chromium, and tools that read PDF files.
tools: node_modules/.package-lock.json
	@tools/needs.sh chromium
	@tools/needs.sh paper

node_modules/.package-lock.json: package.json package-lock.json .npmrc
	@tools/needs.sh node
	npm ci --ignore-scripts
	@touch $@

# Go files are formatted by gofmt.
format:
	@unformatted=$$(gofmt -l tools); test -z "$$unformatted" || { echo "run gofmt -w on:" $$unformatted; exit 1; }

# The downloaded Go modules are those that go.sum names.
modules:
	go mod verify
	go mod verify -modfile=tools/staticcheck.mod
	go mod verify -modfile=tools/gotestsum.mod

# The types of the pages' scripts, of their tests, and of the service worker.
types: node_modules/.package-lock.json
	$(BIN)/tsc
	$(BIN)/tsc -p tools/script
	$(BIN)/tsc -p tools/internal/offline/worker

# The style sheets.
styles: node_modules/.package-lock.json
	$(BIN)/stylelint 'assets/**/*.css' 'tools/internal/*/*.css'

vet:
	go vet ./...

staticcheck:
	$(STATICCHECK) ./...

# Every page of the built site is valid HTML.
pages: build node_modules/.package-lock.json
	$(BIN)/html-validate 'public/**/*.html'

# Every link within the built site leads to a page, and to an anchor if it names one. Other hosts are not asked.
links: build node_modules/.package-lock.json
	$(BIN)/linkinator '**/*.html' --server-root public --check-fragments --check-css --skip '^(?!http://localhost)' --verbosity error

# The Go tests. Those in tools/browser open the built site in Chromium. Some of them wait for it, so three run at a time. NOTE may
# name a file for the names of the tests that try more in all-go.
go:
	SWEEP_NOTE="$(NOTE)" tools/test.sh $(if $(NOTE),-count=1) -parallel 3 -timeout 20m ./...

# The Go tests, trying everything there is. ONLY may name the file of NOTE: the other tests would try the same once more.
all-go:
	TEST_ALL=1 tools/test.sh $(if $(ONLY),-run "^($$(sort -u "$(ONLY)" | paste -sd '|' -))$$") -parallel 3 -timeout 40m ./...

# Each benchmark once: it has to work.
benchmarks:
	go test -run '^$$' -bench . -benchtime 1x ./tools/...

# Random input for whatever reads files that people wrote: 10,000 inputs for each reader.
fuzz:
	tools/fuzz.sh

# Two minutes of random slips in the real content: each ends as a fault with a place, or as a site.
slips:
	go test -count=1 -v -run TestNoEditTakesTheCommandDown ./tools/site -mutate 2m

# Known vulnerabilities in what the command or a test of it calls: none may be left.
vulnerabilities:
	go mod verify -modfile=tools/govulncheck.mod
	go mod verify -modfile=tools/vulndb.mod
	tools/vulnerabilities.sh

# The list of what the command is built from (an SBOM, in the format CycloneDX), into dist/sbom.json. It is not published.
sbom:
	go mod verify -modfile=tools/cyclonedx.mod
	go build -buildvcs=false -o dist/site ./tools/site
	$(CYCLONEDX) bin -json -noserial -notimestamp -std -version "$$(git describe --always --dirty 2>/dev/null || echo unknown)" \
		-output dist/sbom.json dist/site
	go vet -tags sbom ./tools/sbom
	$(STATICCHECK) -tags sbom ./tools/sbom
	go test -count=1 -tags sbom ./tools/sbom

# A child's whole way through two lessons, in Chromium, Firefox and WebKit. It installs them where it may.
browsers: build
	@tools/needs.sh engines
	go vet -tags engines ./tools/engines
	$(STATICCHECK) -tags engines ./tools/engines
	go test -count=1 -parallel 4 -timeout 30m -tags engines ./tools/engines
	@echo "make browsers: all is well"

# What the screen reader Orca says about the pages in Firefox, and once in Chromium. It installs them where it may. What was said
# in a test that fails is kept in dist/_artifacts. A test that fails is tried twice more, since a screen reader can miss what a busy
# machine delays.
listen: build
	@tools/needs.sh listen
	@mkdir -p dist
	go vet -tags listen ./tools/listen
	$(STATICCHECK) -tags listen ./tools/listen
	$(GOTESTSUM) --format testname --rerun-fails=2 --packages ./tools/listen -- \
		-count=1 -parallel 3 -timeout 30m -tags listen -artifacts -outputdir $(CURDIR)/dist
	@echo "make listen: all is well"

# How long a build takes, and how reading and checking grow with the number of lessons.
bench:
	go test -run '^$$' -bench . ./tools/...

# What a build of 2,200 lessons takes beside Hugo alone: minutes, and 3 GB of memory.
large:
	go vet -tags large ./tools/site
	go test -timeout 120m -tags large -run '^$$' -bench LargeBuild -benchtime 1x ./tools/site

# What the sites of many schools take beside Hugo alone: 32 of them, or as many as SCHOOLS says.
schools:
	go test -timeout 300m -tags large -run '^$$' -bench Schools -benchtime 1x ./tools/site

# The figures in the README.
figures: bench
	TEST_ALL=1 go test -count=1 -v -run 'IsLight|TestEverySlideIsRead' ./tools/browser
	go test -count=1 -v -run 'TestPowerPointFiles|TestThePagesForTablets' ./tools/site
