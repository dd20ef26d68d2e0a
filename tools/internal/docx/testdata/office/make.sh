#!/bin/sh
# Makes the Word files of this folder with LibreOffice, from the HTML and the OpenDocument text beside them. They are committed because
# each version of LibreOffice writes other files.
#   tools/internal/docx/testdata/office/make.sh
set -eu
cd "$(dirname "$0")"
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
soffice "-env:UserInstallation=file://$home" --headless --infilter="HTML (StarWriter)" --convert-to "docx:MS Word 2007 XML" policy.html
soffice "-env:UserInstallation=file://$home" --headless --convert-to "docx:MS Word 2007 XML" agreement.fodt
soffice "-env:UserInstallation=file://$home" --headless --convert-to "doc:MS Word 97" agreement.fodt
