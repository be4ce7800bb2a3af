//! The rules of reading (TK-R). They have no check of their own: the reader reports them while it reads, and over the whole
//! document once it has read.

use super::{MAX_DEPTH as DEEPEST, NotJson};
use crate::finding::{FactKind, Meta, Norm, Phase, Severity, Unit, Window, texts};
use crate::grammar::JsonType;
use crate::json::MAX_ITEMS as MOST_ITEMS;
use crate::language::Text;
use crate::provenance::{Basis, Source, Sources};

/// What becomes of members that the format does not have.
pub(crate) static UNKNOWN_FIELDS: Norm = Norm::choice(
    "unknown_fields",
    Text { nl: "wat er met onbekende velden gebeurt", en: "what becomes of unknown fields" },
    &["error", "ignore"],
);
/// How many bytes a document may have.
pub(crate) static MAX_BYTES: Norm = Norm::number(
    "max_bytes",
    Text { nl: "grootte van een document, in bytes", en: "size of a document, in bytes" },
    Unit::Bytes,
    64 << 20,
    1,
    1 << 30,
);
/// How deep lists and objects may be nested.
pub(crate) static MAX_DEPTH: Norm = Norm::number(
    "max_depth",
    Text { nl: "diepte van een document", en: "depth of a document" },
    Unit::Number,
    DEEPEST,
    8,
    DEEPEST,
);
/// How many items one list or object may have.
pub(crate) static MAX_ITEMS: Norm = Norm::number(
    "max_items",
    Text { nl: "aantal onderdelen in een lijst of object", en: "number of items in a list or object" },
    Unit::Number,
    MOST_ITEMS,
    1,
    MOST_ITEMS,
);

/// A rule of reading.
macro_rules! reading {
    (
        $name:ident $code:literal $slug:literal $severity:ident $decides:ident $source:expr,
        norms: [$($norm:expr),*],
        facts: [$($fact:expr),*],
        may_lack: [$($lack:literal),*],
        $($texts:tt)*
    ) => {
        pub(crate) static $name: Meta = Meta {
            code: $code,
            name: $slug,
            severity: Some(Severity::$severity),
            phase: Phase::Reading,
            basis: Basis::Inferred,
            norms: &[$($norm),*],
            facts: &[$($fact),*],
            may_lack: &[$($lack),*],
            gives_way_to: &[],
            window: Window::ALWAYS,
            since: "0.1.0",
            retired: None,
            sources: Sources::of(&[$source]),
            texts: texts! { $($texts)* },
            decides_reading: $decides,
        };
    };
}

reading! {
    MALFORMED_JSON "TK-R001" "malformed-json" Error true Source::Standard("RFC 8259"),
    norms: [],
    facts: [("line", FactKind::Whole), ("column", FactKind::Whole), ("why", FactKind::word::<NotJson>())],
    may_lack: ["why"],
    title: { nl: "de tekst is geen JSON", en: "the text is not JSON" },
    asks: { nl: "Een document is JSON volgens RFC 8259, in UTF-8.", en: "A document is JSON after RFC 8259, in UTF-8." },
    why: { nl: "Zonder geldige JSON is niet vast te stellen wat er staat.", en: "Without valid JSON nobody can tell what it says." },
    mend: { nl: "Kijk op de genoemde regel: vaak mist er een komma, een aanhalingsteken of een haakje, of is het bestand afgebroken.", en: "Look at the line named: often a comma, a quotation mark or a bracket is missing, or the file was cut short." },
    message: { nl: "de tekst is geen geldige JSON op regel `{line}`, kolom `{column}`[: {why}]", nl_plain: "het bestand is kapot bij regel `{line}`, teken `{column}`[: {why}]; exporteer het opnieuw", en: "the text is not valid JSON at line `{line}`, column `{column}`[: {why}]" },
}

reading! {
    UNKNOWN_FORMAT "TK-R002" "unknown-format" Error true Source::Own(Text { nl: "een document noemt zijn formaat en versie", en: "a document names its format and version" }),
    norms: [],
    facts: [("supported", FactKind::Name)],
    may_lack: [],
    title: { nl: "onbekend formaat", en: "unknown format" },
    asks: { nl: "Een document noemt zijn formaat en versie.", en: "A document names its format and version." },
    why: { nl: "Aan het formaat is te zien wat de onderdelen betekenen.", en: "The format tells what the parts mean." },
    mend: { nl: "Zet in `format` een van de ondersteunde formaten.", en: "Put one of the supported formats into `format`." },
    message: { nl: "het formaat ontbreekt of wordt niet ondersteund; ondersteund is `{supported}`", nl_plain: "zet bij `format`: `{supported}`", en: "the format is missing or not supported; supported is `{supported}`" },
}

