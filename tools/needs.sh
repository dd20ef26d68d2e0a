#!/bin/sh
# Sees to it that the checks find what they need, or says in one line what to install.
#   tools/needs.sh node      Node 20.19 or newer, with npm
#   tools/needs.sh chromium  Chromium; on Debian it is installed, if we may
set -eu

need() {
	echo "make test needs $1" >&2
	exit 1
}

have_node() {
	command -v npm >/dev/null || need "Node 20.19 or newer with npm: install Debian's packages nodejs and npm, or those of nodejs.org"
	node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
		need "Node 20.19 or newer; here is $(node --version)"
}

have_chromium() {
	for name in chromium chromium-browser google-chrome; do
		if command -v "$name" >/dev/null; then return; fi
	done
	as=
	if [ "$(id -u)" != 0 ]; then as="sudo -n"; fi
	command -v apt-get >/dev/null && $as true 2>/dev/null || need "Chromium: install the package chromium, or Google Chrome"
	echo "installing Chromium for the tests in a browser"
	$as apt-get update -qq && $as apt-get install -y -qq --no-install-recommends chromium >/dev/null ||
		need "Chromium, and apt-get could not install it: install the package chromium"
}

case ${1-} in
node) have_node ;;
chromium) have_chromium ;;
*) echo "usage: tools/needs.sh node|chromium" >&2; exit 2 ;;
esac
