"""Names that differ from language to language, and the adjectives of nations: by one name for all of them."""

from __future__ import annotations

from tui.base.folding import fold

_SAME = """
mali malian malians malien malienne maliens maliennes
chad chadian chadians tchad tchadien tchadienne tchadiens tchadiennes
niger nigerien nigeriens nigerienne nigeriennes
nigeria nigerian nigerians nigérian nigérians
burkina burkinabe burkinabes burkinabè burkinabés
guinea guinean guineans guinée guinéen guinéens guinéenne guinéennes
ivory ivoire ivorian ivorians ivoirien ivoiriens ivoirienne ivoiriennes
senegal senegalese sénégal sénégalais sénégalaise sénégalaises
togo togolese togolais togolaise
benin beninese bénin béninois béninoise
ghana ghanaian ghanaians ghanéen ghanéens
mauritania mauritanian mauritanians mauritanie mauritanien mauritaniens
algeria algerian algerians algérie algérien algériens algérienne
morocco moroccan maroc marocain marocains
libya libyan libyans libye libyen libyens
tunisia tunisian tunisie tunisien tunisiens
egypt egyptian egyptians égypte égyptien égyptiens
sudan sudanese soudan soudanais soudanaise
ethiopia ethiopian éthiopie éthiopien éthiopiens
somalia somali somalis somalie somalien somaliens
kenya kenyan kenyans kényan kényans
rwanda rwandan rwandais
cameroon cameroonian cameroun camerounais
america american americans us usa états américain américains américaine
france french français française françaises
germany german germans allemagne allemand allemands allemande bundeswehr
britain british uk britannique britanniques royaume kingdom
russia russian russians russie russe russes
ukraine ukrainian ukrainians ukrainien ukrainiens
china chinese chine chinois chinoise
israel israeli israelis israël israélien israéliens
palestine palestinian palestinians palestinien palestiniens
syria syrian syrians syrie syrien syriens
turkey turkish turquie turc turcs türkiye
iraq iraqi iraqis irak irakien irakiens
iran iranian iranians iranien iraniens
lebanon lebanese liban libanais
yemen yemeni yemenis yémen yéménite yéménites
afghanistan afghan afghans
pakistan pakistani pakistanis pakistanais
india indian indians inde indien indiens
bangladesh bangladeshi bangladais
japan japanese japon japonais
italy italian italians italie italien italiens
spain spanish espagne espagnol espagnols
netherlands dutch pays bas néerlandais
sweden swedish suède suédois
belgium belgian belgians belgique belge belges
europe european europeans européen européens
africa african africans afrique africain africains
un onu nations unies
eu ue
aes aés
timbuktu tombouctou
menaka ménaka
"""
ALIASES = {fold(word): fold(line.split()[0]) for line in _SAME.strip().splitlines() for word in line.split()}
