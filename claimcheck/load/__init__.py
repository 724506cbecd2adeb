"""paths -> Articles and Problems; one file per input format."""

from claimcheck.load.articles import LoadError, load

__all__ = ["LoadError", "load"]
