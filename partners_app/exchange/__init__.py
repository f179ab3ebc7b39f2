"""Everything that crosses the border to other files; knows no SQL and no Qt."""
