//! The portfolio (bewijsportfolio) of one student: `twentse-kubus/portfolio@1`.
//!
//! Little is required, so that a portfolio can be validated while it is being filled in: the format, ids, and the
//! kind or date that a part is known by. Everything a rule requires is optional to the reader. `null` counts as absent.
//! Ids of placements, weeks, goals, studios, designs, evidence, assessments and school development themes must
//! refer to an item in the portfolio (TK-R012); all other ids refer to other documents.

use std::borrow::Cow;

use super::words::{
    Accent, Activity, AgendaPoint, AssessmentOf, Authority, DecisionKind, DecisionOutcome, EvidenceKind, ExemptionOf,
    GoalKind, PlacementKind, Pupils, ReflectionForm, ResearchMethod, Setting, State, StudioInput, StudioKind,
    StudioLocation, Weekday, YearOutcome,
};
use crate::documents::format_name;
use crate::frameworks::{AgeSpecialisation, Competence, DesignPhase, Role, StudyMode, Subject};
use crate::grammar::record;
use crate::values::{
    AssessmentId, AssignmentId, Attempt, ComponentId, Credits, DaysPerWeek, DecisionId, DesignCompetence, DesignId,
    DevelopmentThemeId, EvidenceId, ExemptionId, GoalId, Group, InstituteId, MaterialId, PartnershipId, Period,
    PersonId, PlacementId, PlacementWeekId, ReflectionId, ResultId, SchoolId, SchoolYear, Set, Sha256, StudentId,
    StudioId, StudyYear, ThemeId, TopicId,
};
use chrono::NaiveDate;

format_name! {
    /// The format that a portfolio names: `twentse-kubus/portfolio@1`.
    PortfolioFormat = "twentse-kubus/portfolio@1"
}

record! {
    /// The portfolio of one student (bewijsportfolio), with which the student shows development. Source: Praktijk
    /// In-Zicht, ch. 2, "Ontwerpateliers".
    Portfolio<'a> needs {
        /// The name and version of this format.
        @fixed format: PortfolioFormat,
        /// The student and the study years attended.
        student: Student<'a>,
    } may {
        /// `true` when the whole document is made up, for tests and demonstrations.
        synthetic: Option<bool>,
        /// Exemptions granted (vrijstellingen).
        exemptions: Vec<Exemption<'a>>,
        /// Age specialisation and profile subjects (specialisatie). Source: Praktijk In-Zicht, ch. 2, "Specialisatie".
        specialisation: Option<Specialisation>,
        /// Placements at training schools (werkplekleren). Source: Praktijk In-Zicht, ch. 2, "Werkplekleren".
        placements: Vec<Placement<'a>>,
        /// Learning goals and questions (leerdoelen en leervragen). Source: Praktijk In-Zicht, ch. 2, "Ontwerpen en
        /// leren" and "De mentor".
        goals: Vec<Goal<'a>>,
        /// Design studios (ontwerpateliers). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers" and "Een
        /// ontwerpatelier ter afronding van een stageweek".
        studios: Vec<Studio<'a>>,
        /// Lesson designs (ontwerpen). Source: Praktijk In-Zicht, ch. 2, "Ontwerpen en leren" and "Ontwerpateliers".
        designs: Vec<Design<'a>>,
        /// Reflections (reflecties). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers".
        reflections: Vec<Reflection<'a>>,
        /// Evidence (bewijzen). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers" and "Opdrachten".
        evidence: Vec<Evidence<'a>>,
        /// Assessments (beoordelingen). Source: Praktijk In-Zicht, ch. 3, "Professionele kwaliteit" and "Rol van de
        /// schoolopleider".
        assessments: Vec<Assessment<'a>>,
        /// Decisions on study years and graduation (besluiten).
        decisions: Vec<Decision<'a>>,
        /// The research line (onderzoeksleerlijn). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        research: Option<Research<'a>>,
    }
}

