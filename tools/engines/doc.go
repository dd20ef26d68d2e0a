// Package engines contains only tests. They use lessons and slides of the built site as a visitor does, in three browser
// engines as packaged by Debian: Chromium, Firefox ESR and WebKitGTK.
//
//	make browsers                                                  install what is needed, build, and run these tests
//	go test -tags engines ./tools/engines -run /webkit -v          run some of them, on the site in public/
//	go test -tags engines ./tools/engines -args -site FOLDER       run them on another build
//
// The tests have the build tag engines, so that `go test ./...` needs only one browser.
//
// The tests send only key presses and clicks, and read what the page shows. When a test fails, it saves a screenshot and logs
// where.
//
//   - lesson_test.go does whole lessons, and deck_test.go shows slides to a class.
//   - offline_test.go visits pages without a network, and looks for errors in the console of every page.
//   - quiz_test.go reads the questions from a page, and answer_test.go answers them.
//   - visitor_test.go presses controls and reads the page.
//   - browser_test.go defines what the engines have in common. classic_test.go drives Chromium and WebKitGTK (by WebDriver),
//     bidi_test.go drives Firefox (by WebDriver BiDi).
package engines
