//! The closed lists of the portfolio that only the format defines. Lists that a source names are in
//! [`frameworks`](crate::frameworks).

use crate::grammar::closed;

closed! {
    /// Outcome of a study year (uitkomst van het studiejaar).
    YearOutcome {
        Passed = "passed", "gehaald", "passed";
        Repeats = "repeats", "doet het jaar over", "repeats the year";
        ContinuesWithOpenWork = "continues-with-open-work", "gaat door met openstaande onderdelen", "continues with open parts";
        Interrupted = "interrupted", "onderbroken", "interrupted";
        Left = "left", "gestopt zonder diploma", "left without diploma";
    }
}

closed! {
    /// What an exemption is from (vrijstelling).
    ExemptionOf {
        /// Everything that a study year requires.
        StudyYear = "study-year", "een studiejaar", "a study year";
        /// The competences named with it.
        Competence = "competence", "competenties", "competences";
        /// The assignment named with it.
        Assignment = "assignment", "een portfolio-opdracht", "a portfolio assignment";
        /// Reading aloud and storytelling.
        ReadingAloud = "reading-aloud", "voorlezen en vertellen", "reading aloud and storytelling";
        /// Age specialisation and profile subjects.
        Specialisation = "specialisation", "de specialisatie", "the specialisation";
        /// The school development theme of study year 3.
        SchoolDevelopmentTheme = "school-development-theme", "het schoolontwikkelingsthema", "the school development theme";
        /// The graduation research.
        GraduationResearch = "graduation-research", "het afstudeeronderzoek", "the graduation research";
    }
}

closed! {
    /// Kind of placement (soort werkplekleren).
    PlacementKind {
        Regular = "regular", "werkplekleren", "regular placement";
        /// Employed in training (leraar in opleiding). Source: WPO art. 3(4).
        Lio = "lio", "LIO-stage", "LIO placement";
        Abroad = "abroad", "buitenlandstage", "placement abroad";
    }
}

closed! {
    /// Kind of school that a placement is at (setting).
    Setting {
        Regular = "regular", "regulier basisonderwijs", "regular primary education";
        /// Without groups 1 to 8.
        SpecialEducation = "special-education", "speciaal (basis)onderwijs", "special education";
    }
}

closed! {
    /// A day of the week (weekdag).
    Weekday {
        Monday = "monday", "maandag", "Monday";
        Tuesday = "tuesday", "dinsdag", "Tuesday";
        Wednesday = "wednesday", "woensdag", "Wednesday";
        Thursday = "thursday", "donderdag", "Thursday";
        Friday = "friday", "vrijdag", "Friday";
        Saturday = "saturday", "zaterdag", "Saturday";
        Sunday = "sunday", "zondag", "Sunday";
    }
}

closed! {
    /// Main focus of a placement (accent). Source: Praktijk In-Zicht, ch. 2, "Werkplekleren".
    Accent {
        Class = "class", "leren in de klas", "learning in the classroom";
        Differentiation = "differentiation", "gedifferentieerd handelen" | "lesgeven op verschillende niveaus", "differentiated teaching";
    }
}

closed! {
    /// Whether a student set a goal or a question (leerdoel of leervraag).
    GoalKind {
        LearningGoal = "learning-goal", "leerdoel", "learning goal";
        LearningQuestion = "learning-question", "leervraag", "learning question";
    }
}

closed! {
    /// Where a design studio is held (locatie van het ontwerpatelier). Source: Praktijk In-Zicht, ch. 2,
    /// "Ontwerpateliers".
    StudioLocation {
        Institute = "institute", "hogeschool", "institute";
        School = "school", "basisschool", "school";
    }
}

closed! {
    /// Kind of design studio (soort ontwerpatelier). Source: Praktijk In-Zicht, ch. 2, "Een ontwerpatelier ter
    /// afronding van een stageweek".
    StudioKind {
        Regular = "regular", "ontwerpatelier", "design studio";
        /// At the end of a placement week.
        Closing = "closing", "afsluitend atelier van een stageweek", "studio that closes a placement week";
    }
}

closed! {
    /// What a closing studio is based on (inbreng). Source: Praktijk In-Zicht, ch. 2, "Een ontwerpatelier ter afronding
    /// van een stageweek".
    StudioInput {
        Reflection = "reflection", "reflectie", "reflection";
        SharedExperience = "shared-experience", "gedeelde ervaring", "shared experience";
        LessonVisit = "lesson-visit", "lesbezoek bij elkaar", "visit to each other's lessons";
        TrainerVisit = "trainer-visit", "bezoek van de schoolopleider", "visit by the school trainer";
    }
}

closed! {
    /// What a talk of mentor and trainers, or a meeting of a triad, is about (agendapunt). Source: Praktijk In-Zicht, ch. 2,
    /// "De mentor", and ch. 3, "Rol van de schoolleiding".
    AgendaPoint {
        Experiences = "experiences", "ervaringen", "experiences";
        Expectations = "expectations", "verwachtingen", "expectations";
        Yields = "yields", "opbrengsten", "yields";
        Guidance = "guidance", "begeleiding", "guidance";
        AssessmentCriteria = "assessment-criteria", "beoordelingscriteria", "assessment criteria";
        LearningNeeds = "learning-needs", "leerbehoeften", "learning needs";
        Other = "other", "iets anders", "something else";
    }
}

