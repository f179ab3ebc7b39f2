"""Tests of Partners; a package, since one that is installed (spylls) brings another `tests`."""
