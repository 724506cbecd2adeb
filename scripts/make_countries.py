"""Write claimcheck/lexicon/en/countries.toml: countryinfo's states, corrected and completed by the tables below.

Run by hand when a state changes its name: `python scripts/make_countries.py`; needs countryinfo.
"""

from __future__ import annotations

from pathlib import Path

from countryinfo import all_countries

TARGET = Path(__file__).parent.parent / "claimcheck" / "lexicon" / "en" / "countries.toml"

LEFT_OUT = {
    # uninhabited, dissolved, or a part of a state whose demonym ("French", "Chinese") belongs to the whole
    "AN", "AQ", "AX", "BL", "BQ", "BV", "CC", "CK", "CS", "CX", "GF", "GG", "GP", "GS", "HM",
    "IM", "IO", "JE", "MF", "MP", "MQ", "MS", "NF", "NU", "PF", "PM", "PN", "RE", "SH", "SJ",
    "SX", "TC", "TF", "TK", "UM", "VG", "VI", "WF", "YT", "AI", "AS", "AW", "BM", "CW", "FK",
    "FO", "GI", "GU", "KY", "NC",
}  # fmt: skip
NAMES = {
    "BA": ["Bosnia and Herzegovina", "Bosnia-Herzegovina", "Bosnia", "BiH"],
    "BS": ["Bahamas"],
    "CD": ["Democratic Republic of the Congo", "Democratic Republic of Congo", "DR Congo", "DRC", "D.R. Congo",
           "Congo-Kinshasa", "Congo"],
    "CG": ["Republic of the Congo", "Republic of Congo", "Congo-Brazzaville", "Congo Republic"],
    "CI": ["Ivory Coast", "Cote d'Ivoire", "Côte d'Ivoire", "Côte d’Ivoire", "Cote d’Ivoire"],
    "CN": ["China", "People's Republic of China", "PRC"],
    "CV": ["Cape Verde", "Cabo Verde"],
    "CZ": ["Czech Republic", "Czechia"],
    "FM": ["Micronesia", "Federated States of Micronesia"],
    "GB": ["United Kingdom", "UK", "U.K.", "U. K.", "Britain", "Great Britain", "England", "Scotland", "Wales",
           "Northern Ireland"],
    "GM": ["Gambia", "The Gambia"],
    "GN": ["Guinea", "Guinea-Conakry"],
    "GW": ["Guinea-Bissau", "Guinea Bissau"],
    "HK": ["Hong Kong"],
    "IE": ["Ireland", "Republic of Ireland", "Irish Republic"],
    "IR": ["Iran", "Islamic Republic of Iran"],
    "KG": ["Kyrgyzstan", "Kirghizia"],
    "KP": ["North Korea", "DPRK", "N. Korea", "N Korea", "Democratic People's Republic of Korea"],
    "KR": ["South Korea", "Republic of Korea", "S. Korea", "S Korea"],
    "LA": ["Laos"],
    "MK": ["North Macedonia", "Macedonia", "Republic of Macedonia"],
    "MM": ["Myanmar", "Burma"],
    "MO": ["Macau", "Macao"],
    "NL": ["Netherlands", "Holland"],
    "PS": ["Palestine", "Palestinian Territories", "Palestinian territories", "Occupied Palestinian Territory",
           "State of Palestine"],
    "RU": ["Russia", "Russian Federation"],
    "SA": ["Saudi Arabia", "Kingdom of Saudi Arabia"],
    "ST": ["Sao Tome and Principe", "São Tomé and Príncipe", "Sao Tome"],
    "SY": ["Syria", "Syrian Arab Republic"],
    "SZ": ["Eswatini", "Swaziland"],
    "TL": ["East Timor", "Timor-Leste", "Timor Leste"],
    "TR": ["Turkey", "Türkiye", "Turkiye"],
    "AE": ["United Arab Emirates", "UAE", "U.A.E."],
    "US": ["United States", "United States of America", "US", "U.S.", "U. S.", "USA", "U.S.A.", "America"],
    "VA": ["Vatican", "Holy See", "Vatican City"],
    "XK": ["Kosovo"],
    "CF": ["Central African Republic", "C.A.R."],
    "KN": ["Saint Kitts and Nevis", "St Kitts and Nevis", "St. Kitts and Nevis"],
    "LC": ["Saint Lucia", "St Lucia", "St. Lucia"],
    "VC": ["Saint Vincent and the Grenadines", "St Vincent and the Grenadines", "St. Vincent and the Grenadines"],
    "TT": ["Trinidad and Tobago", "Trinidad"],
    "AG": ["Antigua and Barbuda", "Antigua"],
}  # fmt: skip
DEMONYMS = {
    "AF": ["Afghan"], "AG": ["Antiguan", "Barbudan"], "AR": ["Argentine", "Argentinian", "Argentinean"],
    "AZ": ["Azerbaijani", "Azeri"], "BA": ["Bosnian", "Herzegovinian"], "BD": ["Bangladeshi"],
    "BF": ["Burkinabe", "Burkinabé", "Burkinabè"], "BH": ["Bahraini"],
    "BW": ["Botswanan", "Motswana", "Batswana"], "BY": ["Belarusian", "Belarussian"],
    "CD": ["Congolese"], "CG": [], "CF": ["Central African"], "CI": ["Ivorian", "Ivoirian"],
    "CV": ["Cape Verdean", "Cape Verdian"], "CY": ["Cypriot", "Greek Cypriot", "Turkish Cypriot"],
    "CH": ["Swiss"], "CZ": ["Czech"], "DJ": ["Djiboutian"], "DK": ["Danish", "Dane"], "DM": [],
    "DO": ["Dominican"], "EC": ["Ecuadorean", "Ecuadorian"], "EH": ["Sahrawi", "Saharawi"],
    "ES": ["Spanish", "Spaniard"], "FI": ["Finnish", "Finn"], "FJ": ["Fijian"],
    "FR": ["French", "Frenchman", "Frenchwoman", "Frenchmen"],
    "GB": ["British", "Briton", "Brit", "English", "Englishman", "Scottish", "Scot", "Welsh", "Northern Irish"],
    "GN": ["Guinean"], "GW": ["Bissau-Guinean"], "HK": ["Hongkonger", "Hong Konger"], "IE": ["Irish", "Irishman"],
    "IL": ["Israeli"], "IN": ["Indian"], "IQ": ["Iraqi"], "IS": ["Icelandic", "Icelander"],
    "KG": ["Kyrgyz", "Kyrgyzstani", "Kirghiz"], "KM": ["Comorian", "Comoran"], "KN": ["Kittitian", "Nevisian"],
    "KW": ["Kuwaiti"], "KZ": ["Kazakh", "Kazakhstani"], "LA": ["Laotian", "Lao"],
    "LI": ["Liechtensteiner"], "LS": ["Basotho", "Mosotho"], "LU": ["Luxembourgish", "Luxembourger"],
    "MC": ["Monegasque", "Monégasque"], "MG": ["Malagasy", "Madagascan"], "MK": ["Macedonian"],
    "MM": ["Burmese", "Myanmarese"], "MV": ["Maldivian", "Maldivan"], "NE": ["Nigerien", "Nigérien"],
    "NL": ["Dutch", "Dutchman", "Dutchwoman"], "NP": ["Nepali", "Nepalese"], "NZ": ["New Zealander", "Kiwi"],
    "OM": ["Omani"], "PH": ["Filipino", "Filipina", "Philippine"], "PK": ["Pakistani"], "PL": ["Polish", "Pole"],
    "PS": ["Palestinian"], "PT": ["Portuguese"], "QA": ["Qatari"], "RO": ["Romanian"],
    "SA": ["Saudi", "Saudi Arabian"], "SC": ["Seychellois"], "SE": ["Swedish", "Swede"],
    "SI": ["Slovenian", "Slovene"], "SK": ["Slovak", "Slovakian"], "SM": ["Sammarinese"],
    "SO": ["Somali", "Somalian"], "SR": ["Surinamese", "Surinamer"], "ST": ["Sao Tomean"], "SZ": ["Swazi"],
    "TH": ["Thai"], "TJ": ["Tajik", "Tajikistani", "Tadzhik"], "TL": ["East Timorese", "Timorese"],
    "TM": ["Turkmen"], "TR": ["Turkish", "Turk"], "TT": ["Trinidadian", "Tobagonian"],
    "AE": ["Emirati"], "US": ["American"], "UZ": ["Uzbek", "Uzbekistani"], "VA": [], "VC": ["Vincentian"],
    "VU": ["Ni-Vanuatu", "Vanuatuan"], "XK": ["Kosovar", "Kosovan"], "YE": ["Yemeni"], "MO": ["Macanese"],
    "TO": ["Tongan"], "GL": ["Greenlandic", "Greenlander"], "SG": ["Singaporean"], "GE": ["Georgian"],
    "BR": ["Brazilian"], "VN": ["Vietnamese"],
}  # fmt: skip
CAPITALS = {
    "BO": ["La Paz", "Sucre"], "BR": ["Brasilia", "Brasília"], "CI": ["Abidjan", "Yamoussoukro"],
    "CM": ["Yaounde", "Yaoundé"], "CO": ["Bogota", "Bogotá"], "CR": ["San José", "San Jose"],
    "DJ": [], "EH": ["Laayoune"], "FM": ["Palikir"], "GT": ["Guatemala City"], "HK": [], "MC": [], "MO": [],
    "IL": ["Jerusalem"], "KZ": ["Astana", "Nur-Sultan"], "KW": ["Kuwait City"], "LK": ["Colombo"], "LU": [],
    "MD": ["Chisinau", "Chișinău"], "MV": ["Male", "Malé"], "MM": ["Naypyidaw", "Naypyitaw"],
    "NL": ["Amsterdam", "The Hague"], "NG": ["Abuja"], "PA": ["Panama City"], "PS": ["Ramallah"],
    "PY": ["Asuncion", "Asunción"], "PL": ["Warsaw"], "SG": [], "SM": [], "ST": ["São Tomé"],
    "TD": ["N'Djamena", "N’Djamena", "Ndjamena"], "TG": ["Lome", "Lomé"], "TO": ["Nuku'alofa", "Nuku’alofa"],
    "TW": ["Taipei"], "TZ": ["Dodoma", "Dar es Salaam"], "UA": ["Kyiv", "Kiev"],
    "US": ["Washington", "Washington D.C.", "Washington DC", "Washington, D.C."], "VA": [],
    "XK": ["Pristina", "Prishtina"], "YE": ["Sana'a", "Sanaa", "Sana’a"],
    "ZA": ["Pretoria", "Cape Town"], "IN": ["New Delhi", "Delhi"],
    "BI": ["Bujumbura", "Gitega"], "SZ": ["Mbabane", "Lobamba"], "CL": ["Santiago"], "RO": ["Bucharest"],
    "AG": ["St. John's"], "GD": ["St. George's"], "MX": ["Mexico City"], "PR": ["San Juan"], "GL": ["Nuuk"],
    "BJ": ["Cotonou", "Porto-Novo"], "MY": ["Kuala Lumpur", "Putrajaya"], "ME": ["Podgorica"],
    "BE": ["Brussels"], "NR": ["Yaren"], "NO": ["Oslo"], "GE": ["Tbilisi"], "KI": ["Tarawa", "South Tarawa"],
}  # fmt: skip
AMBIGUOUS = {
    # a state of the USA, a family or first name, or one of two states: the words beside it decide
    "Georgia": ["GE", "US"], "Jordan": ["JO", "person"], "Chad": ["TD", "person"], "Congo": ["CD", "CG"],
    "Congolese": ["CD", "CG"], "Dominican": ["DO", "DM"], "Dominicans": ["DO", "DM"], "Guinea": ["GN", "PG"],
    "Washington": ["US", "person"], "Santiago": ["CL", "person"], "Sofia": ["BG", "person"],
    "Kingston": ["JM", "person"], "Wellington": ["NZ", "person"], "Paris": ["FR", "person"],
    "London": ["GB", "person"], "Vienna": ["AT", "person"], "Israel": ["IL", "person"],
    "Georgetown": ["GY", "place"], "America": ["US", "place"],
}  # fmt: skip
NOT_NAMES = frozenset(
    # words that mean something else more often: "Male suspects", "Pole position", "a Kiwi", "Dane Smith"
    ["Male", "Pole", "Kiwi", "Kiwis", "Dane", "Finn", "Scot", "Brit", "Victoria", "Emirates", "CAR", "Lao", "San Jose"]
)


