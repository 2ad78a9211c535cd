"""What the words around an English date decide; columns as in the other files.

Plans and direction, `today` as the present age, times of day, numbers and names that hold no date.
"""

LANGUAGE = "en"
TUESDAY = "2023-08-22"
SUNDAY = "2023-08-20"

ENTRIES = (
    (
        "a digest, whose days head its paragraphs",
        "2022-05-10",
        "06.04.22: Orma. The ferry that sank on Monday was raised yesterday.\n\nOn Monday it rained.",
        [
            "06.04.22 = DATE 2022-04-06",
            "Monday = DATE 2022-04-04",
            "yesterday = DATE 2022-04-05",
            "Monday = DATE 2022-05-09",
        ],
    ),
    (
        "a diary",
        "2022-05-10",
        "6 April 2022: It rained today.",
        ["6 April 2022 = DATE 2022-04-06", "today = DATE 2022-04-06"],
    ),
    (
        "a day within a paragraph heads nothing",
        "2022-05-10",
        "Orma, 6 April 2022: it rained yesterday.",
        ["6 April 2022 = DATE 2022-04-06", "yesterday = DATE 2022-05-09"],
    ),
    (
        "a day to come heads nothing",
        "2022-05-10",
        "6 June 2022: It rained yesterday.",
        ["6 June 2022 = DATE 2022-06-06", "yesterday = DATE 2022-05-09"],
    ),
)
PLANS = (
    (
        "behind quoted words",
        "2017-03-02",
        'The council called the find "a height of folly" on Wednesday, and could not say more.',
        ["Wednesday = DATE 2017-03-01"],
    ),
    ("could not", "2017-03-02", "She could not be reached on Wednesday.", ["Wednesday = DATE 2017-03-01"]),
    (
        "a day of the last two months, though of what is to be",
        "2017-03-25",
        "The firm will not be bound by the mayor's Jan. 24 order.",
        ["Jan. 24 = DATE 2017-01-24"],
    ),
    (
        "the part of a day that its date follows",
        "2017-03-25",
        "It took place on a Monday evening on 21 February 1944.",
        ["Monday evening = TIME 1944-02-21TEV", "21 February 1944 = DATE 1944-02-21"],
    ),
    (
        "possessive, nearer behind",
        "2017-03-09",
        "Wednesday's changes would see it rise.",
        ["Wednesday = DATE 2017-03-08"],
    ),
    ("possessive, soon to come", "2017-02-17", "Saturday's game will be hard.", ["Saturday = DATE 2017-02-18"]),
    (
        "after the vote of a weekday",
        "2017-02-17",
        "Following Thursday's vote, he resigned.",
        ["Following Thursday = DATE 2017-02-16"],
    ),
    (
        "a day of last year",
        "2017-03-20",
        "She left on June 12 of last year.",
        ["June 12 of last year = DATE 2016-06-12"],
    ),
    (
        "a day of that year",
        "2017-03-20",
        "In 2014 it rained. On March 18 that year, he left.",
        ["2014 = DATE 2014", "March 18 that year = DATE 2014-03-18"],
    ),
    ("full stops, the day first", "2017-02-28", "It came on 02.01.2017 by post.", ["02.01.2017 = DATE 2017-01-02"]),
    ("due to be", SUNDAY, "The report is due to be published in May.", ["May = DATE 2024-05"]),
    ("run through", SUNDAY, "The fair will run through June.", ["June = DATE 2024-06"]),
    (
        "postponed until",
        TUESDAY,
        "The start was postponed until 15:00 GMT Saturday.",
        ["15:00 GMT Saturday = TIME 2023-08-26T15:00"],
    ),
    ("until, with a past verb", TUESDAY, "They had until Monday to answer.", ["Monday = DATE 2023-08-28"]),
    ("by", TUESDAY, "The debt was to be paid by Monday.", ["Monday = DATE 2023-08-28"]),
    ("set for", TUESDAY, "The hearing is set for Monday.", ["Monday = DATE 2023-08-28"]),
    ("set, a past verb", TUESDAY, "The judge set Monday as the day of truth.", ["Monday = DATE 2023-08-21"]),
    ("scheduled", TUESDAY, "A second meeting was scheduled for Monday.", ["Monday = DATE 2023-08-28"]),
    ("to be held", TUESDAY, "The talks, to be held Monday, worry them.", ["Monday = DATE 2023-08-28"]),
    ("will be held", TUESDAY, "The talks will be held Monday.", ["Monday = DATE 2023-08-28"]),
    ("agreed to", TUESDAY, "The two sides agreed to meet Monday.", ["Monday = DATE 2023-08-28"]),
    ("is leaving", TUESDAY, "The team is leaving Monday.", ["Monday = DATE 2023-08-28"]),
    ("has to", TUESDAY, "The firm has to answer Monday.", ["Monday = DATE 2023-08-28"]),
    (
        "a future of another clause",
        TUESDAY,
        "He will resign because the jury met Friday.",
        ["Friday = DATE 2023-08-18"],
    ),
    ("a plan behind that", TUESDAY, "They plan a law that Friday brought down.", ["Friday = DATE 2023-08-18"]),
    ("irregular past: quit", TUESDAY, "The mayor quit Friday.", ["Friday = DATE 2023-08-18"]),
    ("irregular past: tore", TUESDAY, "A storm tore the roof off Friday.", ["Friday = DATE 2023-08-18"]),
    ("regular past", TUESDAY, "The volcano erupted Friday.", ["Friday = DATE 2023-08-18"]),
    ("had", TUESDAY, "The town had snow Friday.", ["Friday = DATE 2023-08-18"]),
    ("a name that ends in -ed", TUESDAY, "He will fly to the United States Monday.", ["Monday = DATE 2023-08-28"]),
    (
        "a verb beyond a blank line",
        "2023-10-24",
        "They might be targeted.\n\nOn May 6, Ann Lee was charged.",
        ["May 6 = DATE 2023-05-06"],
    ),
    ("lasted until", TUESDAY, "The strike lasted until Friday.", ["Friday = DATE 2023-08-18"]),
    ("had left by", TUESDAY, "The force had left by Dec. 31.", ["Dec. 31 = DATE 2022-12-31"]),
    ("was to", TUESDAY, "The pope was to arrive Friday.", ["Friday = DATE 2023-08-25"]),
    ("before, no verb of the past", TUESDAY, "He wants talks before Friday.", ["Friday = DATE 2023-08-25"]),
    ("a weekday that owns", TUESDAY, "Friday's meeting was tense.", ["Friday = DATE 2023-08-18"]),
    (
        "deed and plan",
        TUESDAY,
        "The court ruled Friday that the sale could begin Monday.",
        ["Friday = DATE 2023-08-18", "Monday = DATE 2023-08-28"],
    ),
    ("in brackets", TUESDAY, "He will leave (Monday), they said.", ["Monday = DATE 2023-08-28"]),
    ("resume", TUESDAY, "The talks resume Monday.", ["Monday = DATE 2023-08-28"]),
    ("this weekday, just gone", TUESDAY, "He spoke this Monday.", ["this Monday = DATE 2023-08-21"]),
    ("last Monday on a Tuesday", TUESDAY, "He came last Monday.", ["last Monday = DATE 2023-08-14"]),
    ("last Monday on a Sunday", SUNDAY, "He came last Monday.", ["last Monday = DATE 2023-08-14"]),
    (
        "a weekday named before",
        TUESDAY,
        "The feast will be Monday.\n\nMonday, children first.",
        ["Monday = DATE 2023-08-28", "Monday = DATE 2023-08-28"],
    ),
)
NOWADAYS = (
    ("is today", TUESDAY, "She is today the head of a bank.", ["today = DATE PRESENT_REF"]),
    ("today, how things stand", TUESDAY, "People today live longer.", ["today = DATE PRESENT_REF"]),
    ("than today", TUESDAY, "Bread was cheaper than today.", ["today = DATE PRESENT_REF"]),
    ("of today", TUESDAY, "The children of today swim.", ["today = DATE PRESENT_REF"]),
    ("today's deed", TUESDAY, "The firm said today that it fell.", ["today = DATE 2023-08-22"]),
    ("today, a plan", TUESDAY, "The firm will open today.", ["today = DATE 2023-08-22"]),
    ("today as the subject", TUESDAY, "Today is a sad day.", ["Today = DATE 2023-08-22"]),
    ("is meeting today", TUESDAY, "The council is meeting today.", ["today = DATE 2023-08-22"]),
)
TIMES = (
    (
        "a day behind a time in brackets",
        TUESDAY,
        "It struck at 10:35 a.m. (0735 GMT) Friday, killing ten.",
        ["10:35 a.m. = TIME 2023-08-18T10:35", "0735 GMT = TIME 2023-08-18T07:35", "Friday = DATE 2023-08-18"],
    ),
    (
        "the last day named, sentences on",
        TUESDAY,
        "He landed on Friday. " + "The crowd sang and the band played on. " * 6 + "At 10:30 p.m. he left.",
        ["Friday = DATE 2023-08-18", "10:30 p.m. = TIME 2023-08-18T22:30"],
    ),
    ("overnight is of the printing", TUESDAY, "It rained overnight.", ["overnight = TIME 2023-08-22TNI"]),
)
NUMBERS = (
    ("an address", "", "He lives at 1600 Pennsylvania Avenue.", []),
    ("a time zone", TUESDAY, "It left at 1530 EST.", ["1530 EST = TIME 2023-08-22T15:30"]),
    ("military time", TUESDAY, "It left at 1530 hours.", ["1530 hours = TIME 2023-08-22T15:30"]),
    ("hours of work", TUESDAY, "It took 2000 hours.", ["2000 hours = DURATION PT2000H"]),
    ("times of day without a mark", TUESDAY, "The road is shut from 1530 to 1630.", []),
    ("a time of day after by", TUESDAY, "All were home by 1630.", []),
    ("a year of long ago", TUESDAY, "The abbey burnt in 1630.", ["1630 = DATE 1630"]),
    ("more than", "", "It has more than 1400.", []),
    ("a resolution", "", "Under resolution 2100 (2013) it stayed.", ["2013 = DATE 2013"]),
    ("a decision", "", "The decision 2100 stands.", []),
    ("a year to come", "", "The sea will rise by 2100.", ["2100 = DATE 2100"]),
    ("money last year", TUESDAY, "It drew 300,000 last year.", ["last year = DATE 2022"]),
    ("slashes, year first", "", "Stamped 2023/07/12 in Gao.", ["2023/07/12 = DATE 2023-07-12"]),
)
NAMES = (
    ("summer time", TUESDAY, "It is British Summer Time now.", ["now = DATE PRESENT_REF"]),
    ("olympics", TUESDAY, "He won at the Winter Olympics.", []),
    ("a team", TUESDAY, "He coached the 1953 team.", []),
    ("a season of a year", TUESDAY, "He won in Winter 2014.", ["Winter 2014 = DATE 2014-WI"]),
)
LENGTHS = (
    ("earlier than usual", TUESDAY, "It opened a month earlier than usual.", ["a month earlier = DURATION P1M"]),
    (
        "a month earlier",
        TUESDAY,
        "In July 2022 it fell; a month earlier it rose.",
        ["July 2022 = DATE 2022-07", "a month earlier = DATE 2022-06"],
    ),
    (
        "later, but not after the printing",
        TUESDAY,
        "The army came in 2019. Now, ten years later, it has gone.",
        ["2019 = DATE 2019", "Now = DATE PRESENT_REF", "ten years later = DURATION P10Y"],
    ),
    ("recent days", TUESDAY, "It has rained in recent days.", ["recent days = DURATION PXD"]),
    ("at the moment", TUESDAY, "He is ill at the moment.", ["at the moment = DATE PRESENT_REF"]),
    (
        "the same unit twice",
        "",
        "It took half a century and two years.",
        ["half a century and two years = DURATION P52Y"],
    ),
    ("of this month", TUESDAY, "They vote on the 13th of this month.", ["the 13th of this month = DATE 2023-08-13"]),
)
QUARTERS = (
    (
        "a year before a quarter",
        TUESDAY,
        "It lost money in the second quarter, against a profit a year earlier.",
        ["the second quarter = DATE 2023-Q2", "a year earlier = DATE 2022-Q2"],
    ),
    (
        "the quarter that was named",
        TUESDAY,
        "Sales rose in the second quarter. For the quarter, costs fell.",
        ["the second quarter = DATE 2023-Q2", "the quarter = DATE 2023-Q2"],
    ),
    ("the quarter, none named", TUESDAY, "Costs fell in the quarter.", ["the quarter = DATE 2023-Q3"]),
    (
        "first Sunday of",
        TUESDAY,
        "They run on the first Sunday of July.",
        ["the first Sunday of July = DATE 2023-07-02"],
    ),
    (
        "last week of",
        TUESDAY,
        "They ran in the last week of June 2023.",
        ["the last week of June 2023 = DATE 2023-W26"],
    ),
    ("easter sunday", TUESDAY, "They ran on Easter Sunday 2016.", ["Easter Sunday 2016 = DATE 2016-03-27"]),
)
BEFORE_OUR_ERA = (
    ("a month", TUESDAY, "They met in April 480 BC.", ["April 480 BC = DATE BC0480"]),
    ("a season", TUESDAY, "They met in the spring of 480 BC.", ["the spring of 480 BC = DATE BC0480"]),
    ("a decade", TUESDAY, "They met in the 470s BC.", ["the 470s BC = DATE BC047"]),
)

