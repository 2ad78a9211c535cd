"""Stray lines that pages carry and articles do not, in English and French.

Each line is judged by itself. A doubtful line is not stray: a lost sentence is worse than a stray one. To add a
language, add patterns to each table; they match whole lines, folded to lower case without accents.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from tui.base.folding import fold
from tui.importing.limits import RULE_CHARACTERS


class Stray(Enum):
    """The kinds of lines that are not part of an article."""

    READING_TIME = auto()
    CAPTION = auto()
    LABEL = auto()
    """The heading of a list of other articles: `Recommended`."""
    LINK = auto()
    """A link to another article after its label: `READ ALSO: …`."""
    TOOL = auto()
    """An invitation to share, print or subscribe, or the label of an advertisement."""
    BUTTON = auto()
    """A word or two that is a tool among tools and may be a heading elsewhere: `Facebook`, `Explore`."""
    COMMENTS = auto()
    """A link to the comments."""
    COPYRIGHT = auto()
    TAGS = auto()
    END_MARK = auto()


ANYWHERE = frozenset((Stray.READING_TIME, Stray.CAPTION, Stray.LABEL, Stray.LINK, Stray.TOOL))
"""Kinds that are stray anywhere; the others only above and below the text."""

_SOCIAL = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|messenger|instagram|e-?mail|mail|print|viber|sms"
    r"|copy link|share|tweet|partager|imprimer|save|listen)"
)
_PATTERNS: dict[Stray, tuple[str, ...]] = {
    Stray.READING_TIME: (
        r"\d{1,3}\s*(?:-|–)?\s*min(?:ute)?s?\.?\s*(?:read(?:ing)?(?:\s*time)?|de lecture|lecture)",
        r"(?:estimated )?reading time\s*:?\s*(?:about )?\d.{0,25}",
        r"(?:temps|duree) de lecture\s*:?.{0,25}",
        r"lecture\s*:?\s*\d{1,3}\s*min.{0,10}",
        r"(?:views?|vues?|hits)\s*:\s*[\d., ]+|lu\s*:?\s*[\d., ]+ fois",
        r"\d{1,3}\s*(?:min|mn)\.?",
        r"[\d., ]+\s*(?:views?|vues|shares?|partages|lectures)(?:[\s,|·]*\d+ comment(?:s?|aires?))?",
    ),
    Stray.LABEL: (
        r"recommended(?: (?:for you|stories|reading|articles|videos|by .{2,30}))?|recommande[es]*(?: pour vous)?",
        r"related(?: (?:articles?|stories|story|news|posts?|topics?|content|coverage|links|reading|videos?))?",
        r"most (?:read|popular|viewed|shared|recent|watched|commented)(?: (?:stories|articles|news|today))?",
        r"(?:you )?(?:may|might) also (?:like|be interested in|enjoy)|you may like|don'?t miss|must[- ]reads?",
        r"trending(?: (?:now|topics?|stories|articles|news))?|editors?'?s? (?:picks?|choice)|suggested topics",
        r"list (?:of \d+ items?|\d+ of \d+)|end of list|lire la suite",
        r"continue reading|read (?:the )?full (?:story|article)",
        r"(?:read|see|keep) (?:more|next|also|reading)|also read|up next|what to read next|in case you missed it",
        r"(?:a )?(?:lire|voir|decouvrir) (?:aussi|egalement|ensuite|plus|encore)|a lire|a ne pas manquer",
        r"articles? (?:lies?|similaires?|recents?|associes?|connexes?|populaires?)|autres articles",
        r"(?:sur le|dans la) meme (?:sujet|theme|rubrique|categorie|dossier)",
        r"(?:les )?(?:articles )?(?:les )?plus (?:lus?|vus?|partages?|populaires?|commentes?|consultes?|recents?)",
        r"(?:nos |les )?derniers (?:articles|actus)|vous (?:aimerez|pourriez) aussi(?: (?:aimer|etre interesse par))?",
    ),
    Stray.LINK: (),
    Stray.TOOL: (
        r"share (?:this|on|via|with|by) ?.{0,30}|link copied!?|copy link",
        r"(?:print|email|save|bookmark|listen to) this (?:article|page|post|story)",
        r"partage[rz] (?:sur|cet?|cette|l'article|par|via|avec) ?.{0,30}|envoyer (?:par|a un) .{2,25}",
        r"(?:ecouter|sauvegarder|enregistrer|offrir|commenter|reagir a|imprimer) (?:cet |l')article",
        r"-? ?advertisements? ?-?|advertising|sponsored(?: (?:content|post|by .{2,30}))?|promoted content",
        r"publicite|contenu sponsorise|la suite apres (?:cette|la) publicite",
        r"(?:story|article) continues (?:below|after).{0,30}|scroll to continue.{0,30}",
        r"subscribe (?:now|to|for|here|today).{0,60}|sign up (?:for|to|now|here).{0,60}|enter your email.{0,40}",
        r"get (?:the|our) .{0,30}newsletter.{0,40}|recevez .{0,60}(?:newsletter|boite mail).{0,30}|je m'abonne",
        r"get (?:the latest|real-time|daily|breaking|more) .{0,120}(?:inbox|globe|alerts|headlines|email)\.?",
        r".{0,200}, opens new tab",
        r"abonnez-vous.{0,60}|suivez toute l'(?:actualite|info).{0,100}",
        r"inscrivez-vous .{0,30}(?:newsletter|lettre).{0,30}",
        r"(?:follow|like) (?:us|me|@\w+)\b.{0,60}|suivez[- ]nous.{0,60}",
        rf"follow (?:\S+ ){{1,4}}on {_SOCIAL}.{{0,40}}|suivez (?:\S+ ){{1,4}}sur {_SOCIAL}.{{0,40}}",
        r"(?:join|rejoignez) .{2,50}(?:channel|whatsapp|telegram|chaine|canal|groupe).{0,40}",
        r"skip to (?:main )?content|back to top|haut de page|retour en haut|load more|show more|view all|voir plus",
        r"(?:older|newer) posts?|(?:previous|next) (?:post|article|story)|article (?:precedent|suivant)",
        r"download (?:our|the) app\b.{0,40}|telechargez .{0,20}application.{0,40}",
        r"loading (?:comments?|more(?: stories)?|(?:the )?(?:video|player))\W*|please wait\W*",
        r"chargement (?:en cours|des commentaires)\W*|veuillez patienter\W*",
        r"this is a modal window\b.{0,140}|(?:captions|subtitles|descriptions|default)(?: off)?, selected",
        r"(?:captions|subtitles) settings, opens .{2,60}",
        r"(?:unfortunately, )?(?:this|the) video (?:is not|isn't) available in your (?:region|country|location)\.?",
        r"accept (?:all )?cookies|we use cookies.{0,200}|(?:play|watch) video|lire la video",
    ),
    Stray.BUTTON: (
        rf"{_SOCIAL}(?:[\s|,/·•-]+{_SOCIAL})*",
        r"explore(?: more)?|more (?:from|on|about|in) .{2,40}|more (?:news|stories|articles|headlines|like this)",
        r"(?:popular|latest|recent|top|other|further|breaking)(?: \w+)? (?:posts?|news|stories|articles|headlines)",
        r"see also|headlines|in other news|from the web|around the web|promoted(?: stories)?|newsletters?|subscribe",
        r"follow us|play|menu|search|home|accueil|photos?|image|video|credit|illustration",
        r"a la une|pour aller plus loin|plus d'(?:articles|infos?|actualites?).{0,30}|s'abonner|actualites?|ads?",
        r"(?:nos |les )?dernieres (?:nouvelles|infos|actualites|publications|depeches)|breaking news(?: alerts?)?",
        r"(?:first )?(?:published|posted|updated|last updated|publie|poste|mis a jour|modifie)(?: on| le| at)?",
    ),
    Stray.COMMENTS: (
        r"comments (?:are|have been) closed\.?|les commentaires sont (?:fermes|clos)\.?",
        r"(?:no|\d+) (?:comments?|replies|responses?)(?: yet)?|comments?(?: \(\d+\))?|(?:view|show) comments",
        r"(?:post|leave|add|write) (?:a|your) (?:comment|reply)|join the (?:conversation|discussion)",
        r"be the first to comment|cancel reply|your email address will not be published.{0,60}",
        r"(?:aucun|\d+|pas de) commentaires?|(?:laisser|poster|ajouter|ecrire) (?:un|votre) commentaire|commentaires?",
    ),
    Stray.COPYRIGHT: (
        r"copyright\s*(?:©|\(c\)|:|\d{4})\s*.{0,160}|(?:©|\(c\))\s*(?:copyright|\d{4}).{0,160}",
        r".{0,120}(?:all rights reserved|tous droits reserves).{0,80}",
        r"(?:the post|l'article|cet article) .{3,250} (?:appeared first on|est apparu en premier sur) .{2,60}",
    ),
    Stray.TAGS: (
        r"(?:tags?|keywords?|topics?|filed under|tagged(?: with)?|labels?|mots[- ]cles?|etiquettes?|rubriques?"
        r"|categor(?:y|ies|ie))\s*:.{2,200}",
    ),
    Stray.END_MARK: (r"ends?|fin|the end|-?\s?30\s?-?",),
}
_LINK = (
    r"(?:also read|read also|read more|read next|read|see also|see more|watch|watch also|listen"
    r"|related(?: story| article)?|recommended|more|must read|don'?t miss|you may also like|in case you missed it"
    r"|(?:a )?lire(?: (?:aussi|egalement))?|(?:a )?voir(?: (?:aussi|egalement))?|a ecouter|lisez aussi"
    r"|sur le meme (?:sujet|theme)|video|photos|en images)\s*(?:[:|>»]|[-–—](?=\s))\s*\S.*"
)
_LINK_WITHOUT_COLON = r"(?:also read|read also|read more|(?:a )?(?:lire|voir) (?:aussi|egalement)|lisez aussi)\b.*[^.:]"
_FUSED = re.compile(
    r"(?:Related|RELATED|Recommended|RECOMMENDED|Explore|Read more|READ MORE|Read also|READ ALSO|Also read|ALSO READ"
    r"|See also|Lire aussi|LIRE AUSSI|[ÀA] lire aussi|[ÀA] LIRE AUSSI|Lire également|Voir aussi)"
    r"[A-ZÀ-Ý«“\"‘]\S*\s.+[^.]"
)
_CAPTION = (
    r"(?:file )?photos?(?: credits?)?\s*[:/©].{0,120}|images?\s*[:/©].{0,120}|image (?:source|credit|caption).{0,200}",
    r".+\b(?:reuters|afp|xinhua|epa)/[^/]{2,40}(?:/(?:file photo|handout|pool))?(?: purchase licensing rights.{0,40})?",
    r"(?:(?:photo |image )?credits?(?: photos?)?|legende|caption|picture|pictured)\s*:.+",
    r"file(?: photo| picture| image)?\s*(?:[:/]|[-–—]\s).+|©.{2,100}",
    r"(?:photo|image)s? d'(?:illustration|archives?)\b.{0,60}",
    r"photos? (?:by|par)(?: [^\s.]+){1,6}",
    r".+(?:\s/|[|(\[—–-]|\.)\s*(?:file |handout )?(?:photo|image|picture|credit)s?\s*(?:credits?)?\s*[:/©].{2,100}",
    r".+[(\[|/]\s*(?:file |handout )?photos? (?:by|par|courtesy) .{2,100}",
    r".+[(\[](?:file(?: photo)?|handout|screengrab|ap photo|getty|epa)\b[^)\]]{0,80}[)\]]\.?",
    r".+[^.!?\s\"'”’»]\s*\[[^\]]{0,60}(?:reuters|afp|\bap\b|getty|anadolu|epa|al jazeera)[^\]]{0,60}\]",
    r".+[^.!?\s\"'”’»]\s*\([^)]{2,60}/(?:afp|ap|reuters|epa|getty)(?: via getty images)?\)",
    r".+\s©\s?[\w .,/'-]{2,60}|(?:.+\b)?getty images\)?",
    r".+\((?:photo|image|credit)s?\b[^)]{2,80}\)\.?",
)


def _whole(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_KINDS = tuple((kind, _whole(patterns)) for kind, patterns in _PATTERNS.items() if patterns)
_LINKS = _whole((_LINK, _LINK_WITHOUT_COLON))
_CAPTIONS = _whole(_CAPTION)
_AROUND = re.compile(r"^[^\w©(\[-]+|[^\w)\]?!.]+$")
_BRACKETS = re.compile(r"[(\[](.*)[)\]]\.?")


def stray_kind(line: str) -> Stray | None:
    """Return the kind of a stray line; None if it may be part of the article."""
    if len(line) > RULE_CHARACTERS:
        return None
    if _FUSED.fullmatch(line.strip()):
        return Stray.LINK
    bare = _AROUND.sub("", " ".join(fold(line).split()))
    within = _BRACKETS.fullmatch(bare)
    inner = _AROUND.sub("", within.group(1)) if within else bare
    for kind, pattern in _KINDS:
        if pattern.fullmatch(inner):
            return kind
    if _LINKS.fullmatch(inner) and not line.endswith(":"):
        return Stray.LINK
    return Stray.CAPTION if _CAPTIONS.fullmatch(bare) else None
