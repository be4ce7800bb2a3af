//! What people call the fields of documents: a place in a report is shown as "placement 3, mentors".

use crate::grammar::{List, Word, closed};

/// A list of labels that belong to no type: by key, in the order of the keys.
macro_rules! labels {
    ($name:literal; $($key:literal, $nl:literal $(| $nl_plain:literal)?, $en:literal;)*) => {
        List { name: $name, words: &[$(Word::new($key, $nl, closed!(@plain $nl $($nl_plain)?), $en)),*] }
    };
}

/// The fields of all kinds of documents, by name; where a record calls one something else, by record and name.
pub static FIELDS: List = labels! {
    "Field";
    "Assessment.of", "wat is beoordeeld", "what is assessed";
    "AssessmentFramework.counts", "poging die telt" | "kans die telt", "attempt that counts";
    "Component.of", "wat wordt beoordeeld", "what is assessed";
    "Curriculum.assessment", "toetskader", "assessment framework";
    "Curriculum.themes", "beroepsthema's", "profession themes";
    "CurriculumElement.assessment", "toetsing" | "hoe je wordt beoordeeld", "assessment";
    "CurriculumElement.location", "waar" | "waar je leert", "where";
    "CurriculumElement.materials", "bronnen en materialen", "materials and resources";
    "CurriculumElement.rationale", "waarom" | "waarom je dit leert", "why";
    "Exemption.of", "waarvan", "exempts from";
    "ProfessionalAction.person", "persoonlijke kenmerken" | "wie je bent", "personal qualities";
    "ReflectionCycle.action", "handelen", "action";
    "RoleHeld.groups", "eigen groep", "own group";
    "School.agenda", "onderzoeksagenda", "research agenda";
    "School.places", "opleidingsplaatsen" | "plaatsen voor studenten", "places for students";
    "School.research", "onderzoek", "research";
    "TrainerDay.parts", "onderdelen van de opleidersdag", "parts of the trainer day";
    "about", "onderwerp", "subject";
    "academic", "academische opleidingsschool", "academic training school";
    "academy", "bestuursacademie", "board academy";
    "accent", "accent", "main focus";
    "action", "professioneel handelen" | "wat je deed", "professional practice";
    "actions", "acties", "actions";
    "activities", "leeractiviteiten", "learning activities";
    "activity", "activiteit", "activity";
    "addedOn", "toegevoegd op", "added on";
    "ageSpecialisation", "leeftijdsspecialisatie", "age specialisation";
    "ageSpecialisations", "leeftijdsspecialisaties", "age specialisations";
    "agenda", "agendapunten", "agenda";
    "agendaTopic", "onderwerp van de onderzoeksagenda", "research agenda topic";
    "agreements", "samenwerkingsovereenkomsten", "cooperation agreements";
    "aims", "leerdoelen", "aims";
    "alternatives", "alternatieven", "alternatives";
    "analysis", "analyse van opbrengsten", "analysis of results";
    "assessments", "beoordelingen", "assessments";
    "assessors", "beoordelaars", "assessors";
    "assignment", "portfolio-opdracht" | "opdracht", "portfolio assignment";
    "assignments", "portfolio-opdrachten" | "opdrachten", "portfolio assignments";
    "attachments", "bijlagen", "attachments";
    "attempt", "kans", "attempt";
    "attended", "aanwezig", "attended";
    "audience", "publiek van de tentoonstelling", "audience of the exhibition";
    "authority", "besloten door", "decided by";
    "authorityNumber", "bevoegdgezagnummer", "number as competent authority";
    "awareness", "bewustwording", "awareness";
    "basis", "gebaseerd op", "based on";
    "beginningTeachers", "beginnende leraren", "beginning teachers";
    "board", "schoolbestuur", "school board";
    "boards", "schoolbesturen", "school boards";
    "boundTo", "gebonden aan", "bound to";
    "brin", "BRIN", "BRIN";
    "by", "door", "by";
    "chosenOn", "gekozen op", "chosen on";
    "clips", "kennisclips", "knowledge clips";
    "coach", "begeleider", "coach";
    "cohort", "cohort", "cohort";
    "competences", "competenties", "competences";
    "component", "toetsonderdeel", "part of the assessment framework";
    "components", "toetsonderdelen", "parts of the assessment framework";
    "composition", "samenstelling", "composition";
    "content", "wat" | "wat je leert", "what";
    "contents", "inhoud", "contents";
    "context", "context", "context";
    "contexts", "contexten", "contexts";
    "counts", "telt mee", "counts";
    "creditsAtStart", "studiepunten bij het begin", "credits at the start";
    "creditsReachedOn", "studiepunten behaald op", "credits reached on";
    "criterion", "criterium van de samenstelling" | "waarin de leden gelijk of verschillend zijn", "criterion of the composition";
    "cubeThemes", "thema's van de kubus", "cube themes";
    "cycle", "reflectiecyclus", "reflection cycle";
    "date", "datum", "date";
    "daysAtInstitute", "dagen per week op de hogeschool", "days a week at the institute";
    "daysAtSchool", "dagen per week op de basisschool", "days a week at the school";
    "daysPerWeek", "dagen per week", "days per week";
    "decisions", "besluiten", "decisions";
    "description", "beschrijving", "description";
    "design", "ontwerp", "design";
    "designCompetences", "ontwerpcompetenties", "design competences";
    "designQuestion", "ontwerpvraag", "design question";
    "designTasks", "ontwerpopdrachten", "design tasks";
    "designs", "ontwerpen", "designs";
    "diplomaOn", "diploma behaald op", "diploma obtained on";
    "edition", "uitgave van de competenties", "edition of the competences";
    "elements", "onderdelen van het opleidingsprogramma", "elements of the curriculum";
    "evidence", "bewijzen", "evidence";
    "examiner", "examinator", "examiner";
    "examples", "praktijkvoorbeelden", "practice examples";
    "exemptions", "vrijstellingen", "exemptions";
    "exhibitedOn", "tentoongesteld op", "exhibited on";
    "exhibitions", "tentoonstellingen", "exhibitions";
    "exhibitionsPerYear", "tentoonstellingen per jaar", "exhibitions per year";
    "facilitator", "gefaciliteerd door" | "mogelijk gemaakt door", "facilitated by";
    "feed", "gevoed door" | "komt voort uit", "fed by";
    "findings", "bevindingen", "findings";
    "firstCohort", "eerste cohort", "first cohort";
    "floor", "laagste te compenseren punten", "lowest points that can be compensated";
    "flow", "kennisdeling of kennisontwikkeling", "knowledge sharing or development";
    "followedOn", "gevolgd op", "followed on";
    "form", "vorm", "form";
    "format", "format" | "soort bestand", "format";
    "from", "eerste dag", "first day";
    "fromStudyYear", "vanaf studiejaar" | "vanaf jaar", "from study year";
    "goals", "leerdoelen en leervragen", "learning goals and questions";
    "graduation", "afstudeeronderzoek", "graduation research";
    "graduationIndividual", "afstudeeronderzoek individueel", "individual graduation research";
    "graduationStudyYear", "studiejaar van het afstudeeronderzoek" | "jaar van het afstudeeronderzoek", "study year of the graduation research";
    "grantedBy", "verleend door", "granted by";
    "grantedOn", "verleend op", "granted on";
    "group", "groepje", "group";
    "grouping", "met wie" | "met wie je leert", "with whom";
    "groups", "groepen", "groups";
    "guides", "begeleiders", "guides";
    "hands", "handen", "hands";
    "head", "hoofd", "head";
    "heart", "hart", "heart";
    "id", "id" | "code", "id";
    "inEffectFrom", "gaat in op", "in effect from";
    "inputs", "inbreng", "input";
    "insights", "inzichten", "insights";
    "institute", "hogeschool", "institute";
    "institutes", "opleidingsinstituten", "institutes";
    "interruptions", "onderbrekingen", "interruptions";
    "involvedIn", "betrokken bij", "involved in";
    "isFinal", "eindbeoordeling", "final assessment";
    "joinedOn", "lid sinds", "joined on";
    "judgement", "oordeel", "judgement";
    "kind", "soort", "kind";
    "knowledge", "essentiële kennis", "essential knowledge";
    "label", "benaming", "name";
    "lastCohort", "laatste cohort", "last cohort";
    "layer", "laag van de samenwerking", "layer of cooperation";
    "leadPartner", "penvoerder", "lead partner";
    "learningCommunities", "professionele leergemeenschappen (PLG's)", "professional learning communities";
    "learningQuestion", "leervraag", "learning question";
    "least", "laagste uitslag", "lowest result";
    "leastEvidence", "minimaal aantal bewijzen", "minimum number of pieces of evidence";
    "leastResult", "minimale uitslag", "minimum result";
    "ledBy", "begeleid door", "led by";
    "leftOn", "lid tot en met", "left on";
    "levels", "niveaus", "levels";
    "lio", "LIO-stage", "LIO placement";
    "location", "locatie", "location";
    "lookingBack", "terugblik", "looking back";
    "madeOn", "gemaakt op", "made on";
    "makers", "makers", "makers";
    "matching", "koppeling", "matching";
    "materials", "leermiddelen", "learning materials";
    "mediaType", "soort bestand", "media type";
    "meetings", "overleggen en bijeenkomsten", "meetings";
    "members", "leden", "members";
    "mentorAdvice", "advies van de mentor", "mentor's advice";
    "mentors", "mentoren", "mentors";
    "method", "onderzoeksmethode", "research method";
    "mode", "opleidingsvorm", "mode of study";
    "modes", "opleidingsvormen", "modes of study";
    "most", "hoogste uitslag", "highest result";
    "mostAttempts", "kansen per studiejaar" | "kansen per jaar", "attempts per study year";
    "mostBelow", "aantal te compenseren onderdelen", "number of parts that can be compensated";
    "name", "naam", "name";
    "needed", "wat er nodig is", "what is needed";
    "nextSteps", "vervolgstappen", "next steps";
    "notes", "verslag", "notes";
    "on", "datum", "date";
    "openTo", "open voor", "open to";
    "organisedBy", "georganiseerd door", "organised by";
    "outcome", "uitkomst", "outcome";
    "outcomeOn", "uitkomst op", "outcome on";
    "ownGoal", "eigen leerdoel", "own learning goal";
    "parentsConsent", "toestemming van de ouders", "parents' consent";
    "partner", "partner", "partner";
    "partners", "taken per partner", "tasks per partner";
    "partnership", "partnerschap", "partnership";
    "parts", "onderdelen van professioneel handelen", "parts of professional practice";
    "passRules", "slaagregels", "pass rules";
    "period", "periode", "period";
    "person", "persoon", "person";
    "persons", "personen", "persons";
    "phase", "fase", "phase";
    "phases", "fasen", "phases";
    "placement", "plaatsing" | "stage", "placement";
    "placements", "plaatsingen" | "stages", "placements";
    "places", "plaatsen op de kubus", "places on the cube";
    "plannedOn", "gepland op", "planned on";
    "points", "punten", "points";
    "practice", "handelen in de praktijk" | "iets uit de praktijk", "action in practice";
    "practiceLoad", "studielast in de praktijk", "study load in practice";
    "present", "aanwezigen", "people present";
    "profileCount", "aantal profielvakken", "number of profile subjects";
    "profileSubjects", "profielvakken", "profile subjects";
    "pupils", "leerlingen in beeld", "pupils shown";
    "qualityLayers", "lagen van het kwaliteitssysteem", "layers of the quality system";
    "quarter", "periode van het studiejaar" | "periode van het jaar", "quarter of the study year";
    "questions", "toetsvragen", "test questions";
    "rationale", "basisvisie", "rationale";
    "readingAloud", "voorlezen", "reading aloud";
    "readingAloudSubjects", "vakken bij voorlezen en vertellen", "subjects of reading aloud and storytelling";
    "recognisedInOwnGroup", "herkend in de eigen groep", "recognised in the student's own group";
    "reflections", "reflecties", "reflections";
    "register", "inschrijving in het beroepsregister (BRLO)", "registration as teacher educator (BRLO)";
    "replaces", "vervangt", "replaces";
    "required", "verplicht", "required";
    "research", "onderzoeksleerlijn" | "onderzoek", "research line";
    "responsibility", "verantwoordelijkheid", "responsibility";
    "responsibleTeacher", "verantwoordelijke leraar", "responsible teacher";
    "restsOn", "komt voort uit", "comes from";
    "result", "uitslag", "result";
    "reviews", "herzieningen", "reviews";
    "role", "rol", "role";
    "roles", "rollen", "roles";
    "roundTo", "afronden op", "round to";
    "route", "route", "route";
    "scale", "schaal", "scale";
    "scales", "schalen", "scales";
    "school", "opleidingsschool" | "school", "training school";
    "schoolDevelopmentThemes", "schoolontwikkelingsthema's", "school development themes";
    "schoolMethods", "methodes van de school", "school's methods";
    "schoolName", "naam van de school", "name of the school";
    "schoolQuestion", "vraag van de school", "question from the school";
    "schoolTeam", "schoolteam", "school team";
    "schoolYear", "schooljaar", "school year";
    "schools", "opleidingsscholen" | "scholen", "training schools";
    "selfAssessment", "zelfbeoordeling", "self-assessment";
    "setBy", "vastgesteld door", "determined by";
    "setOn", "vastgesteld op", "set on";
    "setWith", "in samenspraak met", "set together with";
    "setting", "setting" | "soort onderwijs", "setting";
    "sha256", "SHA-256" | "controlegetal", "SHA-256";
    "side", "kant", "side";
    "since", "sinds", "since";
    "slot", "nummer", "number";
    "specialisation", "specialisatie", "specialisation";
    "specialisations", "specialisaties", "specialisations";
    "stage", "loopbaanfase", "career stage";
    "stages", "loopbaanfasen", "career stages";
    "startedOn", "begonnen op", "started on";
    "state", "status", "status";
    "statement", "verklaring", "statement";
    "status", "status van het partnerschap", "status of the partnership";
    "step", "stap", "step";
    "storytelling", "vertellen", "storytelling";
    "student", "student", "student";
    "students", "geplaatste studenten" | "studenten", "placed students";
    "studio", "ontwerpatelier", "design studio";
    "studioBasis", "waarop het ontwerpatelier voor opleiders is gebaseerd", "basis of the studio for teacher educators";
    "studios", "ontwerpateliers", "design studios";
    "studiosAtInstitute", "ontwerpateliers op de hogeschool", "design studios at the institute";
    "studiosAtSchool", "ontwerpateliers op de basisschool", "design studios at the school";
    "studyLoad", "studielast", "study load";
    "studyYear", "studiejaar" | "jaar", "study year";
    "studyYears", "studiejaren" | "jaren", "study years";
    "subject", "vak", "subject";
    "subjectLines", "vakkenlijnen", "subject lines";
    "subjects", "vakken", "subjects";
    "submittedOn", "ingeleverd op", "submitted on";
    "synthetic", "verzonnen", "made up";
    "takenUpIn", "komt terug in", "taken up in";
    "talks", "gesprekken", "talks";
    "taskForChildren", "leertaak voor kinderen", "learning task for children";
    "tasks", "taken", "tasks";
    "teacherRole", "docentenrol" | "rol van de docent", "teacher role";
    "text", "tekst", "text";
    "theme", "thema", "theme";
    "themeInGroups", "schoolontwikkelingsthema in groepjes", "school development theme in groups";
    "themeStudyYear", "studiejaar van het schoolontwikkelingsthema" | "jaar van het schoolontwikkelingsthema", "study year of the school development theme";
    "themes", "thema's", "themes";
    "threshold", "drempel", "threshold";
    "time", "wanneer" | "wanneer je leert", "when";
    "title", "titel", "title";
    "togetherWith", "samen met", "together with";
    "trainerDays", "opleidersdagen", "trainer days";
    "trainerDaysPerWeek", "vastgelegde dagen per week van een schoolopleider", "days per week laid down for a school trainer";
    "trainerStudents", "aantal studenten voor die tijd", "number of students for that time";
    "trainers", "opleiders", "trainers";
    "trainings", "scholing", "training";
    "trial", "uitproberen", "trial";
    "until", "laatste dag", "last day";
    "uses", "inzet", "uses";
    "values", "waarden", "values";
    "visits", "bezoeken", "visits";
    "vouchedBy", "bevestigd door", "vouched for by";
    "week", "stageweek", "placement week";
    "weekdays", "weekdagen", "weekdays";
    "weeks", "stageweken", "placement weeks";
    "weight", "weging", "weight";
    "withOthers", "samen met", "together with";
    "years", "studiejaren" | "jaren", "study years";
};

