"""A brand: DTCG design tokens in, colours, paints, type, spaces and motion out."""

from renderer.script.brand.brand import Brand, load_brand

__all__ = ["Brand", "load_brand"]
