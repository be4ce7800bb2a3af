//! The rules of reading (TK-R). They have no check of their own: the reader reports them while it reads, and over the whole
//! document once it has read.

use super::{Limit, MAX_DEPTH as DEEPEST, NotJson, Notation};
use crate::finding::{Actor, FactKind, Meta, Naming, Norm, Phase, Severity, Step, Unit, Window, texts};
use crate::grammar::JsonType;
use crate::json::MAX_ITEMS as MOST_ITEMS;
use crate::language::Text;
use crate::provenance::{Basis, Source, Sources};

/// What happens to members that the format does not have.
pub(crate) static UNKNOWN_FIELDS: Norm = Norm::choice(
    "unknown_fields",
    Text { nl: "wat er met onbekende velden gebeurt", en: "what happens to unknown fields" },
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
            step: Step::CorrectData,
            acts: Actor::Office,
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
    MALFORMED_JSON "TK-R001" "malformed-json" Error true Source::Standard(Text { nl: "RFC 8259", en: "RFC 8259" }),
    norms: [],
    facts: [("line", FactKind::Whole), ("column", FactKind::Whole), ("why", FactKind::word::<NotJson>())],
    may_lack: ["why"],
    title: { nl: "de tekst is geen JSON", en: "the text is not JSON" },
    asks: { nl: "Een document is JSON volgens RFC 8259, in UTF-8.", en: "A document is JSON as defined in RFC 8259, in UTF-8." },
    why: { nl: "Zonder geldige JSON is niet vast te stellen wat er staat.", en: "Without valid JSON nobody can tell what it says." },
    fix: { nl: "Kijk op de genoemde regel: vaak mist er een komma, een aanhalingsteken of een haakje, of is het bestand afgebroken.", nl_plain: "Sla het bestand opnieuw op, of vraag hulp.", en: "Look at the line given: often a comma, a quotation mark or a bracket is missing, or the file was cut short." },
    message: { nl: "de tekst is geen geldige JSON op regel `{line}`, kolom `{column}`[: {why}]", nl_plain: "dit bestand is niet goed opgeslagen (regel `{line}`, teken `{column}`)[: {why}]; sla het opnieuw op of vraag hulp", en: "the text is not valid JSON at line `{line}`, column `{column}`[: {why}]" },
}

reading! {
    UNKNOWN_FORMAT "TK-R002" "unknown-format" Error true Source::Own(Text { nl: "een document noemt zijn formaat en versie", en: "a document names its format and version" }),
    norms: [],
    facts: [("supported", FactKind::Name(Naming::Value))],
    may_lack: [],
    title: { nl: "onbekend formaat", en: "unknown format" },
    asks: { nl: "Een document noemt zijn formaat en versie.", en: "A document names its format and version." },
    why: { nl: "Aan het formaat is te zien wat de onderdelen betekenen.", en: "The format says what the parts mean." },
    fix: { nl: "Zet in `format` een van de ondersteunde formaten.", nl_plain: "Kies een ander bestand, of vraag hulp.", en: "Put one of the supported formats into `format`." },
    message: { nl: "het formaat ontbreekt of wordt niet ondersteund; gebruik {supported}", nl_plain: "dit bestand kan niet worden gelezen: kies een ander bestand of vraag hulp", en: "the format is missing or not supported; use {supported}" },
}

reading! {
    MISSING_FIELD "TK-R003" "missing-field" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [],
    facts: [("member", FactKind::Name(Naming::Field))],
    may_lack: [],
    title: { nl: "verplicht veld ontbreekt", en: "required field missing" },
    asks: { nl: "Alle verplichte velden zijn ingevuld; `null` telt als niet ingevuld.", en: "All required fields are present; `null` counts as absent." },
    why: { nl: "Zonder dit veld is niet te zeggen waar het onderdeel over gaat.", en: "Without this field nobody can tell what the item is about." },
    fix: { nl: "Vul het veld in.", nl_plain: "Vul in wat er ontbreekt.", en: "Fill in the field." },
    message: { nl: "het verplichte veld {member} ontbreekt", nl_plain: "hier ontbreekt iets: vul {member} in", en: "the required field {member} is missing" },
}

