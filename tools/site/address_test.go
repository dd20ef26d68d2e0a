package main

import (
	"errors"
	"testing"
)

// checkedValue returns what a check makes of a value, or else its hint.
func checkedValue(check func(string) (string, error), value string) (made, hint string) {
	made, err := check(value)
	var wrong wrongValue
	if errors.As(err, &wrong) {
		return made, wrong.hint
	}
	return made, ""
}

func TestBaseURL(t *testing.T) {
	for value, want := range map[string]string{
		"https://school.example":            "https://school.example/",
		"https://school.example/":           "https://school.example/",
		"http://school.example/safe":        "http://school.example/safe/",
		"https://school.example/a/b-c/d_e/": "https://school.example/a/b-c/d_e/",
		"https://school.example:8443/":      "https://school.example:8443/",
		"http://localhost:1313/":            "http://localhost:1313/",
		"http://127.0.0.1/":                 "http://127.0.0.1/",
		"http://[::1]:1313/":                "http://[::1]:1313/",
		"https://School.Example/":           "https://School.Example/",
	} {
		if made, hint := checkedValue(baseURL, value); made != want || hint != "" {
			t.Errorf("%q: %q and the hint %q, expected %q", value, made, hint, want)
		}
	}
	for value, mended := range map[string]string{
		"example.org":                     "https://example.org/",
		"www.example.org/safe":            "https://www.example.org/safe/",
		"ftp://example.org":               "https://example.org/",
		"https//example.org":              "https://example.org/",
		"https:/example.org":              "https://example.org/",
		"http:/example.org":               "http://example.org/",
		"https:///example.org":            "https://example.org/",
		"htps://example.org":              "https://example.org/",
		"//example.org":                   "https://example.org/",
		" https://example.org/":           "https://example.org/",
		"https://example.org/\n":          "https://example.org/",
		"https://me:word@example.org":     "https://example.org/",
		"https://example.org?x=1":         "https://example.org/",
		"https://example.org/?":           "https://example.org/",
		"https://example.org/#top":        "https://example.org/",
		"https://example.org/#":           "https://example.org/",
		"javascript:alert(1)":             "",
		"data:text/html,x":                "",
		"file:///srv/www":                 "",
		"":                                "",
		" ":                               "",
		"/":                               "",
		"$URL":                            "",
		"https://":                        "",
		"https:///":                       "",
		"https://?x":                      "",
		"https://example.org:/":           "",
		"https://example.org:99999/":      "",
		"https://example.org:x/":          "",
		"https://exam ple.org/":           "",
		"https://-example.org/":           "",
		"https://example..org/":           "",
		"https://exämple.org/":            "",
		"https://example.org/../":         "",
		"https://example.org//a/":         "",
		"https://example.org/a b/":        "",
		"https://example.org/%2e%2e/":     "",
		"https://example.org/\"><script>": "",
		"https://[fe80::1%25eth0]/":       "",
	} {
		want := "write the whole address, as in --base-url https://school.example/"
		if mended != "" {
			want = "did you mean --base-url " + mended + "?"
		}
		if made, hint := checkedValue(baseURL, value); made != "" || hint != want {
			t.Errorf("%q: %q and the hint %q, expected %q", value, made, hint, want)
		}
	}
}

func TestEnvironment(t *testing.T) {
	for _, name := range []string{"production", "deploy-preview", "branch-deploy", "staging2", "7"} {
		if made, hint := checkedValue(environment, name); made != name || hint != "" {
			t.Errorf("%q: %q and the hint %q", name, made, hint)
		}
	}
	const form = "use lower-case letters, digits and single hyphens, as in --environment deploy-preview"
	for name, want := range map[string]string{
		"":               form,
		"$CONTEXT":       "did you mean --environment context?",
		"Production":     "did you mean --environment production?",
		"deploy preview": "did you mean --environment deploy-preview?",
		"../x":           "did you mean --environment x?",
		"-":              form,
		"a--b":           "did you mean --environment a-b?",
		"é":              form,
	} {
		if made, hint := checkedValue(environment, name); made != "" || hint != want {
			t.Errorf("%q: %q and the hint %q, expected %q", name, made, hint, want)
		}
	}
}

func TestListenAddress(t *testing.T) {
	for _, address := range []string{"127.0.0.1:1313", "127.0.0.1:0", ":8080", "localhost:1313", "[::1]:1313", "0.0.0.0:80", "my-pad:1313"} {
		if made, hint := checkedValue(listenAddress, address); made != address || hint != "" {
			t.Errorf("%q: %q and the hint %q", address, made, hint)
		}
	}
	const form = "write a host and a port, as in --addr 127.0.0.1:1314"
	for address, want := range map[string]string{
		"":                       form,
		"1313":                   "did you mean --addr 127.0.0.1:1313?",
		"localhost":              "did you mean --addr localhost:1313?",
		"127.0.0.1":              "did you mean --addr 127.0.0.1:1313?",
		"http://127.0.0.1:1313/": "did you mean --addr 127.0.0.1:1313?",
		"http://localhost:8080":  "did you mean --addr localhost:8080?",
		"127.0.0.1:http":         form,
		"127.0.0.1:99999":        form,
		"127.0.0.1:-1":           form,
		"::1:1313":               form,
		"a b:1313":               form,
		"/tmp/socket":            form,
	} {
		if made, hint := checkedValue(listenAddress, address); made != "" || hint != want {
			t.Errorf("%q: %q and the hint %q, expected %q", address, made, hint, want)
		}
	}
}