record! {
    /// The student whose portfolio this is.
    Student<'a> needs {
        /// Id of the student; also the id of the document.
        @who id: StudentId<'a>,
    } may {
        /// Name (naam); an id is enough.
        name: Option<Cow<'a, str>>,
        /// School year of entry (cohort).
        cohort: Option<SchoolYear>,
        /// The institute (opleidingsinstituut); refers to another document.
        institute: Option<InstituteId<'a>>,
        /// The partnership (partnerschap); refers to another document.
        partnership: Option<PartnershipId<'a>>,
        /// How the student is enrolled (opleidingsvorm); defaults to full-time.
        mode: Option<StudyMode>,
        /// Per school year attended, the study year (studiejaren). Without them the study years are taken from the
        /// placements.
        years: Vec<YearEntry<'a>>,
        /// Periods in which the study was interrupted (onderbrekingen); never a reason.
        interruptions: Vec<Period>,
    }
}

record! {
    /// One school year attended (inschrijving in een studiejaar).
    YearEntry<'a> needs {
        /// The school year (schooljaar).
        school_year: SchoolYear,
        /// The study year followed in it (studiejaar), 1 to 4.
        study_year: StudyYear,
    } may {
        /// First day (eerste dag); defaults to 1 August of the school year.
        from: Option<NaiveDate>,
        /// The partnership in that year, where it differs from the student's; refers to another document.
        partnership: Option<PartnershipId<'a>>,
        /// Outcome of the year (uitkomst), once known.
        outcome: Option<YearOutcome>,
        /// The date of that outcome (datum van de uitkomst).
        outcome_on: Option<NaiveDate>,
    }
}

record! {
    /// An exemption (vrijstelling). Source: WHW art. 7.12b(1)(d).
    Exemption<'a> needs {
        /// Id of the exemption.
        @key id: ExemptionId<'a>,
        /// What it exempts from (vrijstelling van).
        of: ExemptionOf,
    } may {
        /// The study year it applies to (studiejaar), 1 to 4; defaults to every study year.
        study_year: Option<StudyYear>,
        /// The competences it exempts from, for an exemption from competences.
        competences: Set<Competence>,
        /// The assignment it exempts from, for an exemption from an assignment; refers to another document.
        assignment: Option<AssignmentId<'a>>,
        /// Who granted it (verleend door).
        granted_by: Option<Authority>,
        /// The day it was granted (verleend op).
        granted_on: Option<NaiveDate>,
    }
}

record! {
    /// Age specialisation and profile subjects (specialisatie en profilering). Source: Praktijk In-Zicht, ch. 2,
    /// "Specialisatie".
    Specialisation needs {
    } may {
        /// Young child or older child (leeftijdsspecialisatie).
        age_specialisation: Option<AgeSpecialisation>,
        /// Profile subjects (profielvakken).
        profile_subjects: Set<Subject>,
        /// The day of the choice (gekozen op).
        chosen_on: Option<NaiveDate>,
        /// The day from which it is in effect (gaat in op); absent: from the choice on, but not before it is required
        /// (TK-P202).
        in_effect_from: Option<NaiveDate>,
    }
}

record! {
    /// A person in a role (persoon in een rol).
    PersonInRole<'a> needs {
        /// Id of the person; refers to another document.
        @who person: PersonId<'a>,
    } may {
        /// Name (naam); an id is enough.
        name: Option<Cow<'a, str>>,
        /// The role (rol).
        role: Option<Role>,
        /// The period in the role (periode); absent: throughout.
        period: Option<Period>,
    }
}

