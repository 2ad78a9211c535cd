"""Names that differ from language to language, and the adjectives of nations: by one name for all of them.

Arabic has no capitals, so that only the names of this table are names there; `المالي` is left out, because it means
"financial" as well.
"""

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
america american americans us usa u.s. u.s.a. états américain américains américaine
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
ecuador ecuadorean ecuadoreans ecuadorian ecuadorians équateur équatorien équatoriens
brazil brazilian brazilians brésil brésilien brésiliens
argentina argentine argentines argentinian argentin argentins
mexico mexican mexicans mexique mexicain mexicains
peru peruvian peruvians pérou péruvien péruviens
colombia colombian colombians colombie colombien colombiens
chile chilean chileans chili chilien chiliens
venezuela venezuelan venezuelans vénézuélien vénézuéliens
cuba cuban cubans cubain cubains
haiti haitian haitians haïti haïtien haïtiens
canada canadian canadians canadien canadiens
philippines philippine filipino filipinos philippin philippins
indonesia indonesian indonesians indonésie indonésien indonésiens
malaysia malaysian malaysians malaisie malaisien malaisiens
vietnam vietnamese vietnamien vietnamiens
korea korean koreans corée coréen coréens
zambia zambian zambians zambie zambien zambiens
angola angolan angolans angolais
uganda ugandan ugandans ouganda ougandais
congo congolese congolais congolaise
georgia georgian georgians géorgie géorgien géorgiens
greece greek greeks grèce grec grecs
portugal portuguese portugais
poland polish poles pologne polonais
austria austrian austrians autriche autrichien autrichiens
switzerland swiss suisse suisses
norway norwegian norwegians norvège norvégien norvégiens
denmark danish danes danemark danois
ireland irish irlande irlandais
australia australian australians australie australien australiens
jordan jordanian jordanians jordanie jordanien jordaniens
kuwait kuwaiti kuwaitis koweït koweïtien koweïtiens
europe european europeans européen européens
africa african africans afrique africain africains
un onu nations unies
eu ue
aes aés
timbuktu tombouctou
menaka ménaka
mali مالي
chad تشاد تشادي تشاديين
niger النيجر
nigeria نيجيريا
burkina بوركينا
guinea غينيا
ivory العاج
senegal السنغال سنغالي سنغاليا سنغاليين
togo توغو
benin بنين
ghana غانا
mauritania موريتانيا
algeria الجزائر جزائري جزائريين
morocco المغرب مغربي مغاربة
libya ليبيا ليبي ليبيين
tunisia تونس تونسي تونسيين
egypt مصر مصري مصريين
sudan السودان سوداني سودانيين
ethiopia إثيوبيا
somalia الصومال صومالي
america أمريكا أميركا أمريكي أميركي أمريكيين أميركيين
france فرنسا فرنسي فرنسيا فرنسيين
germany ألمانيا ألماني ألمان
britain بريطانيا بريطاني بريطانيين
russia روسيا روسي روس
ukraine أوكرانيا أوكراني أوكرانيين
china الصين صيني صينيين
israel إسرائيل إسرائيلي إسرائيليين
palestine فلسطين فلسطيني فلسطينيا فلسطينيين
syria سوريا سورية سوري سوريين
turkey تركيا تركي أتراك
iraq العراق عراقي عراقيين
iran إيران إيراني إيرانيين
lebanon لبنان لبناني لبنانيين
yemen اليمن يمني يمنيين
afghanistan أفغانستان أفغاني
un الأمم
kidal كيدال
gao غاو
timbuktu تمبكتو
"""
UN = "un"
"""The name of the United Nations in every language here."""
_MISSIONS = """
minusma مينوسما
minusca مينوسكا
monusco مونوسكو
monuc
unifil finul يونيفيل اليونيفيل
unamid minuad يوناميد
unmiss minuss أونميس
unisfa fisnua
undof fnuod
unficyp
unmik minuk
minurso
untso onust
unmogip
minustah
minujusth
unmil minul
unoci onuci
unmis
unmit
unamsil minusil
unprofor forpronu
unamir minuar
unosom onusom
minurcat
onub
unama manua
unami manui
unsmil manul
unitams
"""
MISSIONS = frozenset(line.split()[0] for line in _MISSIONS.strip().splitlines())
"""The peace missions of the UN, by the short form of English, or of French where that is used in English too."""
_LINES = [line.split() for line in (_SAME + _MISSIONS).splitlines() if line]
ALIASES = {fold(word): fold(line[0]) for line in _LINES for word in line}
NATIONS = frozenset(ALIASES.values())
"""The names that stand for nations, bodies of theirs and missions, and a few places."""
