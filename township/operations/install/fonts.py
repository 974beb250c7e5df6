"""The fonts of official documents in a private folder: Fandol, Noto CJK and LXGW WenKai.

Debian's packages are downloaded and unpacked, not installed: TeX itself is not needed for two of its
fonts. Single faces are taken out of the Noto collections, for WeasyPrint reads whole files when it embeds
a subset, and a collection of ten faces costs it twice the time and memory.
"""

import contextlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from . import offline, system
from .commands import Failed, run

VERSION = "1"
# package: [(file in the package, number of the face in a collection or None, name here)]
SOURCES = {
    "texlive-lang-chinese": [
        ("FandolFang-Regular.otf", None, "FandolFang-Regular.otf"),
        ("FandolKai-Regular.otf", None, "FandolKai-Regular.otf"),
    ],
    "fonts-lxgw-wenkai": [
        ("LXGWWenKai-Light.ttf", None, "LXGWWenKai-Light.ttf"),
        ("LXGWWenKai-Regular.ttf", None, "LXGWWenKai-Regular.ttf"),
    ],
    "fonts-noto-cjk": [
        ("NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", "NotoSansCJKsc-Regular.otf"),
        ("NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC", "NotoSerifCJKsc-Regular.otf"),
        ("NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC", "NotoSerifCJKsc-Bold.otf"),
    ],
}
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <cachedir>{folder}/cache</cachedir>
</fontconfig>
"""
EXTRACT = """
import sys
from fontTools.ttLib import TTCollection
source, family, target = sys.argv[1:]
collection = TTCollection(source, lazy=True)
face = next(f for f in collection.fonts if f["name"].getBestFamilyName() == family)
face.save(target)
"""


def install(root):
    """Fill var/fonts; nothing happens when it is complete."""
    target = root / "var" / "fonts"
    stamp = target / ".version"
    # The configuration holds the path, so that a copied checkout gets one of its own.
    complete = f"{VERSION} {target}"
    if stamp.exists() and stamp.read_text() == complete:
        return
    target.mkdir(parents=True, exist_ok=True)
    if offline.is_offline():
        offline.copy_fonts(target)
    else:
        fetch(root, target)
    configuration = target / "fonts.conf"
    configuration.write_text(CONFIGURATION.format(folder=target))
    # The portal's own user may not write here later; without the cache each process reads all fonts anew.
    with contextlib.suppress(Failed):
        run(["fc-cache"], env={"FONTCONFIG_FILE": str(configuration)})
    stamp.write_text(complete)


def fetch(root, target):
    """Take the fonts out of Debian's packages."""
    for package, files in SOURCES.items():
        with tempfile.TemporaryDirectory() as folder:
            unpacked = system.unpack(package, Path(folder))
            for name, family, wanted in files:
                source = next(unpacked.rglob(name))
                take(root, source, family, target / wanted)
            copy_licence(unpacked, package, target)


def take(root, source, family, target):
    """Copy a font file, or one face of a collection, under its name here."""
    if family is None:
        shutil.copyfile(source, target)
    else:
        python = root / ".venv" / "bin" / "python"
        subprocess.run([python, "-c", EXTRACT, source, family, target], check=True)


def copy_licence(unpacked, package, target):
    """The fonts' licences lie beside them."""
    for number, licence in enumerate(unpacked.glob(f"usr/share/doc/{package}/copyright*")):
        shutil.copyfile(licence, target / f"{package}-copyright{number or ''}")