reading! {
    MISSING_FIELD "TK-R003" "missing-field" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [],
    facts: [("member", FactKind::Name)],
    may_lack: [],
    title: { nl: "verplicht veld ontbreekt", en: "required field missing" },
    asks: { nl: "Wat het formaat verplicht stelt, is aanwezig; `null` telt als afwezig.", en: "What the format requires is there; `null` counts as absent." },
    why: { nl: "Zonder dit veld is niet te zeggen waar het onderdeel over gaat.", en: "Without this field nobody can tell what the part is about." },
    mend: { nl: "Vul het veld in.", en: "Fill in the field." },
    message: { nl: "het verplichte veld `{member}` ontbreekt", nl_plain: "vul `{member}` in", en: "the required field `{member}` is missing" },
}

reading! {
    UNKNOWN_FIELD "TK-R004" "unknown-field" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [&UNKNOWN_FIELDS],
    facts: [("position", FactKind::Whole), ("known", FactKind::Names)],
    may_lack: [],
    title: { nl: "onbekend veld", en: "unknown field" },
    asks: { nl: "Een document heeft alleen velden die het formaat kent.", en: "A document has only fields that the format knows." },
    why: { nl: "Een verschreven veldnaam zou anders stilzwijgend verloren gaan.", en: "A misspelt field would otherwise be lost in silence." },
    mend: { nl: "Verbeter de naam van het veld of haal het weg.", en: "Correct the name of the field, or take it out." },
    message: { nl: "veld nummer `{position}` kent het formaat hier niet; bekend: `{known}`", nl_plain: "veld nummer `{position}` hoort hier niet; bedoel je: `{known}`", en: "field number `{position}` is unknown here; known: `{known}`" },
}

reading! {
    WRONG_TYPE "TK-R005" "wrong-type" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [],
    facts: [("expected", FactKind::word::<JsonType>()), ("found", FactKind::word::<JsonType>())],
    may_lack: [],
    title: { nl: "verkeerd soort waarde", en: "wrong type" },
    asks: { nl: "Elke waarde is van de soort die het formaat noemt.", en: "Every value is of the type that the format names." },
    why: { nl: "Een waarde van een andere soort is niet te lezen.", en: "A value of another type cannot be read." },
    mend: { nl: "Geef de waarde in de verwachte soort.", en: "Give the value in the expected type." },
    message: { nl: "hier hoort {expected} te staan, er staat {found}", nl_plain: "zet hier {expected}; er staat nu {found}", en: "expected {expected} here, found {found}" },
}

reading! {
    UNKNOWN_VALUE "TK-R006" "unknown-value" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [],
    facts: [("allowed", FactKind::Names)],
    may_lack: [],
    title: { nl: "onbekende waarde", en: "unknown value" },
    asks: { nl: "Een waarde van een gesloten lijst staat op die lijst.", en: "A value of a closed list is on that list." },
    why: { nl: "Een waarde buiten de lijst heeft geen betekenis.", en: "A value outside the list means nothing." },
    mend: { nl: "Kies een van de toegestane waarden.", en: "Choose one of the allowed values." },
    message: { nl: "deze waarde bestaat hier niet; kies uit `{allowed}`", nl_plain: "deze waarde ken ik niet; kies uit `{allowed}`", en: "there is no such value here; choose from `{allowed}`" },
}

reading! {
    OUT_OF_RANGE "TK-R007" "out-of-range" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [],
    facts: [("least", FactKind::Decimal), ("most", FactKind::Decimal)],
    may_lack: [],
    title: { nl: "getal buiten bereik", en: "number out of range" },
    asks: { nl: "Een getal ligt tussen zijn grenzen.", en: "A number lies between its bounds." },
    why: { nl: "Een getal daarbuiten kan niet kloppen.", en: "A number outside them cannot be right." },
    mend: { nl: "Geef een getal binnen de grenzen.", en: "Give a number within the bounds." },
    message: { nl: "dit getal ligt niet tussen `{least}` en `{most}`, of heeft te veel decimalen", nl_plain: "geef een getal van `{least}` tot en met `{most}`", en: "this number is not between `{least}` and `{most}`, or has too many decimals" },
}

