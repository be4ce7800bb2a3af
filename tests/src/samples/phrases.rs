//! Banks of Dutch sentences, all our own and all made up, and how a text is composed of them.

use std::borrow::Cow;

use twentse_kubus::frameworks::Subject;

use super::random::Random;

/// What a student did.
pub(super) const DOING: &[&str] = &[
    "Ik begon de les {vak} met {ding} in het midden van de kring",
    "Ik liet de kinderen eerst in tweetallen overleggen en vroeg daarna pas om antwoorden",
    "Ik gaf de instructie in drie korte stappen en tekende elke stap op het bord",
    "Ik ben bij het groepje van {kind} gaan zitten en heb vooral geluisterd",
    "Ik had {ding} klaargelegd, zodat niemand hoefde te wachten",
    "Ik las aan het eind van de dag een verhaal voor en stopte precies vóór de afloop",
    "Ik heb de les {vak} met mijn mentor voorbereid en daarna alleen gegeven",
    "Ik stelde een open vraag en telde in stilte tot zeven voor ik iemand de beurt gaf",
    "Ik verdeelde de groep in vier hoeken en liep een vaste ronde langs elke hoek",
    "Ik maakte van de toets van vorige week een spel waarin fouten punten opleverden",
];

/// What a student saw happen.
pub(super) const SEEING: &[&str] = &[
    "{kind} stak voor het eerst uit zichzelf een vinger op",
    "De kinderen bleven {moment} langer aan het werk dan ik had gepland",
    "Toen {kind} het uitlegde, begreep het halve tafelgroepje het ineens wel",
    "Na tien minuten werd het onrustig bij het raam, juist waar mijn uitleg te lang was",
    "Het viel stil toen ik {ding} liet zien, en daarna wilde iedereen iets zeggen",
    "Twee kinderen waren al klaar voordat de rest goed en wel begonnen was",
    "{kind} keek steeds naar de buurman en schreef niets op",
    "De afsluiting schoot erbij in, omdat het opruimen meer tijd vroeg dan ik dacht",
    "Bij {vak} hielpen de kinderen elkaar zonder dat ik het vroeg",
    "Mijn mentor telde hoe vaak ik zelf aan het woord was, en dat was te vaak",
];

/// Knowledge behind an action.
pub(super) const KNOWING: &[&str] = &[
    "Ik gebruikte wat ik weet over het activeren van voorkennis: wat al bekend is, draagt wat nieuw is",
    "Uit de colleges over {vak} nam ik mee dat kinderen van doen naar denken gaan en niet andersom",
    "Een duidelijk doel helpt een kind te weten wanneer het klaar is",
    "Wie jonge kinderen iets leert, begint bij spel en bij de taal die zij al hebben",
    "Goede feedback zegt wat al lukt en wat de volgende stap is",
    "Wachttijd na een vraag geeft juist de stille kinderen een kans",
    "Herhalen met tussenpozen werkt beter dan lang achter elkaar oefenen",
    "Samenwerken lukt pas als ieder kind een eigen taak heeft",
];

/// Features of the context.
pub(super) const CONTEXT: &[&str] = &[
    "Een groep van zesentwintig kinderen, van wie er vier thuis een andere taal spreken",
    "De groep had net gym gehad en kwam warm en druk binnen",
    "Een combinatiegroep in een klein lokaal, met uitzicht op het schoolplein",
    "De school werkt met hoeken en een weektaak, en die afspraken gelden ook voor mij",
    "Op deze school begint elke morgen met een kwartier stil lezen",
    "Er waren negentien kinderen, want een deel van de groep repeteerde voor de weeksluiting",
    "De kinderen kennen mij inmiddels goed en weten wat ik van hen vraag",
    "In deze groep zit {kind}, die bij elke overgang een minuut extra nodig heeft",
];

