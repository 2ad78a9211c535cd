"""English words that say how many, of what, and what happened."""

from __future__ import annotations

from tui.base.number_words import NUMBER_WORDS, numbered
from tui.figures.languages import Words, bounds, classed, phrases, states, word_set
from tui.figures.languages.names import ALIASES

UNITS = {
    word: name
    for name, listed in {
        "percent": "% percent pct percentage",
        "dollar": "$ dollar dollars dlr dlrs usd us$ bucks",
        "euro": "€ euro euros eur",
        "pound-sterling": "£ gbp sterling stg",
        "yen": "¥ yen",
        "franc": "franc francs fcfa cfa xof",
        "ecu": "ecu ecus",
        "cent": "cent cents cts",
        "penny": "penny pence p",
        "point": "point points pts",
        "kilometre": "km kms kilometre kilometres kilometer kilometers",
        "metre": "metre metres meter meters m",
        "centimetre": "cm cms centimetre centimetres centimeter centimeters",
        "millimetre": "mm millimetre millimetres millimeter millimeters",
        "mile": "mile miles",
        "yard": "yard yards",
        "foot": "foot feet ft",
        "inch": "inch inches",
        "kilogram": "kg kgs kilogram kilograms kilo kilos",
        "gram": "gram grams",
        "pound": "pound pounds lb lbs pound-feet",
        "ounce": "ounce ounces oz",
        "tonne": "ton tons tonne tonnes",
        "litre": "litre litres liter liters",
        "gallon": "gallon gallons",
        "barrel": "barrel barrels",
        "hectare": "hectare hectares ha",
        "acre": "acre acres",
        "degree": "degree degrees °",
        "celsius": "celsius °c",
        "fahrenheit": "fahrenheit °f",
        "mile-per-hour": "mph",
        "kilometre-per-hour": "km/h kph kmh",
        "rpm": "rpm",
        "horsepower": "hp bhp horsepower ps",
        "watt": "watt watts w",
        "kilowatt": "kw kilowatt kilowatts kwh",
        "megawatt": "mw megawatt megawatts",
        "gigawatt": "gw gigawatt gigawatts",
        "volt": "volt volts",
        "hertz": "hz",
        "megahertz": "mhz",
        "gigahertz": "ghz",
        "kilobyte": "kb",
        "megabyte": "mb megabyte megabytes",
        "gigabyte": "gb gigabyte gigabytes",
        "terabyte": "tb terabyte terabytes",
        "megapixel": "mp megapixel megapixels",
        "mah": "mah",
        "calorie": "calorie calories",
        "second": "second seconds sec secs",
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs",
        "day": "day days",
        "week": "week weeks",
        "fortnight": "fortnight fortnights",
        "month": "month months",
        "year": "year years yr yrs",
        "decade": "decade decades",
        "century": "century centuries",
        "page": "page pages",
    }.items()
    for word in listed.split()
}
TIME_UNITS = word_set("second minute hour day week fortnight month year decade century")

