"""What the name reader finds in a text, and what it leaves alone: lists, roles, patterns, and the traps among them."""

from __future__ import annotations

import time
from importlib.util import module_from_spec, spec_from_file_location
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.lexicon import words as lexicon
from claimcheck.model import NameMention
from claimcheck.read.names import names


def found(text: str) -> list[tuple[str, str]]:
    return [(name.canonical, name.kind) for name in names(text)]


def countries(text: str) -> list[str]:
    return [name.country for name in names(text) if name.country]


def person(text: str) -> NameMention:
    people = [name for name in names(text) if name.kind == "person"]
    assert people, f"no person in {text!r}"
    return people[0]


# --------------------------------------------------------------------------------------------- lists and their traps


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Nigerien junta spoke.", "NE"),
        ("The Nigerian army spoke.", "NG"),
        ("Troops reached Niger on Monday.", "NE"),
        ("Troops reached Nigeria on Monday.", "NG"),
        ("The Niger Delta was calm.", "NG"),
        ("A U.S. envoy arrived.", "US"),
        ("A US envoy arrived.", "US"),
        ("Envoys from the USA arrived.", "US"),
        ("The British minister left.", "GB"),
        ("Britain has left.", "GB"),
        ("The UK has left.", "GB"),
        ("Shelling hit Kyiv.", "UA"),
        ("Shelling hit Kiev.", "UA"),
        ("A Burkinabe officer spoke.", "BF"),
        ("A Burkinabé officer spoke.", "BF"),
        ("Protests spread in Kosovo.", "XK"),
        ("Kosovar police intervened.", "XK"),
        ("South Sudanese rebels withdrew.", "SS"),
        ("Sudanese rebels withdrew.", "SD"),
        ("Talks were held in N'Djamena.", "TD"),
        ("Talks were held in N’Djamena.", "TD"),
        ("Papua New Guinea shook.", "PG"),
        ("Guinea-Bissau voted.", "GW"),
        ("Guinea voted.", "GN"),
        ("Equatorial Guinea voted.", "GQ"),
        ("Syrias interior ministry said so.", "SY"),
        ("FRANCE recalled its envoy.", "FR"),
        ("Côte d’Ivoire won.", "CI"),
        ("Burkina\nFaso won, they said,\nafter what was a long,\nlong night.", "BF"),
        ("Turkey-backed rebels won.", "TR"),
        ("The Dominican Republic won.", "DO"),
        ("Dominica voted.", "DM"),
        ("Slovak police spoke.", "SK"),
        ("Slovenian police spoke.", "SI"),
        ("Malawian farmers spoke.", "MW"),
        ("Malian farmers spoke.", "ML"),
    ],
)
def test_a_state_is_read_from_its_names_its_people_and_its_capital(text: str, code: str) -> None:
    assert countries(text) == [code]


AMBIGUOUS = frozenset(lexicon("countries")["ambiguous"])
STATES = [
    (code, form)
    for code, forms in lexicon("countries")["states"].items()
    for form in (*forms[0], *forms[1], *forms[2])
    if form not in AMBIGUOUS
]


def test_the_table_holds_the_states_of_the_world() -> None:
    table = lexicon("countries")["states"]

    assert len(table) > 195
    assert all(names and len(code) == 2 for code, (names, _, _) in table.items())
    assert [code for code, (_, demonyms, _) in table.items() if not demonyms] == ["CG", "DM", "VA"]


@pytest.mark.parametrize(("code", "form"), STATES, ids=[f"{code}-{form}" for code, form in STATES])
def test_every_form_of_the_table_is_read_as_its_state(code: str, form: str) -> None:
    assert countries(f"On Monday, men with {form} papers arrived.") == [code]