reading! {
    UNREAL_DATE "TK-R008" "unreal-date" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [],
    facts: [("expected", FactKind::Name)],
    may_lack: [],
    title: { nl: "geen bestaande datum", en: "unreal date" },
    asks: { nl: "Een datum bestaat en is geschreven als `JJJJ-MM-DD`; een schooljaar als twee opeenvolgende jaren.", en: "A date exists and is written `YYYY-MM-DD`; a school year as two consecutive years." },
    why: { nl: "Aan een onmogelijke datum valt niets te toetsen.", en: "Nothing can be judged by an impossible date." },
    mend: { nl: "Verbeter de datum of het schooljaar.", en: "Correct the date or the school year." },
    message: { nl: "dit is geen bestaande datum of schooljaar in de vorm `{expected}`", nl_plain: "deze datum bestaat niet; schrijf hem als `{expected}`", en: "this is no existing date or school year in the form `{expected}`" },
}

reading! {
    DUPLICATE_KEY "TK-R009" "duplicate-key" Error true Source::Standard("RFC 8259, section 4"),
    norms: [],
    facts: [("times", FactKind::Whole)],
    may_lack: [],
    title: { nl: "veld staat er meer dan eens", en: "field given more than once" },
    asks: { nl: "Elk veld staat één keer in een object.", en: "Every field stands once in an object." },
    why: { nl: "Het is niet te zeggen welke van de waarden geldt.", en: "Nobody can tell which of the values counts." },
    mend: { nl: "Haal de dubbele velden weg.", en: "Take out the repeated fields." },
    message: { nl: "een veld staat hier `{times}` keer", nl_plain: "een veld staat hier `{times}` keer; laat er één staan", en: "a field is given here `{times}` times" },
}

reading! {
    OVER_LIMIT "TK-R010" "over-limit" Error true Source::Own(Text { nl: "een grens aan wat één document bevat", en: "a bound on what one document may hold" }),
    norms: [&MAX_BYTES, &MAX_DEPTH, &MAX_ITEMS],
    facts: [("limit", FactKind::Name), ("most", FactKind::Whole)],
    may_lack: [],
    title: { nl: "te groot of te diep", en: "too large or too deep" },
    asks: { nl: "Een document blijft onder de grenzen aan omvang, diepte en lengte van lijsten.", en: "A document stays below the limits of size, depth and length of lists." },
    why: { nl: "De grenzen beschermen tegen vijandige invoer.", en: "The limits protect against hostile input." },
    mend: { nl: "Splits het document of haal weg wat er niet hoort.", en: "Split the document, or take out what does not belong." },
    message: { nl: "groter dan toegestaan: `{limit}` is hoogstens `{most}`", nl_plain: "dit is te groot: `{limit}` is hoogstens `{most}`", en: "larger than allowed: `{limit}` is at most `{most}`" },
}

reading! {
    DUPLICATE_ID "TK-R011" "duplicate-id" Error true Source::Own(Text { nl: "een id noemt één ding", en: "an id names one thing" }),
    norms: [],
    facts: [("id", FactKind::Id)],
    may_lack: [],
    title: { nl: "id komt twee keer voor", en: "id used twice" },
    asks: { nl: "Elk ding van één soort heeft een eigen id.", en: "Every thing of one kind has an id of its own." },
    why: { nl: "Verwijzingen naar deze id zijn anders dubbelzinnig.", en: "References to the id would be ambiguous." },
    mend: { nl: "Geef een van beide een andere id.", en: "Give one of the two another id." },
    message: { nl: "de id `{id}` is al gebruikt", nl_plain: "`{id}` bestaat al; kies een andere id", en: "the id `{id}` is already used" },
}