/// Features of the person.
pub(super) const PERSON: &[&str] = &[
    "Ik ben rustig en praat zacht, en daar kan ik een groep mee meenemen",
    "Ik wil graag alles goed voorbereiden en vind loslaten nog spannend",
    "Mijn kracht is dat ik kinderen aan het lachen krijg zonder de draad kwijt te raken",
    "Ik ben snel enthousiast en moet oppassen dat ik niet voor de kinderen ga denken",
    "Vroeger vond ik {vak} zelf moeilijk, en daarom zie ik snel waar het stokt",
    "Ik merk dat ik duidelijker word naarmate ik minder zeg",
    "Ik zoek graag iemand op die het anders doet dan ik",
    "Ik durf inmiddels te zeggen dat ik iets niet weet",
];

/// What comes next.
pub(super) const NEXT: &[&str] = &[
    "De volgende keer laat ik de kinderen zelf bedenken hoe zij hun antwoord laten zien",
    "Ik vraag {kind} om de uitleg de volgende keer voor te doen",
    "Volgende week geef ik dezelfde les in de andere groep, met een kortere start",
    "Ik neem dit mee naar het atelier en vraag wat anderen zouden doen",
    "Ik schrijf voortaan het doel op voordat ik een werkvorm kies",
    "Ik spreek met mijn mentor af dat zij alleen kijkt naar mijn overgangen",
    "Ik ga {moment} bij een collega kijken die hier sterk in is",
    "Ik oefen de instructie hardop, tot die in vier minuten past",
];

/// What others say about the student.
pub(super) const ADVICE: &[&str] = &[
    "De student kent de kinderen bij naam en weet wat ieder kind nodig heeft",
    "De voorbereiding is verzorgd; het afsluiten van een les verdient nog aandacht",
    "We spraken over de overgang van spel naar werk, die nu soepeler loopt",
    "De student vraagt om feedback en doet er dezelfde dag nog iets mee",
    "Bij {vak} is de uitleg helder en blijft er tijd over om te oefenen",
    "De afspraak is dat de student voortaan twee dagdelen per week zelfstandig lesgeeft",
    "Er is groei te zien in het stellen van vragen waarop geen vast antwoord bestaat",
    "De student mag vaker laten zien wat al goed gaat",
];

/// Goals and questions of a student.
pub(super) const WISH: &[&str] = &[
    "Ik wil leren om de instructie bij {vak} korter en helderder te maken",
    "Ik wil elk kind in een week minstens één keer echt gesproken hebben",
    "Hoe houd ik {moment} de aandacht vast zonder mijn stem te verheffen?",
    "Hoe merk ik op tijd dat kinderen al meer kunnen dan ik van hen vraag?",
    "Ik wil een les kunnen loslaten als de kinderen een beter idee hebben",
    "Ik wil leren hoe ik met {ding} een begrip zichtbaar kan maken",
    "Hoe bereid ik een gesprek met ouders voor waarin ik vooral vragen stel?",
    "Ik wil verschillen in de groep gebruiken in plaats van ze op te lossen",
];

/// Tasks that challenge children.
pub(super) const TASK: &[&str] = &[
    "De kinderen ontwerpen met {ding} een proef en leggen aan een andere groep uit wat zij ontdekten",
    "De kinderen maken een kaart van de wijk waarop alleen staat wat je kunt horen",
    "De kinderen bouwen een brug van papier die een woordenboek kan dragen",
    "De kinderen schrijven een brief aan iemand die hier over honderd jaar woont",
    "De kinderen richten een museum in over de geschiedenis van hun eigen schooltas",
    "De kinderen bedenken een dans waarin de maanden van het jaar te herkennen zijn",
];

/// Titles of what a student made.
pub(super) const TITLE: &[&str] = &[
    "Het museum van de gewone dingen",
    "Een brug van papier",
    "De kring van negen uur",
    "Meten met je voeten",
    "Een week zonder werkblad",
    "Verhalen bij de verwarming",
    "Het café van de gewone ideeën",
    "Een reliëf van natte klei",
    "De stille minuut",
    "Eén minuut over één ding",
    "Op zoek naar water",
    "Het weerbericht van de klas",
];

