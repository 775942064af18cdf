#!/usr/bin/env bash
# Make the README's pictures from real output: the PDF beside the DOCX as LibreOffice shows it.
# Needs govdocs with the extra [charts] and its fonts installed (govdocs fonts install), LibreOffice,
# poppler, ImageMagick.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
examples=$here/../../examples
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

# pair SOURCE PAGE DPI PICTURE: one page of the PDF at the left, of the DOCX at the right.
pair() {
    local name page=$2 dpi=$3 picture=$4
    name=$(basename "${1%.*}")
    govdocs render "$1" -o "$work" --bundled-fonts 2>/dev/null
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf \
        --outdir "$work/office" "$work/$name.docx" >/dev/null
    pdftoppm -r "$dpi" -f "$page" -l "$page" -singlefile -png "$work/$name.pdf" "$work/pdf"
    pdftoppm -r "$dpi" -f "$page" -l "$page" -singlefile -png "$work/office/$name.pdf" "$work/docx"
    convert "$work/pdf.png" "$work/docx.png" -bordercolor '#999' -border 1 +append \
        -colors 32 "$here/$picture"
}

pair "$examples/lijia-2017.txt" 1 66 lijia-2017.png
# Page 4 holds the table of applications.
pair "$examples/annual_reports/2025.yaml" 4 80 annual-report-2025.png
