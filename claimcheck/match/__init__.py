"""Claims -> candidate pairs -> matches -> clusters."""
