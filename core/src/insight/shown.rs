//! What the shapes of results need besides those of documents, and the words of their texts.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Deref;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::documents::DocumentRef;
use crate::finding::{Unchecked, Voice};
use crate::grammar::{Given, Mark, See, Shape, Steps, Wire, closed};
use crate::json::Reader;
#[cfg(feature = "partnership")]
use crate::language::Lang;
use crate::report::{Phrase, Report};
use crate::values::Decimal;

/// A list or a set that a result always has, if need be an empty one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Always<T>(pub T);

impl<T> From<T> for Always<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> Deref for Always<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Serialize> Serialize for Always<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl<'a, T: Wire<'a>> Wire<'a> for Always<T> {
    type Owned = Always<T::Owned>;
    const SHAPE: Shape = T::SHAPE;
    const WALKS: bool = T::WALKS;
    const BLANK: Self = Self(T::BLANK);

    fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
        self.0.read(from)
    }

    fn into_owned(self) -> Self::Owned {
        Always(self.0.into_owned())
    }

    fn walk<'d>(&'d self, mark: Mark, at: &mut Steps, see: &mut dyn See<'d>) {
        self.0.walk(mark, at, see);
    }
}

impl<T: Given<A>, A> Given<A> for Always<T> {
    fn given(value: A) -> Self {
        Self(T::given(value))
    }
}

/// How many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Count(pub u32);

impl Count {
    /// This many, or the most that fits.
    pub(crate) fn of(number: impl TryInto<u32>) -> Self {
        Self(number.try_into().unwrap_or(u32::MAX))
    }
}

impl<'a> Wire<'a> for Count {
    type Owned = Self;
    const SHAPE: Shape = Shape::Whole { least: 0, most: u32::MAX };
    const BLANK: Self = Self(0);

    fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
        self.0 = from.number()?.parse().ok()?;
        Some(())
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// A number of at most two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Amount(pub Decimal);

impl Amount {
    /// With the decimal sign of the language.
    #[cfg(feature = "partnership")]
    pub(super) fn shown(self, voice: Voice<'_>) -> String {
        let text = self.0.to_string();
        if voice.lang() == Lang::En { text } else { text.replace('.', ",") }
    }
}

impl<'a> Wire<'a> for Amount {
    type Owned = Self;
    const SHAPE: Shape = Shape::Decimal { least: 0, most: u32::MAX };
    const BLANK: Self = Self(Decimal::hundredths(0));

    fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
        self.0 = Decimal::parse(from.number()?)?;
        Some(())
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// JSON that something else describes, as it is written: a report, a rulebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Json<'a>(Cow<'a, str>);

impl<'a> Json<'a> {
    /// Of a text that is JSON.
    pub(crate) fn of(text: impl Into<Cow<'a, str>>) -> Self {
        Self(text.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let raw: &RawValue = serde_json::from_str(&self.0).map_err(serde::ser::Error::custom)?;
        raw.serialize(to)
    }
}

impl<'a> Wire<'a> for Json<'a> {
    type Owned = Json<'static>;
    const SHAPE: Shape = Shape::Json;
    const BLANK: Self = Self(Cow::Borrowed("null"));

    fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
        self.0 = Cow::Borrowed(from.written()?);
        Some(())
    }

    fn into_owned(self) -> Json<'static> {
        Json(Cow::Owned(self.0.into_owned()))
    }
}