reading! {
    UNKNOWN_FIELD "TK-R004" "unknown-field" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [&UNKNOWN_FIELDS],
    facts: [("position", FactKind::Whole), ("near", FactKind::Name(Naming::Inside)), ("known", FactKind::Names(Naming::Inside))],
    may_lack: ["near", "known"],
    title: { nl: "onbekend veld", en: "unknown field" },
    asks: { nl: "Een document heeft alleen velden die in het formaat staan.", en: "A document contains only fields that are in the format." },
    why: { nl: "Een verkeerd gespelde veldnaam zou anders ongemerkt verloren gaan.", en: "A misspelt field would otherwise be silently ignored." },
    fix: { nl: "Verbeter de naam van het veld of haal het weg.", nl_plain: "Haal het veld weg, of geef het de juiste naam.", en: "Correct the name of the field, or remove it." },
    message: { nl: "veld nummer `{position}` hoort hier niet[; bedoeld is misschien {near}][; mogelijk: {known}]", nl_plain: "veld nummer `{position}` hoort hier niet: haal het weg[; bedoel je {near}?]", en: "field number `{position}` does not belong here[; did you mean {near}?][; allowed: {known}]" },
}

reading! {
    WRONG_TYPE "TK-R005" "wrong-type" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [],
    facts: [("expected", FactKind::word::<JsonType>()), ("found", FactKind::word::<JsonType>())],
    may_lack: [],
    title: { nl: "verkeerd soort waarde", en: "wrong type" },
    asks: { nl: "Elke waarde heeft het type dat het formaat vraagt.", en: "Every value has the type that the format requires." },
    why: { nl: "Een waarde van een ander type is niet te lezen.", en: "A value of another type cannot be read." },
    fix: { nl: "Vul een waarde van het juiste type in.", nl_plain: "Vul in wat de melding vraagt, bijvoorbeeld een tekst of een getal.", en: "Fill in a value of the expected type." },
    message: { nl: "vul hier {expected} in; gevonden: {found}", nl_plain: "vul hier {expected} in; er staat nu {found}", en: "fill in {expected} here; found: {found}" },
}

reading! {
    UNKNOWN_VALUE "TK-R006" "unknown-value" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [],
    facts: [("allowed", FactKind::Names(Naming::Value)), ("form", FactKind::word::<Notation>())],
    may_lack: ["allowed", "form"],
    title: { nl: "onbekende waarde", en: "unknown value" },
    asks: { nl: "Waar het formaat een keuzelijst of een vaste vorm heeft, staat een waarde uit die lijst of in die vorm.", en: "Where the format has a closed list or a fixed form, the value is one from that list or in that form." },
    why: { nl: "Een waarde buiten de lijst heeft geen betekenis.", en: "A value outside the list means nothing." },
    fix: { nl: "Kies een van de toegestane waarden.", nl_plain: "Kies een antwoord uit de lijst.", en: "Choose one of the allowed values." },
    message: { nl: "deze waarde kan hier niet[; kies uit: {allowed}][; vul die in als: `{form}`]", nl_plain: "dit antwoord kan hier niet[; kies uit: {allowed}][; vul het in als `{form}`]", en: "this value is not allowed here[; choose from: {allowed}][; fill it in as: `{form}`]" },
}

reading! {
    OUT_OF_RANGE "TK-R007" "out-of-range" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [],
    facts: [("least", FactKind::Decimal), ("most", FactKind::Decimal)],
    may_lack: [],
    title: { nl: "getal buiten bereik", en: "number out of range" },
    asks: { nl: "Een getal ligt binnen zijn grenzen en heeft niet te veel decimalen.", en: "A number is within its bounds and does not have too many decimals." },
    why: { nl: "Een getal daarbuiten kan niet kloppen.", en: "A number outside them cannot be right." },
    fix: { nl: "Geef een getal binnen de grenzen.", nl_plain: "Vul een getal in dat binnen de grenzen ligt.", en: "Give a number within the bounds." },
    message: { nl: "dit getal moet van `{least}` tot en met `{most}` zijn, zonder te veel cijfers achter de komma", nl_plain: "vul een getal in van `{least}` tot en met `{most}`, zonder te veel cijfers achter de komma", en: "this number must be from `{least}` to `{most}` and must not have too many decimals" },
}

reading! {
    UNREAL_DATE "TK-R008" "unreal-date" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [],
    facts: [("expected", FactKind::word::<Notation>())],
    may_lack: [],
    title: { nl: "geen bestaande datum", en: "invalid date" },
    asks: { nl: "Een datum bestaat en is geschreven als `JJJJ-MM-DD`; een schooljaar als twee opeenvolgende jaren.", en: "A date exists and is written `YYYY-MM-DD`; a school year as two consecutive years." },
    why: { nl: "Met een datum die niet bestaat, is niets te controleren.", en: "Nothing can be checked against an impossible date." },
    fix: { nl: "Verbeter de datum of het schooljaar.", nl_plain: "Verbeter de datum of het schooljaar.", en: "Correct the date or the school year." },
    message: { nl: "dit is geen geldige datum of geen geldig schooljaar; vul het in als `{expected}`", nl_plain: "vul de datum of het schooljaar anders in: `{expected}`", en: "this is not a valid date or school year; fill it in as `{expected}`" },
}

