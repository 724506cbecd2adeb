"""Whether an article tells of a disease, so that its "cases" are people who have it and no matters of a court."""

from __future__ import annotations

import re
from functools import lru_cache

DISEASE = re.compile(
    r"\b(?:cholera|ebola|measles|malaria|dengue|influenza|flu|covid(?:-19)?|coronavirus|virus|mpox|monkeypox|zika|polio|typhoid|plague"
    r"|meningitis|diphtheria|tuberculosis|epidemic|pandemic|outbreak|infections?|infected|disease)\b",
    re.IGNORECASE,
)
FEWEST = 2
"""How often an article must name one."""


@lru_cache(maxsize=4)
def is_outbreak(text: str) -> bool:
    """Whether an article tells of a disease that spreads."""
    found = DISEASE.finditer(text)
    return all(next(found, None) is not None for _ in range(FEWEST))
