"""The words around a number -> what happened to the things counted: verbs behind and in front of it, nouns before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.read.deeds import AFTER, BEFORE, NOUN

Word = tuple[str, int, int]

_BE = frozenset({"was", "were", "is", "are", "been", "be", "being", "had", "have", "has", "left", "leaving", "as"})
_BLOCKING = frozenset(
    {"in", "by", "from", "with", "on", "during", "after", "near", "for", "when", "into", "at", "between", "since"}
)
_WAS = frozenset({"was", "were", "been", "are"})
_AT = _BLOCKING | {"last", "earlier", "late", "early", "one", "two", "three", "four", "five", "six", "ten"}
"""Words that begin a phrase of place or time."""
_CLAUSE = frozenset(
    {"and", "but", "or", "who", "which", "when", "as", "after", "before", "while", "where", "that", "said"}
)
"""Words that begin another clause."""
FREES = dict.fromkeys(("free", "frees", "release", "releases"), "freed")
"""Verbs of letting go that are other words too, so that they must stand straight in front: "free 12 of 20 hostages"."""
_OBJECT = frozenset(
    {"a", "an", "the", "his", "her", "their", "its", "at", "more", "some", "many", "several", "dozens", "hundreds"}
)
_ONE = frozenset({"a", "an", "one", "another"})
"""Words for a single one that shares the verb of the number in front: "two women and a man died"."""
_WITH = frozenset({"counting", "including", "excluding"})
"""Words in front of those who are spoken of besides: "15 under investigation, counting those arrested"."""
_PAID = frozenset(
    {"receive", "receives", "received", "get", "gets", "got", "paid", "pay", "pays", "given", "cost", "costs", "worth"}
)
"""Verbs of sums: what they tell is not of the noun before them."""
_TAKE = frozenset({"took", "take", "takes", "taken", "taking"})
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "its"})
TOGETHER = {frozenset(("killed", "missing")): "dead_or_missing", frozenset(("killed", "injured")): "casualties"}
"""Two things told of one number -> what it counts."""
RISEN = frozenset(
    {"risen", "rose", "rises", "rising", "climbed", "climbs", "grown", "grew", "stands", "stood", "raised"}
)
"""Verbs of a toll, which may stand far behind its noun: "the death toll from … has risen to 44"."""
CLOSE, FAR = 4, 12
"""How many words lie between a number and the word that says what happened: beside it, or in the same clause."""
PHRASES = {
    "searched for": "missing",
    "never found": "missing",
    "not found": "missing",
    "to death": "killed",
    "on board": "aboard",
    "in hospital": "hospitalised",
} | {f"{take} part": "protested" for take in sorted(_TAKE)}
"""Two words that say what happened: "were trampled to death", "200,000 took part"."""
_LOST = frozenset({"lost", "lose", "losing", "loses"})
_FLED = frozenset({"fled", "flee", "fleeing"})
_JOINED = frozenset({"joined", "join", "joining", "attended", "attend", "attending"})
_FILLED = _TAKE | {"poured", "pour", "pouring", "flooded", "filled"}
RALLIES = frozenset(
    {
        "demonstration",
        "demonstrations",
        "protest",
        "protests",
        "march",
        "marches",
        "rally",
        "rallies",
        "procession",
        "vigil",
    }
)
ATTACKS = frozenset({"attack", "attacks", "assault", "raid", "bombing", "robbery", "heist", "ambush", "hijacking"})
_CARRIED_OUT = frozenset(
    {"carried", "conducted", "staged", "launched", "mounted", "committed", "involved", "perpetrated"} | _TAKE
)
LED_TO = {
    "hand over": "freed",
    "handed over": "freed",
    "handing over": "freed",
    "attended by": "protested",
    "injury of": "injured",
    "wounding of": "injured",
}
"""Two words straight in front of a number that say what happened."""
_PHRASE_ENDS = ATTACKS | RALLIES | {"lives", "life", "streets"}


def is_deadly(verb: str) -> bool:
    """Whether what is done "to death" kills: "trampled to death", not "sentenced to death"."""
    return verb not in ("sentenced", "condemned") and (verb.endswith(("ed", "en")) or verb in ("shot", "burnt", "put"))


def follows(after: Sequence[Word], limit: int, reach: int, joined: int = 0) -> str:
    """Find the word behind the number that says what happened: "22 dead", "22 people were killed".

    An "and" before `joined` joins another number, not another clause: "two women and a man died".
    """
    for i, (word, start, _) in enumerate(after[: reach + 1]):
        if start >= limit:
            return ""
        last = after[i - 1][0] if i else ""
        phrase = _told_in_phrase(after, i) or PHRASES.get(f"{last} {word}", "")
        if word == "death" and phrase == "killed" and not (i > 1 and is_deadly(after[i - 2][0])):
            continue
        if phrase and not _another_clause(after[: i - 1], joined):
            return phrase
        if last == "those" and i > 1 and after[i - 2][0] in _WITH:
            continue
        if last in _DETERMINERS and after[i - 2][0] != "among":  # "Pulled 33 miners from a collapsed mine"
            continue
        if word in _FLED and _got_away([w for w, _, _ in after[i + 1 : i + 3]]):
            continue
        if word in AFTER and not (_acts(after, i) or _of_another(after, i) or _another_clause(after[:i], joined)):
            if last not in _BE and (told := _passive(after[i + 1 :], limit)):
                return told
            return _both(AFTER[word], [w for w, _, _ in after[i + 1 : i + 4]])
    return ""


def _of_another(after: Sequence[Word], i: int) -> bool:
    """Whether a headline's second clause has the participle: "six lost at dyeworks, owner detained"."""
    if i < 2 or after[i - 1][0] in _BE or after[i][0] not in BEFORE or not after[i][0].endswith("ed"):
        return False
    return after[i - 1][1] == after[i - 2][2] + 2 and not after[i - 1][0].isdecimal()


