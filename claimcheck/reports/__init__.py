"""One output format each: a module `NAME.py` with `render(report) -> str`."""
