"""The words by which names are told from other words with a capital: titles, kinds of bodies, peoples, months.

All are folded: lower case without accents. Nothing here names a person or a body of a particular dossier.
"""

from __future__ import annotations

from tui.base.folding import fold
from tui.base.small_words import SMALL_WORDS, TELLING_NOTHING


def word_set(written: str) -> frozenset[str]:
    """Read a set of words that white space parts, folded."""
    return frozenset(fold(written).split())


TITLES = word_set("""
    president presidents minister ministers premier secretary secretary-general under-secretary-general
    undersecretary-general under-secretary undersecretary ambassador ambassadors colonel colonels lieutenant
    captain major brigadier admiral commander commanders spokesman spokeswoman spokesperson chancellor chairman
    chairwoman chairperson chair governor senator senators congressman congresswoman judge professor envoy
    director directors imam king queen prince princess pope bishop archbishop cardinal mayor sheikh ayatollah
    sergeant corporal detective inspector superintendent attorney representative representatives commissioner
    coordinator rapporteur adviser advisor ceo coach mr mrs ms miss dr doctor prof sir lady dame gen lt lt-gen
    col maj capt sgt adm gov sen rep rev hon pres father sister brother comrade analyst economist lawyer speaker
    researcher head chief leader actor actress singer présidente président ministre ministres secrétaire général
    générale capitaine commandant ambassadeur ambassadrice porte-parole chancelier chancelière directeur
    directrice gouverneur gouverneure maire sénateur député députée procureur juge professeur émir roi reine
    monsieur madame mme mlle docteur maître me représentant représentante haut-commissaire lieutenant-colonel
    colonel-major vice-ministre vice-president adjudant sergent caporal premier-ministre garde
    ministre-président
""")
"""What stands before a name and is no part of it."""

MODIFIERS = word_set("""
    deputy vice former ex acting interim prime foreign defence defense finance interior transitional under chief
    assistant special general permanent first executive managing senior associate co-chair press lead state
    parliamentary presidential federal attorney honorary transport education health justice labour labor trade
    immigration migration home security environment agriculture culture energy communications communication
    adjoint adjointe affaires étrangères premier première ancien ancienne
""")
"""Words between or before titles that belong to them: `deputy foreign minister`."""

BODIES = word_set("""
    department ministry bank university institute institution organization organisation republic council house
    court committee community chamber board bureau federation union office agency movement front party army
    center centre group groups coalition alliance mission administration association authority commission
    company corp corporation inc ltd co plc llc foundation fund club college school hospital church academy
    league network news service services press times post journal tribune television tv radio society trust
    assembly parliament congress senate embassy consulate base camp airport air force forces guard police
    brigade battalion operation task academy laboratory museum library theatre theater stadium park street
    avenue road square palace airlines airways motors industries holdings partners securities international
    global systems technologies technology research media bloc brotherhood section conference exchange system
    initiative programme program county district province valley mountain mountains river lake island islands
    sea ocean gulf bay strait peninsula desert city town beach hills hill heights bridge station port canal
    prison tower hotel cathedral mosque comité conseil cour communauté chambre fédération organisation bureau
    agence mouvement parti armée coordination banque université ministère assemblée haut-commissariat fonds
    société syndicat ligue réseau rassemblement hôpital école église région cercle commune préfecture ambassade
""")
"""Nouns that end or begin the name of a body or a place, and name none by themselves."""

JOINED_BY_AND = word_set("""
    commission bank administration department ministry agency office organization organisation fund committee
    affairs company co sons corp inc ltd partners culture sports council institute association union system
""")
"""Bodies whose names have an `and` within: `Securities and Exchange Commission`."""

BEFORE_OF = BODIES | word_set("""
    côte république émirats îles royaume états kingdom states charter bill gulf cape isle state ministry city
    democratic people trade ivory coast emirates secours haut défense
""")
"""Words after which `of` may go on with a name."""

