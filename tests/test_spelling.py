"""What is one name in two spellings, and what is two names that look alike."""

from __future__ import annotations

import pytest

from claimcheck.read.spelling import alike, same_name

ONE = """
Hass | Haas
Sheikhoun | Shaykhun
Khan Sheikhoun | Khan Shaykhun
Qamishli | al-Qameshli
Tiani | Tchiani
Abdourahamane Tiani | Tiani
Abdourahamane Tiani | Abdourahmane Tchiani
Mohammed | Muhammad
Mohamed Bazoum | Mohammed Bazoum
Rami Abdel Rahman | Rami Abdurrahman
Rami Abdel Rahman | Rami Abdel-Rahman
Rami Abdulrahman | Rami Abd al-Rahman
Yiannis Ritsos | Giannis Ritsos
Karolos Papoulias | Carolos Papoulias
Heidar Zamani | Heydar Zamani
Massoud Barzani | Masoud Barzani
Ilias Moraitis | Elias Moraitis
Volodymyr Zelensky | Vladimir Zelenskyy
Muammar Gaddafi | Moammar Kadhafi
Hosni Mubarak | Mubarak
George W. Bush | George Bush
J. Stoltenberg | Jens Stoltenberg
Dominique Strauss-Kahn | Dominique Strauss Kahn
Kyiv | Kiev
Islamic State | Daesh
São Paulo | Sao Paulo
Jean-Yves Le Drian | Jean Yves Le Drian
Hussein al-Attar | Hossein Attar
Khaledin | Khaldin
Karavan | Karvan
U.S. | United States
Marfa Bank | Marfa Investment Bank
Yevgeny Prigozhin | Evgeny Prigozhin
Deir Ezzor | Deir al-Zor
Ahmed Shafiq | Ahmad Shafik
Recep Tayyip Erdoğan | Recep Tayyip Erdogan
Bashar al-Assad | Assad
Qasem Soleimani | Ghasem Suleimani
Hodeidah | Hudaydah
Len Quimby | Leonard E. Quimby
Bill Quimby | William Quimby
"""

TWO = """
Niger | Nigeria
Iran | Iraq
Mali | Malawi
Austria | Australia
Slovakia | Slovenia
Sudan | South Sudan
Guinea | Papua New Guinea
Guinea | Guinea-Bissau
Congo-Brazzaville | Congo-Kinshasa
Dominica | Dominican Republic
Alan Lane | Anthony Lake
Hassan Rouhani | Hussein Rouhani
Maria Lopez | Mario Lopez
Paul Martin | Paula Martin
Kamal Jafari | Jamal Jafari
Salam Fayyad | Salim Fayyad
Aleppo | Lepanto
Bill Clinton | Hillary Clinton
George Papandreou | Andreas Papandreou
Homs | Hama
Macron | Marcon
Putin | Rasputin
Lake | Lane
New York | York
Ali Khamenei | Ruhollah Khomeini
Bank of England | Bank of Ireland
Tripoli | Tivoli
Marfa Egnatia Bank | Marfa Investment Bank
Hamas | Hamad
Daniel Silva | Daniela Silva
Daraa | Darfur
Jordan | Jorgen
Beirut | Beira
Kharkiv | Kherson
Red Cross | Red Crescent
North Korea | South Korea
Dan Quimby | Dana Quimby
Chris Quimby | Christine Quimby
Jon Quimby | Joan Quimby
Emmanuel Macron | Brigitte Macron
"""


def pairs(table: str) -> list[tuple[str, str]]:
    return [(a.strip(), b.strip()) for a, b in (line.split("|") for line in table.strip().splitlines())]


@pytest.mark.parametrize(("a", "b"), pairs(ONE))
def test_two_spellings_of_one_name(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(("a", "b"), pairs(TWO))
def test_two_names_that_look_alike(a: str, b: str) -> None:
    assert not same_name(a, b)
    assert not same_name(b, a)


def test_likeness_lies_between_none_and_one() -> None:
    assert alike("Niger", "Nigeria") == 0.0
    assert alike("Kyiv", "Kiev") == 1.0
    assert 0.0 < alike("Alan Lane", "Anthony Lake") < 0.8