def fate(before: Sequence[Word], after: Sequence[Word]) -> str:
    """Give what befell those of whom a state is told: "freed 12 of 20 kidnapped men", "12 kidnapped men were freed"."""
    last = before[-1][0] if before else ""
    return FREES.get(last, "") or BEFORE.get(last, "") or _told_of_all(after)


def _told_of_all(words: Sequence[Word]) -> str:
    """Give what the verb straight behind those counted tells of them: "were freed", "died"."""
    near = [word for word, _, _ in words[:3]]
    while near and near[0] in _BE:
        near.pop(0)
    return AFTER.get(near[0], "") if near else ""


def _passive(words: Sequence[Word], limit: int) -> str:
    """Give what a passive verb tells behind a participle: "engineers kidnapped two weeks ago in Orsa were freed"."""
    if not words or not (words[0][0] in _AT or words[0][0].isdecimal()):
        return ""
    for (be, start, _), (verb, _, _) in pairwise(words[: FAR + 1]):
        if start >= limit or be in _CLAUSE:
            return ""
        if be in _WAS and verb in AFTER:
            return AFTER[verb]
    return ""


def _told_in_phrase(words: Sequence[Word], i: int) -> str:
    """Give what the phrase says that ends at a word: "carried out the attack", "lost their lives", "took to the streets"."""
    last = words[i][0]
    if last not in _PHRASE_ENDS:
        return ""
    before = [word for word, _, _ in words[max(0, i - 5) : i]]
    if last in ("lives", "life"):
        return "" if _LOST.isdisjoint(before) or before[-1] not in ("their", "his", "her") else "killed"
    if last in ATTACKS:
        acted = not (_CARRIED_OUT.isdisjoint(before) or {"out", "in", "the", "an", "a"}.isdisjoint(before))
        return "attackers" if acted and "by" not in before else ""
    return "" if (_FILLED if last == "streets" else _JOINED).isdisjoint(before[-4:]) else "protested"


def _got_away(behind: Sequence[str]) -> bool:
    """Whether those who fled got away from what they did: "fled in a car", "fled the scene"."""
    return behind[:1] in (["in"], ["on"], ["with"]) or list(behind) == ["the", "scene"]


def _both(attribute: str, behind: Sequence[str]) -> str:
    """Give what "dead or missing" and "killed and wounded" tell of one number; "killed and wounded 30" tells of two."""
    if len(behind) < 2 or behind[0] not in ("and", "or") or behind[1] not in AFTER:
        return attribute
    acts = behind[1] in BEFORE and bool(behind[2:])
    if acts and (behind[2][0].isdecimal() or behind[2] in _OBJECT or behind[2] == "others"):
        return attribute
    return TOGETHER.get(frozenset((attribute, AFTER[behind[1]])), attribute)


