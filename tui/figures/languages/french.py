"""French words that say how many, of what, and what happened."""

from __future__ import annotations

from tui.base.number_words import NUMBER_WORDS, numbered
from tui.figures.languages import Words, bounds, classed, phrases, states, word_set
from tui.figures.languages.names import ALIASES

UNITS = {
    word: name
    for name, listed in {
        "percent": "% pourcent pourcents",
        "dollar": "$ dollar dollars usd",
        "euro": "€ euro euros",
        "pound-sterling": "£",
        "yen": "¥ yen yens",
        "franc": "franc francs fcfa cfa",
        "cent": "centime centimes",
        "point": "point points",
        "kilometre": "km kilometre kilometres",
        "metre": "metre metres m",
        "centimetre": "cm centimetre centimetres",
        "kilogram": "kg kilo kilos kilogramme kilogrammes",
        "gram": "gramme grammes",
        "tonne": "tonne tonnes",
        "litre": "litre litres",
        "barrel": "baril barils",
        "hectare": "hectare hectares ha",
        "degree": "degre degres ° °c",
        "kilometre-per-hour": "km/h",
        "megawatt": "mw megawatt megawatts",
        "gigabyte": "go",
        "second": "seconde secondes",
        "minute": "minute minutes",
        "hour": "heure heures",
        "day": "jour jours journee journees",
        "week": "semaine semaines",
        "month": "mois",
        "year": "an ans annee annees",
        "decade": "decennie decennies",
        "century": "siecle siecles",
        "page": "page pages",
    }.items()
    for word in listed.split()
}