reading! {
    DUPLICATE_KEY "TK-R009" "duplicate-key" Error true Source::Standard(Text { nl: "RFC 8259, paragraaf 4", en: "RFC 8259, section 4" }),
    norms: [],
    facts: [("times", FactKind::Whole)],
    may_lack: [],
    title: { nl: "veld staat er meer dan eens", en: "field given more than once" },
    asks: { nl: "Elk veld staat één keer in een object.", en: "Each field appears only once in an object." },
    why: { nl: "Het is niet te zeggen welke van de waarden geldt.", en: "Nobody can tell which of the values counts." },
    fix: { nl: "Haal de dubbele velden weg.", nl_plain: "Laat één van de velden staan en haal de andere weg.", en: "Remove the repeated fields." },
    message: { nl: "hetzelfde veld staat hier meer dan eens; aantal keren: `{times}`", nl_plain: "hetzelfde veld staat hier meer dan eens (aantal keren: `{times}`): laat er één staan", en: "the same field appears here more than once; times: `{times}`" },
}

reading! {
    OVER_LIMIT "TK-R010" "over-limit" Error true Source::Own(Text { nl: "een grens aan wat één document bevat", en: "a bound on what one document may contain" }),
    norms: [&MAX_BYTES, &MAX_DEPTH, &MAX_ITEMS],
    facts: [("limit", FactKind::word::<Limit>()), ("most", FactKind::Whole)],
    may_lack: [],
    title: { nl: "te groot of te diep", en: "too large or too deep" },
    asks: { nl: "Een document blijft binnen de grenzen voor omvang, diepte en lengte van lijsten (`max_bytes`, `max_depth`, `max_items`).", en: "A document stays within the limits on size, depth and length of lists (`max_bytes`, `max_depth`, `max_items`)." },
    why: { nl: "De grenzen beschermen tegen bestanden die een systeem kunnen laten vastlopen.", en: "The limits protect against files that could bring a system to a halt." },
    fix: { nl: "Splits het document of haal weg wat er niet hoort.", nl_plain: "Haal iets weg, of maak er twee bestanden van.", en: "Split the document, or remove what does not belong." },
    message: { nl: "groter of dieper dan toegestaan; `{limit}`: hoogstens `{most}`", nl_plain: "dit is te groot of heeft te veel lagen: haal iets weg of splits het; `{limit}`: hoogstens `{most}`", en: "larger or deeper than allowed; `{limit}`: at most `{most}`" },
}

reading! {
    DUPLICATE_ID "TK-R011" "duplicate-id" Error true Source::Own(Text { nl: "een id noemt één onderdeel", en: "an id names one item" }),
    norms: [],
    facts: [("id", FactKind::Id), ("member", FactKind::Name(Naming::Field))],
    may_lack: ["member"],
    title: { nl: "id komt twee keer voor", en: "id used twice" },
    asks: { nl: "Binnen één soort (bijvoorbeeld plaatsingen) heeft elk onderdeel een eigen id; wat een nummer of een woord heeft in plaats van een id (een studiejaar, een partner), staat één keer in zijn lijst.", en: "Every item of a kind (placements, goals, …) has its own id; an item with a number or a word instead of an id (a study year, a partner) is in its list once." },
    why: { nl: "Anders is niet duidelijk welk van de twee bedoeld is.", en: "Otherwise it is not clear which of the two is meant." },
    fix: { nl: "Geef een van beide een ander id, of haal een van beide weg.", nl_plain: "Geef een van de twee een andere code, of haal er een weg.", en: "Give one of the two another id, or remove one of them." },
    message: { nl: "`{id}` is al gebruikt[ bij {member}]", nl_plain: "`{id}` is al gebruikt[ bij {member}]: kies een andere code of haal er een weg", en: "`{id}` is already used[ for {member}]" },
}

