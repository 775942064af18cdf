#!/usr/bin/env python3
"""Build the bundled faces from the pinned Debian packages; the same inputs give the same bytes.

    python build_fonts.py --work DIR --out DIR [--only kai,hei]

DIR of --work is the folder that fetch_inputs.sh filled. README.md beside this file tells more.
"""

import argparse
import gzip
import hashlib
import json
import logging
import multiprocessing
import os
import shutil
import subprocess
from dataclasses import replace
from functools import partial
from pathlib import Path

import charsets
from face_builder import FaceBuilder
from recipe import FACES, LATIN, LIBERATION, MANIFEST_ORDER, OFL_TEXT, PACKAGES, SOURCES, UNIHAN

HERE = Path(__file__).resolve().parent
_SLOWEST_FIRST = ("ext2", "fang", "ext1", "kai", "biaosong", "song", "hei")


def main():
    options = parse_options()
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    options.out.mkdir(parents=True, exist_ok=True)
    unpacked = unpack(options.work)
    targets = character_targets(unpacked / UNIHAN)
    jobs = [(role, options.faces[role], targets) for role in options.roles]
    build = partial(build_face, unpacked=unpacked, options=options)
    with multiprocessing.Pool(options.jobs) as pool:
        entries = dict(pool.imap_unordered(build, jobs))
    entries |= copy_latin(unpacked, options.out)
    write_licenses(unpacked, options.out / "licenses")
    write_manifest(entries, options.out / "fonts.json")


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, required=True, help="folder of the fetched inputs")
    parser.add_argument("--out", type=Path, required=True, help="folder for the finished faces")
    parser.add_argument("--only", help="roles to build, joined by commas; default all")
    parser.add_argument("--no-thin", action="store_true", help="keep the sources' stroke weight")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="faces built at a time")
    parser.add_argument(
        "--max-error", type=float, default=1.0, help="curve error in 1/1000 em; default 1"
    )
    parser.add_argument("--label", default="govdocs-fonts 1", help="end of the version string")
    parser.add_argument(
        "--source", action="append", default=[], metavar="ROLE=SOURCE", help="another source"
    )
    options = parser.parse_args()
    options.roles = options.only.split(",") if options.only else list(_SLOWEST_FIRST)
    unknown = set(options.roles) - FACES.keys()
    if unknown:
        parser.error(f"no such role: {', '.join(sorted(unknown))}; roles: {', '.join(FACES)}")
    options.faces = with_other_sources(options.source, parser.error)
    return options


def with_other_sources(choices, fail):
    """The recipe's faces after the ROLE=SOURCE choices of the command line."""
    faces = dict(FACES)
    for choice in choices:
        role, _, source = choice.partition("=")
        if role not in faces or source not in SOURCES:
            fail(f"--source {choice}: a role and one of {', '.join(SOURCES)}")
        faces[role] = replace(faces[role], source=source)
    return faces


def unpack(work):
    """Check each package of WORK/deb against inputs.sha256 and unpack it below WORK/x."""
    expected = {}
    for line in (HERE / "inputs.sha256").read_text(encoding="ascii").splitlines():
        digest, file = line.split()
        expected[file.partition("_")[0]] = digest
    for package in PACKAGES:
        archive = next((work / "deb").glob(f"{package}_*.deb"), None)
        if archive is None:
            raise SystemExit(f"{work / 'deb'}: no {package}; run fetch_inputs.sh first")
        if sha256(archive) != expected[package]:
            raise SystemExit(f"{archive}: not the file that inputs.sha256 names")
        target = work / "x" / package
        if not target.is_dir():
            subprocess.run(["dpkg-deb", "-x", archive, target], check=True)
    return work / "x"


def character_targets(unihan):
    """Name of a target in the recipe -> set of characters."""
    standard = charsets.general_standard(unihan)
    core = charsets.core(standard)
    level2 = charsets.gb18030_level2(standard)
    return {
        "core": core,
        "ext1": level2 - core,
        "ext2": charsets.gb18030_level3(standard) - level2,
    }


def build_face(job, *, unpacked, options):
    """Build one face and save it.

    Returns:
        The role and its entry in fonts.json.
    """
    role, face, targets = job
    builder = FaceBuilder(
        face,
        unpacked,
        max_error=options.max_error,
        thinning=not options.no_thin,
        label=options.label,
    )
    path = options.out / f"{face.file}.ttf"
    builder.build(characters_of(face, builder, targets)).save(path)
    report(role, path, builder)
    return role, {
        "file": path.name,
        "family": face.family,
        "family_zh": face.family_zh,
        "source": SOURCES[face.source],
        "license": "licenses/OFL.txt",
        "sha256_ttf": sha256(path),
    }


def characters_of(face, builder, targets):
    if face.characters != "core-and-own-hanzi":
        return targets[face.characters]
    own = {chr(code) for code in builder.base.cmap if 0x3400 <= code <= 0x9FFF or code >= 0x20000}
    return targets["core"] | own


def report(role, path, builder):
    """Print one line on a finished face."""
    done = builder.statistics
    some = "".join(map(chr, done.missing[:40]))
    print(
        f"{role}: {path.stat().st_size} bytes, {len(builder.glyphs)} glyphs, "
        f"{sum(map(charsets.is_hanzi, builder.cmap))} hanzi and 〇, {done.filled} filled, "
        f"{done.widened} widened, {done.thinned} thinned, {len(done.missing)} missing {some}",
        flush=True,
    )


def copy_latin(unpacked, out):
    """Copy Liberation Serif as it is: unchanged, it may keep its reserved name."""
    entries = {}
    for role, name in LATIN.items():
        path = out / f"{name}.ttf"
        shutil.copyfile(unpacked / LIBERATION / path.name, path)
        entries[role] = {
            "file": path.name,
            "family": "Liberation Serif",
            "license": "licenses/fonts-liberation2.copyright.txt",
            "sha256_ttf": sha256(path),
        }
    return entries


def write_licenses(unpacked, folder):
    """The OFL with the copyright lines of all built faces, and the packages' own texts."""
    folder.mkdir(exist_ok=True)
    for package in PACKAGES:
        text = unpacked / package / "usr/share/doc" / package / "copyright"
        # that of texlive-lang-chinese is about hundreds of other works; its OFL is used below
        if package not in {"unicode-data", "texlive-lang-chinese"} and text.exists():
            shutil.copyfile(text, folder / f"{package}.copyright.txt")
    ofl = gzip.decompress((unpacked / OFL_TEXT).read_bytes()).decode("utf-8")
    holders = "\n".join(f"{f.family} ({role}): {f.copyright}" for role, f in FACES.items())
    notice = "All of these are Modified Versions made by the govdocs project."
    license_text = ofl[ofl.index("This Font Software is licensed") :]
    content = f"{holders}\n\n{notice}\n\n{license_text}"
    (folder / "OFL.txt").write_text(content, encoding="utf-8")


def write_manifest(entries, path):
    """Write fonts.json: role -> file, family, source, licence and digest of each face."""
    faces = {role: entries[role] for role in MANIFEST_ORDER if role in entries}
    text = json.dumps({"faces": faces}, ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8")


def sha256(path):
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    main()