def test_the_table_is_what_its_script_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("countryinfo", reason="the table's source is not installed")
    root = Path(__file__).parent.parent
    script = root / "scripts" / "make_countries.py"
    if not script.exists():
        pytest.skip("the script is not part of an installed package")
    spec = spec_from_file_location("make_countries", script)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "TARGET", tmp_path / "countries.toml")

    module.main()

    table = root / "claimcheck" / "lexicon" / "en" / "countries.toml"
    assert (tmp_path / "countries.toml").read_text(encoding="utf-8") == table.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A storm hit Georgia. In Atlanta, roads were shut.", "US"),
        ("Protesters filled Tbilisi as Georgia voted.", "GE"),
        ("Georgian police fired tear gas in Georgia.", "GE"),
        ("Ebola spread in Congo, officials in Kinshasa said.", "CD"),
        ("The Congo government in Brazzaville denied it.", "CG"),
        ("The Congolese army advanced on Goma.", "CD"),
    ],
)
def test_an_ambiguous_state_is_read_by_what_else_the_article_names(text: str, code: str) -> None:
    assert code in countries(text)
    assert {"US", "GE", "CD", "CG"} & set(countries(text)) == {code}


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan scored 30 points.",
        "Then Chad Kroeger sang.",
        "A photo of Paris Hilton sold for a fortune.",
        "Guests thanked Israel Kamaka warmly.",
    ],
)
def test_a_first_or_family_name_is_no_state(text: str) -> None:
    assert countries(text) == []


@pytest.mark.parametrize(
    ("text", "canonical", "kind"),
    [
        ("ISIS claimed the attack.", "Islamic State", "group"),
        ("Daesh claimed the attack.", "Islamic State", "group"),
        ("The IS group claimed the attack.", "Islamic State", "group"),
        ("Aid came from the International Monetary Fund.", "IMF", "organisation"),
        ("It was reported by Agence France-Presse.", "AFP", "agency"),
        ("He told al-Jazeera.", "Al Jazeera", "outlet"),
        ("The U.N. agreed.", "United Nations", "organisation"),
        ("He had ties to al Qaeda.", "Al-Qaeda", "group"),
        ("Kurdish fighters withdrew.", "Kurds", "demonym"),
        ("Hizbollah fired rockets.", "Hezbollah", "group"),
        ("The Red Cross warned of famine.", "Red Cross", "organisation"),
        ("Soldiers entered Gaza.", "Gaza Strip", "place"),
        ("Shelling hit Deir al-Zor.", "Deir Ezzor", "place"),
    ],
)
def test_listed_names_have_one_form(text: str, canonical: str, kind: str) -> None:
    assert found(text) == [(canonical, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday the weather was fine.",
        "Police said nothing. Residents fled.",
        "Central banks raised rates.",
        "Military bases were closed.",
        "Local hospitals were full.",
        "IS THIS THE END",
        "GIVE US MORE TIME",
        "Sky was clear at dawn.",
        "Nice weather followed.",
        "On Monday, the mayor resigned.",
        "In March, the general strike began.",
        "The private sector shrank.",
        "He drove a major road to work.",
        "However, Christmas came early.",
    ],
)
def test_words_at_the_start_of_a_sentence_are_no_names(text: str) -> None:
    assert found(text) == []


# ------------------------------------------------------------------------------------------------ persons by their role