record! {
    /// One placement at a school (werkplekleren, stage). Source: Praktijk In-Zicht, ch. 2, "Werkplekleren".
    Placement<'a> needs {
        /// Id of the placement.
        @key id: PlacementId<'a>,
    } may {
        /// The school year (schooljaar).
        school_year: Option<SchoolYear>,
        /// The study year (studiejaar), 1 to 4.
        study_year: Option<StudyYear>,
        /// The school (opleidingsschool); refers to another document.
        school: Option<SchoolId<'a>>,
        /// Name of the school (naam van de school).
        school_name: Option<Cow<'a, str>>,
        /// First and last day (periode).
        period: Option<Period>,
        /// Kind (soort); defaults to regular.
        kind: Option<PlacementKind>,
        /// Regular or special education (setting); defaults to regular.
        setting: Option<Setting>,
        /// Days a week at the school (dagen op de basisschool), 0 to 7. Source: Praktijk In-Zicht, ch. 1, "Missie en
        /// visie".
        days_at_school: Option<DaysPerWeek>,
        /// Days a week at the institute (dagen op de hogeschool), 0 to 7. Source: Praktijk In-Zicht, ch. 1, "Missie en
        /// visie".
        days_at_institute: Option<DaysPerWeek>,
        /// Days of the week at the school (weekdagen).
        weekdays: Set<Weekday>,
        /// Groups worked with (groepen), 1 to 8.
        groups: Set<Group>,
        /// Main focus of the placement (accent). Source: Praktijk In-Zicht, ch. 2, "Werkplekleren".
        accent: Option<Accent>,
        /// Mentors, each with a period (mentoren). Source: Praktijk In-Zicht, ch. 2, "De mentor".
        mentors: Vec<PersonInRole<'a>>,
        /// School and institute trainers, each with role and period (opleiders). Source: Praktijk In-Zicht, ch. 3,
        /// "Professionele kwaliteit".
        trainers: Vec<PersonInRole<'a>>,
        /// How student and mentor were matched (koppeling). Source: Praktijk In-Zicht, ch. 2, "De mentor".
        matching: Option<Matching<'a>>,
        /// Talks about the student (gesprekken). Source: Praktijk In-Zicht, ch. 2, "De mentor".
        talks: Vec<Talk<'a>>,
        /// Placement weeks (stageweken). Source: Praktijk In-Zicht, ch. 2, "Een ontwerpatelier ter afronding van een
        /// stageweek".
        weeks: Vec<PlacementWeek<'a>>,
        /// What a LIO placement adds (LIO). Source: WPO art. 3(4).
        lio: Option<Lio<'a>>,
    }
}

record! {
    /// The match of student and mentor (koppeling aan een mentor). Source: Praktijk In-Zicht, ch. 2, "De mentor".
    Matching<'a> needs {
    } may {
        /// Who made the match (koppeling door), normally the school trainer.
        by: Option<PersonInRole<'a>>,
        /// The date (datum).
        on: Option<NaiveDate>,
        /// The student's wish or learning question at the match (leervraag bij de koppeling).
        learning_question: Option<Cow<'a, str>>,
    }
}

record! {
    /// A talk of mentor and trainers about the student (gesprek). Source: Praktijk In-Zicht, ch. 2, "De mentor".
    Talk<'a> needs {
        /// The date (datum).
        date: NaiveDate,
    } may {
        /// Who was present (aanwezig).
        present: Vec<PersonInRole<'a>>,
        /// What the talk was to be about (agendapunten). Source: Praktijk In-Zicht, ch. 2, "De mentor".
        agenda: Set<AgendaPoint>,
        /// What was talked about (besproken).
        notes: Option<Cow<'a, str>>,
    }
}

record! {
    /// A placement week (stageweek). Source: Praktijk In-Zicht, ch. 2, "Een ontwerpatelier ter afronding van een
    /// stageweek".
    PlacementWeek<'a> needs {
        /// Id of the week.
        @key id: PlacementWeekId<'a>,
    } may {
        /// First and last day (periode).
        period: Option<Period>,
    }
}

record! {
    /// What an employed placement in training adds (leraar in opleiding). Source: WPO art. 3(4).
    Lio<'a> needs {
    } may {
        /// Credits on the first day (studiepunten bij de start), 0 to 240 EC.
        credits_at_start: Option<Credits>,
        /// Whether the institute has stated that 180 EC will be reached in time (verklaring van de opleiding).
        statement: Option<bool>,
        /// The day on which 180 EC were reached (180 EC behaald op).
        credits_reached_on: Option<NaiveDate>,
        /// The responsible teacher (verantwoordelijke leraar).
        responsible_teacher: Option<PersonInRole<'a>>,
    }
}