/// Sentences with letters that ASCII does not have; one text of four holds one.
const ACCENTED: &[&str] = &[
    "Zoë en Daniël hadden samen een idee dat ik zelf niet had kunnen bedenken",
    "Achteraf was het één opdracht te veel",
    "Renée vroeg of zij het ook in het Engels mocht vertellen, en dat mocht",
    "De coördinator keek mee en herkende het meteen",
    "Het café van de school was een hoek met twee krukken, maar het werkte",
    "Ik heb geleerd dat één goede vraag meer doet dan vijf snelle",
    "Met André besprak ik hoe je ideeën van kinderen bewaart",
    "De scène in de gang liet zien hoe creatief zij zijn als niemand kijkt; dat is mooi én lastig",
];

/// The same for goals and questions, and for tasks: a sentence of another bank would be none.
const ACCENTED_WISH: &[&str] = &[
    "Ik wil leren hoe ik Zoë en Daniël allebei aan het denken krijg",
    "Hoe maak ik van één goede vraag een hele les?",
    "Ik wil ideeën van kinderen bewaren tot wij er iets mee doen",
];
const ACCENTED_TASK: &[&str] = &[
    "De kinderen openen een café waar je met een verhaal betaalt",
    "De kinderen maken een reliëf van klei van de weg naar school",
];

const PUPILS: &[&str] =
    &["Sem", "Noor", "Bram", "Fenna", "Yara", "Tijn", "Mila", "Jort", "Aya", "Pepijn", "Lotte", "Omar"];
const LESSONS: &[&str] = &[
    "rekenen",
    "taal",
    "lezen",
    "aardrijkskunde",
    "geschiedenis",
    "natuur en techniek",
    "muziek",
    "tekenen",
    "schrijven",
];
const THINGS: &[&str] = &[
    "een doos vol knopen",
    "een oude landkaart",
    "een bak met water",
    "een stapel kranten",
    "twintig houten blokken",
    "een kist zonder sleutel",
    "een rol behang",
    "een schaal met appels",
];
const MOMENTS: &[&str] = &[
    "na de pauze",
    "aan het begin van de dag",
    "aan het eind van de dag",
    "in de eerste les",
    "vlak voor de bel",
    "tijdens het zelfstandig werken",
];

const FIRST_NAMES: &[&str] = &[
    "Annelien",
    "Bastiaan",
    "Carlijn",
    "Doutzen",
    "Evert",
    "Femke",
    "Gijsbert",
    "Hadewych",
    "Ismael",
    "Jorinde",
    "Karim",
    "Lieneke",
    "Marwan",
    "Nienke",
    "Olivier",
    "Petronella",
    "Quinten",
    "Roelien",
    "Sietse",
    "Tamar",
];
const LAST_NAMES: &[&str] = &[
    "Verzonnen",
    "Denkbaar",
    "van Nergenshuizen",
    "Schijngoed",
    "Luchtkamp",
    "Zogezegd",
    "ten Voorbeelde",
    "Alsofsma",
    "Fictema",
    "van den Verdichte",
    "Stelvoor",
    "Bedachtzaam",
    "Wensdroom",
    "van Dromendaal",
    "Wolkenkuil",
];
const SCHOOLS: &[&str] = &[
    "De Verzonnen Vlieger",
    "Het Luchtslot",
    "De Papieren Brug",
    "De Denkbeeldige Eik",
    "Het Vierde Verhaal",
    "De Zwevende Kei",
    "De Omgekeerde Wereld",
    "Het Glazen Anker",
    "De Stille Trom",
    "De Dromende Das",
    "Het Blauwe Uur",
    "De Warme Wolk",
    "De Zevende Hemel",
    "Het Kruimelpad",
    "De Kleine Komeet",
    "De Houten Maan",
];