@pytest.mark.parametrize(
    ("text", "name", "role", "country"),
    [
        ("President Lucian Voda spoke.", "Lucian Voda", "president", ""),
        ("Romanian Foreign Minister Lucian Voda spoke.", "Lucian Voda", "foreign minister", "RO"),
        ("The Romanian foreign minister, Lucian Voda, spoke.", "Lucian Voda", "foreign minister", "RO"),
        ("Lucian Voda, Romania's foreign minister, spoke.", "Lucian Voda", "foreign minister", "RO"),
        ("Lucian Voda, the Romanian ambassador, was told to go.", "Lucian Voda", "ambassador", "RO"),
        ("the ambassador to Niger, Lucian Voda, was told to go.", "Lucian Voda", "ambassador", "NE"),
        ("The ousted president Voda was held.", "Voda", "president", ""),
        ("Government spokesman, Colonel Ibra Sall, denied it.", "Ibra Sall", "spokesman", ""),
        ("Lt. Gen. Ibra Sall denied it.", "Ibra Sall", "general", ""),
        ("IMF chief Clara Weiss-Kern warned them.", "Clara Weiss-Kern", "head", ""),
        ("IMF head Clara Weiss - Kern warned them of a well - known risk.", "Clara Weiss-Kern", "head", ""),
        ("said Clara Weiss, head of the dockers' union.", "Clara Weiss", "head", ""),
        ("The head of the dockers' union, Clara Weiss, agreed.", "Clara Weiss", "head", ""),
        ("witness Noura told AFP.", "Noura", "witness", ""),
        ("The clinic's director Samir al-Hallaq was hurt.", "Samir al-Hallaq", "head", ""),
        ("Gov. Ana Lopes Prado signed it.", "Ana Lopes Prado", "governor", ""),
        ("Chancellor Karl von der Heide left.", "Karl von der Heide", "chancellor", ""),
        ("Defence Secretary George W. Hart left.", "George W. Hart", "defense minister", ""),
        ("UNICEF Executive Director Mary Lake warned them.", "Mary Lake", "head", ""),
        ("Mohammad al-Tayeb Syrias interior minister told reporters " + "more words " * 30, "Mohammad al-Tayeb",
         "interior minister", "SY"),
        ("Observatory head Sami Abdel Karim said so.", "Sami Abdel Karim", "head", ""),
        ("The acting president, Choi Dae-jung, ordered a probe.", "Choi Dae-jung", "president", ""),
        ("The Crown Service said Axel Rudaban, the Home Secretary of Britain, was at Banks.", "Axel Rudaban",
         "interior minister", "GB"),
        ("a report by Reuters photographer Goran Babic showed it.", "Goran Babic", "journalist", ""),
    ],
)  # fmt: skip
def test_a_role_proves_a_person(text: str, name: str, role: str, country: str) -> None:
    mention = person(text)

    assert (mention.canonical, mention.role, mention.country) == (name, role, country)
    assert mention.role_span is not None


@pytest.mark.parametrize(
    "text",
    [
        "After meeting the generals, the German chancellor said nothing.",
        "The president of France and the king of Spain met.",
        "The director of General Motors Corporation resigned.",
        "The leader of the Labour Party resigned.",
        "The foreign minister said Tuesday that talks failed.",
        "The chairman of Deutsche Bank resigned.",
        "The Red Cross chief resigned.",
        "A spokesman for the Interior Ministry declined to comment.",
        "The king left Prince Edward Island.",
        "The Queen Elizabeth Hospital was full.",
        "A campaign aide. Moscow denied it.",
    ],
)
def test_no_person_is_invented(text: str) -> None:
    assert [name for name in found(text) if name[1] == "person"] == []


def test_a_name_before_the_comma_of_another_clause_does_not_take_the_role() -> None:
    text = "After a call with Pavel Doubek, the Polish president said he would stay."

    assert [(n.canonical, n.role) for n in names(text) if n.kind == "person"] == [("Pavel Doubek", "")]


def test_a_surname_of_the_list_of_people_needs_no_title() -> None:
    assert found("The Putin government denied it.") == [("Vladimir Putin", "person")]
    assert [n.canonical for n in names("Mayor Ivan Putin spoke. Putin left.")] == ["Ivan Putin", "Ivan Putin"]


def test_a_call_with_somebody_does_not_make_him_what_the_caller_is() -> None:
    text = "After a call with Pavel Doubek, the president of Poland said he would stay."

    assert [(n.canonical, n.role) for n in names(text) if n.kind == "person"] == [("Pavel Doubek", "")]


def test_a_surname_stands_for_the_full_name_before_and_after_it() -> None:
    text = "Deposed president Kouyate is ill. The doctors saw President Salif Kouyate. Kouyate’s party met Kouyate."

    assert [n.canonical for n in names(text)] == ["Salif Kouyate"] * 4


def test_a_relative_of_the_same_surname_is_another_person() -> None:
    text = "President Salif Kouyate spoke. His wife, Awa Kouyate, listened. Awa Kouyate left."

    assert [n.canonical for n in names(text)] == ["Salif Kouyate", "Awa Kouyate", "Awa Kouyate"]


