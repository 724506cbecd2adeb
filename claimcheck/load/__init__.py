"""paths -> Articles and Problems; one file per input format."""