closed! {
    /// The fixed phrases of next steps, traces, hand-over pages and coverage as readable text.
    InsightPhrase {
        NextSteps = "next-steps", "volgende stappen" | "wat je nu kunt doen", "next steps";
        NothingToDo = "nothing-to-do", "er is nu niets te doen", "there is nothing to do now";
        Trace = "trace", "waarom is dit zo?", "why is this so?";
        MetBy = "met-by", "dankzij" | "door", "thanks to";
        HandOver = "hand-over", "overdracht", "hand-over";
        StudyYear = "study-year", "studiejaar" | "jaar", "study year";
        Placements = "placements", "plaatsingen tot nu toe" | "stages tot nu toe", "placements so far";
        Groups = "groups", "groep", "group";
        BandsMet = "bands-met", "bouwen met een plaatsing" | "bouwen waarin je al stage liep", "age bands with a placement";
        BandsMissing = "bands-missing", "bouwen waarvoor nog een plaatsing ontbreekt" | "bouwen die nog ontbreken", "age bands still without a placement";
        Specialisation = "specialisation", "specialisatie", "specialisation";
        OpenGoals = "open-goals", "leerdoelen en leervragen die nog open zijn", "learning goals and questions still open";
        LastAdvice = "last-advice", "laatste advies van de mentor" | "laatste advies van je mentor", "most recent advice of the mentor";
        Coming = "coming", "gevraagd in het volgende studiejaar" | "nodig in het volgende jaar", "required in the next study year";
        NoDay = "no-day", "dag niet vastgelegd" | "de dag is niet ingevuld", "day not recorded";
        None = "none", "geen", "none";
        Coverage = "coverage", "dekking van de competenties" | "bewijs bij je competenties", "coverage of the competences";
        Evidence = "evidence", "bewijzen", "pieces of evidence";
        FinalAssessments = "final-assessments", "definitieve beoordelingen", "final assessments";
        NoYear = "no-year", "studiejaar onbekend" | "jaar onbekend", "study year unknown";
        Assessment = "assessment", "uitslag volgens het toetskader" | "wat je hebt gehaald", "outcome by the assessment framework";
        Programme = "programme", "opleiding", "programme";
        NoCurriculum = "no-curriculum", "er is geen opleidingsprogramma dat bij de student hoort" | "er is nog geen programma van je opleiding bij", "there is no curriculum that belongs to the student";
        PassRule = "pass-rule", "slaagregel" | "zo haal je het jaar", "pass rule";
        MostBelow = "most-below", "onderdelen die onvoldoende mogen zijn" | "zo veel onderdelen mogen lager zijn", "parts that may be below what is required";
        Floor = "floor", "maar niet lager dan", "but not lower than";
        OtherAttempt = "other-attempt", "andere poging" | "andere kans die je had", "other attempt";
        Points = "points", "punten", "points";
        Weight = "weight", "weging" | "telt zo vaak mee", "weight";
        DoesNotCount = "does-not-count", "telt niet mee (niet definitief of geen oordeel)" | "telt niet mee (nog niet definitief)", "does not count (not final, or no judgement)";
        EvidenceShort = "evidence-short", "minder bewijs dan gevraagd, de uitslag blijft" | "minder bewijs dan nodig was, je uitslag blijft", "less evidence than required, the result still holds";
        Needed = "needed", "nodig", "required";
        Result = "result", "uitslag", "result";
        OfAssessment = "of-assessment", "beoordeling", "assessment";
        Exemption = "exemption", "vrijstelling", "exemption";
        Compensated = "compensated", "gecompenseerd" | "mag lager zijn door je andere uitslagen", "compensated by other results";
        NotRequired = "not-required", "niet verplicht", "not required";
        EvidenceMissing = "evidence-missing", "bewijs dat nog ontbreekt", "evidence still missing";
        OutOf = "out-of", "van", "of";
        AttemptsOver = "attempts-over", "meer pogingen dan het toetskader geeft" | "meer kansen dan je opleiding geeft", "attempts beyond those that the framework gives";
        CurriculumCoverage = "curriculum-coverage", "dekking van het opleidingsprogramma" | "wat er in je opleiding zit", "coverage of the curriculum";
        CompetencesInCurriculum = "competences-in-curriculum", "competenties in het opleidingsprogramma" | "competenties in je opleiding", "competences in the curriculum";
        Themes = "themes", "beroepsthema's", "profession themes";
        SubjectLines = "subject-lines", "vakkenlijnen", "subject lines";
        KnowledgeBases = "knowledge-bases", "kennisbases", "knowledge bases";
        Assignments = "assignments", "portfolio-opdrachten" | "opdrachten", "portfolio assignments";
        Web = "web", "spinnenweb", "spider web";
        OpenElements = "open-elements", "onderdelen die er niets over zeggen", "elements that say nothing of it";
        OpenInElements = "open-in-elements", "open per onderdeel van het opleidingsprogramma" | "open per onderdeel van je opleiding", "open in each element of the curriculum";
        Replay = "replay", "beslissing opnieuw gemaakt" | "nog eens nagekeken", "decision made again";
        Card = "card", "beoordelingskaart" | "wat er van je wordt beoordeeld", "assessment card";
        State = "state", "status" | "hoe het ervoor staat", "status";
        What = "what", "onderwerp" | "waar het over gaat", "about";
        Parts = "parts", "onderdelen van professioneel handelen" | "wat je erin laat zien", "parts of professional practice";
        Quarter = "quarter", "periode", "quarter";
        Assessors = "assessors", "beoordelaars" | "wie je beoordeelt", "assessors";
        NobodyRecorded = "nobody-recorded", "niet vastgelegd bij de plaatsingen" | "niet ingevuld bij je stages", "not recorded with the placements";
        Attempts = "attempts", "pogingen" | "kansen die je gebruikte", "attempts";
        AtMost = "at-most", "hoogstens", "at most";
        Cube = "cube", "de Twentse kubus", "the Twentse kubus";
        Continuous = "continuous", "doorlopend van student tot leraar" | "voor iedereen is er iets, van student tot leraar", "continuous from student to teacher";
        Broken = "broken", "niet doorlopend van student tot leraar" | "niet voor iedereen is er iets", "not continuous from student to teacher";
        EmptyCells = "empty-cells", "lege cellen" | "lege plekken", "empty cells";
        JustInTime = "just-in-time", "leermiddelen just in time" | "materiaal dat nu bij je past", "learning materials just in time";
        CareerStage = "career-stage", "loopbaanfase" | "waar je nu bent", "career stage";
        NoNeeds = "no-needs", "er zijn geen open leerbehoeften" | "je hebt nu geen open leerdoelen", "there are no open learning needs";
        KubusThemes = "kubus-themes", "thema's", "themes";
        NoMaterials = "no-materials", "geen leermiddel in de kennisbank" | "hierbij staat nog niets in de kennisbank", "no learning material in the knowledge base";
        MoreMaterials = "more-materials", "er zijn meer leermiddelen" | "er is nog meer materiaal", "there are more learning materials";
        Overview = "overview", "overzicht van portfolio's" | "overzicht van studenten", "overview of portfolios";
        Comparison = "comparison", "met andere regels" | "als de regels anders waren", "under different rules";
        Students = "students", "studenten", "students";
        SmallestGroup = "smallest-group", "kleinste groep die te zien is", "smallest group that is shown";
        Hidden = "hidden", "verborgen", "hidden";
        Gained = "gained", "erbij", "gained";
        Lost = "lost", "vervallen" | "niet meer nodig", "lost";
        Reweighed = "reweighed", "weegt anders" | "telt anders", "weighed differently";
        NoDifference = "no-difference", "geen verschil", "no difference";
        Network = "network", "organisatie van het partnerschap", "organisation of the partnership";
        SchoolsInNetwork = "schools-in-network", "opleidingsscholen" | "scholen", "training schools";
        WithStudents = "with-students", "met studenten", "with students";
        JudgedOn = "judged-on", "stand op", "as of";
        CountedOn = "counted-on", "geteld op", "counted on";
        MostStudents = "most-students", "meeste studenten op een dag", "most students on a day";
        Places = "places", "opleidingsplaatsen" | "plaatsen", "training places";
        PlacesLeft = "places-left", "vrij", "free";
        DaysPerWeek = "days-per-week", "dagen per week", "days per week";
        StudentsPerDay = "students-per-day", "studenten per dag opleiderstijd" | "studenten per dag tijd", "students per day of trainer time";
        Share = "share", "naar tijd verdeeld", "shared by time";
        TrainerTime = "trainer-time", "tijd van schoolopleiders, per groep die scholen deelt" | "tijd van schoolopleiders", "time of school trainers, by those who share schools";
        Enough = "enough", "genoeg", "enough";
        TrainerProgress = "trainer-progress", "scholing en register van opleiders" | "scholing van opleiders", "training and registration of trainers";
        Training = "training", "scholing op basis van de VELON-standaard" | "scholing van de VELON", "training based on the VELON standard";
        Trained = "trained", "geschoold", "trained";
        TrainingPlanned = "training-planned", "scholing gepland", "training planned";
        Register = "register", "beroepsregister (BRLO)", "register (BRLO)";
        Registered = "registered", "in het beroepsregister (BRLO)", "in the register (BRLO)";
        On = "on", "op", "on";
        Until = "until", "tot en met", "until";
        InSchoolYear = "in-school-year", "bijeenkomsten en kwaliteit in het schooljaar" | "bijeenkomsten in het schooljaar", "meetings and quality in the school year";
        Held = "held", "gehouden", "held";
        Planned = "planned", "gepland", "planned";
        Missing = "missing", "ontbreekt", "missing";
        WithStudioTheme = "with-studio-theme", "met thema ontwerpatelier", "with the design studio as a theme";
        WithBothSides = "with-both-sides", "met opleiders van school en opleiding", "with trainers of schools and institute";
        WithAllParts = "with-all-parts", "met alle onderdelen", "with all parts";
        WithAllParties = "with-all-parties", "met alle drie de partijen", "with all three parties";
        WithAgenda = "with-agenda", "met de hele agenda", "with the complete agenda";
        WithAudience = "with-audience", "met het hele publiek", "with the complete audience";
        QualityLayer = "quality-layer", "kwaliteitssysteem", "quality system";
        QualityFindings = "quality-findings", "bevindingen", "findings";
        FollowedUp = "followed-up", "actie na bevinding", "action after the finding";
        QualityActions = "quality-actions", "verbeteracties" | "acties", "actions";
        WhereNext = "where-next", "wie kan waarheen" | "waar je volgend jaar heen kunt", "who can go where";
        Assumed = "assumed", "als het vorige studiejaar gehaald wordt" | "als je dit jaar haalt", "if the study year before is passed";
        ProposalCheck = "proposal-check", "controle van een voorstel" | "wat er bij dit voorstel opvalt", "check of a proposal";
        NothingBrought = "nothing-brought", "het voorstel levert geen nieuwe bevindingen op" | "bij dit voorstel valt niets nieuws op", "the proposal brings no new findings";
        Unreadable = "unreadable", "niet gelezen, dus niet meegeteld" | "niet gelezen en niet meegeteld", "not read, and so not counted";
    }
}