def test_a_first_name_of_the_list_proves_a_person_without_a_role() -> None:
    assert found("It was quiet, said Peter Quimby of Leeds.") == [("Peter Quimby", "person"), ("Leeds", "place")]


def test_the_first_of_two_family_names_is_known_again() -> None:
    text = "Senator Miguel Rosales Turbay was shot. Rosales is ill."

    assert [n.canonical for n in names(text)] == ["Miguel Rosales Turbay"] * 2


@pytest.mark.parametrize("text", ["The Baltimore Orioles lost.", "Homes burnt in Pacific Palisades on Monday."])
def test_a_place_that_begins_another_name_is_not_claimed(text: str) -> None:
    assert found(text) == []


def test_names_joined_by_a_hyphen_are_read_apart() -> None:
    text = "The Niger-Mali border and a US$3m deal; Jean-Paul was there."

    assert [(n.canonical, n.span.of(text)) for n in names(text)] == [("Niger", "Niger"), ("Mali", "Mali")]


def test_a_backer_is_not_whose_the_role_is() -> None:
    mention = person("The US-backed rebel commander Samir Hallaq fled.")

    assert (mention.canonical, mention.role, mention.country) == ("Samir Hallaq", "commander", "")


def test_a_name_runs_over_the_end_of_a_wrapped_line() -> None:
    text = (
        "It was there that French President\nAnne Moreau met them,\nand it was there,\nand nowhere else, that\nhe left."
    )

    assert (person(text).canonical, person(text).country) == ("Anne Moreau", "FR")


def test_a_state_may_be_a_known_family_name() -> None:
    assert found("Senator Michael Jordan spoke. Then Jordan left.") == [("Michael Jordan", "person")] * 2


@pytest.mark.parametrize(
    "text", ["Police named Orla Tavish, 34, as the victim.", "A bus hit 34-year-old Orla Tavish there."]
)
def test_an_age_proves_a_person(text: str) -> None:
    assert found(text) == [("Orla Tavish", "person")]


def test_an_office_tells_two_bearers_of_a_surname_apart() -> None:
    text = "Mayor Rosa Quimby spoke. Peter Quimby, a driver, listened. Mayor Quimby left."

    assert [n.canonical for n in names(text)] == ["Rosa Quimby", "Peter Quimby", "Rosa Quimby"]


def test_a_chief_of_another_role_is_no_head() -> None:
    assert [n.role for n in names("Clara Weiss, chief technology officer of Belmart, agreed.") if n.role] == ["officer"]


def test_a_surname_that_is_a_word_is_left_alone_at_the_start_of_a_sentence() -> None:
    text = "Minister Rosa Power resigned. Power was cut and all power lines fell. Then Power spoke."

    assert [n.span.start for n in names(text)] == [14 - 5, text.rindex("Power")]


# ------------------------------------------------------------------------------------- places and bodies by pattern


@pytest.mark.parametrize(
    ("text", "canonical", "kind"),
    [
        ("A fire broke out in the Velmar bank.", "Velmar Bank", "organisation"),
        ("A fire broke out on Ilissou Street.", "Ilissou Street", "place"),
        ("The shop on Rue de Varenne burnt.", "Rue de Varenne", "place"),
        ("They met near Place Dauphine.", "Place Dauphine", "place"),
        ("Guests left the Belmar hotel.", "Belmar Hotel", "organisation"),
        ("Shells fell on the village of Tell Zahra.", "Tell Zahra", "place"),
        ("Shells fell on Zahra village.", "Zahra", "place"),
        ("It happened in Zahra province.", "Zahra", "place"),
        ("He works at the University of Zahra.", "University of Zahra", "organisation"),
        ("She studied at Zahra University.", "Zahra University", "organisation"),
        ("He quoted the Ministry of Defence.", "Ministry of Defence", "organisation"),
        ("He quoted the Lybian Observatory for Human Rights.", "Lybian Observatory for Human Rights", "organisation"),
        ("A clerk of the small firm Belmart fled.", "Belmart", "organisation"),
        ("A jeweller working for Belmart fled.", "Belmart", "organisation"),
        ("Gems vanished from the Harry Belmont jewellery store.", "Harry Belmont Jewellery Store", "organisation"),
        ("The quake hit 40 miles south of Tell Zahra.", "Tell Zahra", "place"),
        ("Raids hit a market in Atarra west of Zahra.", "Atarra", "place"),
        ("He was tried in New Bedford District Court.", "New Bedford District Court", "organisation"),
        ("The Democratic National Committee was hacked.", "Democratic National Committee", "organisation"),
        ("The ferry Costa Azul sank.", "Costa Azul", "organisation"),
    ],
)
def test_a_noun_proves_a_place_or_a_body(text: str, canonical: str, kind: str) -> None:
    assert (canonical, kind) in found(text)


