#!/bin/sh
# Download the pinned Debian packages into WORK/deb and check them against inputs.sha256.
#
#     fetch_inputs.sh WORK
#
# A private apt configuration in WORK/apt is used, so the system's own apt state stays as it is.
# The packages come from the mirror that the system's apt is set to.
set -eu

if [ $# -ne 1 ]; then
    echo "usage: fetch_inputs.sh WORK" >&2
    exit 2
fi
work=$(realpath -m "$1")
here=$(dirname "$(realpath "$0")")
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

mkdir -p "$work/deb" "$work/apt/lists/partial" "$work/apt/cache/archives/partial"
: > "$work/apt/status"

mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
    grep -v '^#' | grep -oE 'https?://[^ ]+' | grep -v security | head -n 1)
for suite in bookworm trixie forky; do
    echo "deb [signed-by=$keyring] $mirror $suite main"
done > "$work/apt/sources.list"

cat > "$work/apt/apt.conf" <<CONFIG
Dir::Etc::sourcelist "$work/apt/sources.list";
Dir::Etc::sourceparts "/nonexistent";
Dir::State::lists "$work/apt/lists";
Dir::State::status "$work/apt/status";
Dir::Cache "$work/apt/cache";
Acquire::Languages "none";
CONFIG
export APT_CONFIG="$work/apt/apt.conf"

apt-get update -qq
cd "$work/deb"
apt-get download -qq \
    texlive-lang-chinese=2026.20260911-1 \
    fonts-noto-cjk=1:20240730+repack1-1 \
    fonts-noto-cjk-extra=1:20240730+repack1-1 \
    fonts-liberation2=2.1.5-1 \
    fonts-hanazono=20170904-2.1 \
    unicode-data=15.0.0-1

# apt writes the colon of an epoch as %3a; the list of digests has the colon
for file in *%3a*; do
    [ -e "$file" ] && mv "$file" "$(echo "$file" | sed 's/%3a/:/')"
done
sha256sum -c "$here/inputs.sha256"
