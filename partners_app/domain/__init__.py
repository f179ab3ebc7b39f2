"""The register of partner cities: plain Python, no Qt, no SQL, no files."""