def _another_clause(words: Sequence[Word], joined: int) -> bool:
    """Whether an "and" parts the verb from the number: "killed 48 people and injured dozens"."""
    between = [w for w, start, _ in words if start >= joined]
    if between[:1] == ["and"] and between[1:2] and between[1] in _ONE and len(between) <= CLOSE:
        return False
    return "and" in between and between[-1] not in _BE


def _acts(after: Sequence[Word], i: int) -> bool:
    """Whether the verb has the things counted as its subject and an object of its own: "three gunmen killed a guard"."""
    word = after[i][0]
    if (
        word not in BEFORE
        or (word == "dead" and after[i - 1][0] != "shot")
        or any(w in _BE for w, _, _ in after[max(0, i - 3) : i])
    ):
        return False
    if i + 1 == len(after) or after[i + 1][1] == after[i][2] + 2:  # A comma: "130 injured, 15 of them seriously".
        return False
    following = after[i + 1][0]
    if following == "at" and not (i + 2 < len(after) and after[i + 2][0] in ("least", "most")):  # "Died at a branch"
        return False
    return following in _OBJECT or following[:1].isdecimal()


def object_of(before: Sequence[Word], after: Sequence[Word], start: int, limit: int) -> str:
    """Give what a verb straight in front says: "a man suspected of killing one, … was arrested", "killed 22 and 40 were hurt"."""
    if not before or before[-1][1] < limit:
        return ""
    word, _, end = before[-1]
    if word.endswith("ing"):
        return BEFORE.get(word, "")
    behind = after[0][0] if after else ""
    acts = word.endswith(("ed", "s")) and start - end == 1 and behind not in AFTER and behind not in _BE
    return BEFORE.get(word, "") if acts else ""


def precedes(before: Sequence[Word], limit: int, reach: int) -> str:
    """Find the verb in front of the number: "killing 22", "killing, among others, 22"; a preposition between blocks it."""
    if phrase := _led_to([word for word, start, _ in before[-2:] if start >= limit]):
        return phrase
    near = _before(before, reach)
    for i, (word, start, _) in reversed(list(enumerate(near))):
        if start < limit or word in _BLOCKING or word in _PAID or _besides(near, i):
            return ""
        if word in BEFORE:
            return BEFORE[word]
        if word in NOUN and reach == CLOSE:
            return NOUN[word]
    return ""


def _besides(words: Sequence[Word], i: int) -> bool:
    """Whether a verb tells of those who are spoken of besides."""
    return i > 1 and words[i - 1][0] == "those" and words[i - 2][0] in _WITH


def _before(words: Sequence[Word], reach: int) -> Sequence[Word]:
    """Give the last words without the death that somebody is sentenced to."""
    near = words[-reach:]
    if all(word != "death" for word, _, _ in near):
        return near
    return [one for i, one in enumerate(near) if one[0] != "death" or i == 0 or near[i - 1][0] != "to"]


def _led_to(words: Sequence[str]) -> str:
    """Give what two words straight in front of a number say: "attended by 9,000", "the injury of two"."""
    return LED_TO.get(" ".join(words), "")


def noun_before(before: Sequence[Word], limit: int) -> str:
    """Find the noun in front of the number, over prepositions: "the death toll from the fire rose to 44"."""
    rose = bool(before) and before[-1][0] in ("to", "at") and any(w in RISEN for w, _, _ in before[-2 * FAR :])
    for word, start, _ in reversed(_before(before, 2 * FAR if rose else FAR)):
        if word in _PAID:
            return ""
        if rose and word in AFTER and any(w == "number" for w, _, _ in before[-2 * FAR :]):
            return AFTER[word]  # "The number of people killed by … rose to 26"
        noun = word.rpartition("-")[2]  # "UPDATE 2-Toll rises to 28"
        if noun in NOUN and noun not in ("body", "loss", "share"):
            counted = start < limit and NOUN[noun] == "vote"  # "By 162 votes …, raises the age from 64"
            return "" if counted else NOUN[noun]
    return ""
