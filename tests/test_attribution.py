"""Text -> who says what: every form of reported speech that news uses, and the words that only look like it."""

from __future__ import annotations

import pytest

from claimcheck.model import Attribution
from claimcheck.read.attribution import attributions
from claimcheck.read.names import names
from claimcheck.read.quotations import quotations

READ = [
    ("The mayor said that 20 people died.", "The mayor", "said", "20 people died"),
    ("“The road is shut,” the envoy said.", "the envoy", "said", "The road is shut,"),
    ("“The road is shut,” Mr. Brook said.", "Mr. Brook", "said", "The road is shut,"),
    ("“The road is shut,” Gov. Ada Brook (R-Ohio) said.", "Gov. Ada Brook", "said", "The road is shut,"),
    ("''We have no bread left,'' said the baker.", "the baker", "said", "We have no bread left,"),
    ("According to residents, four houses burned.", "residents", "According to", "four houses burned"),
    ("Four houses burned down, according to exit surveys.", "exit surveys", "according to", "Four houses burned down"),
    ("state television said 22 people had been killed", "state television", "said", "22 people had been killed"),
    ("31 killed in raid: state TV", "state TV", ":", "31 killed in raid"),
    ("Police: Two held after raid", "Police", ":", "Two held after raid"),
    ("Shell kills 31, says monitor", "monitor", "says", "Shell kills 31"),
    ("Shell kills 31 says monitor", "monitor", "says", "Shell kills 31"),
    ("The ministry states that the bridge is open.", "The ministry", "states", "the bridge is open"),
    (
        "Six people died, among them two boys, said Mayor Ada Brook.",
        "Mayor Ada Brook",
        "said",
        "Six people died, among them two boys",
    ),
    ("The toll was 12, said the army, which has lost 40 men.", "the army", "said", "The toll was 12"),
    ("The toll was 12, said police.", "police", "said", "The toll was 12"),
    ("Ada Brook, a nurse, said the fire in Kessel was out.", "a nurse", "said", "the fire in Kessel was out"),
    ("Six people died, said the U.S. Coast Guard.", "the U.S. Coast Guard", "said", "Six people died"),
    ("The firm, which employs 11,000 people, said it would move.", "The firm", "said", "it would move"),
    ("Some 300 came, while organisers put the figure at 2,000.", "organisers", "put", "2,000"),
    (
        "Six people died in the fire, the ministry said on Wednesday.",
        "the ministry",
        "said",
        "Six people died in the fire",
    ),
    ("Police said on Wednesday that six people died.", "Police", "said", "six people died"),
    (
        "The mayor said six people died, among them two boys.",
        "The mayor",
        "said",
        "six people died, among them two boys",
    ),
    ("Six people are in hospital, said Dr. Milan Oster.", "Dr. Milan Oster", "said", "Six people are in hospital"),
    ("The U.S. said six people died.", "The U.S.", "said", "six people died"),
]
NOTHING = [
    "He is a former secretary of state for roads.",
    "The two states share a river and a border.",
    "Source: Harbour Gazette",
    "The strike called by the unions will begin in March.",
    "Divers found nine more bodies in the car deck.",
    "Three clerks of the bank were found guilty of fraud.",
    "The ferry leaves at noon and returns at dusk.",
    "“You know the road is long.”",
]


def words(text: str, one: Attribution) -> tuple[str, str, str]:
    assert one.source and one.cue and one.content
    return one.source.of(text), one.cue.of(text), one.content.of(text)


@pytest.mark.parametrize(("text", "source", "cue", "content"), READ)
def test_source_cue_and_content_are_read(text: str, source: str, cue: str, content: str) -> None:
    assert [words(text, a) for a in attributions(text)] == [(source, cue, content)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_says_is_left_alone(text: str) -> None:
    assert attributions(text) == ()


def test_a_report_of_a_report_names_both() -> None:
    text = "Harbour Radio reported that the ministry said 20 people died."
    assert [a.name for a in attributions(text)] == ["Harbour Radio", "the ministry"]


def test_a_pronoun_takes_the_last_source() -> None:
    text = "Mayor Ana Ruiz said the road was shut. She said 20 people died."
    assert [a.name for a in attributions(text)] == ["Mayor Ana Ruiz", "Mayor Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [("The mayor denied that 20 were killed.", "deny"), ("The mayor believes that 20 were killed.", "believe")],
)
def test_the_verb_gives_the_stance(text: str, stance: str) -> None:
    assert [a.stance for a in attributions(text)] == [stance]


def test_quotations_of_all_marks_are_found() -> None:
    text = "“One.” \"Two.\" «Three.» ''Four isn't.''"
    assert [s.of(text) for s in quotations(text)] == ["One.", "Two.", "Three.", "Four isn't."]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            '"We heard two loud blasts and then gunfire" activist Ibra Sall told AFP.',
            "activist Ibra Sall",
            "We heard two",
        ),
        ('"This is a shame and a crime and it must stop" said the director.', "the director", "This is a shame"),
        (
            '"They take everything from me," said 61-year - old Ana Prado, a clerk.',
            "61-year - old Ana Prado",
            "They take",
        ),
        ('"Go home and stay there!" Prime Minister Ada Brenner thundered.', "Prime Minister Ada Brenner", "Go home"),
    ],
)
def test_a_quotation_that_lost_its_comma_and_an_aged_speaker(text: str, source: str, content: str) -> None:
    (found,) = attributions(text)

    assert found.source is not None
    assert found.content is not None
    assert found.source.of(text) == source
    assert found.content.of(text).startswith(content)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chancellor Ada Brenner faced the house. “This is our future,” she said.", "Ada Brenner"),
        ("Lucian Voda, the minister, said it would rain. The council said no. “We wait,” he said.", "Lucian Voda"),
        ("A protester said it was loud. The ministry said nothing was broken. “We ran,” she said.", "A protester"),
    ],
)
def test_he_is_the_person_last_told_of(text: str, name: str) -> None:
    assert attributions(text, names(text))[-1].name == name


def test_a_name_in_front_of_the_speaker_is_not_the_speaker() -> None:
    text = "Nobody is charged with the death of Ada Brook, the prosecutor said."
    (one,) = attributions(text, names(text))
    assert one.name == "the prosecutor"

    text = "Ada Brook, the prosecutor, said nobody is charged."
    (one,) = attributions(text, names(text))
    assert one.name == "Ada Brook"


def test_what_is_added_is_said_by_who_spoke_before() -> None:
    for text in (
        "Six people died, police said late Wednesday, adding that 12 were hurt.",
        "Police said six people died, adding that 12 were hurt.",
        "Six people died, said police, adding that 12 were hurt.",
    ):
        found = [(a.cue.of(text), a.name.lower()) for a in attributions(text) if a.cue]
        assert found == [("said", "police"), ("adding", "police")]


def test_who_is_found_in_a_state_says_nothing() -> None:
    assert attributions("Six people were confirmed dead on the island.") == ()