/// Themes of the cube, each with a label and titles of learning materials; the first five are the default ones.
pub(super) const THEMES: &[(&str, &str, [&str; 4])] = &[
    (
        "results-oriented-work",
        "Opbrengstgericht werken",
        [
            "Van toetsgegevens naar groepsplan",
            "Doelen stellen met je groep",
            "Een trendanalyse lezen",
            "Opbrengsten bespreken in het team",
        ],
    ),
    (
        "dealing-with-differences",
        "Omgaan met verschillen",
        [
            "Instructie op drie niveaus",
            "Hoge verwachtingen van elk kind",
            "Werken met een weektaak",
            "Convergent en divergent differentiëren",
        ],
    ),
    (
        "guiding-beginning-teachers",
        "Begeleiding van beginnende leraren",
        [
            "De eerste honderd dagen voor de klas",
            "Collegiaal lesbezoek met een kijkwijzer",
            "Beeldcoaching in de inductiefase",
            "Een startgesprek met een nieuwe collega",
        ],
    ),
    (
        "parental-involvement",
        "Ouderbetrokkenheid",
        [
            "Het startgesprek met ouders",
            "Een lastig oudergesprek voorbereiden",
            "Samen met ouders lezen stimuleren",
            "Ouders als partner in de onderbouw",
        ],
    ),
    (
        "bullying",
        "Pesten",
        [
            "Signalen van pesten herkennen",
            "De rol van de zwijgende groep",
            "Een gesprek na een pestincident",
            "De gouden weken: bouwen aan een groep",
        ],
    ),
    (
        "classroom-management",
        "Klassenmanagement",
        [
            "Regels en routines opbouwen",
            "Soepele overgangen tussen lessen",
            "Uitgestelde aandacht",
            "Zelfstandig werken begeleiden",
        ],
    ),
    (
        "support-needs",
        "Ondersteuningsbehoeften",
        [
            "Handelingsgericht kijken naar een kind",
            "Een groepsoverzicht maken",
            "Samenwerken met de intern begeleider",
            "Onderwijsbehoeften formuleren",
        ],
    ),
];

/// What a learning material is, behind its title.
pub(super) const MATERIAL_FORM: &[&str] =
    &["de basis", "voor starters", "verdieping", "aan de slag in je eigen groep", "voor het leerteam"];

/// What a part of a programme is for.
pub(super) const AIM: &[&str] = &[
    "Studenten leren ontwerpen door het in de klas te doen",
    "Een leraar kijkt onderzoekend naar wat kinderen nodig hebben",
    "Studenten verbinden wat zij lezen met wat zij in de groep zien",
    "Samen leren maakt studenten en opleiders nieuwsgierig naar elkaars werk",
    "Studenten leren van ervaringen door er op drie niveaus op terug te kijken",
    "Een school die onderzoekt, heeft leraren nodig die vragen stellen",
];

/// Elements of a programme: what each is called, where it is, and with whom.
pub(super) const ELEMENT: &[(&str, &str, &str)] = &[
    ("Werkplekleren", "op de opleidingsschool", "met de mentor en medestudenten"),
    ("Ontwerpateliers", "op de hogeschool en op de basisschool", "met medestudenten en een begeleider"),
    ("Voorlezen en vertellen", "op de opleidingsschool", "met studenten van verschillende studiejaren"),
    ("Onderzoeksleerlijn", "op de opleidingsschool en op de hogeschool", "in groepjes, en met het schoolteam"),
    ("Specialisatie", "in groepen die bij de specialisatie passen", "met studenten van dezelfde specialisatie"),
    ("Studieloopbaan", "op de hogeschool", "met de studieloopbaanbegeleider"),
];

