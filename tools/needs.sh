#!/bin/sh
# Looks for the programs that the checks need. If some are missing, installs them with apt-get (except Node), or says which
# packages to install.
#   tools/needs.sh node      Node 20.19 or newer, with npm
#   tools/needs.sh chromium  Chromium
#   tools/needs.sh paper     poppler, which reads the text, tags, fonts and pixels of PDF files
#   tools/needs.sh office    LibreOffice, which lays out files of PowerPoint, and reads those of Word and Excel, with a font as wide as Arial
#   tools/needs.sh schemas   xmllint, which holds files in XML against the schemas of their formats
#   tools/needs.sh engines   Chromium, Firefox ESR and WebKitGTK, with the programs that drive them
#   tools/needs.sh listen    Orca, Firefox ESR and Chromium on a virtual screen, with Speech Dispatcher
set -eu

need() {
	echo "the checks need $1" >&2
	exit 1
}

# install WHAT PACKAGE...
install() {
	what=$1
	shift
	as=
	if [ "$(id -u)" != 0 ]; then as="sudo -n"; fi
	command -v apt-get >/dev/null && $as true 2>/dev/null || need "$what: install the packages $*"
	echo "installing programs for the browser tests: $*"
	$as apt-get update -qq && $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
		need "$what, and apt-get failed: install the packages $*"
}

# first NAME... succeeds if one of these programs is installed.
first() {
	for name; do
		if command -v "$name" >/dev/null; then return; fi
	done
	return 1
}

have_node() {
	command -v npm >/dev/null || need "Node 20.19 or newer with npm: install Debian's packages nodejs and npm, or those of nodejs.org"
	node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
		need "Node 20.19 or newer, and found $(node --version): install a newer one"
}

have_chromium() {
	first chromium chromium-browser google-chrome || install "Chromium" chromium
	# The tests are a fifth faster in Debian's Chromium without windows. Systems without that package use the usual one.
	if ! first chromium-headless-shell chrome-headless-shell && apt-cache show chromium-headless-shell >/dev/null 2>&1; then
		install "Chromium without windows" chromium-headless-shell
	fi
}

have_paper() {
	first pdftotext || install "the PDF tools of poppler" poppler-utils
}

have_office() {
	# Without one of these libraries, LibreOffice opens no files of PowerPoint, Word or Excel.
	if first soffice; then
		program=$(dirname "$(readlink -f "$(command -v soffice)")")
		if [ -e "$program/libsdlo.so" ] && [ -e "$program/libswlo.so" ] && [ -e "$program/libsclo.so" ]; then return; fi
	fi
	install "LibreOffice" libreoffice-impress-nogui libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation
}

have_schemas() {
	first xmllint || install "xmllint" libxml2-utils
}

have_engines() {
	missing=
	first chromedriver || missing="chromium chromium-driver"
	first firefox-esr firefox || missing="$missing firefox-esr"
	first WebKitWebDriver || missing="$missing webkit2gtk-driver"
	first Xvfb || missing="$missing xvfb"
	# shellcheck disable=SC2086 # one argument for each package
	if [ -n "$missing" ]; then install "Chromium, Firefox and WebKitGTK" $missing; fi
}

have_listen() {
	missing=
	first orca || missing="orca python3-speechd gir1.2-atspi-2.0"
	[ -x /usr/libexec/at-spi-bus-launcher ] || missing="$missing at-spi2-core"
	first dbus-daemon || missing="$missing dbus"
	first dbus-send || missing="$missing dbus-bin"
	first speech-dispatcher || missing="$missing speech-dispatcher"
	first openbox || missing="$missing openbox"
	first xdotool || missing="$missing xdotool"
	first firefox-esr || missing="$missing firefox-esr"
	first chromium chromium-browser google-chrome || missing="$missing chromium"
	first Xvfb || missing="$missing xvfb"
	# shellcheck disable=SC2086 # one argument for each package
	if [ -n "$missing" ]; then install "Orca, Firefox and Chromium" $missing; fi
}

case ${1-} in
node | chromium | paper | office | schemas | engines | listen) "have_$1" ;;
*) echo "usage: tools/needs.sh node|chromium|paper|office|schemas|engines|listen" >&2; exit 2 ;;
esac
