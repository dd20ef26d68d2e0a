#!/bin/sh
# Makes the Word file of this project's own school from the text that it adopted, with LibreOffice: data/school/source/policy.docx. It is
# committed because each version of LibreOffice writes another file.
#   tools/site/testdata/adopted.sh
set -eu
cd "$(dirname "$0")/../../../data/school"
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
# A line that no full stop ends is a heading if it stands alone: at the beginning of a page it is that of a document.
awk '
function close_list() { if (list != "") print "</" list ">"; list = "" }
function item(kind, text) {
	if (list != kind) { close_list(); print (kind == "ol" ? "<ol type=\"I\">" : "<ul>"); list = kind }
	print "<li>" text "</li>"
}
BEGIN { print "<!doctype html><meta charset=\"utf-8\"><body>"; blank = 9 }
{ sub(/[ \t]+$/, ""); gsub(/&/, "\\&amp;") }
/^$/ { blank++; next }
/^<p>/ {
	close_list()
	if (!table) print "<table border=\"1\">"
	table = 1
	n = split($0, cell, "\t")
	printf "<tr>"
	for (i = 1; i <= 2; i++) { c = cell[i] == "" && i == 2 ? cell[3] : cell[i]; gsub(/<\/?p>/, "", c); printf "<td><p>%s</p></td>", c }
	print "</tr>"
	blank = 0
	next
}
{ if (table) { print "</table>"; table = 0; foot = 1 } }
/^- [IVX]+\. / { sub(/^- [IVX]+\. /, ""); item("ol", $0); blank = 0; next }
/^- / { sub(/^- /, ""); item("ul", $0); blank = 0; next }
{ close_list() }
/\.\.\.\.\./ { gsub(/\.\.\.\.\./, " ........................................ "); if (/Date$/) $0 = $0 " ...................."; print "<p>" $0 "</p>"; blank = 0; next }
foot { print "<p><b>" $0 "</b></p>"; next }
blank > 2 || /Acceptable$/ { print "<p" (started ? " style=\"page-break-before: always\"" : "") "><b><font size=\"5\">" $0 "</font></b></p>"; started = 1; blank = 0; next }
/[.0-9]$/ { print "<p>" $0 "</p>"; blank = 0; next }
{ print "<p><b>" $0 "</b></p>"; blank = 0 }
' policy/adopted.txt >"$home/policy.html"
soffice "-env:UserInstallation=file://$home" --headless --infilter="HTML (StarWriter)" --convert-to "docx:MS Word 2007 XML" --outdir source "$home/policy.html"
