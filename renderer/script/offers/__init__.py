"""Offers: read from a pack's `offers.yaml`, chosen for a story, proved to be labelled as such."""
