// Package listen contains only tests. They use the built site without looking at it: they press keys, and listen to what
// Orca, a screen reader for Linux, says about the pages in Firefox ESR, and once in Chromium.
//
//	make listen                                                     install what is needed, build, and run these tests
//	go test -tags listen ./tools/listen -run Policy -v              run some of them, on the site in public/
//	go test -tags listen ./tools/listen -artifacts -outputdir DIR   keep what was said in a test that fails, in DIR/_artifacts
//	go test -tags listen ./tools/listen -args -site FOLDER          run them on another build
//
// The tests have the build tag listen, so that `go test ./...` needs no screen reader.
//
// Other tests compare the names, roles and states that a page gives to screen readers. Only listening shows what a screen
// reader makes of them, and when: a live region that appears together with its words is correct to every checker, and silent.
//
// A test expects sentences: each is said once, and to its end. A key press or a message stops what is being said, as in real use,
// and a sentence that was stopped does not count. All that is said along the path of one lesson of each stage is in testdata, to
// be read; -args -update writes it anew, as is needed after a change to these lessons, or with another version of Orca.
//
// One test uses Chromium, for a first verdict; all others use Firefox. Orca does not follow Chromium beyond the first page
// that it opens, so no test can go from one page to the next. And Orca calls each heading that can have the focus clickable
// in Chromium, because the page listens for clicks anywhere.
//
//   - path_test.go goes along the path of a lesson, and question_test.go answers its questions; deck_test.go shows slides;
//     home_test.go tries other pages. step_test.go and page_test.go read from the built pages what should be said.
//   - listener_test.go presses keys and expects sentences.
//   - desktop_test.go starts a virtual screen with Orca, and browser_test.go the browser.
//   - orca_test.go reads in Orca's debug log whether more is about to be said.
//   - voice_test.go is the voice: instead of speaking, it writes down what it is given, and takes the time that speaking takes.
//   - speech_test.go reads what the voice has written.
package listen