reading! {
    DANGLING_REFERENCE "TK-R012" "dangling-reference" Error true Source::Own(Text { nl: "een verwijzing noemt iets dat er is", en: "a reference names something that is there" }),
    norms: [],
    facts: [("id", FactKind::Id), ("nearest", FactKind::Id)],
    may_lack: ["nearest"],
    title: { nl: "verwijzing naar niets", en: "dangling reference" },
    asks: { nl: "Een verwijzing binnen het document wijst naar iets dat erin staat.", en: "A reference inside the document points to something in it." },
    why: { nl: "Wat ontbreekt, kan niets bewijzen.", en: "What is not there can prove nothing." },
    mend: { nl: "Voeg toe waarnaar verwezen wordt, of verbeter de verwijzing.", en: "Add what is referred to, or correct the reference." },
    message: { nl: "de verwijzing `{id}` wijst naar niets in dit document[; bedoeld is misschien `{nearest}`]", nl_plain: "`{id}` bestaat niet in dit document[; bedoel je `{nearest}`?]", en: "the reference `{id}` points to nothing in this document[; perhaps `{nearest}` is meant]" },
}

reading! {
    PERIOD_REVERSED "TK-R013" "period-ends-before-start" Error true Source::Own(Text { nl: "een periode loopt vooruit", en: "a period runs forward" }),
    norms: [],
    facts: [("from", FactKind::Date), ("until", FactKind::Date)],
    may_lack: [],
    title: { nl: "einde voor het begin", en: "period ends before it starts" },
    asks: { nl: "Een periode eindigt niet voor zij begint.", en: "A period does not end before it starts." },
    why: { nl: "Met een omgekeerde periode is niet te rekenen.", en: "Nothing can be reckoned with a reversed period." },
    mend: { nl: "Verbeter de begin- of einddatum.", en: "Correct the first or the last day." },
    message: { nl: "de periode begint op `{from}` en eindigt al op `{until}`", nl_plain: "de einddatum `{until}` ligt voor de begindatum `{from}`", en: "the period starts on `{from}` and ends already on `{until}`" },
}

reading! {
    DATED_LATER "TK-R014" "dated-after-reference-day" Info false Source::Own(Text { nl: "een document wordt beoordeeld zoals het op de peildatum was", en: "a document is judged as it stood on the reference day" }),
    norms: [],
    facts: [("number", FactKind::Whole), ("asOf", FactKind::Date)],
    may_lack: [],
    title: { nl: "gedateerd na de peildatum", en: "dated after the reference day" },
    asks: { nl: "Bewijzen, reflecties, bezoeken, gesprekken, besluiten en uitslagen zijn niet te plannen: wat na de peildatum ligt, telt niet mee.", en: "Evidence, reflections, visits, talks, decisions and results cannot be planned: what lies after the reference day is not looked at." },
    why: { nl: "Een document wordt beoordeeld zoals het op de peildatum was.", en: "A document is judged as it stood on the reference day." },
    mend: { nl: "Kijk of de data kloppen, of kies een latere peildatum.", en: "See whether the dates are right, or choose a later reference day." },
    message: { nl: "`{number}` onderdelen liggen na `{asOf}` en tellen niet mee", nl_plain: "`{number}` onderdelen hebben een datum na `{asOf}` en tellen nog niet mee", en: "`{number}` items lie after `{asOf}` and are not looked at" },
}

reading! {
    BLANK_TEXT "TK-R015" "blank-text" Error false Source::Own(Text { nl: "een verplichte tekst zegt iets", en: "a required text says something" }),
    norms: [],
    facts: [("member", FactKind::Name)],
    may_lack: [],
    title: { nl: "lege tekst", en: "blank text" },
    asks: { nl: "Een verplichte tekst zegt iets.", en: "A required text says something." },
    why: { nl: "Alleen spaties zijn geen antwoord.", en: "White space alone is no answer." },
    mend: { nl: "Vul de tekst in.", en: "Write the text." },
    message: { nl: "de verplichte tekst `{member}` is leeg", nl_plain: "schrijf iets bij `{member}`", en: "the required text `{member}` is blank" },
}

reading! {
    TWO_GUISES "TK-R016" "person-in-two-guises" Warning false Source::Own(Text { nl: "een id noemt één persoon", en: "an id names one person" }),
    norms: [],
    facts: [("person", FactKind::Id)],
    may_lack: [],
    title: { nl: "één persoon met twee namen", en: "one person with two names" },
    asks: { nl: "Een persoon heeft overal dezelfde naam.", en: "A person has the same name everywhere." },
    why: { nl: "Twee namen wijzen op een verkeerde id.", en: "Two names point to a wrong id." },
    mend: { nl: "Kijk of het om één persoon gaat, en verbeter naam of id.", en: "See whether it is one person, and correct name or id." },
    message: { nl: "persoon `{person}` heeft hier een andere naam dan elders", nl_plain: "bij `{person}` staat hier een andere naam dan eerder", en: "person `{person}` has another name here than elsewhere" },
}