ENGLISH = Words(
    code="en",
    decimal_comma=False,
    numbers=NUMBER_WORDS["en"],
    suffixes=numbered("k=1000 m=1000000 mn=1000000 mln=1000000 b=1000000000 bn=1000000000 tn=1000000000000"),
    collectives=numbered("dozen=12 score=20 couple=2"),
    collectives_about=False,
    vague=numbered("dozens=12 scores=20 hundreds=100 thousands=1000 millions=1000000 billions=1000000000 tens=10"),
    several=word_set("several few many"),
    half=word_set("half"),
    one=word_set("one"),
    not_one=word_set(
        "no any every each which another this that these those the day thing else who whose whom to can could should "
        "would must may might will does did has"
    ),
    to=word_set("to through"),
    between=word_set("between"),
    between_and=word_set("and"),
    alternatives=word_set("or"),
    bounds_before=bounds(
        exact="exactly|precisely|just|only",
        at_least="at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|minimum"
        "|at the very least|as little as",
        more_than="more than|over|above|upwards of|upward of|in excess of|exceeding|exceeds|exceeded|greater than"
        "|beyond|well over|just over|topped|higher than|larger than|surpassed|surpassing|>",
        at_most="at most|up to|as many as|as much as|no more than|not more than|a maximum of|maximum of|maximum"
        "|at the most",
        less_than="just under|less than|fewer than|under|below|lower than|smaller than|<",
        about="about|around|roughly|approximately|approx|some|circa|nearly|almost|an estimated|estimated|close to"
        "|near|around about|more or less|the better part of|approaching|~|≈|estimated at"
        "|something like|in the region of|in the order of|on the order of|averaged|averaging",
    ),
    bounds_after=bounds(
        at_least="or more|at least|at a minimum|and more|and up|or above",
        at_most="or less|or fewer|at most|at the most",
        about="or so|or thereabouts|approximately|odd",
        more_than="plus",
    ),
    fillers=word_set("more other others additional further another extra the a total of some only just"),
    stops=word_set(
        "a an the this that these those his her its their our my your of in on at by to for from with within without "
        "into onto over under above below between among amid during since until till before after against about "
        "around through throughout across along near off out up down as than like per via and or but nor so yet if "
        "because while when where which who whom whose what how why is are was were be been being am has have had "
        "having do does did done will would shall should can could may might must not no it he she they we i you him "
        "them us me there here then now ago later earlier away apart also too very only just even still already ever "
        "never again once together each both all any some every either neither such same said says say told tells "
        "reported reports according including excluding left stayed joined came come went go gone took take taken "
        "made make makes gave given get got set put held kept keep began begun ended remain remained became become "
        "seemed appear appeared s t is’t won lost scored led fled fell rose grew ran ranked behind ahead last next "
        "compared instead whichever unless whether though although despite because today yesterday tomorrow monday "
        "tuesday wednesday thursday friday saturday sunday plus minus versus vs amounting worth respectively took "
        "apiece aged"
    ),
    adjectives_after=False,
    of=word_set("of"),
    shares=word_set(
        "half most some many few several part parts majority minority third thirds quarter quarters fifth none"
    ),
    conjunctions=word_set("and &"),
    plurals=word_set(
        "people police men women children personnel staff troops policemen policewomen servicemen servicewomen gunmen "
        "militiamen airmen firemen fishermen businessmen feet teeth mice geese oxen cattle sheep aircraft media data "
        "crew dead injured wounded militia youth herdsmen tribesmen spokesmen infantry cavalry military criteria "
        "horsepower series species"
    ),
    no_plurals=word_set(
        "less plus bus gas class press congress mass loss pass process progress business access address success "
        "crisis basis analysis status virus campus census focus bonus previous various religious serious dangerous "
        "famous armed-forces this his its us is was has as yes thus always perhaps towards afterwards besides "
        "stainless endless homeless jobless helpless express illness witness boss cross glass grass dress stress "
        "chess emphasis thesis diabetes mathematics politics physics economics news overseas famous numerous "
        "continuous consensus sports precious nervous indigenous anonymous religious"
    ),
    units=UNITS,
    time_units=TIME_UNITS,
    things=classed(
        soldier="soldier soldiers troop troops serviceman servicemen servicemember servicemembers military infantry "
        "army infantryman paratroopers commandos conscripts recruits legionnaires",
        police="police policeman policemen policewomen officer officers gendarme gendarmes",
        peacekeeper="peacekeeper peacekeepers helmet helmets",
        civilian="civilian civilians villager villagers resident residents farmer farmers herder herders passenger "
        "passengers inhabitants citizens worshippers",
        child="child children boys girls minors schoolchildren pupils",
        woman="woman women",
        fighter="fighter fighters militant militants insurgent insurgents terrorist terrorists jihadist jihadists "
        "rebel rebels gunman gunmen attacker attackers assailant assailants extremists militiamen mercenaries bomber "
        "bombers",
        refugee="refugee refugees idps evacuees migrants",
        member="member members personnel staff staffers",
        person="people person persons men man victim victims national nationals worker workers employee employees "
        "contractors bodies individuals lives souls survivors humans dead wounded injured casualties fatalities "
        "deaths others injuries toll pilot pilots crew",
        student="student students",
        teacher="teacher teachers",
        sailor="sailor sailors seamen",
        miner="miner miners",
        driver="driver drivers",
        medic="doctor doctors nurse nurses medics paramedics",
        journalist="journalist journalists reporters",
        protester="protester protesters demonstrator demonstrators protestors rioters",
        fisher="fisherman fishermen fishers",
        guard="guard guards rangers firefighters",
        aid="humanitarians volunteers rescuers",
        pilgrim="pilgrim pilgrims monks priests nuns",
        prisoner="prisoner prisoners detainee detainees inmates captives",
        hostage="hostage hostages",
        camp="camp camps base bases outpost outposts barracks",
        vehicle="vehicle vehicles truck trucks lorries convoy convoys cars",
        attack="attack attacks ambush ambushes strike strikes raid raids incident incidents bombing bombings",
        nation="country countries nation nations state states",
        household="household households family families",
        house="house houses home homes buildings",
    ),
    states=states(
        KILLED="killed|kill|kills|killing|dead|died|die|dies|dying|deaths|death|lost their lives|lost his life"
        "|lost her life|lose their lives|lost lives|lives lost|cost the lives|cost the life|claimed the lives"
        "|the lives of|slain|murdered|massacred|fatalities|fatality|executed|perished|slaughtered|shot dead|beheaded"
        "|drowned|death toll|lives had been lost|lives|laid down their lives|fallen",
        WOUNDED="wounded|wounding|wounds|injured|injuring|injures|injuries|hurt|maimed|hospitalised|hospitalized",
        MISSING="missing|disappeared|unaccounted",
        DETAINED="detained|detaining|detention|arrested|arrest|arrests|arresting|imprisoned|jailed|sentenced|captured"
        "|in custody|held prisoner|convicted|behind bars|sentenced to death|death sentence|death penalty|death row",
        KIDNAPPED="abducted|kidnapped|abducting|kidnapping|taken hostage|seized|abduction|hostage",
        FREED="freed|released|pardoned|liberated|freeing|release|pardon",
        DISPLACED="displaced|displacing|fled|uprooted|fleeing|homeless|driven out|from their homes|forced out",
        DEPLOYED="deployed|deploying|stationed|deployment|deploys|deploy|posted|serving",
        WITHDRAWN="withdrawn|withdraw|withdrew|withdrawing|withdrawal|pulled out|pull out|repatriated|repatriating"
        "|evacuated|evacuating|sent home|brought home|repatriation|pulled back|departed|left the country"
        "|gone home|returned home|had left",
        PLEDGED="pledged|pledges|pledge|pledging|promised|promises|promise|committed",
        CLOSED="closed|closing|close|closes|shut|closure",
        HANDED_OVER="handed over|hand over|handing over|handover|transferred|handed back|passed to|handed",
        DESTROYED="destroyed|destroying|burned|burnt|torched|razed|destroys",
    ),
    forces=word_set("force mission contingent"),
    within=word_set("in at near"),
    lost=word_set("lost lose losing loses"),
    strength=phrases(
        "made up of|makes up|made up|comprises|comprised|comprising|consists of|consisted of|numbers|numbered"
        "|numbering|strength|grew to|maintained|maintains|kept|keeps|has|have|had|with|fields|fielded|counted"
        "|counts|composed of"
        "|among its personnel|held by|troop level|up to full strength|there are|there were"
        "|totals|totalled|employs|employed|included|includes|strong"
    ),
    planned=word_set(
        "will would shall should may might could can must plan plans planned planning expected expects expect intends "
        "intended demand demanded demands ask asked propose proposed proposes due if request requested call called "
        "calls urged wants wanted authorised authorized authorises ceiling hope hopes hoped supposed likely "
        "threatened threatens proposal unless"
    ),
    planned_endings=(),
    negated=word_set("not never no denied denies deny nobody none neither nor cannot false untrue rejected"),
    causes=classed(
        attack="attack attacks attacked hostile ambush ambushes ambushed bombing bombings bomb bombs combat fighting "
        "clashes clash shelling raid raids ied ieds mine mines gunmen shot airstrike airstrikes strike strikes "
        "violence explosion explosions blast mortar assault rocket militants shooting shootings gunfire",
        duty="duty service",
        accident="accident accidents crash crashes crashed collision capsized accidental fire flood floods earthquake",
        illness="illness disease diseases malaria covid cholera sickness epidemic ebola",
    ),
    singular_events=word_set(
        "attack ambush bombing raid assault clash explosion blast crash accident shelling strike airstrike massacre "
        "operation battle incident collision earthquake flood shooting"
    ),
    totals=phrases(
        "total|in total|in all|altogether|so far|to date|since|overall|over the years|up to now|until now|ever"
        "|toll since|cumulative|in the line of duty|on duty"
    ),
    plural_events=word_set("attacks acts ambushes incidents bombings years"),
    since=word_set("since"),
    until=word_set("by until"),
    told_of=word_set("which that where"),
    on_a_day=word_set("on late early"),
    says=word_set(
        "said says say told tells reported reports announced announces stated states estimated estimates estimate "
        "claimed claims confirmed confirms declared added adds put puts counted counts recorded wrote writes "
        "acknowledged admits admitted insisted insists maintains maintained warned warns"
    ),
    according=phrases("according to|in the words of|as reported by|by the count of|quoting|citing|cited by"),
    speakers=word_set(
        "army police government ministry minister officials official spokesman spokeswoman spokesperson authorities "
        "source sources witnesses residents council report statement mission junta president military rebels "
        "militants agency hospital doctors medics mayor governor un eyewitnesses group groups monitors experts "
        "analysts command committee prosecutors prosecutor commander court office ministers general chief survivors "
        "villagers figures"
    ),
    determiners=word_set("the a an its his her their our my your this that these those one some two several"),
    pronouns=word_set("he she it they"),
    up=word_set(
        "up rose rise rises risen rising increased increase increases increasing grew grow growing gained climbed "
        "jumped soared surged climbs jump gain"
    ),
    down=word_set(
        "down fell fall falls fallen falling decreased decrease dropped drop drops declined decline shrank cut "
        "slipped slid plunged sank lower reduced"
    ),
    by=word_set("by"),
    origins=word_set("from"),
    ranks=word_set("top bottom last final first"),
    superlatives=word_set("most least very"),
    relatives=word_set("more others other who"),
    numbered_things=word_set(
        "resolution resolutions no nos number article articles section sections row page pages chapter "
        "paragraph para part room flight route highway phase group level rule clause annex item point figure table "
        "step version season game episode volume issue line act order decree law bill document case file model channel "
        "platform gate terminal zone sector district block apartment suite unit type class grade ward category tel "
        "phone fax box po s/res a/res pp vol camp chapter protocol session meeting isbn code zip verse psalm appendix "
        "rank ranked week day stage round"
    ),
    ordinal_suffixes=word_set("st nd rd th s"),
    sports=word_set(
        "won win wins beat beats beaten lost defeat victory draw drew score scored scoreline lead led aggregate "
        "semifinal final penalties match game goal goals winner"
    ),
    aged=word_set("aged age ages"),
    old=word_set("old olds"),
    years=word_set("year years"),
    clock=word_set("am pm a.m p.m gmt utc oclock o'clock"),
    aliases=ALIASES,
)