closed! {
    /// Draft or submitted (status).
    State {
        /// Still being worked on: a shortfall is a note at most.
        Draft = "draft", "concept", "draft";
        Submitted = "submitted", "ingeleverd", "submitted";
    }
}

closed! {
    /// Form of a reflection (vorm van de reflectie).
    ReflectionForm {
        /// According to Korthagen's model (reflectiemodel van Korthagen). Source: Praktijk In-Zicht, ch. 2,
        /// "Ontwerpateliers".
        Cycle = "cycle", "reflectiecyclus", "reflection cycle";
        /// An experience processed at head, heart and hands in a following studio. Source: Praktijk In-Zicht, ch. 2,
        /// "Ontwerpateliers".
        Levels = "levels", "hoofd, hart en handen", "head, heart and hands";
    }
}

closed! {
    /// Kind of evidence (soort bewijs).
    EvidenceKind {
        LessonDesign = "lesson-design", "lesontwerp", "lesson design";
        LessonReport = "lesson-report", "lesverslag", "lesson report";
        Observation = "observation", "observatie", "observation";
        Video = "video", "video-opname", "video recording";
        Photo = "photo", "foto", "photo";
        PupilWork = "pupil-work", "leerlingenwerk", "pupils' work";
        Feedback = "feedback", "feedback", "feedback";
        /// A visit by a trainer (bezoek).
        Visit = "visit", "bezoek", "visit";
        /// A talk about the student's development (gesprek).
        Talk = "talk", "gesprek", "talk";
        Plan = "plan", "plan", "plan";
        Report = "report", "verslag", "report";
        Product = "product", "product", "product";
        Other = "other", "ander bewijs", "other evidence";
    }
}

closed! {
    /// What the student did (activiteit).
    Activity {
        /// Source: Praktijk In-Zicht, ch. 2, "Voorlezen en vertellen".
        ReadingAloud = "reading-aloud", "voorlezen", "reading aloud";
        /// Source: Praktijk In-Zicht, ch. 2, "Voorlezen en vertellen".
        Storytelling = "storytelling", "vertellen", "storytelling";
        /// Source: Praktijk In-Zicht, ch. 2, "Specialisatie".
        ActionPlan = "action-plan", "handelingsplan", "action plan";
        /// Source: Praktijk In-Zicht, ch. 2, "Specialisatie".
        GroupPlan = "group-plan", "groepsplan", "group plan";
        LessonObservation = "lesson-observation", "lesobservatie", "lesson observation";
        Lesson = "lesson", "les", "lesson";
        Visit = "visit", "bezoek", "visit";
        ParentTalk = "parent-talk", "oudergesprek", "parent-teacher meeting";
        TeamMeeting = "team-meeting", "teamoverleg", "team meeting";
        Intervision = "intervision", "intervisie", "peer consultation (intervisie)";
    }
}

closed! {
    /// Whether pupils can be seen (leerlingen in beeld).
    Pupils {
        None = "none", "geen leerlingen", "no pupils";
        Unrecognisable = "unrecognisable", "onherkenbaar", "unrecognisable";
        Recognisable = "recognisable", "herkenbaar", "recognisable";
    }
}

closed! {
    /// What is assessed (wat beoordeeld wordt).
    AssessmentOf {
        /// Professional development in the broader sense (professionele ontwikkeling). Source: Praktijk In-Zicht, ch.
        /// 3, "Professionele kwaliteit".
        Development = "development", "professionele ontwikkeling", "professional development";
        Assignment = "assignment", "portfolio-opdracht", "portfolio assignment";
        Competence = "competence", "competentie", "competence";
        SchoolDevelopmentTheme = "school-development-theme", "schoolontwikkelingsthema", "school development theme";
        GraduationResearch = "graduation-research", "afstudeeronderzoek", "graduation research";
    }
}

closed! {
    /// What is decided (besluit).
    DecisionKind {
        Year = "year", "besluit over het studiejaar", "decision on the study year";
        Graduation = "graduation", "besluit over het diploma", "decision on graduation";
    }
}

closed! {
    /// Positive or negative (uitkomst van het besluit).
    DecisionOutcome {
        Positive = "positive", "positief", "positive";
        Negative = "negative", "negatief", "negative";
    }
}

closed! {
    /// Who took a decision or granted an exemption (orgaan).
    Authority {
        /// The duo of school and institute trainer, which assesses the student; it decides on no study year and grants
        /// no exemption. Source: Praktijk In-Zicht, ch. 3, "Professionele kwaliteit".
        Duo = "duo", "duo van opleiders", "duo of trainers";
        Programme = "programme", "opleiding", "programme";
        /// Source: WHW art. 7.12b.
        ExaminationBoard = "examination-board", "examencommissie", "examination board";
    }
}

closed! {
    /// How research is done (onderzoeksmethode).
    ResearchMethod {
        /// Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        DesignResearch = "design-research", "ontwerponderzoek", "design research";
        ActionResearch = "action-research", "actieonderzoek", "action research";
        CaseStudy = "case-study", "casestudy", "case study";
        Survey = "survey", "enquêteonderzoek", "survey";
        Other = "other", "anders", "other";
    }
}
