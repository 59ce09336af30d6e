"""Segments and plan -> a package: every file of a film, written whole or not at all."""

from renderer.package.assemble import Film, assemble, poster_frame
from renderer.package.hls import hls
from renderer.package.kept_package import KeptPackage
from renderer.package.kept_stills import Frames
from renderer.package.parts import Outline, Package, Parts
from renderer.package.publish import check_folder, publish
from renderer.package.stills import Pixels, teaser_height

__all__ = [
    "Film",
    "Frames",
    "KeptPackage",
    "Outline",
    "Package",
    "Parts",
    "Pixels",
    "assemble",
    "check_folder",
    "hls",
    "poster_frame",
    "publish",
    "teaser_height",
]
