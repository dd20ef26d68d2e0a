//go:build listen

package listen

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"safeonline/tools/internal/program"
)

// desktop is a virtual screen with Orca and one window of a browser.
type desktop struct {
	t           testing.TB
	home        string   // the home folder of all its programs, which also has their sockets
	environment []string // of its programs
	speech      *speech
}

// pace is how many characters a second the voice speaks: faster than people do, and slow enough to be stopped by what comes
// next.
const pace = 90

// startDesktop starts the programs in the order in which they need each other, the browser last. They end with the test.
func startDesktop(t testing.TB, start func(*desktop)) *desktop {
	t.Helper()
	d := &desktop{t: t, home: program.Home(t)}
	screen, err := program.Screen(t)
	d.must(err)
	said, log := filepath.Join(d.home, "said"), filepath.Join(d.home, "orca.log")
	d.environment = []string{
		screen, "HOME=" + d.home, "XDG_RUNTIME_DIR=" + d.home, "LANG=C.UTF-8",
		"GTK_MODULES=gail:atk-bridge", "GNOME_ACCESSIBILITY=1", "NO_AT_BRIDGE=0",
		"MOZ_ENABLE_WAYLAND=0", "MOZ_CRASHREPORTER_DISABLE=1",
		voiceFile + "=" + said, fmt.Sprintf("%s=%d", voicePace, pace),
	}
	d.speech = hear(t, said, watch(t, log))
	d.startBus()
	d.start("openbox")
	d.startSpeech()
	d.startOrca(log)
	start(d)
	return d
}

func (d *desktop) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desktop) start(name string, arguments ...string) *program.Program {
	d.t.Helper()
	p, err := program.Start(d.t, d.environment, name, arguments...)
	d.must(err)
	return p
}

// run runs a program that ends by itself, and returns its output.
func (d *desktop) run(name string, arguments ...string) (string, error) {
	command := exec.Command(name, arguments...)
	command.Env = append(os.Environ(), d.environment...)
	output, err := command.CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%s: %w\n%s", command, err, output)
	}
	return string(output), err
}

// until tries again while a program starts.
func (d *desktop) until(p *program.Program, holds func() error) {
	d.t.Helper()
	if err := program.Retry(holds, p.Done); err != nil {
		d.t.Fatalf("%v\n%s", err, p.Output())
	}
}

func (d *desktop) write(name, text string) string {
	d.t.Helper()
	path := filepath.Join(d.home, name)
	d.must(os.MkdirAll(filepath.Dir(path), 0o700))
	d.must(os.WriteFile(path, []byte(text), 0o600))
	return path
}

// startBus starts the bus on which programs find each other, and the one for assistive technology. It says that a screen
// reader is running: otherwise Firefox tells nothing to anyone.
func (d *desktop) startBus() {
	d.t.Helper()
	bus := d.start("dbus-daemon", "--session", "--nofork", "--print-address=1")
	address, err := bus.WaitFor(`(?m)^(unix:\S+)$`)
	d.must(err)
	d.environment = append(d.environment, "DBUS_SESSION_BUS_ADDRESS="+address)
	launcher := d.start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
	for _, property := range []string{"IsEnabled", "ScreenReaderEnabled"} {
		d.until(launcher, func() error {
			_, err := d.run("dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
				"org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", "string:"+property, "variant:boolean:true")
			return err
		})
	}
}

// startSpeech starts Speech Dispatcher with our voice (voice_test.go) as its only one.
func (d *desktop) startSpeech() {
	d.t.Helper()
	self, err := os.Executable()
	d.must(err)
	d.write("speechd/speechd.conf", fmt.Sprintf(`LogLevel 1
LogDir "%s"
DefaultLanguage "en-GB"
AddModule "log" "%s" ""
DefaultModule log
`, d.home, self))
	socket := filepath.Join(d.home, "speech-dispatcher", "speechd.sock")
	d.must(os.MkdirAll(filepath.Dir(socket), 0o700))
	p := d.start("speech-dispatcher", "--run-single", "--timeout", "0", "--config-dir", filepath.Join(d.home, "speechd"),
		"--pid-file", filepath.Join(d.home, "speechd.pid"), "--communication-method", "unix_socket", "--socket-path", socket)
	d.until(p, func() error { _, err := os.Stat(socket); return err })
}

// startOrca starts Orca with its settings for everyone, except that it does not say which key was pressed, needs no Braille
// device, and does not read the whole page when it opens. Orca asks pgrep for other Orcas of the same user, and does not start
// beside them. It gets a pgrep that finds none: others may belong to another test, or to the person who runs the tests.
func (d *desktop) startOrca(log string) {
	d.t.Helper()
	d.write(".local/share/orca/orca-customizations.py", `import orca.debug, orca.settings
orca.debug.debugFile = open("`+log+`", "w", buffering=1)
orca.debug.debugLevel = orca.debug.eventDebugLevel = orca.debug.LEVEL_INFO
orca.settings.enableKeyEcho = False
orca.settings.enableBraille = False
orca.settings.enableSound = False
orca.settings.sayAllOnLoad = False
`)
	pgrep := d.write("bin/pgrep", "#!/bin/sh\nexit 1\n")
	d.must(os.Chmod(pgrep, 0o700))
	orca, err := program.Start(d.t, append(d.environment, "PATH="+filepath.Dir(pgrep)+":"+os.Getenv("PATH")), "orca")
	d.must(err)
	d.waitFor(orca, "Screen reader on.")
}

// waitFor waits until something with these words has been said.
func (d *desktop) waitFor(p *program.Program, words string) {
	d.t.Helper()
	d.until(p, func() error { return d.said(words) })
}

// said returns an error if nothing with these words has been said.
func (d *desktop) said(words string) error {
	d.speech.update()
	for _, u := range d.speech.said {
		if strings.Contains(u.words, words) {
			return nil
		}
	}
	return fmt.Errorf("%q was not said, but:\n%s", words, lines(d.speech.said))
}
