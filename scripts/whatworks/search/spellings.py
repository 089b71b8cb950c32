"""Spellings that the index takes for one: American for British ones, irregular plurals, endings in -ize."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "children": "child", "childrens": "child", "kids": "kid", "women": "woman", "womens": "woman", "men": "man",
    "mens": "man", "buses": "bus", "mice": "mouse", "feet": "foot", "teeth": "tooth", "lives": "life",
    "wives": "wife", "knives": "knife", "shelves": "shelf", "halves": "half", "leaves": "leaf", "loaves": "loaf",
    "peoples": "people", "center": "centre", "centers": "centres", "centered": "centred", "program": "programme",
    "programs": "programmes", "license": "licence", "licenses": "licences", "licensed": "licenced",
    "licensing": "licencing", "practise": "practice", "practises": "practices", "practised": "practiced",
    "practising": "practicing", "defense": "defence", "offense": "offence", "enroll": "enrol",
    "enrollment": "enrolment", "fulfill": "fulfil", "fulfillment": "fulfilment", "aging": "ageing", "gray": "grey",
    "curb": "kerb", "curbs": "kerbs", "curbside": "kerbside", "mold": "mould", "molds": "moulds", "moldy": "mouldy",
    "plow": "plough", "catalog": "catalogue", "dialog": "dialogue", "jewelry": "jewellery", "skillful": "skilful",
    "theater": "theatre", "theaters": "theatres", "liter": "litre", "liters": "litres", "pediatric": "paediatric",
    "tire": "tyre", "tires": "tyres", "labor": "labour", "labors": "labours", "judgment": "judgement",
    "acknowledgment": "acknowledgement",
}  # fmt: skip
"""Whole words."""
STARTS: tuple[tuple[str, str], ...] = (
    ("behavior", "behaviour"), ("color", "colour"), ("neighbor", "neighbour"), ("favor", "favour"),
    ("harbor", "harbour"), ("honor", "honour"), ("rumor", "rumour"), ("endeavor", "endeavour"),
    ("counselor", "counsellor"), ("counseling", "counselling"), ("traveler", "traveller"),
    ("traveling", "travelling"), ("modeling", "modelling"), ("labeling", "labelling"), ("fueling", "fuelling"),
    ("canceled", "cancelled"),
)  # fmt: skip
"""Beginnings of words."""
ENDS: tuple[tuple[str, str, int], ...] = (
    ("ization", "isation", 9), ("izations", "isations", 10), ("izing", "ising", 7), ("izer", "iser", 7),
    ("izers", "isers", 8), ("ized", "ised", 7), ("izes", "ises", 7), ("ize", "ise", 6), ("yze", "yse", 6),
    ("yzed", "ysed", 6), ("yzing", "ysing", 6),
)  # fmt: skip
"""Endings, with the least number of letters of a word in which they are mended."""
