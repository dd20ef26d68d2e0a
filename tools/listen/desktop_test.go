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

// desktop is a virtual screen with Orca and one window of Firefox.
type desktop struct {
	t           testing.TB
	home        string   // the home folder of all its programs, which also has their sockets
	environment []string // of its programs
	speech      *speech
}

// pace is how many characters a second the voice speaks: faster than people do, and slow enough to be stopped by what comes
// next.
const pace = 90

// startDesktop starts the programs in the order in which they need each other. They end with the test.
func startDesktop(t testing.TB) *desktop {
	t.Helper()
	d := &desktop{t: t, home: program.Home(t)}
	screen, err := program.Screen(t)
	d.must(err)
	said := filepath.Join(d.home, "said")
	d.environment = []string{
		screen, "HOME=" + d.home, "XDG_RUNTIME_DIR=" + d.home, "LANG=C.UTF-8",
		"GTK_MODULES=gail:atk-bridge", "GNOME_ACCESSIBILITY=1", "NO_AT_BRIDGE=0",
		"MOZ_ENABLE_WAYLAND=0", "MOZ_CRASHREPORTER_DISABLE=1",
		voiceFile + "=" + said, fmt.Sprintf("%s=%d", voicePace, pace),
	}
	d.speech = hear(t, said)
	d.startBus()
	d.start("openbox")
	d.startSpeech()
	d.startOrca()
	d.startFirefox()
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
func (d *desktop) startOrca() {
	d.t.Helper()
	d.write(".local/share/orca/orca-customizations.py", `import orca.settings
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

// preferences make Firefox send no requests of its own, show nothing but the page, and open each address as it was typed.
const preferences = `
user_pref("accessibility.force_disabled", -1);
user_pref("app.normandy.enabled", false);
user_pref("app.update.auto", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.newtabpage.enabled", false);
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("browser.tabs.firefox-view", false);
user_pref("browser.translations.automaticallyPopup", false);
user_pref("browser.urlbar.autoFill", false);
user_pref("browser.urlbar.suggest.history", false);
user_pref("browser.urlbar.suggest.searches", false);
user_pref("browser.urlbar.suggest.topsites", false);
user_pref("browser.warnOnQuit", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("datareporting.policy.firstRunURL", "");
user_pref("extensions.update.enabled", false);
user_pref("media.autoplay.default", 0);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,");
user_pref("sidebar.revamp", false);
user_pref("termsofuse.bypassNotification", true);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
`

func (d *desktop) startFirefox() {
	d.t.Helper()
	d.write("firefox/user.js", preferences)
	firefox := d.start("firefox-esr", "--no-remote", "--profile", filepath.Join(d.home, "firefox"), "about:blank")
	var window string
	d.until(firefox, func() error {
		found, err := d.run("xdotool", "search", "--onlyvisible", "--class", "firefox")
		if err == nil {
			ids := strings.Fields(found)
			window = ids[len(ids)-1]
		}
		return err
	})
	d.waitFor(firefox, "Mozilla Firefox")
	_, err := d.run("xdotool", "windowactivate", "--sync", window, "windowsize", "--sync", window, "1280", "900")
	d.must(err)
	d.waitForSilence()
}

// waitFor waits until something with these words has been said.
func (d *desktop) waitFor(p *program.Program, words string) {
	d.t.Helper()
	d.until(p, func() error {
		d.speech.update()
		for _, u := range d.speech.said {
			if strings.Contains(u.words, words) {
				return nil
			}
		}
		return fmt.Errorf("%q was not said", words)
	})
}