record! {
    /// A learning goal or question (leerdoel, leervraag). Source: Praktijk In-Zicht, ch. 2, "Ontwerpen en leren" and
    /// "De mentor".
    Goal<'a> needs {
        /// Id of the goal.
        @key id: GoalId<'a>,
        /// Goal or question (soort).
        kind: GoalKind,
        /// What the student wants to learn (tekst).
        text: Cow<'a, str>,
    } may {
        /// Competences it serves (competenties).
        competences: Set<Competence>,
        /// Themes of the cube it concerns (thema's); refers to another document.
        themes: Vec<ThemeId<'a>>,
        /// The day it was set (geformuleerd op).
        set_on: Option<NaiveDate>,
    }
}

record! {
    /// A design studio (ontwerpatelier). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers" and "Een ontwerpatelier
    /// ter afronding van een stageweek".
    Studio<'a> needs {
        /// Id of the studio.
        @key id: StudioId<'a>,
    } may {
        /// The date (datum).
        date: Option<NaiveDate>,
        /// At the institute or at the school (locatie). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers".
        location: Option<StudioLocation>,
        /// Kind (soort); defaults to regular.
        kind: Option<StudioKind>,
        /// The placement week it closes (stageweek); refers to an item in this portfolio.
        week: Option<PlacementWeekId<'a>>,
        /// The subject whose knowledge it works from (vakgebied). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers".
        subject: Option<Subject>,
        /// Who led it, in which role (begeleid door). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers".
        led_by: Vec<PersonInRole<'a>>,
        /// Whether the student was there (aanwezig); defaults to yes.
        attended: Option<bool>,
        /// What it was based on (inbreng). Source: Praktijk In-Zicht, ch. 2, "Een ontwerpatelier ter afronding van een
        /// stageweek".
        inputs: Set<StudioInput>,
        /// Competences practised (geoefende competenties). Source: Praktijk In-Zicht, ch. 2, "Een ontwerpatelier ter
        /// afronding van een stageweek".
        competences: Set<Competence>,
        /// Design competences practised (geoefende ontwerpcompetenties), 1 to 12. Source: Praktijk In-Zicht, ch. 2,
        /// "Ontwerpateliers".
        design_competences: Set<DesignCompetence>,
        /// Insights and conclusions (inzichten). Source: Praktijk In-Zicht, ch. 2, "Een ontwerpatelier ter afronding
        /// van een stageweek".
        insights: Option<Cow<'a, str>>,
        /// Next steps of the student (vervolgstappen). Source: Praktijk In-Zicht, ch. 2, "Een ontwerpatelier ter
        /// afronding van een stageweek".
        next_steps: Option<Cow<'a, str>>,
        /// What is needed to take those steps (wat er nodig is). Source: Praktijk In-Zicht, ch. 2, "Een ontwerpatelier ter
        /// afronding van een stageweek".
        needed: Option<Cow<'a, str>>,
        /// Learning materials used (leermiddelen); refer to another document. Source: Praktijk In-Zicht, ch. 4,
        /// "Ambities".
        materials: Vec<MaterialId<'a>>,
        /// Later studios that took it up (komt terug in); refer to items in this portfolio. Source: Praktijk In-Zicht,
        /// ch. 2, "Ontwerpateliers".
        taken_up_in: Vec<StudioId<'a>>,
    }
}

