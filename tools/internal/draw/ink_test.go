package draw

import "testing"

func TestInInkLinesAreBlackAndAllElseIsPale(t *testing.T) {
	const coloured = `<g id="123"><use href="#123" stroke="#1a1a2e"/><path fill="#fff"/><path fill="#c98a4b"/><path fill="#3d3d52" stroke="#000"/></g>`
	const want = `<g id="123"><use href="#123" stroke="#000"/><path fill="#fff"/><path fill="#ccc"/><path fill="#aaa" stroke="#000"/></g>`
	if got := string(InInk([]byte(coloured))); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
