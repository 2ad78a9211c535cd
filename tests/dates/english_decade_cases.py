"""Decades with an apostrophe, and years that own something: name, day of publication, text, what is found."""

LANGUAGE = "en"

DECADES = (
    ("decade, apostrophe", "", "It began in the 1970's.", ["the 1970's = DATE 197"]),
    ("decade, curly apostrophe", "", "It began in the 1970’s and grew.", ["the 1970’s = DATE 197"]),
    ("late decade, apostrophe", "", "It began in the late 1970's here.", ["the late 1970's = DATE 197 END"]),
    ("early decade, curly apostrophe", "", "The early 1990’s were dry.", ["The early 1990’s = DATE 199 START"]),
    ("mid decade, apostrophe", "", "By the mid-1980's it was gone.", ["the mid-1980's = DATE 198 MID"]),
    (
        "end of a decade, apostrophe",
        "",
        "It lay idle at the end of the 1960's.",
        ["the end of the 1960's = DATE 196 END"],
    ),
    ("during a decade, apostrophe", "", "Wells dried up during 1980's droughts.", ["1980's = DATE 198"]),
    ("since a decade, apostrophe", "", "It has grown since 1980's.", ["1980's = DATE 198"]),
    ("short decade, apostrophe", "", "It began in the '80's.", ["the '80's = DATE 198"]),
    (
        "two decades, apostrophes",
        "",
        "Books of the 1980's and 1990's lay there.",
        ["the 1980's = DATE 198", "1990's = DATE 199"],
    ),
    (
        "from decade to decade, apostrophes",
        "",
        "From the late 1970’s to the early 1980’s it rose.",
        ["the late 1970’s = DATE 197 END", "the early 1980’s = DATE 198 START"],
    ),
    ("hundred years, apostrophe", "", "Maps of the 1800's show it.", ["the 1800's = DATE 18"]),
    ("a year owns", "", "Parliament cut 1987's budget.", ["1987 = DATE 1987"]),
    ("a year with a nought owns", "", "It was 1990's best harvest.", ["1990 = DATE 1990"]),
    ("a year behind in owns", "", "He played in 1990’s “The Long Ford” too.", ["1990 = DATE 1990"]),
    ("the year owns, no nought", "", "The late 1987's rain.", ["The late 1987 = DATE 1987 END"]),
)
