"""Report -> what a reader sees of it, whatever the format: places, quotations, counts, and the gate to the terminal."""
