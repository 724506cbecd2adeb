"""Clusters -> Findings: ladders of levels, the first that holds decides."""