def test_villages_are_read_from_a_list() -> None:
    text = "The worst-hit villages were Tamba, Korvan and Zelin, officials said."

    assert [name for name, _ in found(text)] == ["Tamba", "Korvan", "Zelin"]


def test_a_proved_place_is_known_again_without_its_noun() -> None:
    text = "Shells fell on the town of Zahra. Rebels left Zahra. Zahras mayor fled."

    assert found(text).count(("Zahra", "place")) == 3


def test_a_short_form_stands_for_the_long_name() -> None:
    text = "The Syrian Observatory for Human Rights said five died. Observatory head Adel Sabri said so."

    assert [n.canonical for n in names(text) if n.kind == "organisation"] == ["Syrian Observatory for Human Rights"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "A French company won the contract.",
        "The rebel-held town was quiet.",
        "The Daesh-held town was quiet.",
        "Police station windows broke.",
        "A Greek bank closed.",
    ],
)
def test_a_noun_behind_an_adjective_proves_nothing(text: str) -> None:
    assert [name for name in found(text) if name[1] in ("place", "organisation", "person")] == []


# -------------------------------------------------------------------------------------------------- what always holds


def test_spans_quote_the_text_in_its_order_and_do_not_overlap() -> None:
    text = "French President Anne Moreau met Nigerien envoy Salif Kouyate in Paris. Moreau told AFP, Kouyate said."
    spans = [name.span for name in names(text)]

    assert spans == sorted(spans)
    assert all(not a.meets(b) for a, b in pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)


def test_a_name_said_over_and_over_is_read_apart() -> None:
    text = "It was said that Mr. Power of the old house told Power Power Power."

    assert [n.span.of(text) for n in names(text)] == ["Power"] * 4


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "a", "A", "'", "1,500", "İ", "al-", "U.S.", "\u202e"])
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(names(text), tuple)


@pytest.mark.parametrize(
    "unit",
    [
        "A ",
        "President ",
        "of ",
        "Al-Al ",
        "X, ",
        "- ",
        "the village of A and ",
        "Mr. ",
        "Bank of ",
        "Mr. Power ",
        "Hillary Clinton Was ",
    ],
)
def test_reading_takes_time_in_proportion_to_the_text(unit: str) -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        names(text)
        return time.process_time() - start

    names(unit)
    short, long = unit * 1000, unit * 10000
    assert seconds(long) < 40 * max(seconds(short), 0.005)


TELLING = (
    "President Mr. Gen. of the , , . al- Al Niger Paris Jordan US bank Bank village villages near in Lucian Voda's Voda"
    " and - ex-president French UN head X x U.S. IS Observatory St. “ ” said director Peter von der 12"
)
WORDS = st.sampled_from([*TELLING.split(), "\n"])


@given(st.lists(WORDS, max_size=25))
@settings(max_examples=150, deadline=None)
def test_any_order_of_telling_words_gives_names_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    mentions = names(text)

    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
    assert all(0 <= n.span.start < n.span.end <= len(text) and n.canonical for n in mentions)
    assert all((n.role == "") == (n.role_span is None) for n in mentions)
    assert names(text) == mentions