record! {
    /// A lesson or learning task designed by the student (ontwerp). Source: Praktijk In-Zicht, ch. 2, "Ontwerpen en
    /// leren" and "Ontwerpateliers".
    Design<'a> needs {
        /// Id of the design.
        @key id: DesignId<'a>,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// Own learning goals worked into it (eigen leerdoelen); refer to items in this portfolio. Source: Praktijk
        /// In-Zicht, ch. 2, "Ontwerpen en leren".
        goals: Vec<GoalId<'a>>,
        /// Own learning goal, written out in the design (eigen leerdoel). Source: Praktijk In-Zicht, ch. 2, "Ontwerpen
        /// en leren".
        own_goal: Option<Cow<'a, str>>,
        /// The challenging learning task for children (leertaak voor kinderen). Source: Praktijk In-Zicht, ch. 2,
        /// "Ontwerpateliers".
        task_for_children: Option<Cow<'a, str>>,
        /// Subject (vakgebied).
        subject: Option<Subject>,
        /// Groups it is for (groepen), 1 to 8.
        groups: Set<Group>,
        /// What the children's results say of their needs (analyse van opbrengsten). Source: Praktijk In-Zicht, ch. 2,
        /// "Ontwerpen en leren".
        analysis: Option<Cow<'a, str>>,
        /// Methods of the school that it uses (methodes van de school). Source: Praktijk In-Zicht, ch. 2, "Ontwerpen en
        /// leren".
        school_methods: Vec<Cow<'a, str>>,
        /// Design competences practised (ontwerpcompetenties), 1 to 12. Source: Praktijk In-Zicht, ch. 2,
        /// "Ontwerpateliers".
        design_competences: Set<DesignCompetence>,
        /// Phases, each with its period (fasen). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers".
        phases: Vec<DesignStep>,
        /// The placement it was made in; refers to an item in this portfolio.
        placement: Option<PlacementId<'a>>,
        /// Studios it was worked on in; refer to items in this portfolio.
        studios: Vec<StudioId<'a>>,
        /// Draft or submitted (status); defaults to submitted.
        state: Option<State>,
        /// The day it was submitted (ingeleverd op).
        submitted_on: Option<NaiveDate>,
    }
}

record! {
    /// A phase of a design (ontwerpfase). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers".
    DesignStep needs {
        /// Which phase (fase).
        phase: DesignPhase,
    } may {
        /// When (periode).
        period: Option<Period>,
    }
}

record! {
    /// A reflection (reflectie). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers".
    Reflection<'a> needs {
        /// Id of the reflection.
        @key id: ReflectionId<'a>,
    } may {
        /// What the reflection is about (onderwerp).
        about: Option<Cow<'a, str>>,
        /// Evidence it is about; refers to an item in this portfolio.
        evidence: Vec<EvidenceId<'a>>,
        /// The design it is about; refers to an item in this portfolio.
        design: Option<DesignId<'a>>,
        /// The goals it takes up; refer to items in this portfolio.
        goals: Vec<GoalId<'a>>,
        /// The date (datum).
        date: Option<NaiveDate>,
        /// The studio it was processed in (atelier); refers to an item in this portfolio. Source: Praktijk In-Zicht,
        /// ch. 2, "Ontwerpateliers".
        studio: Option<StudioId<'a>>,
        /// Korthagen's cycle, or head, heart and hands (vorm).
        form: Option<ReflectionForm>,
        /// What was written per phase of the cycle, for the form `cycle`.
        cycle: Option<ReflectionCycle<'a>>,
        /// What was written per level, for the form `levels`.
        levels: Option<ReflectionLevels<'a>>,
        /// Draft or submitted (status); defaults to submitted.
        state: Option<State>,
    }
}

record! {
    /// A reflection by Korthagen's model (reflectiecyclus). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers";
    /// phases: ALACT.
    ReflectionCycle<'a> needs {
    } may {
        /// Phase 1, action (handelen).
        action: Option<Cow<'a, str>>,
        /// Phase 2, looking back (terugblikken).
        looking_back: Option<Cow<'a, str>>,
        /// Phase 3, awareness of essential aspects (bewustwording).
        awareness: Option<Cow<'a, str>>,
        /// Phase 4, creating alternatives (alternatieven).
        alternatives: Option<Cow<'a, str>>,
        /// Phase 5, trial (uitproberen), the first phase of the next cycle.
        trial: Option<Cow<'a, str>>,
    }
}

