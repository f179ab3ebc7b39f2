"""What a workbook or Word file may measure at most to be read; messages name these numbers.

Far above any register: the report of a year has some hundreds of rows. What is larger is a bomb, or
a sheet with a value that somebody left far away.
"""

MOST_BYTES = 30_000_000
MOST_PARTS = 2_000
MOST_UNPACKED_BYTES = 200_000_000
MOST_EXPANSION = 100
"""How many times larger than packed a part may be; a small part (SMALL_PART_BYTES) may be more."""
SMALL_PART_BYTES = 100_000
MOST_ROWS = 50_000
MOST_COLUMNS = 200
MOST_CELLS = 2_000_000
"""Of the whole file; empty ones do not count."""
MOST_CHARACTERS = 32_767
"""Of one cell: Excel's own limit."""
MOST_SECONDS = 120
"""For reading one file."""
