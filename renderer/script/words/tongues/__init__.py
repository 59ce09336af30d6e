"""What CLDR does not know of each language: one file a language, all of the same shape."""