record! {
    /// An experience processed at three levels (drie niveaus). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers".
    ReflectionLevels<'a> needs {
    } may {
        /// Head: knowledge (hoofd).
        head: Option<Cow<'a, str>>,
        /// Heart: identity and attitude (hart).
        heart: Option<Cow<'a, str>>,
        /// Hands: skills (handen).
        hands: Option<Cow<'a, str>>,
    }
}

record! {
    /// A piece of evidence (bewijs). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers" and "Opdrachten".
    Evidence<'a> needs {
        /// Id of the evidence.
        @key id: EvidenceId<'a>,
        /// Kind (soort).
        kind: EvidenceKind,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// What it shows (beschrijving).
        description: Option<Cow<'a, str>>,
        /// The day of what it shows (datum).
        date: Option<NaiveDate>,
        /// The day it was added (toegevoegd op).
        added_on: Option<NaiveDate>,
        /// The placement it comes from; refers to an item in this portfolio.
        placement: Option<PlacementId<'a>>,
        /// Studios it is based on; refer to items in this portfolio.
        studios: Vec<StudioId<'a>>,
        /// Whether it answers a question of the school itself (vraag van de school). Source: Praktijk In-Zicht, ch. 2,
        /// "Opdrachten".
        school_question: Option<bool>,
        /// The portfolio assignment it was made for (portfolio-opdracht); refers to another document. Source: Praktijk
        /// In-Zicht, ch. 2, "Opdrachten".
        assignment: Option<AssignmentId<'a>>,
        /// Subject (vakgebied).
        subject: Option<Subject>,
        /// Competences it shows (competenties).
        competences: Set<Competence>,
        /// Goals it takes up; refer to items in this portfolio.
        goals: Vec<GoalId<'a>>,
        /// Whether it shows what the student did in practice (handelen in de praktijk). Source: Praktijk In-Zicht, ch.
        /// 2, "Opdrachten".
        practice: Option<bool>,
        /// The three parts of professional practice (professioneel handelen). Source: Praktijk In-Zicht, ch. 2,
        /// "Opdrachten".
        action: Option<ProfessionalAction<'a>>,
        /// What the student did (activiteit).
        activity: Option<Activity>,
        /// With whom (samen met).
        together_with: Vec<PersonInRole<'a>>,
        /// Who confirms that it is the student's own work (bevestigd door).
        vouched_by: Vec<PersonInRole<'a>>,
        /// Attachments by name, media type and SHA-256 only (bijlagen).
        attachments: Vec<Attachment<'a>>,
        /// Whether pupils can be seen (leerlingen in beeld).
        pupils: Option<Pupils>,
        /// Whether the parents' consent is recorded (toestemming van de ouders).
        parents_consent: Option<bool>,
        /// Draft or submitted (status); defaults to submitted.
        state: Option<State>,
    }
}

record! {
    /// The parts of professional practice (professioneel handelen). Source: Praktijk In-Zicht, ch. 2, "Opdrachten".
    ProfessionalAction<'a> needs {
    } may {
        /// Knowledge behind the practice (onderliggende kennis).
        knowledge: Option<Cow<'a, str>>,
        /// Characteristics of the specific context (kenmerken van de context).
        context: Option<Cow<'a, str>>,
        /// Personal characteristics of the student (persoonlijke kenmerken).
        person: Option<Cow<'a, str>>,
    }
}

record! {
    /// An attachment (bijlage); its content stays outside the document.
    Attachment<'a> needs {
        /// File name (naam).
        name: Cow<'a, str>,
    } may {
        /// Media type (mediatype), such as `image/png`.
        media_type: Option<Cow<'a, str>>,
        /// SHA-256 of the content, 64 hexadecimal digits.
        sha256: Option<Sha256>,
    }
}

