#!/usr/bin/env bash
# Make the README's picture from real output: the PDF beside the DOCX as LibreOffice shows it.
# Needs govdocs and its fonts installed (govdocs fonts install), LibreOffice, poppler, ImageMagick.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
govdocs render "$here/../../examples/lijia-2017.txt" -o "$work" --bundled-fonts 2>/dev/null
pdftoppm -r 66 -f 1 -l 1 -png "$work/lijia-2017.pdf" "$work/pdf"
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf \
    --outdir "$work/office" "$work/lijia-2017.docx" >/dev/null
pdftoppm -r 66 -f 1 -l 1 -png "$work/office/lijia-2017.pdf" "$work/office/docx"
convert "$work"/pdf-1.png "$work"/office/docx-1.png -bordercolor '#999' -border 1 +append \
    -colors 32 "$here/lijia-2017.png"
