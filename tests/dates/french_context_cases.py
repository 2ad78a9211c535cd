"""What the words around a French date decide, and forms that are rarely written; columns as in the other files."""

LANGUAGE = "fr"
SUNDAY = "2023-08-20"
OCTOBER = "2023-10-20"

PLANS = (
    ("fixée au", SUNDAY, "L'audience est fixée au 4 septembre.", ["4 septembre = DATE 2023-09-04"]),
    ("avant de", OCTOBER, "Il parle avant de quitter ses fonctions le 30 juin.", ["le 30 juin = DATE 2024-06-30"]),
    ("pour la venue", OCTOBER, "Tout est prêt pour la venue samedi du ministre.", ["samedi = DATE 2023-10-21"]),
    ("pour la première fois", OCTOBER, "Il a couru pour la première fois jeudi.", ["jeudi = DATE 2023-10-19"]),
    ("jusqu'au", OCTOBER, "La route était fermée jusqu'au 4 mars.", ["4 mars = DATE 2024-03-04"]),
    ("d'ici", OCTOBER, "Ils doivent partir d'ici mardi.", ["mardi = DATE 2023-10-24"]),
    ("prévu", OCTOBER, "Le départ est prévu mardi.", ["mardi = DATE 2023-10-24"]),
    ("sera organisée", OCTOBER, "La fête sera organisée mercredi.", ["mercredi = DATE 2023-10-25"]),
    ("a lieu", OCTOBER, "Le concert a lieu mercredi.", ["mercredi = DATE 2023-10-25"]),
    ("survenue", OCTOBER, "L'attaque, survenue dimanche, a fait dix morts.", ["dimanche = DATE 2023-10-15"]),
    ("organisée", OCTOBER, "La marche organisée dimanche fut longue.", ["dimanche = DATE 2023-10-15"]),
    ("a décidé de", OCTOBER, "Il a décidé de partir mardi.", ["mardi = DATE 2023-10-24"]),
    ("est passé vendredi", OCTOBER, "Le camp est passé lundi aux mains du maire.", ["lundi = DATE 2023-10-16"]),
    ("past", OCTOBER, "Il a quitté Gao mardi.", ["mardi = DATE 2023-10-17"]),
)
CLAUSES = (
    (
        "announced and to be held",
        OCTOBER,
        "Le maire a annoncé mardi que le vote se tiendrait le 25 juin.",
        ["mardi = DATE 2023-10-17", "le 25 juin = DATE 2024-06-25"],
    ),
    ("present that plans", OCTOBER, "Le procès s'ouvre lundi à Gao.", ["lundi = DATE 2023-10-23"]),
    ("la journée de", OCTOBER, "Dans la journée de mardi, il plut.", ["la journée de mardi = DATE 2023-10-17"]),
    (
        "fin de journée",
        OCTOBER,
        "Il pleuvait mardi en fin de journée.",
        ["mardi = DATE 2023-10-17", "fin de journée = DATE 2023-10-17 END"],
    ),
    ("en cours", OCTOBER, "Il finira durant l'année en cours.", ["l'année en cours = DATE 2023"]),
    ("tout juste", OCTOBER, "Il partait il y a tout juste un an.", ["il y a tout juste un an = DATE 2022"]),
    (
        "ce soir-là",
        OCTOBER,
        "Il arriva le 3 mai 2022. Ce soir-là, il parla.",
        ["le 3 mai 2022 = DATE 2022-05-03", "Ce soir-là = TIME 2022-05-03TEV"],
    ),
)
NOWADAYS = (
    ("est aujourd'hui", SUNDAY, "Il est aujourd'hui directeur.", ["aujourd'hui = DATE PRESENT_REF"]),
    ("d'aujourd'hui", SUNDAY, "La France d'aujourd'hui change.", ["aujourd'hui = DATE PRESENT_REF"]),
    ("at the head", SUNDAY, "Aujourd'hui, ce pays est un désert.", ["Aujourd'hui = DATE PRESENT_REF"]),
    ("a deed", SUNDAY, "Le maire a démissionné aujourd'hui.", ["aujourd'hui = DATE 2023-08-20"]),
    ("a plan", SUNDAY, "Le maire partira aujourd'hui.", ["aujourd'hui = DATE 2023-08-20"]),
)
FORMS = (
    ("ocr, first", "", "Née le 1 er juillet 2023.", ["le 1 er juillet 2023 = DATE 2023-07-01"]),
    ("degree sign", "", "Née le 1° août 2023.", ["le 1° août 2023 = DATE 2023-08-01"]),
    ("hyphen and capital", SUNDAY, "Vu le 18-Août, à Gao.", ["le 18-Août = DATE 2023-08-18"]),
    ("slashes, year first", "", "Timbré le 2023/07/12 à Gao.", ["2023/07/12 = DATE 2023-07-12"]),
    ("à l'horizon", SUNDAY, "Tout changera à l'horizon 2030.", ["horizon 2030 = DATE 2030"]),
    ("d'ici, far off", SUNDAY, "La mer montera d'ici 2100.", ["2100 = DATE 2100"]),
    ("la décision", SUNDAY, "La décision 2100 est annulée.", []),
    ("plus de", SUNDAY, "Ils sont plus de 1400.", []),
    ("rue", SUNDAY, "Au 1600 rue de la Paix, il dort.", []),
    ("fin de matinée", SUNDAY, "Il part en fin de matinée.", ["fin de matinée = TIME 2023-08-20TMO END"]),
    ("l'après-midi", SUNDAY, "L'après-midi, il dort.", ["L'après-midi = TIME 2023-08-20TAF"]),
    ("une heure et demie", SUNDAY, "Une heure et demie de jeu.", ["Une heure et demie = DURATION PT1.5H"]),
    ("ces derniers temps", SUNDAY, "Il dort mal ces derniers temps.", ["ces derniers temps = DATE PAST_REF"]),
    ("il y a peu", SUNDAY, "Il dormait il y a peu.", ["il y a peu = DATE PAST_REF"]),
    ("à l'époque", SUNDAY, "Il dormait à l'époque.", ["à l'époque = DATE PAST_REF"]),
    ("l'époque of something", SUNDAY, "Cela remonte à l'époque romaine.", []),
    ("premier semestre", SUNDAY, "Au premier semestre, il dort.", ["premier semestre = DATE 2023-H1"]),
    (
        "premier dimanche de",
        SUNDAY,
        "Le premier dimanche de juillet, il court.",
        ["Le premier dimanche de juillet = DATE 2023-07-02"],
    ),
    ("weekday and number", OCTOBER, "Vendredi 13, il court.", ["Vendredi 13 = DATE 2023-10-13"]),
    (
        "weekday and time",
        OCTOBER,
        "Vendredi 13 h, il court.",
        ["Vendredi = DATE 2023-10-20", "13 h = TIME 2023-10-20T13:00"],
    ),
    ("a newspaper", OCTOBER, "Le quotidien paraît.", []),
    ("weekly", OCTOBER, "Une réunion hebdomadaire.", ["hebdomadaire = SET P1W"]),
    (
        "lundi et mardi prochains",
        SUNDAY,
        "Il part lundi et mardi prochains.",
        ["lundi = DATE 2023-08-21", "mardi prochains = DATE 2023-08-22"],
    ),
    ("lundi de Pâques", "", "Le lundi de Pâques 2016, il court.", ["Le lundi de Pâques 2016 = DATE 2016-03-28"]),
    ("ce mardi, on a Wednesday", "2023-08-23", "Ce mardi, on a tiré.", ["Ce mardi = DATE 2023-08-22"]),
    (
        "next week is counted from the printing",
        SUNDAY,
        "Il vint le 3 mai 2022. Il part la semaine prochaine.",
        ["le 3 mai 2022 = DATE 2022-05-03", "la semaine prochaine = DATE 2023-W34"],
    ),
    ("quinquennat", SUNDAY, "Il clôt ce quinquennat.", ["ce quinquennat = DURATION P5Y"]),
    ("septennat", SUNDAY, "Ce fut le septennat précédent.", ["le septennat précédent = DURATION P7Y"]),
    ("un an avant", SUNDAY, "Elle partit un an avant.", ["un an = DURATION P1Y"]),
    ("jeux d'hiver", SUNDAY, "Il court aux Jeux Olympiques d'hiver.", []),
    ("à présent", SUNDAY, "Il dort à présent.", ["à présent = DATE PRESENT_REF"]),
)
NAMED = (
    (
        "la veille and le lendemain",
        SUNDAY,
        "Il vint le 3 mai 2023. La veille, il dîna. Le lendemain matin, il partit.",
        ["le 3 mai 2023 = DATE 2023-05-03", "La veille = DATE 2023-05-02", "Le lendemain matin = TIME 2023-05-03TMO"],
    ),
    (
        "du même mois",
        SUNDAY,
        "Il vint le 3 mai 2022. Le 13 du même mois, il partit.",
        ["le 3 mai 2022 = DATE 2022-05-03", "Le 13 du même mois = DATE 2022-05-13"],
    ),
    (
        "la veille of something",
        SUNDAY,
        "Il vint le 3 mai 2023. La veille de la fête, il dîna.",
        ["le 3 mai 2023 = DATE 2023-05-03", "La veille = DATE XXXX-XX-XX"],
    ),
    ("de ce mois", SUNDAY, "On votera le 23 de ce mois.", ["le 23 de ce mois = DATE 2023-08-23"]),
    ("du mois dernier", SUNDAY, "On vota le 23 du mois dernier.", ["le 23 du mois dernier = DATE 2023-07-23"]),
    (
        "parts of the last day named",
        SUNDAY,
        "Il arriva mercredi. Dans la soirée, il parla. A 20 h, il partit.",
        ["mercredi = DATE 2023-08-16", "la soirée = TIME 2023-08-16TEV", "20 h = TIME 2023-08-16T20:00"],
    ),
    (
        "le matin même",
        SUNDAY,
        "Il arriva mercredi. Le matin même, il dormait.",
        ["mercredi = DATE 2023-08-16", "Le matin même = TIME 2023-08-16TMO"],
    ),
)