record! {
    /// An assessment (beoordeling). Source: Praktijk In-Zicht, ch. 3, "Professionele kwaliteit" and "Rol van de
    /// schoolopleider".
    Assessment<'a> needs {
        /// Id of the assessment.
        @key id: AssessmentId<'a>,
        /// What is assessed (onderwerp van de beoordeling).
        of: AssessmentOf,
    } may {
        /// The study year it counts for (studiejaar), 1 to 4.
        study_year: Option<StudyYear>,
        /// The part of the assessment framework that it counts for (toetsonderdeel); refers to another document.
        component: Option<ComponentId<'a>>,
        /// The date (datum).
        date: Option<NaiveDate>,
        /// The result, on the scale of the curriculum (uitslag); refers to another document.
        result: Option<ResultId<'a>>,
        /// Whether the result is final (definitief).
        is_final: Option<bool>,
        /// Competences assessed (competenties).
        competences: Set<Competence>,
        /// The assignment assessed; refers to another document.
        assignment: Option<AssignmentId<'a>>,
        /// The school development theme assessed; refers to an item in this portfolio.
        theme: Option<DevelopmentThemeId<'a>>,
        /// Evidence it is based on (bewijzen); refers to an item in this portfolio.
        evidence: Vec<EvidenceId<'a>>,
        /// Days of the visits it is based on (bezoeken).
        visits: Vec<NaiveDate>,
        /// Days of the talks it is based on (gesprekken).
        talks: Vec<NaiveDate>,
        /// Who assessed (beoordelaars).
        assessors: Vec<Assessor<'a>>,
        /// Advice of the mentor (advies van de mentor). Source: Praktijk In-Zicht, ch. 2, "De mentor".
        mentor_advice: Option<Advice<'a>>,
        /// The student's self-assessment, apart from the assessors (zelfbeoordeling).
        self_assessment: Option<Judgement<'a>>,
        /// Which attempt this is (kans), 1 to 99.
        attempt: Option<Attempt>,
        /// The assessment that it replaces (vervangt); refers to an item in this portfolio.
        replaces: Option<AssessmentId<'a>>,
    }
}

record! {
    /// Who assessed (beoordelaar).
    Assessor<'a> needs {
        /// Id of the person; refers to another document.
        @who person: PersonId<'a>,
    } may {
        /// Name (naam); an id is enough.
        name: Option<Cow<'a, str>>,
        /// The role (rol).
        role: Option<Role>,
        /// Whether appointed examiner by the examination board (aangewezen examinator). Source: WHW art. 7.12c.
        examiner: Option<bool>,
        /// This assessor's own judgement before the assessors agreed, if recorded (eigen oordeel).
        judgement: Option<Judgement<'a>>,
    }
}

record! {
    /// A judgement (oordeel).
    Judgement<'a> needs {
    } may {
        /// The date (datum).
        date: Option<NaiveDate>,
        /// The result, on the scale of the curriculum (uitslag); refers to another document.
        result: Option<ResultId<'a>>,
        /// Explanation (toelichting).
        text: Option<Cow<'a, str>>,
    }
}

record! {
    /// Advice of the mentor (advies van de mentor). Source: Praktijk In-Zicht, ch. 2, "De mentor".
    Advice<'a> needs {
    } may {
        /// Who gave it (gegeven door).
        by: Option<PersonInRole<'a>>,
        /// The date (datum).
        date: Option<NaiveDate>,
        /// What it says (tekst).
        text: Option<Cow<'a, str>>,
    }
}

record! {
    /// A decision on a study year or on graduation (besluit).
    Decision<'a> needs {
        /// Id of the decision.
        @key id: DecisionId<'a>,
        /// On the year or on graduation (soort).
        kind: DecisionKind,
    } may {
        /// The study year decided on (studiejaar), 1 to 4.
        study_year: Option<StudyYear>,
        /// Who decided (orgaan).
        authority: Option<Authority>,
        /// The persons who decided (besloten door).
        by: Vec<PersonInRole<'a>>,
        /// The date (datum).
        on: Option<NaiveDate>,
        /// Positive or negative (uitkomst); defaults to positive.
        outcome: Option<DecisionOutcome>,
        /// Assessments it is based on (beoordelingen); refer to items in this portfolio.
        assessments: Vec<AssessmentId<'a>>,
    }
}