PEOPLES = word_set("""
    arabic paraguayan ecuadorean ecuadorian irlandais irlandaise hollandais danois suédois norvégien finlandais
    luxembourgeois luxembourgeoise grec grecque grecs autrichien tchèque hongrois roumain serbe serbes croate
    croates kurde kurdes iranienne vietnamien mexicain brésilien cubain indien indienne pakistanais bosniaque albanais
    afghan albanian algerian american angolan arab arabian argentine argentinian armenian asian australian
    austrian azerbaijani bahraini bangladeshi belarusian belgian beninese bolivian bosnian brazilian british
    bulgarian burkinabe burmese burundian cambodian cameroonian canadian catalan chadian chechen chilean chinese
    christian christians colombian congolese croatian cuban cypriot czech danish dutch egyptian english eritrean
    estonian ethiopian european filipino finnish french gabonese gambian georgian german ghanaian greek guinean
    haitian hispanic honduran hungarian icelandic indian indonesian iranian iraqi irish islamic islamist
    islamists israeli italian ivorian jamaican japanese jew jewish jews jordanian kazakh kenyan korean kurdish
    kuwaiti lao latin latvian lebanese liberian libyan lithuanian malagasy malawian malaysian malian mauritanian
    mexican moldovan mongolian moroccan mozambican muslim muslims namibian nazi nepalese nigerian nigerien
    norwegian omani ottoman pakistani palestinian panamanian peruvian polish portuguese qatari romanian russian
    rwandan salafi salafist saudi scottish senegalese serbian shia shiite sikh sikhs slovak slovenian somali
    soviet spanish sri-lankan sudanese sunni swahili swedish swiss syrian taiwanese tanzanian thai tibetan
    togolese tuareg tuaregs tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh
    western yemeni yemenite zambian zimbabwean african roman catholic catholics protestant hindu hindus buddhist
    democrat democrats democratic republican republicans communist communists dogon fulani peul peuls touareg
    touaregs songhaï latino latinos gazan algerien algerienne algeriens allemand allemande allemands americain
    americaine americains anglais anglaise arabe arabes belge belges beninois britannique britanniques
    burkinabes burundais camerounais canadien chinois chinoise congolais egyptien espagnol espagnole europeen
    europeenne europeens francais francaise gabonais guineen guineens irakien iranien israelien italien
    italienne ivoirien ivoirienne ivoiriens japonais libanais libyen malien malienne maliennes maliens marocain
    marocaine mauritanien musulman musulmans nigerienne nigeriens onusien onusienne onusiens palestinien
    polonais portugais russe russes rwandais senegalais senegalaise somalien soudanais suisse syrien tchadien
    tchadienne tchadiens togolais tunisien turc turcs ukrainien
""")
"""Peoples and faiths, which name no single person, place or body; English plurals in `s` are told by the finder."""

MONTHS_AND_DAYS = word_set("""
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
    thur thurs fri sat sun janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    lundi mardi mercredi jeudi vendredi samedi dimanche easter christmas ramadan gmt utc ad bc am pm
""")

ACRONYMS_OF_THINGS = word_set("""
    qtr shr revs mths oper avg net inc vs
    gdp aids hiv dna ceo cfo tv pm mp mps mep pc phd ngo ngos ong ied ieds gps ipo vat gnp cpi lng faq pdf cd
    dvd usb sms url ok am pm id it suv rpg atm mou sos vip ufo diy bbq fyi qa ai hd lgbt lgbtq tob idp idps pov
    rpm covid covid-19 oped op-ed eta sim pic wmd cia-led mln dlrs pct usd eur cfa fcfa ndlr pib sida vih
    pdg srsg iii ii iv vi vii viii ix xi xii xx xxi opinion watch video photo photos update exclusive breaking
""")
"""Abbreviations that name a kind of thing, and numerals."""

KINDS = BODIES | word_set("""
    food drug drugs water oil gas energy trade planning arts sciences statistics veterans customs alcohol tobacco
    aviation
    nuclear atomic disaster emergency relief development reconstruction investment exchange
    commerce infrastructure tourism industry industrial commercial agricultural social economic cultural
    technical scientific financial political educational multidimensional integrated joint regional local civil
    public private popular general mutual special government state states nation nations country people peoples
    rights law act bill treaty agreement accord accords constitution charter resolution chapter article section
    internet web god earth world war peace north south east west northern southern eastern western central upper
    lower middle north-east north-west south-east south-west nord sud est ouest centre gouvernement état états
    nation pays peuple droit loi traité accord constitution charte résolution chapitre transition mission
    opération casques casque bleus blue helmets helmet member members representative human national supreme
    constitutional criminal islamic humanitarian cabinet summit crown republic independence day night morning
    left right black white new old big great grand journal table figure part volume page note annex photo image
    source date read more watch related thank thanks yes no dear hello hi please sorry oh well okay
""")
"""Nouns and adjectives that name nobody where they stand alone."""

