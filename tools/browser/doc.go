// Package browser contains only tests. They build the site from a copy of the project, serve it on this machine, and check
// it in Chromium and, where no browser is needed, in Go.
//
//	go test ./tools/browser                             enough to find every kind of fault
//	TEST_ALL=1 go test -timeout 60m ./tools/browser     every page in every state
//	go test ./tools/browser -run Keyboard               some tests
//	go test ./tools/browser -run EveryPage/help   the checks of one page
//
// What applies to all pages:
//
//   - pages_test.go opens each page once and checks there its requests, storage, accessibility (axe_test.go), contrast
//     (contrast_test.go), target sizes (targets_test.go), focus (focus_test.go) and layout in a narrow window (reflow_test.go).
//     structure_test.go chooses the pages on which the whole of axe-core runs.
//   - hooks_test.go, markup_test.go, links_test.go, headers_test.go and policymeta_test.go check the HTML files and their headers in Go.
//   - plain_test.go and bare_test.go check pages without scripts and styles, long_test.go with very long words.
//
// What applies to some:
//
//   - answered_test.go, keyboard_test.go, gallery_test.go and tree_test.go check questions in every state.
//   - path_test.go, pathend_test.go, pathask_test.go, pathfits_test.go and sequences_test.go go along the path of a lesson.
//   - deck_test.go checks that slides can be read from the back row, show_test.go what a deck does, and deckpage_test.go what
//     it is besides: a document, a handout, a mix.
//   - paper_test.go, paper_sheets_test.go, paper_tasks_test.go, paper_pdf_test.go, certificate_test.go and desk_test.go check
//     paper.
//   - stars_test.go, storage_test.go, mix_test.go and private_test.go check what is stored and where.
//   - offline_test.go, over connection_test.go, checks the site without a network, subpath_test.go below a path, and frame_test.go within a frame.
//   - speech_test.go checks reading aloud, hide_test.go hiding the page, policy_test.go the links of the policy,
//     weight_test.go sizes, and build_test.go that a build can be reproduced.
//
// The other files are shared by the tests: site_test.go builds and reads the site, tab_test.go and borrow_test.go drive tabs of
// Chromium, device_test.go sets what a device stores, step_test.go opens steps of a path, and learner_test.go, answer_test.go and
// child_test.go answer questions.
package browser