def unlike_plural(word: str) -> bool:
    """Whether people of that name have no plural in -s: "the French", "the Chinese"."""
    return word.endswith(("ese", "ish", "sh", "ch", "ss", "men", "man", "s", "Ni-Vanuatu", "Dutch", "Welsh"))


def clean(items: list[str], taken: list[str]) -> list[str]:
    """Leave out what is taken or says something else more often; keep the order."""
    return [item for item in dict.fromkeys(items) if item not in NOT_NAMES and item not in taken]


def rows() -> dict[str, dict[str, list[str]]]:
    """Collect names, demonyms and capitals by ISO code."""
    found: dict[str, dict[str, list[str]]] = {}
    for entry in all_countries():
        info = entry.info()
        code = info.get("ISO", {}).get("alpha2")
        if code and code not in LEFT_OUT and code not in found:
            capital = info.get("capital")
            found[code] = {
                "names": NAMES.get(code, [info["name"]]),
                "demonyms": DEMONYMS.get(code, [d for d in (info.get("demonym") or "").split(",") if d]),
                "capitals": CAPITALS.get(code, [capital] if isinstance(capital, str) else []),
            }
    found["XK"] = {"names": NAMES["XK"], "demonyms": DEMONYMS["XK"], "capitals": CAPITALS["XK"]}
    for code, row in found.items():
        row["demonyms"] += [d + "s" for d in row["demonyms"] if not unlike_plural(d)]
        if code == "GB":
            row["capitals"] = ["London"]
        row["names"] = clean(row["names"], [])
        row["demonyms"] = clean(row["demonyms"], row["names"])
        row["capitals"] = clean(row["capitals"], row["names"])
    return dict(sorted(found.items()))


def quoted(items: list[str]) -> str:
    """Print a TOML array of strings."""
    return "[" + ", ".join(f'"{item}"' for item in items) + "]"


def main() -> None:
    """Write the table."""
    lines = [
        "# Generated by scripts/make_countries.py from countryinfo (MIT) and its corrections; do not edit by hand.",
        "# ISO code = [names, the first canonical], [demonyms], [capitals, the first canonical]",
        "",
        "[states]",
        *(f"{c} = [{quoted(r['names'])}, {quoted(r['demonyms'])}, {quoted(r['capitals'])}]" for c, r in rows().items()),
        "",
        "[ambiguous]",
        *(f'"{word}" = {quoted(readings)}' for word, readings in sorted(AMBIGUOUS.items())),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