/// The first line: what it is, about which document, on which day.
pub(super) fn heading(what: InsightPhrase, document: &DocumentRef, as_of: NaiveDate, voice: Voice<'_>) -> String {
    let whose = document.id.as_deref().unwrap_or(voice.name(Phrase::WithoutId));
    let mut out = format!("{} · {} {whose} · ", capital(voice.name(what)), voice.name(document.kind));
    let _ = write!(out, "{} ", voice.name(Phrase::AsOf));
    voice.lang().say_date(as_of, &mut out);
    out.push('\n');
    out
}

pub(super) use crate::report::capital;

/// A text that a result keeps.
pub(super) fn owned(text: Option<&Cow<'_, str>>) -> Option<Cow<'static, str>> {
    text.map(|text| Cow::Owned(text.to_string()))
}

/// What people call a thing: its title and its id, or its id alone.
pub(super) fn titled(title: Option<&str>, id: &str) -> String {
    title.map_or_else(|| id.to_owned(), |title| format!("{title} ({id})"))
}

/// The parts of a document that could not be read, as people call them.
pub(super) fn unreadable_places(report: &Report, voice: Voice<'_>) -> Vec<String> {
    let place =
        |entry: &Unchecked| if let Unchecked::Unreadable(path) = entry { Some(voice.place(path)) } else { None };
    report.unchecked().iter().filter_map(place).collect()
}

/// The line that names those parts, where there are some.
pub(super) fn write_unreadable(out: &mut String, report: &Report, voice: Voice<'_>) {
    let parts = unreadable_places(report, voice);
    if !parts.is_empty() {
        let _ = writeln!(out, "\n{}: {}", capital(voice.name(InsightPhrase::Unreadable)), parts.join(", "));
    }
}

/// A list in words, or that there is none.
pub(super) fn listed(texts: &[String], voice: Voice<'_>) -> String {
    if texts.is_empty() { voice.name(InsightPhrase::None).to_owned() } else { texts.join(", ") }
}