reading! {
    UNFIT_ID "TK-R017" "unfit-id" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [],
    facts: [],
    may_lack: [],
    title: { nl: "ongeschikte id", en: "unfit id" },
    asks: { nl: "Een id begint met een letter of cijfer en heeft hoogstens 64 letters, cijfers, punten, streepjes.", en: "An id begins with a letter or digit and has at most 64 letters, digits, dots and dashes." },
    why: { nl: "Zo past een id in elk systeem en verraadt zij geen tekst.", en: "So an id fits every system and gives away no text." },
    mend: { nl: "Kies een id zonder spaties en bijzondere tekens.", en: "Choose an id without spaces and special characters." },
    message: { nl: "dit is geen geschikte id: gebruik hoogstens 64 letters, cijfers, `.`, `_` en `-`", nl_plain: "gebruik in een id alleen letters, cijfers, `.`, `_` en `-`", en: "this is no fit id: use at most 64 letters, digits, `.`, `_` and `-`" },
}

reading! {
    STRAY_DAY "TK-R018" "day-outside-its-school-year" Error true Source::Law("WHW art. 1.1(k)"),
    norms: [],
    facts: [("day", FactKind::Date), ("first", FactKind::Date), ("last", FactKind::Date)],
    may_lack: [],
    title: { nl: "dag buiten het schooljaar", en: "day outside its school year" },
    asks: { nl: "De eerste dag en de dag van de uitkomst van een studiejaar liggen tussen 1 augustus en 31 augustus van het jaar daarna.", en: "The first day of a study year and the day of its outcome lie between 1 August and 31 August of the next year." },
    why: { nl: "Een verschreven jaartal maakt anders van een lopend studiejaar een jaar dat nog moet beginnen.", en: "A mistyped year would otherwise turn a study year that runs into one that has yet to begin." },
    mend: { nl: "Verbeter de dag of het schooljaar.", en: "Correct the day or the school year." },
    message: { nl: "`{day}` ligt niet in dit schooljaar, dat loopt van `{first}` tot en met `{last}`", nl_plain: "verander de datum `{day}`: dit jaar loopt van `{first}` tot en met `{last}`", en: "`{day}` does not lie in this school year, which runs from `{first}` to `{last}`" },
}

reading! {
    CASE_TWINS "TK-R019" "ids-differ-in-case-only" Warning false Source::Own(Text { nl: "een id noemt één ding", en: "an id names one thing" }),
    norms: [],
    facts: [("id", FactKind::Id), ("other", FactKind::Id)],
    may_lack: [],
    title: { nl: "ids die alleen in hoofdletters verschillen", en: "ids that differ in case only" },
    asks: { nl: "Twee ids van één soort verschillen niet alleen in hoofdletters en kleine letters.", en: "Two ids of one kind do not differ in upper and lower case only." },
    why: { nl: "Meestal is hetzelfde ding bedoeld, en dan worden er twee van geteld.", en: "Mostly the same thing is meant, and then it is counted as two." },
    mend: { nl: "Schrijf de id overal gelijk, of kies een andere.", en: "Write the id the same everywhere, or choose another." },
    message: { nl: "de id `{id}` verschilt alleen in hoofdletters van `{other}`", nl_plain: "schrijf `{id}` en `{other}` op één manier als je hetzelfde bedoelt", en: "the id `{id}` differs from `{other}` in upper and lower case only" },
}

/// Every rule of reading, by code.
pub(crate) static METAS: &[&Meta] = &[
    &MALFORMED_JSON,
    &UNKNOWN_FORMAT,
    &MISSING_FIELD,
    &UNKNOWN_FIELD,
    &WRONG_TYPE,
    &UNKNOWN_VALUE,
    &OUT_OF_RANGE,
    &UNREAL_DATE,
    &DUPLICATE_KEY,
    &OVER_LIMIT,
    &DUPLICATE_ID,
    &DANGLING_REFERENCE,
    &PERIOD_REVERSED,
    &DATED_LATER,
    &BLANK_TEXT,
    &TWO_GUISES,
    &UNFIT_ID,
    &STRAY_DAY,
    &CASE_TWINS,
];
