// Package sweep tells tests how much to try: enough to find every kind of fault, or all there is.
package sweep

import (
	"fmt"
	"os"
	"regexp"
	"runtime"
)

// Full reports whether a test should try everything: every page in every state, many points at which a build is
// killed, random input for minutes. It is so when the environment variable TEST_ALL is not empty; `make test-all`
// sets it. Otherwise a test tries a part that still finds every kind of fault, so that `make test` takes minutes.
//
// If SWEEP_NOTE names a file, the name of the test that asks is added to it: after a run of all tests, the file has those
// that try more when they try everything, so that a second run can do without the others.
func Full() bool {
	if file := os.Getenv("SWEEP_NOTE"); file != "" {
		note(file)
	}
	return os.Getenv("TEST_ALL") != ""
}

// test matches the name of a test, or of a function within one, as the runtime has it.
var test = regexp.MustCompile(`\.(Test\w+)`)

// note adds the name of the test that called Full to a file.
func note(file string) {
	calls := make([]uintptr, 64)
	frames := runtime.CallersFrames(calls[:runtime.Callers(3, calls)])
	for {
		frame, more := frames.Next()
		if m := test.FindStringSubmatch(frame.Function); m != nil {
			f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
			if err == nil {
				_, err = fmt.Fprintln(f, m[1])
				f.Close()
			}
			if err != nil {
				panic(err) // a second run would leave the test out
			}
			return
		}
		if !more {
			panic("sweep: called by something other than a test")
		}
	}
}
