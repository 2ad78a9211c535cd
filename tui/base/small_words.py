"""Words that say nothing about a text: the commonest words of languages, and the small words of English and French."""

from __future__ import annotations

from tui.base.number_words import NUMBER_WORDS

_COMMONEST = {
    "en": "the of and to in that is was for on with as by at from his it has had which will be are were been said not",
    "fr": "le la les des du de et en un une que qui dans pour sur par est pas au aux avec ce cette son ses sont ont",
    "es": "el la los las del de y en un una que por para con se su sus no es al lo como más fue ha han este esta entre",
    "pt": "o a os as do da dos das de e em um uma que por para com se não no na nos nas ao foi mais como são seu sua",
    "de": "der die das und den dem des ein eine einen von zu mit im auf für ist nicht sich auch als bei nach wurde",
    "it": "il lo la gli i le di del della dei delle e in un una che per con non è si al alla sono dal nel da come più",
}
COMMONEST = {language: frozenset(words.split()) for language, words in _COMMONEST.items()}
"""By language, words so common that a text shows its language by them; as they are written, in lower case."""

_MORE_ENGLISH = """
    a about all also an any but can could did do does have he her how i if into its more must no or our out she
    should so some such than their them then there these they this those we what when where who why would you your
"""
_MORE_FRENCH = """
    ces cet elle elles ete etre eux il ils je leur leurs lui ma mais me meme mes mon ne nos notre nous ou sa se ta
    te tes toi ton tu vos votre vous y
"""
SMALL_WORDS = (COMMONEST["en"] | COMMONEST["fr"] | {*_MORE_ENGLISH.split(), *_MORE_FRENCH.split()}) - {"said", "un"}
"""Words of English and French that say nothing about a text, folded; without `may`, a month, and `un`, maybe the UN."""

_MONTHS_AND_DAYS = """
    january february march april may june july august september october november december
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche
    day week month year days weeks months years jour semaine mois annee jours semaines ans annees today yesterday
    hier aujourdhui
"""
_ADVERBS = """
    much very many more most here there now then before after since until during down back again still even just only
    last first next new made make says told according bien tres plus moins ici sans tout tous toute toutes encore apres
    avant depuis selon ainsi aussi deja dont fait faire avait avoir veut peut doit chez entre vers
"""
TELLING_NOTHING = SMALL_WORDS | {
    *_MONTHS_AND_DAYS.split(),
    *_ADVERBS.split(),
    *(word for table in NUMBER_WORDS.values() for word in (*table.small, *table.multipliers)),
}
"""Words that say when, where or how much, but not what an article is about, folded."""