/// One item of the fields that are lists.
pub static ITEMS: List = labels! {
    "Item";
    "Curriculum.themes", "beroepsthema", "profession theme";
    "School.agenda", "onderwerp van de onderzoeksagenda", "research agenda topic";
    "School.research", "onderzoek", "research";
    "TrainerDay.parts", "onderdeel van de opleidersdag", "part of the trainer day";
    "actions", "actie", "action";
    "ageSpecialisations", "leeftijdsspecialisatie", "age specialisation";
    "agenda", "agendapunt", "agenda item";
    "agreements", "samenwerkingsovereenkomst", "cooperation agreement";
    "assessments", "beoordeling", "assessment";
    "assessors", "beoordelaar", "assessor";
    "assignments", "portfolio-opdracht" | "opdracht", "portfolio assignment";
    "attachments", "bijlage", "attachment";
    "audience", "publiek", "audience";
    "beginningTeachers", "beginnende leraar", "beginning teacher";
    "boards", "schoolbestuur", "school board";
    "by", "door", "by";
    "clips", "kennisclip", "knowledge clip";
    "competences", "competentie", "competence";
    "components", "toetsonderdeel", "part of the assessment framework";
    "contents", "inhoud", "content";
    "contexts", "context", "context";
    "cubeThemes", "thema van de kubus", "cube theme";
    "decisions", "besluit", "decision";
    "designCompetences", "ontwerpcompetentie", "design competence";
    "designTasks", "ontwerpopdracht", "design task";
    "designs", "ontwerp", "design";
    "elements", "onderdeel van het opleidingsprogramma", "element of the curriculum";
    "evidence", "bewijs", "evidence";
    "examples", "praktijkvoorbeeld", "practice example";
    "exemptions", "vrijstelling", "exemption";
    "exhibitions", "tentoonstelling", "exhibition";
    "findings", "bevinding", "finding";
    "flow", "kennisdeling of kennisontwikkeling", "knowledge sharing or development";
    "goals", "leerdoel of leervraag", "learning goal or question";
    "group", "lid van het groepje", "group member";
    "groups", "groep", "group";
    "guides", "begeleider", "guide";
    "inputs", "inbreng", "input";
    "institutes", "opleidingsinstituut", "institute";
    "interruptions", "onderbreking", "interruption";
    "involvedIn", "betrokken bij", "involved in";
    "knowledge", "essentiële kennis", "essential knowledge";
    "learningCommunities", "professionele leergemeenschap (PLG)", "professional learning community";
    "ledBy", "begeleider", "leader";
    "levels", "niveau", "level";
    "makers", "maker", "maker";
    "materials", "leermiddel", "learning material";
    "meetings", "overleg of bijeenkomst", "meeting";
    "members", "lid", "member";
    "mentors", "mentor", "mentor";
    "modes", "opleidingsvorm", "mode of study";
    "organisedBy", "organisator", "organiser";
    "partners", "taak van een partner", "task of a partner";
    "parts", "onderdeel van professioneel handelen", "part of professional practice";
    "passRules", "slaagregel", "pass rule";
    "persons", "persoon", "person";
    "phases", "fase", "phase";
    "placements", "plaatsing" | "stage", "placement";
    "places", "plaats op de kubus", "place on the cube";
    "present", "aanwezige", "person present";
    "profileSubjects", "profielvak", "profile subject";
    "qualityLayers", "laag van het kwaliteitssysteem", "layer of the quality system";
    "questions", "toetsvraag", "test question";
    "readingAloudSubjects", "vak bij voorlezen en vertellen", "subject of reading aloud and storytelling";
    "reflections", "reflectie", "reflection";
    "restsOn", "komt voort uit", "comes from";
    "reviews", "herziening", "review";
    "roles", "rol", "role";
    "scales", "schaal", "scale";
    "schoolDevelopmentThemes", "schoolontwikkelingsthema", "school development theme";
    "schoolMethods", "methode van de school", "school's method";
    "schoolTeam", "lid van het schoolteam", "school team member";
    "schools", "opleidingsschool" | "school", "training school";
    "setBy", "deskundige", "expert";
    "setWith", "in samenspraak met", "set together with";
    "stages", "loopbaanfase", "career stage";
    "students", "geplaatste student" | "student", "placed student";
    "studioBasis", "waarop het ontwerpatelier voor opleiders is gebaseerd", "basis of the studio for teacher educators";
    "studios", "ontwerpatelier", "design studio";
    "studyYears", "studiejaar" | "jaar", "study year";
    "subjectLines", "vakkenlijn", "subject line";
    "subjects", "vak", "subject";
    "takenUpIn", "komt terug in", "taken up in";
    "talks", "gesprek", "talk";
    "themes", "thema", "theme";
    "togetherWith", "samen met", "together with";
    "trainerDays", "opleidersdag", "trainer day";
    "trainers", "opleider", "trainer";
    "trainings", "scholing", "training";
    "uses", "inzet", "use";
    "values", "waarde", "value";
    "visits", "bezoek", "visit";
    "vouchedBy", "bevestigd door", "vouched for by";
    "weekdays", "weekdag", "weekday";
    "weeks", "stageweek", "placement week";
    "withOthers", "medestudent", "fellow student";
    "years", "studiejaar" | "jaar", "study year";
};

