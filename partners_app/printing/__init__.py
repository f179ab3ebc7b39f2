"""The yearly table on pages: one layout in points, painted alike on screen, paper and in a PDF."""