BARE_DAYS = (
    ("a day to come without its month", TUESDAY, "The council will meet on the 2nd.", ["the 2nd = DATE 2023-09-02"]),
    ("a day that is over", TUESDAY, "The council met on the 25th.", ["the 25th = DATE 2023-07-25"]),
    (
        "a day near the one before it",
        TUESDAY,
        "On 28 May the ship sailed. It came back on the 3rd.",
        ["28 May = DATE 2023-05-28", "the 3rd = DATE 2023-06-03"],
    ),
    (
        "a day before the text appeared",
        TUESDAY,
        "On 6 August it burned. The mayor came on the 25th.",
        ["6 August = DATE 2023-08-06", "the 25th = DATE 2023-07-25"],
    ),
    ("no verb tells the month", TUESDAY, "A fair on the 15th.", ["the 15th = DATE XXXX-XX-15"]),
    ("a floor", TUESDAY, "They met on the 15th floor.", []),
    ("floors", TUESDAY, "They met on the 3rd and 4th floors.", []),
    ("a hole", TUESDAY, "She made a bogey on the 15th.", []),
)
WEEKDAY_AND_WEEK = (
    ("a week after the day to come", TUESDAY, "The talks resume on Friday week.", ["Friday week = DATE 2023-09-01"]),
    ("a week from today", TUESDAY, "It opens Tuesday week, he said.", ["Tuesday week = DATE 2023-08-29"]),
    ("a week of that name", TUESDAY, "It is the Monday week schedule.", ["Monday = DATE 2023-08-21"]),
)
MILITARY_CLOCK = (
    ("a clock time", TUESDAY, "They left at 1400 hours.", ["1400 hours = TIME 2023-08-22T14:00"]),
    (
        "between two",
        TUESDAY,
        "They left between 1400 and 1600 hours.",
        ["1400 = TIME 2023-08-22T14:00", "1600 hours = TIME 2023-08-22T16:00"],
    ),
    (
        "what is counted",
        TUESDAY,
        "It took between 1400 and 1600 hours of work.",
        ["1400 = DURATION PT1400H", "1600 hours = DURATION PT1600H"],
    ),
)