/// The word for a field of a record in one of these lists.
#[cfg(feature = "messages")]
pub(crate) fn label(list: &'static List, record: &str, name: &str) -> Option<&'static Word> {
    let find = |key: &str| list.words.binary_search_by(|word| word.key.cmp(key)).ok().and_then(|at| list.words.get(at));
    find(&[record, ".", name].concat()).or_else(|| find(name))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{FIELDS, ITEMS, label};
    use crate::documents::{Curriculum, KnowledgeBase, Partnership, Portfolio};
    use crate::grammar::{List, Record, Shape};

    /// The keys of the labels that the fields of a record and of those in it have.
    fn used(
        record: &'static Record,
        seen: &mut BTreeSet<&'static str>,
        keys: &mut BTreeSet<(&'static str, &'static str)>,
    ) {
        if !seen.insert(record.name) {
            return;
        }
        for member in record.members {
            let mut has = |list: &'static List| {
                let word = label(list, record.name, member.name);
                assert!(word.is_some(), "{}.{} has no label in {}", record.name, member.name, list.name);
                keys.extend(word.map(|word| (list.name, word.key)));
            };
            has(&FIELDS);
            if let Shape::List(_) = member.shape {
                has(&ITEMS);
            }
            if let Some(inner) = member.shape.record() {
                used(inner, seen, keys);
            }
        }
    }

    #[test]
    fn every_field_has_a_label_and_every_label_a_field() {
        let (mut seen, mut keys) = (BTreeSet::new(), BTreeSet::new());
        used(Portfolio::RECORD, &mut seen, &mut keys);
        used(Curriculum::RECORD, &mut seen, &mut keys);
        used(Partnership::RECORD, &mut seen, &mut keys);
        used(KnowledgeBase::RECORD, &mut seen, &mut keys);
        for list in [&FIELDS, &ITEMS] {
            assert!(list.words.is_sorted_by(|a, b| a.key < b.key), "{} is in the order of its keys", list.name);
            let unused: Vec<&str> =
                list.words.iter().map(|word| word.key).filter(|key| !keys.contains(&(list.name, *key))).collect();
            assert!(unused.is_empty(), "{} has labels of no field: {unused:?}", list.name);
        }
    }
}
