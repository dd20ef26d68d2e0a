// Package engines holds no code of the site: its tests go a child's whole way through lessons of the built site, in the
// three engines that browsers are made of, each as Debian has it: Chromium, Firefox ESR and WebKitGTK.
//
//	make browsers                                                  installs what is needed, builds, and runs these tests
//	go test -tags engines ./tools/engines -run /webkit -v          some of them, on the site as it stands in public/
//	go test -tags engines ./tools/engines -args -site FOLDER       on another build
//
// The tests have the build tag `engines`, so that `go test ./...` needs one browser and not three.
//
// One more test takes the line away after one visit, and one looks at every page for a complaint in the console
// (offline_test.go).
//
// A child here has hands and eyes only: keys and clicks that come in as a keyboard's and a mouse's do, and what the page
// shows. lesson_test.go goes the way, deck_test.go shows a class the slides, answer_test.go knows what is done in each kind of question, quiz_test.go reads the
// questions, child_test.go has the hands and eyes. The others drive the engines: browser_test.go (what they have in
// common), classic_test.go (Chromium and WebKitGTK, by WebDriver), bidi_test.go (Firefox, by WebDriver BiDi) and
// program_test.go. What fails leaves a picture, and the test says where.
package engines
