"""Makes the small faces of app/styles/fonts from IBM's: the letters of Danish and English, without instructions for hinting.

    pip install fonttools brotli && python3 scripts/small-fonts.py

Whatever is not in them is drawn with IBM's own file, which a browser fetches only then (app/styles/_fonts.scss). The licence
keeps the name "Plex" for unchanged files, so the small faces have a name of their own. Run it again only when IBM's files change.
"""
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import newTable
from fontTools.ttLib.tables import ttProgram

FONTS = Path(__file__).parent.parent / "app" / "styles" / "fonts"
# The same letters stand in app/styles/_fonts.scss.
LETTERS = (
    "20-7E A0 A7 AB AD B0 B7 BB BD C4-C6 C9 D6-D8 DC E0 E4-E6 E8-E9 F6 F8 FC "
    "2013-2014 2018-2019 201C-201D 2022 2026 20AC 2212"
)


def letters():
    for part in LETTERS.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def smooth_at_every_size(font):
    """What a face without instructions needs: smoothing in both directions, and dropout control."""
    font["gasp"] = newTable("gasp")
    font["gasp"].version = 1
    font["gasp"].gaspRange = {0xFFFF: 15}
    font["prep"] = newTable("prep")
    font["prep"].program = ttProgram.Program()
    font["prep"].program.fromBytecode([0xB8, 1, 0xFF, 0x85, 0xB0, 4, 0x8D])


def name_it(font, style):
    ours = {1: "Vejlederbevis Sans", 2: style, 4: f"Vejlederbevis Sans {style}", 6: f"VejlederbevisSans-{style}"}
    font["name"].names = [name for name in font["name"].names if name.platformID == 3]
    for name in font["name"].names:
        name.string = ours.get(name.nameID, name.string)


for style in ("Regular", "SemiBold", "Italic"):
    options = subset.Options()
    options.hinting = False
    options.flavor = "woff2"
    # The pairs of the sloping face would be a quarter of its bytes, for a word here and there.
    options.layout_features = [] if style == "Italic" else ["kern"]
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.notdef_outline = True
    font = subset.load_font(FONTS / f"IBMPlexSans-{style}-Latin1.woff2", options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=list(letters()))
    subsetter.subset(font)
    name_it(font, style)
    smooth_at_every_size(font)
    subset.save_font(font, FONTS / f"VejlederbevisSans-{style}.woff2", options)