reading! {
    DANGLING_REFERENCE "TK-R012" "dangling-reference" Error true Source::Own(Text { nl: "een verwijzing noemt iets dat er is", en: "a reference names something that is there" }),
    norms: [],
    facts: [("id", FactKind::Id), ("nearest", FactKind::Id)],
    may_lack: ["nearest"],
    title: { nl: "verwijzing klopt niet", en: "dangling reference" },
    asks: { nl: "Een verwijzing binnen het document wijst naar een onderdeel dat erin staat.", en: "A reference inside the document points to an item in it." },
    why: { nl: "Wat ontbreekt, kan niets bewijzen.", en: "What is not there can prove nothing." },
    fix: { nl: "Voeg toe waarnaar verwezen wordt, of verbeter de verwijzing.", nl_plain: "Voeg toe waar de verwijzing naar wijst, of verbeter de verwijzing.", en: "Add what is referred to, or correct the reference." },
    message: { nl: "er wordt verwezen naar `{id}`, maar dat staat niet in dit document[; bedoeld is misschien `{nearest}`]", nl_plain: "hier staat een verwijzing naar `{id}`, maar dat staat niet in dit bestand: voeg het toe of verbeter de verwijzing[; bedoel je `{nearest}`?]", en: "`{id}` is referred to but is not in this document[; did you mean `{nearest}`?]" },
}

reading! {
    PERIOD_REVERSED "TK-R013" "period-ends-before-start" Error true Source::Own(Text { nl: "een periode loopt vooruit", en: "a period runs forward" }),
    norms: [],
    facts: [("from", FactKind::Date), ("until", FactKind::Date)],
    may_lack: [],
    title: { nl: "einddatum vóór de begindatum", en: "period ends before it starts" },
    asks: { nl: "De einddatum van een periode ligt niet vóór de begindatum.", en: "A period does not end before it starts." },
    why: { nl: "Met een omgekeerde periode is niet te rekenen.", en: "Nothing can be calculated from a period that ends before it starts." },
    fix: { nl: "Verbeter de begin- of einddatum.", nl_plain: "Verbeter de begindatum of de einddatum.", en: "Correct the first or the last day." },
    message: { nl: "de periode begint op `{from}` en eindigt al op `{until}`", nl_plain: "de einddatum (`{until}`) ligt vóór de begindatum (`{from}`): verbeter een van de twee", en: "the period starts on `{from}` but already ends on `{until}`" },
}

reading! {
    DATED_LATER "TK-R014" "dated-after-reference-day" Info false Source::Own(Text { nl: "een document wordt beoordeeld zoals het op de peildatum was", en: "a document is checked as it was on the reference day" }),
    norms: [],
    facts: [("number", FactKind::Whole), ("asOf", FactKind::Date)],
    may_lack: [],
    title: { nl: "gedateerd na de peildatum", en: "dated after the reference day" },
    asks: { nl: "Bewijzen, reflecties, bezoeken, gesprekken, besluiten en uitslagen zijn niet te plannen: wat na de peildatum ligt, telt niet mee.", en: "Evidence, reflections, visits, talks, decisions and results cannot be planned: anything dated after the reference day is not considered." },
    why: { nl: "Een document wordt beoordeeld zoals het op de peildatum was.", en: "A document is checked as it was on the reference day." },
    fix: { nl: "Kijk of de data kloppen, of kies een latere peildatum.", nl_plain: "Kijk of de datum klopt.", en: "Check whether the dates are right, or choose a later reference day." },
    message: { nl: "aantal onderdelen met een datum na `{asOf}`: `{number}`; die tellen niet mee", nl_plain: "onderdelen met een datum na `{asOf}`: `{number}`; die tellen nog niet mee, dus kijk of de datum klopt", en: "items dated after `{asOf}` and therefore not considered: `{number}`" },
}

reading! {
    BLANK_TEXT "TK-R015" "blank-text" Error false Source::Own(Text { nl: "een verplichte tekst is niet leeg", en: "a required text is not empty" }),
    norms: [],
    facts: [("member", FactKind::Name(Naming::Field))],
    may_lack: [],
    title: { nl: "lege tekst", en: "blank text" },
    asks: { nl: "Een verplicht tekstveld is niet leeg.", en: "A required text is not empty." },
    why: { nl: "Alleen spaties zijn geen antwoord.", en: "White space alone is no answer." },
    fix: { nl: "Vul de tekst in.", nl_plain: "Schrijf iets in het lege vak.", en: "Fill in the text." },
    message: { nl: "de verplichte tekst {member} is leeg", nl_plain: "schrijf iets bij {member}", en: "the required text {member} is blank" },
}