/// Subject lines, in which the ten knowledge bases, Dutch and mathematics all have a place.
pub(super) const LINE: &[(&str, &[Subject])] = &[
    ("Taal en schrift", &[Subject::Dutch, Subject::Handwriting, Subject::English]),
    ("Rekenen en wiskunde", &[Subject::Mathematics]),
    (
        "Zaakvakken",
        &[
            Subject::Geography,
            Subject::History,
            Subject::NatureAndTechnology,
            Subject::ReligiousAndPhilosophicalMovements,
        ],
    ),
    ("Kunst en bewegen", &[Subject::Music, Subject::DanceAndDrama, Subject::VisualArts, Subject::PhysicalEducation]),
];

/// Topics of a school's research agenda.
pub(super) const TOPIC: &[&str] = &[
    "Woordenschat in de onderbouw",
    "Rekenen met concreet materiaal",
    "Zelfstandig werken in combinatiegroepen",
    "Gesprekken met ouders over leren",
    "Feedback die kinderen verder helpt",
    "Onderzoekend leren bij wereldoriëntatie",
];

/// What the quality system found, or what was done about it.
pub(super) const QUALITY: &[&str] = &[
    "Het rooster van de opleidersdagen is met alle scholen besproken",
    "Scholen en hogeschool stemmen de opdrachten eerder op elkaar af",
    "De afspraken over begeleiding staan nu op één plek",
    "In het overleg is meer tijd voor de opbrengsten",
];

/// Titles of essential knowledge.
pub(super) const KNOWLEDGE: &[&str] = &[
    "Formatief evalueren",
    "Differentiëren binnen de instructie",
    "Groepsdynamiek in de basisschool",
    "Gesprekken voeren met ouders",
    "De inductiefase van een leraar",
    "Gegevens uit het leerlingvolgsysteem duiden",
];

/// How many schools there are.
pub(super) const SCHOOL_COUNT: usize = SCHOOLS.len();
/// How many persons have a name of their own.
pub(super) const PERSON_COUNT: usize = FIRST_NAMES.len() * LAST_NAMES.len();

/// The name of a school; it follows from its number, so that a school has one name in all documents.
pub(super) fn school(number: usize) -> Cow<'static, str> {
    let name = SCHOOLS.get(number % SCHOOL_COUNT).copied().unwrap();
    match number / SCHOOL_COUNT {
        0 => name.into(),
        again => format!("{name} {}", again + 1).into(),
    }
}

/// The name of a person; it follows from their number.
pub(super) fn person(number: usize) -> String {
    let first = FIRST_NAMES.get(number % FIRST_NAMES.len()).unwrap();
    let last = LAST_NAMES.get(number / FIRST_NAMES.len() % LAST_NAMES.len()).unwrap();
    format!("{first} {last}")
}

/// A text of this many sentences out of a bank.
pub(super) fn text(random: &mut Random, bank: &[&'static str], sentences: usize) -> String {
    let mut text = String::with_capacity(120 * sentences);
    let first = random.below(bank.len());
    let accents = if bank == WISH {
        ACCENTED_WISH
    } else if bank == TASK {
        ACCENTED_TASK
    } else {
        ACCENTED
    };
    let accented = random.percent(23).then(|| random.below(sentences));
    for at in 0..sentences {
        let template = match accented {
            Some(place) if place == at => random.pick(accents),
            _ => bank.get((first + at) % bank.len()).copied().unwrap(),
        };
        if at > 0 {
            text.push(' ');
        }
        fill(random, template, &mut text);
        if !template.ends_with('?') {
            text.push('.');
        }
    }
    text
}

/// Writes a sentence with its gaps filled in.
fn fill(random: &mut Random, template: &str, into: &mut String) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (gap, behind) = after.split_once('}').unwrap();
        into.push_str(before);
        into.push_str(random.pick(match gap {
            "kind" => PUPILS,
            "vak" => LESSONS,
            "ding" => THINGS,
            _ => MOMENTS,
        }));
        rest = behind;
    }
    into.push_str(rest);
}
