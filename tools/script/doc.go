// Package script tests the parts of the pages' scripts (assets/ts) that use no page: the state functions of questions and decks,
// progress, drawing a mix, and the readers of what comes from outside. Its tests are the files *.test.ts, for Node's own
// test runner. How the scripts work on a real page is tested in tools/browser.
//
//	go test ./tools/script                         all of them
//	go test ./tools/script -run Scripts/progress   one file
//
// The files are bundled by esbuild, as the site's scripts are, and need nothing from npm.
package script