FRENCH = Words(
    code="fr",
    decimal_comma=True,
    numbers=NUMBER_WORDS["fr"],
    suffixes=numbered("k=1000 m=1000000 md=1000000000 mds=1000000000"),
    collectives=numbered(
        "dizaine=10 douzaine=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50 soixantaine=60 "
        "centaine=100 millier=1000"
    ),
    collectives_about=True,
    vague=numbered("dizaines=10 centaines=100 milliers=1000 millions=1000000 milliards=1000000000"),
    several=word_set("plusieurs quelques"),
    half=word_set("demi"),
    one=word_set("un une"),
    not_one=frozenset(),
    to=word_set("à"),
    between=word_set("entre"),
    between_and=word_set("et"),
    alternatives=word_set("ou"),
    bounds_before=bounds(
        exact="exactement|précisément|seulement",
        at_least="au moins|pas moins de|pas moins d'|au minimum|un minimum de|minimum|non moins de",
        more_than="plus de|plus d'|supérieur à|supérieure à|au-delà de|au delà de|au-dessus de|dépassant|dépasse"
        "|dépassé|plus que|bien plus de|>",
        at_most="au plus|jusqu'à|jusqu' à|au maximum|un maximum de|pas plus de|pas plus d'|tout au plus",
        less_than="moins de|moins d'|inférieur à|inférieure à|en dessous de|sous la barre de|<",
        about="environ|près de|près d'|quelque|quelques|autour de|à peu près|presque|aux alentours de|aux environs de"
        "|approximativement|de l'ordre de|dans les|avoisinant|avoisine|un peu plus de|un peu moins de|estimé à"
        "|estimés à|estimée à|frôlant|~|≈",
    ),
    bounds_after=bounds(
        at_least="au moins|ou plus|au minimum|et plus",
        at_most="au plus|au maximum|tout au plus|ou moins",
        about="environ|à peu près",
    ),
    fillers=word_set("autres autre nouveaux nouvelles premiers premières derniers dernières de d' des total un une"),
    stops=word_set(
        "le la les l' un une des du de d' au aux à en et ou où que qu' qui dont dans par pour sur sous avec sans vers "
        "chez entre contre depuis pendant durant avant après dès lors car mais or ni donc ce cet cette ces c' s' se "
        "son sa ses leur leurs notre nos votre vos mon ma mes il elle ils elles on nous vous je tu y ne n' pas plus "
        "moins est sont était étaient a ont avait avaient sera seront fut furent été être avoir ayant étant ait soit "
        "soient peut peuvent doit doivent devrait devraient pourrait pourraient selon comme si alors aussi très déjà "
        "encore toujours jamais ici là hier aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi dimanche "
        "environ parmi malgré lorsque quand afin ainsi notamment dont chaque tous toutes tout toute même mêmes fait "
        "faits font dit ont affirmé annoncé indiqué déclaré restent reste restés perdu perdus gagné marqué aurait "
        "auraient serait seraient aura auront auxquels auxquelles lequel laquelle lesquels lesquelles desquels "
        "devaient devait pouvaient pouvait allaient allait supplémentaires répartis répartie issus venus venues "
        "arrivés arrivées âgés âgées composé composée"
    ),
    adjectives_after=True,
    of=word_set("de d' des du"),
    shares=word_set("moitié plupart tiers quart quarts cinquième partie majorité certains certaines aucun aucune"),
    conjunctions=word_set("et &"),
    plurals=word_set("gens personnel police effectif bétail"),
    no_plurals=word_set(
        "pays mois fois temps cas corps repas prix poids fonds mais plus puis très dans sans sous vers dès après près "
        "alors lors toujours jamais depuis hors sauf moins"
    ),
    units=UNITS,
    time_units=word_set("second minute hour day week month year decade century"),
    things=classed(
        soldier="soldat soldats militaire militaires troupe troupes legionnaire legionnaires parachutistes conscrits",
        police="policier policiers police gendarme gendarmes policière policières",
        peacekeeper="casque casques",
        civilian="civil civils civile civiles villageois habitant habitants paysans éleveurs agriculteurs passagers "
        "riverains citoyens fidèles",
        child="enfant enfants garçons filles mineurs écoliers élèves",
        woman="femme femmes",
        fighter="combattant combattants terroriste terroristes djihadiste djihadistes jihadiste jihadistes rebelle "
        "rebelles assaillant assaillants insurgés miliciens mercenaires kamikazes extrémistes",
        refugee="réfugié réfugiés déplacés déplacé migrants",
        member="membre membres personnel personnels effectif effectifs collaborateurs",
        person="personne personnes gens homme hommes victime victimes ressortissants employé employés agents "
        "travailleurs corps individus vies morts mort tués tué blessés blessé décès pilotes bilan otages",
        student="étudiant étudiants étudiantes",
        teacher="enseignant enseignants enseignantes instituteurs",
        sailor="marin marins matelots",
        miner="mineur mineurs orpailleurs",
        driver="chauffeur chauffeurs conducteurs",
        medic="médecin médecins infirmiers infirmières soignants",
        journalist="journaliste journalistes reporters",
        protester="manifestant manifestants émeutiers",
        fisher="pêcheur pêcheurs",
        guard="garde gardes pompiers",
        aid="humanitaires bénévoles secouristes",
        pilgrim="pèlerin pèlerins moines prêtres",
        prisoner="prisonnier prisonniers détenu détenus captifs",
        hostage="otage otages",
        camp="camp camps base bases emprise emprises caserne casernes",
        vehicle="véhicule véhicules camion camions convoi convois voitures",
        attack="attaque attaques embuscade embuscades frappe frappes raid raids incident incidents attentat attentats",
        nation="pays nation nations état états",
        household="ménage ménages famille familles foyers",
        house="maison maisons habitations bâtiments",
    ),
    states=states(
        KILLED="tué|tués|tuée|tuées|tue|tuer|tuant|mort|morts|morte|mortes|décès|décédé|décédés|décédée|périr|péri"
        "|meurent|perdu la vie|perdent la vie|perdre la vie|trouvé la mort|trouvent la mort|coûté la vie|abattu"
        "|abattus|exécuté|exécutés|massacré|massacrés|assassiné|assassinés|mouru|noyés|tombés|succombé|mourir"
        "|périrent|perdirent la vie|trouver la mort|bilan",
        WOUNDED="blessé|blessés|blessée|blessées|blesse|blesser|blessant|blessures",
        MISSING="disparu|disparus|disparue|disparues|portés disparus",
        DETAINED="détenu|détenus|détient|détenues|arrêté|arrêtés|arrêtées|arrestation|arrestations|emprisonné"
        "|emprisonnés|incarcéré|incarcérés|condamné|condamnés|capturé|capturés|interpellé|interpellés|écroués|prison"
        "|détenait|détenaient|condamné à mort|condamnés à mort|condamnées à mort|peine de mort|à la peine capitale",
        KIDNAPPED="enlevé|enlevés|enlevées|kidnappé|kidnappés|pris en otage|prises en otage|enlèvement|otage|otages",
        FREED="libéré|libérés|libérées|relâché|relâchés|gracié|graciés|libération",
        DISPLACED="déplacé|déplacés|déplacées|fui|fuient|fuir|chassés|déracinés|sans abri|sans-abri",
        DEPLOYED="déployé|déployés|déployée|déploie|déployer|stationné|stationnés|déploiement|affectés|postés"
        "|mobilisé|mobilisés|mobilisées",
        WITHDRAWN="retiré|retirés|retirée|retire|retirer|retrait|rapatrié|rapatriés|rapatrie|rapatrier|évacuer|évacué|évacués|évacuées"
        "|rapatriement|évacuation|ont quitté|quitté le pays|partis|regagné leur pays"
        "|regagné leurs pays|rentrés chez eux",
        PLEDGED="promis|promet|promettent|promesse|promesses|engagé à verser|s'est engagé|annoncé une aide|promise"
        "|promises",
        CLOSED="fermé|fermés|fermée|fermées|ferme|fermer|fermeture",
        HANDED_OVER="remis|remise|remises|remet|remettre|rétrocédé|rétrocédés|rétrocédée|rétrocédées|rétrocession"
        "|transféré|transférés|cédé|cédés",
        DESTROYED="détruit|détruits|détruite|détruites|incendié|incendiés|incendiées|brûlé|brûlées|saccagées",
    ),
    forces=word_set("force mission contingent"),
    within=word_set("à au aux en dans"),
    lost=word_set("perdu perd perdent perdre perdait"),
    strength=phrases(
        "composée de|composé de|compte|comptait|comptent|réunissait|réunit|fort de|forte de|comprend|comprenait"
        "|effectif|effectifs|constituée de|constitué de|dispose de|disposait de|maintenait|a atteint|rassemble"
        "|rassemblait|aligne|emploie|totalise|personnel se réduit|avec|il y avait|il y a"
    ),
    planned=word_set(
        "devrait devraient doit doivent devra devront pourrait pourraient prévoit prévu prévus prévue prévues va vont "
        "entend souhaite demande demandé exige exigé réclame si plafond autorise autorisé espère attendus attendu "
        "attendue menace projet propose proposé objectif agit"
    ),
    planned_endings=("era", "eront", "ira", "iront"),
    negated=word_set("pas jamais ni aucun aucune dément démenti nie nié faux"),
    causes=classed(
        attack="attaque attaques attaqué attaqués hostile hostiles embuscade embuscades attentat attentats bombe "
        "bombes combat combats affrontements affrontement accrochage tirs mine mines explosion explosions frappe "
        "frappes raid raids assaut violences fusillade roquettes bombardement bombardements",
        duty="service devoir",
        accident="accident accidents crash collision naufrage incendie inondations séisme chute",
        illness="maladie maladies paludisme covid choléra épidémie ebola",
    ),
    singular_events=word_set(
        "attaque embuscade attentat raid assaut affrontement explosion crash accident frappe massacre opération "
        "bataille incident collision naufrage séisme fusillade accrochage bombardement"
    ),
    totals=phrases(
        "au total|en tout|à ce jour|jusqu'ici|jusqu'à présent|depuis|au fil des ans|en service|pendant sa mission"
        "|cumulé|bilan total|dans l'exercice"
    ),
    plural_events=word_set("attaques attentats embuscades actes années"),
    since=word_set("depuis"),
    until=word_set("jusqu'"),
    told_of=word_set("qui où"),
    on_a_day=word_set("le ce dans"),
    says=word_set(
        "dit dits affirme affirmé affirment annonce annoncé annoncent indique indiqué indiquent déclare déclaré "
        "rapporte rapporté rapportent estime estimé estiment assure assuré précise précisé confirme confirmé avance "
        "avancé évoque évoqué parle recense recensé dénombre dénombré écrit souligne souligné explique expliqué "
        "raconte raconté relate relaté témoigne témoigné regrette regretté ajoute ajouté "
        "revendique revendiqué reconnaît reconnu fait"
    ),
    according=phrases(
        "selon|d'après|d' après|au dire de|à en croire|de source|de sources|citant|cité par|selon les chiffres de"
    ),
    speakers=word_set(
        "armée police gouvernement ministère ministre responsables responsable porte-parole autorités source sources "
        "témoins habitants conseil rapport communiqué mission junte président militaires rebelles agence hôpital "
        "médecins maire gouverneur groupe experts analystes commandement procureur tribunal bureau général chef "
        "rescapés état-major organisation ong observateurs"
    ),
    determiners=word_set("le la les l' un une des du son sa ses leur leurs ce cet cette ces"),
    pronouns=word_set("il elle ils elles on"),
    up=word_set("hausse augmenté augmente augmentent augmentation progressé progresse bondi grimpé crû accru accrue"),
    down=word_set("baisse baissé reculé recule diminué diminue chuté chute réduit réduits reculent diminution"),
    by=word_set("de d'"),
    origins=word_set(""),
    ranks=word_set("top premiers derniers premières dernières"),
    superlatives=word_set("plus"),
    relatives=word_set("autres qui supplémentaires"),
    numbered_things=word_set(
        "résolution résolutions no n° nos numéro numéros article articles section page pages chapitre paragraphe "
        "partie salle vol route phase groupe niveau règle annexe point figure tableau étape version saison épisode "
        "volume ligne acte ordonnance décret loi projet document affaire dossier modèle chaîne porte zone secteur "
        "arrondissement bloc appartement type classe catégorie top tél téléphone fax bp téléphonique titre alinéa "
        "rang place kilomètre pk séance protocole isbn code journée tome acte"
    ),
    ordinal_suffixes=word_set("er ère ere e ème eme è ième re nd nde s"),
    sports=word_set("gagné battu battent victoire défaite score match but buts nul finale mené vainqueur"),
    aged=word_set("âgé âgée âgés âgées âge"),
    old=frozenset(),
    years=word_set("an ans"),
    clock=word_set("h heures gmt"),
    aliases=ALIASES,
)
