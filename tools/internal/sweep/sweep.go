// Package sweep tells tests how much to try: enough to find every kind of fault, or all there is.
package sweep

import "os"

// Full reports whether a test should try everything: every page in every state, many points at which a build is
// killed, random input for minutes. It is so when the environment variable TEST_ALL is not empty; `make test-all`
// sets it. Otherwise a test tries a part that still finds every kind of fault, so that `make test` takes minutes.
func Full() bool { return os.Getenv("TEST_ALL") != "" }