record! {
    /// The research line (onderzoeksleerlijn). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
    Research<'a> needs {
    } may {
        /// School development themes (schoolontwikkelingsthema's). Source: Praktijk In-Zicht, ch. 2,
        /// "Schoolontwikkeling".
        school_development_themes: Vec<DevelopmentTheme<'a>>,
        /// The graduation research (afstudeeronderzoek). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        graduation: Option<GraduationResearch<'a>>,
    }
}

record! {
    /// Work on a school development theme (schoolontwikkelingsthema, SOT). Source: Praktijk In-Zicht, ch. 2,
    /// "Schoolontwikkeling".
    DevelopmentTheme<'a> needs {
        /// Id of the school development theme.
        @key id: DevelopmentThemeId<'a>,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// The study year (studiejaar), 1 to 4.
        study_year: Option<StudyYear>,
        /// The school (opleidingsschool); refers to another document.
        school: Option<SchoolId<'a>>,
        /// The day the work began (begonnen op).
        started_on: Option<NaiveDate>,
        /// The group of students; this student may be left out. Each with a period (groepje). Source: Praktijk
        /// In-Zicht, ch. 2, "Schoolontwikkeling".
        group: Vec<GroupMember<'a>>,
        /// Members of the school team who take part (schoolteam). Source: Praktijk In-Zicht, ch. 2,
        /// "Schoolontwikkeling".
        school_team: Vec<PersonInRole<'a>>,
        /// The design question of the school (ontwerpvraag van de school). Source: Praktijk In-Zicht, ch. 2,
        /// "Schoolontwikkeling".
        design_question: Option<Cow<'a, str>>,
        /// How the research is done (methode). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        method: Option<ResearchMethod>,
        /// Who guides it, in which role (begeleiders). Source: Praktijk In-Zicht, ch. 3, "Rol van de schoolopleider".
        guides: Vec<PersonInRole<'a>>,
        /// The topic of the school's research agenda it belongs to; refers to another document. Source: Praktijk
        /// In-Zicht, ch. 2, "Schoolontwikkeling".
        agenda_topic: Option<TopicId<'a>>,
        /// The day the results were shown at the yearly exhibition (tentoonstelling). Source: Praktijk In-Zicht, ch. 2,
        /// "Schoolontwikkeling".
        exhibited_on: Option<NaiveDate>,
    }
}

record! {
    /// A student in a group (lid van het groepje).
    GroupMember<'a> needs {
        /// Id of the student; refers to another document.
        student: StudentId<'a>,
    } may {
        /// The period in the group (periode); absent: throughout.
        period: Option<Period>,
    }
}

record! {
    /// The individual design research of the graduation phase (afstudeeronderzoek). Source: Praktijk In-Zicht, ch. 2,
    /// "Schoolontwikkeling".
    GraduationResearch<'a> needs {
    } may {
        /// The theme (thema).
        theme: Option<Cow<'a, str>>,
        /// The day the theme was set (vastgesteld op). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        set_on: Option<NaiveDate>,
        /// With whom it was set (in samenspraak met). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        set_with: Vec<PersonInRole<'a>>,
        /// Where the student recognises the theme in their own class (herkend in de eigen groep). Source: Praktijk
        /// In-Zicht, ch. 2, "Schoolontwikkeling".
        recognised_in_own_group: Option<Cow<'a, str>>,
        /// The day the work began (begonnen op).
        started_on: Option<NaiveDate>,
        /// How the research is done (methode). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        method: Option<ResearchMethod>,
        /// Students it is carried out with (samen met); empty: individual. Source: Praktijk In-Zicht, ch. 2,
        /// "Schoolontwikkeling".
        with_others: Vec<GroupMember<'a>>,
        /// Who guides it, in which role (begeleiders). Source: Praktijk In-Zicht, ch. 3, "Rol van de schoolopleider".
        guides: Vec<PersonInRole<'a>>,
        /// The topic of the school's research agenda it belongs to; refers to another document. Source: Praktijk
        /// In-Zicht, ch. 2, "Schoolontwikkeling".
        agenda_topic: Option<TopicId<'a>>,
    }
}