OPENERS = (
    (TELLING_NOTHING - MONTHS_AND_DAYS)
    | SMALL_WORDS
    | word_set("""
    tonight tomorrow meanwhile however moreover furthermore nevertheless nonetheless earlier later recently
    currently although though because despite while whereas whether without within against among amid across
    along around behind beside besides beyond under over above below near next none nothing nobody nor neither
    either each every both few several another other others such like unlike instead indeed perhaps maybe often
    never always sometimes usually finally eventually suddenly thus hence therefore then once twice speaking
    asked according following given based including regarding concerning during throughout whatever whenever
    wherever whoever something someone everyone everything anything anyone somebody everybody today it's that's
    there's he's she's we're they're i'm don't let's didn't isn't can't won't you're we've they've i've as to if
    let see say get go come take put keep look think know two three four five six seven eight nine ten eleven
    twelve twenty thirty forty fifty hundred hundreds thousands dozens millions many much less fewer least
    rather quite almost nearly about roughly some any all half officials police authorities witnesses sources
    analysts experts critics supporters residents soldiers troops leaders people men women children families
    students workers researchers scientists investors traders bankers shares stocks sales profits prices exports
    imports figures reports rebels militants protesters civilians peacekeepers lawmakers voters opponents
    members countries governments companies lors afin alors ainsi aussi autre autres aujourd'hui hier demain
    cependant toutefois néanmoins pourtant enfin ensuite puis parce puisque lorsque quand comme si dès face
    grâce malgré pendant durant jusque outre parmi quant celui celle ceux celles ceci cela ça c'est s'il d'après
    après-midi chaque plusieurs certains certaines beaucoup peu trop très déployée deux trois quatre cinq six
    sept huit neuf dix onze douze vingt cent mille car heureusement voici voilà pourquoi comment combien quel
    quelle quels quelles rien personne tel telle interrogé concernant yet my through due further having second
    third early late long good bad top similar certain various different previous recent additional aside
    elsewhere especially due tens parts lack efforts polls images things lawyers prosecutors investigators
    readers questions tensions images learn subscribe share contact email sign join click send follow provided
    author start meet wait ask apparently initially ultimately separately additionally show order work little
    mother want tell late time number growth selon fin début place suite retour objet merci bonjour créée créé
    né née
""")
) - frozenset(("us", "un"))
"""Words that open sentences and headings with a capital and name nobody."""

SPEECH = word_set("""
    said says told added tweeted explained noted warned insisted announced stressed declared replied argued
    claimed testified wrote recalled admitted acknowledged dit déclare déclaré affirme affirmé indique indiqué
    précise précisé explique expliqué ajoute ajouté estime estimé souligne souligné annonce annoncé assure
    assuré rappelle rappelé
""")
"""Verbs of speech in the singular: a capitalised word before one names who speaks."""

KNOWN = frozenset(
    name.replace("-", " ")
    for name in word_set("""
    islamic-state white-house black-sea red-sea dead-sea red-cross red-crescent west-bank downing-street
    supreme-court north-africa south-africa east-africa west-africa central-africa north-atlantic south-sudan
    far-east near-east
""")
)
"""Names of several words that are all common words or peoples."""

PARTICLES = word_set("al el ag ould bin ben bint ibn von van abu abd mac")
"""What the surnames of people begin with; written small within a name, and with a capital before one."""

ABBREVIATED = word_set("""
    mr mrs ms dr gen lt lt-gen col maj capt sgt adm gov sen rep rev hon prof pres st m mm me
""")
"""Abbreviations of titles, behind which a full stop ends nothing."""

NAMED_BY_PLACE = word_set("mission office operation support")
NAMED_BY_SUBJECT = word_set("commission conference committee council institute centre center")
"""Bodies whose names go on with where they are, and with what they are about."""

NOT_OF = word_set("mission region cercle commune bureau groupe base camp prefecture communaute centre")
"""Bodies behind which French names a place that is no part of their name."""

TITLES_IN_NAMES = word_set("king queen prince princess major general father sister brother lady sir st saint")
"""Titles that the names of places and bodies begin with as well."""

TIED_BY_HYPHEN = word_set("""
    led based backed linked born style like wide affiliated controlled dominated sponsored made funded wing era owned
    held run speaking commissioned allied trained supported inspired brokered imposed only free
""")
"""What a hyphen ties to a name so that both are an adjective."""

SURNAMES = word_set("may april june august jan")
"""Months that are names of people as well."""
