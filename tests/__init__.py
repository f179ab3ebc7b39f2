"""The tests; a package with this file, since spylls installs another one of this name."""
