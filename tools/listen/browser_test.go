//go:build listen

package listen

import (
	"os"
	"path/filepath"
	"strings"

	"safeonline/tools/internal/pdf"
	"safeonline/tools/internal/program"
)

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

func startFirefox(d *desktop) {
	d.t.Helper()
	d.write("firefox/user.js", preferences)
	firefox := d.start("firefox-esr", "--no-remote", "--profile", filepath.Join(d.home, "firefox"), "about:blank")
	d.activate(firefox, "firefox")
	// Orca says the name of the window, unless it opened before Orca listened to it. A move of the focus is said in any case.
	d.until(firefox, func() error {
		if _, err := d.run("xdotool", "key", "F6", "sleep", "0.5", "key", "ctrl+l", "sleep", "0.5"); err != nil {
			return err
		}
		return d.said("enter address")
	})
	d.waitForSilence()
}

// startChromium starts Chromium with a page of the site. Orca follows only the first page that Chromium opens.
func startChromium(address string) func(*desktop) {
	return func(d *desktop) {
		d.t.Helper()
		name, err := pdf.Chromium()
		d.must(err)
		arguments := []string{
			"--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-quic", "--disable-sync",
			"--force-renderer-accessibility", "--no-default-browser-check", "--no-first-run",
			"--user-data-dir=" + filepath.Join(d.home, "chromium"), server.URL + address,
		}
		if os.Geteuid() == 0 { // Chromium does not run its sandbox as root
			arguments = append([]string{"--no-sandbox"}, arguments...)
		}
		chromium := d.start(name, arguments...)
		d.activate(chromium, "chrom")
		d.waitFor(chromium, "Page has ")
		d.waitForSilence()
	}
}

// activate waits for the window of a browser, and gives it the keyboard.
func (d *desktop) activate(browser *program.Program, class string) {
	d.t.Helper()
	var window string
	d.until(browser, func() error {
		found, err := d.run("xdotool", "search", "--onlyvisible", "--class", class)
		if err == nil {
			ids := strings.Fields(found)
			window = ids[len(ids)-1]
		}
		return err
	})
	_, err := d.run("xdotool", "windowactivate", "--sync", window, "windowsize", "--sync", window, "1280", "900")
	d.must(err)
}