reading! {
    TWO_GUISES "TK-R016" "person-in-two-guises" Warning false Source::Own(Text { nl: "een id noemt één persoon", en: "an id names one person" }),
    norms: [],
    facts: [("person", FactKind::Id)],
    may_lack: [],
    title: { nl: "één persoon met twee namen", en: "one person with two names" },
    asks: { nl: "Een persoon heeft overal dezelfde naam.", en: "A person has the same name everywhere." },
    why: { nl: "Twee namen wijzen op een verkeerd id.", en: "Two names suggest that an id is wrong." },
    fix: { nl: "Kijk of het om één persoon gaat, en verbeter naam of id.", nl_plain: "Kijk welke naam klopt, en verbeter de andere.", en: "Check whether this is one and the same person, then correct the name or the id." },
    message: { nl: "persoon `{person}` heeft hier een andere naam dan elders", nl_plain: "bij `{person}` staat hier een andere naam dan op een andere plek: kijk welke naam klopt", en: "person `{person}` has another name here than elsewhere" },
}

reading! {
    UNFIT_ID "TK-R017" "unfit-id" Error true Source::Own(Text { nl: "het formaat van het document", en: "the format of the document" }),
    norms: [],
    facts: [],
    may_lack: [],
    title: { nl: "ongeschikt id", en: "invalid id" },
    asks: { nl: "Een id begint met een letter of cijfer en heeft hoogstens 64 letters (zonder accent), cijfers, punten, lage streepjes en streepjes.", en: "An id begins with a letter or digit and has at most 64 letters (without accents), digits, dots, underscores and hyphens." },
    why: { nl: "Zo werkt een id in elk systeem en staat er geen persoonlijke tekst in.", en: "This way an id works in every system and reveals no personal text." },
    fix: { nl: "Kies een id zonder spaties en bijzondere tekens.", nl_plain: "Kies een code zonder spaties en bijzondere tekens.", en: "Choose an id without spaces and special characters." },
    message: { nl: "dit is geen geldig id: vul er een in dat begint met een letter of cijfer en hoogstens 64 tekens heeft (letters zonder accent, cijfers, `.`, `_` en `-`)", nl_plain: "deze code kan niet: vul een letter of cijfer in, en daarna hoogstens 63 letters (zonder accenten), cijfers, `.`, `_` of `-`", en: "this is not a valid id: fill in one that starts with a letter or digit and has at most 64 characters (letters without accents, digits, `.`, `_` and `-`)" },
}

reading! {
    STRAY_DAY "TK-R018" "day-outside-its-school-year" Error true Source::Law(Text { nl: "WHW, artikel 1.1, onder k", en: "WHW art. 1.1(k)" }),
    norms: [],
    facts: [("day", FactKind::Date), ("first", FactKind::Date), ("last", FactKind::Date)],
    may_lack: [],
    title: { nl: "dag buiten het schooljaar", en: "day outside its school year" },
    asks: { nl: "De eerste dag en de dag van de uitkomst van een studiejaar liggen tussen 1 augustus en 31 augustus van het jaar daarna.", en: "The first day of a study year and the day of its outcome are between 1 August and 31 August of the next year." },
    why: { nl: "Een verkeerd getypt jaartal maakt anders van een lopend studiejaar een jaar dat nog moet beginnen.", en: "Otherwise a mistyped year turns a current study year into one that has yet to begin." },
    fix: { nl: "Verbeter de dag of het schooljaar.", nl_plain: "Verander de datum of het schooljaar.", en: "Correct the day or the school year." },
    message: { nl: "`{day}` ligt niet in dit schooljaar, dat loopt van `{first}` tot en met `{last}`", nl_plain: "verander de datum `{day}` of het schooljaar: dat loopt van `{first}` tot en met `{last}`", en: "`{day}` is outside this school year, which runs from `{first}` to `{last}`" },
}

reading! {
    CASE_TWINS "TK-R019" "ids-differ-in-case-only" Warning false Source::Own(Text { nl: "een id noemt één onderdeel", en: "an id names one item" }),
    norms: [],
    facts: [("id", FactKind::Id), ("other", FactKind::Id)],
    may_lack: [],
    title: { nl: "ids die alleen in hoofdletters verschillen", en: "ids that differ in case only" },
    asks: { nl: "Twee ids van één soort verschillen niet alleen in hoofdletters en kleine letters.", en: "Two ids of one kind do not differ in upper and lower case only." },
    why: { nl: "Meestal is hetzelfde onderdeel bedoeld, en dan worden er twee van geteld.", en: "Usually the same item is meant, and it is then counted as two." },
    fix: { nl: "Schrijf het id overal gelijk, of kies een ander.", nl_plain: "Schrijf de code overal op dezelfde manier, of kies een andere code.", en: "Write the id the same everywhere, or choose another." },
    message: { nl: "het id `{id}` verschilt alleen in hoofdletters van `{other}`", nl_plain: "schrijf `{id}` en `{other}` op één manier als je hetzelfde bedoelt", en: "the id `{id}` differs from `{other}` in upper and lower case only" },
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
