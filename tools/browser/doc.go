// Package browser holds no code of the site: its tests look at the built site as a reader's browser does. They build it
// from a copy of the project, serve it on this machine, and open every page in Chromium.
//
//	make test                                  all there is
//	go test ./tools/browser                    these tests
//	go test ./tools/browser -run Keyboard      some of them
//	go test ./tools/browser -run /ks2/phones   all that is asked of one page
//
// Each file holds one promise of the site: that it can be used by everybody (axe_test.go, reflow_test.go), by keyboard
// (keyboard_test.go), without a script (plain_test.go), in private (visit_test.go, private_test.go), on paper (paper_test.go, certificate_test.go), on a slow
// line (weight_test.go), that its slides are read from the back row (deck_test.go), do what a class needs (show_test.go)
// and are pages besides (deckpage_test.go), that it remembers only what it says and only here (stars_test.go, storage_test.go,
// mix_test.go), that it reads aloud (speech_test.go) and hides (hide_test.go), that its links lead where
// they say (policy_test.go), that it works offline (offline_test.go, over connection_test.go), that it is read
// without script and styles (bare_test.go), that it is served with the host's headers (headers_test.go), and that a build can
// be done again anywhere (build_test.go). The others are tools: site_test.go builds
// and reads the site, tab_test.go drives a tab of Chromium, device_test.go is the device that it runs on, learner_test.go
// answers questions.
package browser
