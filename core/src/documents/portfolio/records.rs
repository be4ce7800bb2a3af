//! The portfolio (bewijsportfolio) of one student: `twentse-kubus/portfolio@1`.
//!
//! Little is required, so that a portfolio can be validated while it is being filled in: the format, ids, and the
//! kind or date that a part is known by. Everything a rule asks for is optional to the reader. `null` is absent.
//! Ids of placements, weeks, goals, studios, designs, evidence, assessments and school development themes must
//! resolve inside the portfolio (TK-R012); all other ids are known across documents only.

use std::borrow::Cow;

use super::words::{
    Accent, Activity, AssessmentOf, Authority, DecisionKind, DecisionOutcome, EvidenceKind, ExemptionOf, GoalKind,
    PlacementKind, Pupils, ReflectionForm, ResearchMethod, Setting, State, StudioInput, StudioKind, StudioLocation,
    Weekday, YearOutcome,
};
use crate::documents::format_name;
use crate::frameworks::{AgeSpecialisation, Competence, DesignPhase, Role, StudyMode, Subject};
use crate::grammar::record;
use crate::values::{
    AssessmentId, AssignmentId, Attempt, Credits, DaysPerWeek, DecisionId, DesignCompetence, DesignId,
    DevelopmentThemeId, EvidenceId, ExemptionId, GoalId, Group, InstituteId, PartnershipId, Period, PersonId,
    PlacementId, PlacementWeekId, ReflectionId, ResultId, SchoolId, SchoolYear, Set, Sha256, StudentId, StudioId,
    StudyYear, ThemeId, TopicId,
};
use chrono::NaiveDate;

format_name! {
    /// The format that a portfolio names: `twentse-kubus/portfolio@1`.
    PortfolioFormat = "twentse-kubus/portfolio@1"
}

record! {
    /// The portfolio of one student (bewijsportfolio), with which the student shows development. Source: S054.
    Portfolio<'a> needs {
        /// The name and version of this format.
        format: PortfolioFormat,
        /// The student (student) and the study years attended.
        student: Student<'a>,
    } may {
        /// `true` when the whole document is made up, for tests and demonstrations.
        synthetic: Option<bool>,
        /// Exemptions granted (vrijstellingen).
        exemptions: Vec<Exemption<'a>>,
        /// Age specialisation and profile subjects (specialisatie). Source: S102 to S105.
        specialisation: Option<Specialisation>,
        /// Placements on training schools (werkplekleren). Source: S080 to S083.
        placements: Vec<Placement<'a>>,
        /// Learning goals and questions (leerdoelen en leervragen). Source: S045, S093.
        goals: Vec<Goal<'a>>,
        /// Design studios (ontwerpateliers). Source: S046 to S059.
        studios: Vec<Studio<'a>>,
        /// Designs of education (ontwerpen). Source: S043 to S046.
        designs: Vec<Design<'a>>,
        /// Reflections (reflecties). Source: S051 to S053.
        reflections: Vec<Reflection<'a>>,
        /// Evidence (bewijzen). Source: S054, S098 to S100.
        evidence: Vec<Evidence<'a>>,
        /// Assessments (beoordelingen). Source: S125, S139.
        assessments: Vec<Assessment<'a>>,
        /// Decisions on study years and graduation (besluiten).
        decisions: Vec<Decision<'a>>,
        /// The research line (onderzoeksleerlijn). Source: S110 to S121.
        research: Option<Research<'a>>,
    }
}

record! {
    /// The student whose portfolio this is (student).
    Student<'a> needs {
        /// Id of the student; also the id of the document.
        @who id: StudentId<'a>,
    } may {
        /// Name (naam); an id is enough.
        name: Option<Cow<'a, str>>,
        /// School year of entry (cohort).
        cohort: Option<SchoolYear>,
        /// The institute (opleidingsinstituut); resolves across documents.
        institute: Option<InstituteId<'a>>,
        /// The partnership (partnerschap); resolves across documents.
        partnership: Option<PartnershipId<'a>>,
        /// How the student is enrolled (opleidingsvorm); absent is full-time.
        mode: Option<StudyMode>,
        /// Per school year attended, the study year (studiejaren). Without them the study years are read off the
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
        /// First day (van); absent is 1 August of the school year.
        from: Option<NaiveDate>,
        /// The partnership in that year, where it differs from the student's; resolves across documents.
        partnership: Option<PartnershipId<'a>>,
        /// What became of the year (uitkomst), once known.
        outcome: Option<YearOutcome>,
        /// The day of that outcome (op).
        outcome_on: Option<NaiveDate>,
    }
}

record! {
    /// An exemption (vrijstelling). Source: WHW art. 7.12b(1)(d).
    Exemption<'a> needs {
        /// Id of the exemption.
        @key id: ExemptionId<'a>,
        /// What it frees from (waarvan).
        of: ExemptionOf,
    } may {
        /// The study year it holds for (studiejaar), 1 to 4; absent is every study year.
        study_year: Option<StudyYear>,
        /// The competences it frees from, for an exemption of competences.
        competences: Set<Competence>,
        /// The assignment it frees from, for an exemption of an assignment; resolves across documents.
        assignment: Option<AssignmentId<'a>>,
        /// Who granted it (verleend door).
        granted_by: Option<Authority>,
        /// The day it was granted (verleend op).
        granted_on: Option<NaiveDate>,
    }
}

record! {
    /// Age specialisation and profile subjects (specialisatie en profilering). Source: S102 to S105.
    Specialisation needs {
    } may {
        /// Young child or older child (leeftijdsspecialisatie).
        age_specialisation: Option<AgeSpecialisation>,
        /// Profile subjects (profielvakken).
        profile_subjects: Set<Subject>,
        /// The day of the choice (gekozen op).
        chosen_on: Option<NaiveDate>,
        /// The day from which it is in effect (gaat in op); absent: from the choice on, but not before it is asked (TK-P202).
        in_effect_from: Option<NaiveDate>,
    }
}

record! {
    /// A person in a role (persoon in een rol).
    PersonInRole<'a> needs {
        /// Id of the person; resolves across documents.
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
    /// One stay on a school (werkplekleren, een stage). Source: S080 to S083.
    Placement<'a> needs {
        /// Id of the placement.
        @key id: PlacementId<'a>,
    } may {
        /// The school year (schooljaar).
        school_year: Option<SchoolYear>,
        /// The study year (studiejaar), 1 to 4.
        study_year: Option<StudyYear>,
        /// The school (opleidingsschool); resolves across documents.
        school: Option<SchoolId<'a>>,
        /// Name of the school (naam van de school).
        school_name: Option<Cow<'a, str>>,
        /// First and last day (periode).
        period: Option<Period>,
        /// Kind (soort); absent is regular.
        kind: Option<PlacementKind>,
        /// Regular or special education (setting); absent is regular.
        setting: Option<Setting>,
        /// Days a week at the school (dagen op de basisschool), 0 to 7. Source: S028.
        days_at_school: Option<DaysPerWeek>,
        /// Days a week at the institute (dagen op de hogeschool), 0 to 7. Source: S028.
        days_at_institute: Option<DaysPerWeek>,
        /// Days of the week at the school (weekdagen).
        weekdays: Set<Weekday>,
        /// Groups worked with (groepen), 1 to 8.
        groups: Set<Group>,
        /// Where the accent lies (accent). Source: S081, S083.
        accent: Option<Accent>,
        /// Mentors, each with a period (mentoren). Source: S092.
        mentors: Vec<PersonInRole<'a>>,
        /// School and institute trainers, each with role and period (opleiders). Source: S125.
        trainers: Vec<PersonInRole<'a>>,
        /// How student and mentor were matched (koppeling). Source: S093, S094.
        matching: Option<Matching<'a>>,
        /// Talks about the student (gesprekken). Source: S095.
        talks: Vec<Talk<'a>>,
        /// Placement weeks (stageweken). Source: S059.
        weeks: Vec<PlacementWeek<'a>>,
        /// What a LIO placement adds (LIO). Source: WPO art. 3(4).
        lio: Option<Lio<'a>>,
    }
}

record! {
    /// The match of student and mentor (koppeling aan een mentor). Source: S093, S094.
    Matching<'a> needs {
    } may {
        /// Who matched (wie koppelde), normally the school trainer.
        by: Option<PersonInRole<'a>>,
        /// The day (op).
        on: Option<NaiveDate>,
        /// The student's wish or learning question at the match (leervraag bij de koppeling).
        learning_question: Option<Cow<'a, str>>,
    }
}

record! {
    /// A talk of mentor and trainers about the student (gesprek). Source: S095, S096.
    Talk<'a> needs {
        /// The day (datum).
        date: NaiveDate,
    } may {
        /// Who was present (aanwezig).
        present: Vec<PersonInRole<'a>>,
        /// What was talked about (besproken).
        notes: Option<Cow<'a, str>>,
    }
}

record! {
    /// A placement week (stageweek). Source: S059.
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
        /// Whether the institute stated that 180 EC will be reached in time (verklaring).
        statement: Option<bool>,
        /// The day on which 180 EC were reached (180 EC behaald op).
        credits_reached_on: Option<NaiveDate>,
        /// The responsible teacher (verantwoordelijke leraar).
        responsible_teacher: Option<PersonInRole<'a>>,
    }
}

record! {
    /// A learning goal or question (leerdoel, leervraag). Source: S045, S093.
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
        /// Themes of the cube it touches (thema's); resolve across documents.
        themes: Vec<ThemeId<'a>>,
        /// The day it was set (gesteld op).
        set_on: Option<NaiveDate>,
    }
}

record! {
    /// A design studio (ontwerpatelier). Source: S046 to S066.
    Studio<'a> needs {
        /// Id of the studio.
        @key id: StudioId<'a>,
    } may {
        /// The day (datum).
        date: Option<NaiveDate>,
        /// At the institute or at the school (locatie). Source: S047.
        location: Option<StudioLocation>,
        /// Kind (soort); absent is regular.
        kind: Option<StudioKind>,
        /// The placement week it closes (stageweek); resolves inside the portfolio.
        week: Option<PlacementWeekId<'a>>,
        /// Who led it, in which role (begeleid door). Source: S049, S055.
        led_by: Vec<PersonInRole<'a>>,
        /// Whether the student was there (aanwezig); absent is yes.
        attended: Option<bool>,
        /// What it worked from (inbreng). Source: S062.
        inputs: Set<StudioInput>,
        /// Competences practised (geoefende competenties). Source: S060.
        competences: Set<Competence>,
        /// Design competences practised (geoefende ontwerpcompetenties), 1 to 12. Source: S057.
        design_competences: Set<DesignCompetence>,
        /// Insights and conclusions (inzichten). Source: S063.
        insights: Option<Cow<'a, str>>,
        /// Next steps of the student (vervolgstappen). Source: S064.
        next_steps: Option<Cow<'a, str>>,
        /// Later studios that took it up (komt terug in); resolve inside the portfolio. Source: S195.
        taken_up_in: Vec<StudioId<'a>>,
    }
}

record! {
    /// A design of education by the student (ontwerp). Source: S043 to S046.
    Design<'a> needs {
        /// Id of the design.
        @key id: DesignId<'a>,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// Own learning goals worked into it (eigen leerdoelen); resolve inside the portfolio. Source: S045.
        goals: Vec<GoalId<'a>>,
        /// Own learning goal, written out in the design (eigen leerdoel). Source: S045.
        own_goal: Option<Cow<'a, str>>,
        /// The challenging learning task for children (leertaak voor kinderen). Source: S046.
        task_for_children: Option<Cow<'a, str>>,
        /// Subject (vakgebied).
        subject: Option<Subject>,
        /// Groups it is for (groepen), 1 to 8.
        groups: Set<Group>,
        /// Methods of the school that it uses (methodes van de school). Source: S044.
        school_methods: Vec<Cow<'a, str>>,
        /// Design competences practised (ontwerpcompetenties), 1 to 12. Source: S057.
        design_competences: Set<DesignCompetence>,
        /// Phases, each with its period (fasen). Source: S058.
        phases: Vec<DesignStep>,
        /// The placement it was made in; resolves inside the portfolio.
        placement: Option<PlacementId<'a>>,
        /// Studios it was worked on in; resolve inside the portfolio.
        studios: Vec<StudioId<'a>>,
        /// Draft or submitted (stand); absent is submitted.
        state: Option<State>,
        /// The day it was submitted (ingeleverd op).
        submitted_on: Option<NaiveDate>,
    }
}

record! {
    /// A phase of a design (ontwerpfase). Source: S058.
    DesignStep needs {
        /// Which phase (fase).
        phase: DesignPhase,
    } may {
        /// When (periode).
        period: Option<Period>,
    }
}

record! {
    /// A reflection (reflectie). Source: S051 to S053, S195.
    Reflection<'a> needs {
        /// Id of the reflection.
        @key id: ReflectionId<'a>,
    } may {
        /// What it looks back on (waarop).
        about: Option<Cow<'a, str>>,
        /// Evidence it looks back on; resolves inside the portfolio.
        evidence: Vec<EvidenceId<'a>>,
        /// The design it looks back on; resolves inside the portfolio.
        design: Option<DesignId<'a>>,
        /// The goals it takes up; resolve inside the portfolio.
        goals: Vec<GoalId<'a>>,
        /// The day (datum).
        date: Option<NaiveDate>,
        /// The studio it was processed in (atelier); resolves inside the portfolio. Source: S052.
        studio: Option<StudioId<'a>>,
        /// Korthagen's cycle, or head, heart and hands (vorm).
        form: Option<ReflectionForm>,
        /// What was written per phase of the cycle, for the form `cycle`.
        cycle: Option<ReflectionCycle<'a>>,
        /// What was written per level, for the form `levels`.
        levels: Option<ReflectionLevels<'a>>,
        /// Draft or submitted (stand); absent is submitted.
        state: Option<State>,
    }
}

record! {
    /// A reflection by Korthagen's model (reflectiecyclus). Source: S051; phases: ALACT.
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
    /// An experience processed at three levels (drie niveaus). Source: S053.
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
    /// A piece of evidence (bewijs). Source: S054, S098 to S100.
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
        /// The placement it comes from; resolves inside the portfolio.
        placement: Option<PlacementId<'a>>,
        /// Studios it rests on; resolve inside the portfolio.
        studios: Vec<StudioId<'a>>,
        /// The portfolio assignment it answers (portfolio-opdracht); resolves across documents. Source: S098.
        assignment: Option<AssignmentId<'a>>,
        /// Subject (vakgebied).
        subject: Option<Subject>,
        /// Competences it shows (competenties).
        competences: Set<Competence>,
        /// Goals it takes up; resolve inside the portfolio.
        goals: Vec<GoalId<'a>>,
        /// Whether it shows acting in practice (handelen in de praktijk). Source: S098.
        practice: Option<bool>,
        /// The three parts of professional action (beroepsmatig handelen). Source: S099, S100.
        action: Option<ProfessionalAction<'a>>,
        /// What the student did (activiteit).
        activity: Option<Activity>,
        /// With whom (samen met).
        together_with: Vec<PersonInRole<'a>>,
        /// Who vouches that it is the student's own (bevestigd door).
        vouched_by: Vec<PersonInRole<'a>>,
        /// Attachments by name, media type and SHA-256 only (bijlagen).
        attachments: Vec<Attachment<'a>>,
        /// Whether pupils can be seen (leerlingen in beeld).
        pupils: Option<Pupils>,
        /// Whether the parents' consent is recorded (toestemming van de ouders).
        parents_consent: Option<bool>,
        /// Draft or submitted (stand); absent is submitted.
        state: Option<State>,
    }
}

record! {
    /// The parts of professional action (beroepsmatig handelen). Source: S099, S100.
    ProfessionalAction<'a> needs {
    } may {
        /// Knowledge that underlies the action (onderliggende kennis).
        knowledge: Option<Cow<'a, str>>,
        /// Features of the specific context (kenmerken van de context).
        context: Option<Cow<'a, str>>,
        /// Personal features of the student (persoonlijke kenmerken).
        person: Option<Cow<'a, str>>,
    }
}

record! {
    /// An attachment (bijlage); its content stays outside the document.
    Attachment<'a> needs {
        /// File name (naam).
        name: Cow<'a, str>,
    } may {
        /// Media type (mediatype), as `image/png`.
        media_type: Option<Cow<'a, str>>,
        /// SHA-256 of the content, 64 hexadecimal digits.
        sha256: Option<Sha256>,
    }
}

record! {
    /// An assessment (beoordeling). Source: S125, S139.
    Assessment<'a> needs {
        /// Id of the assessment.
        @key id: AssessmentId<'a>,
        /// What is assessed (wat).
        of: AssessmentOf,
    } may {
        /// The study year it counts for (studiejaar), 1 to 4.
        study_year: Option<StudyYear>,
        /// The day (datum).
        date: Option<NaiveDate>,
        /// The result, on the scale of the curriculum (uitslag); resolves across documents.
        result: Option<ResultId<'a>>,
        /// Whether the result is final (definitief).
        is_final: Option<bool>,
        /// Competences assessed (competenties).
        competences: Set<Competence>,
        /// The assignment assessed; resolves across documents.
        assignment: Option<AssignmentId<'a>>,
        /// The school development theme assessed; resolves inside the portfolio.
        theme: Option<DevelopmentThemeId<'a>>,
        /// Evidence it rests on (bewijzen); resolves inside the portfolio.
        evidence: Vec<EvidenceId<'a>>,
        /// Days of the visits it rests on (bezoeken).
        visits: Vec<NaiveDate>,
        /// Days of the talks it rests on (gesprekken).
        talks: Vec<NaiveDate>,
        /// Who assessed (beoordelaars).
        assessors: Vec<Assessor<'a>>,
        /// Advice of the mentor (advies van de mentor). Source: S096.
        mentor_advice: Option<Advice<'a>>,
        /// The student's self-assessment, apart from the assessors (zelfbeoordeling).
        self_assessment: Option<Judgement<'a>>,
        /// How many times it was attempted (poging), 1 to 99.
        attempt: Option<Attempt>,
        /// The assessment that it replaces (vervangt); resolves inside the portfolio.
        replaces: Option<AssessmentId<'a>>,
    }
}

record! {
    /// Who assessed (beoordelaar).
    Assessor<'a> needs {
        /// Id of the person; resolves across documents.
        @who person: PersonId<'a>,
    } may {
        /// Name (naam); an id is enough.
        name: Option<Cow<'a, str>>,
        /// The role (rol).
        role: Option<Role>,
        /// Whether appointed examiner by the examination board (aangewezen examinator). Source: WHW art. 7.12c.
        examiner: Option<bool>,
        /// The own judgement before the assessors agreed, where it is kept (eigen oordeel).
        judgement: Option<Judgement<'a>>,
    }
}

record! {
    /// A judgement (oordeel).
    Judgement<'a> needs {
    } may {
        /// The day (datum).
        date: Option<NaiveDate>,
        /// The result, on the scale of the curriculum (uitslag); resolves across documents.
        result: Option<ResultId<'a>>,
        /// Its grounds (toelichting).
        text: Option<Cow<'a, str>>,
    }
}

record! {
    /// Advice of the mentor (advies van de mentor). Source: S095, S096.
    Advice<'a> needs {
    } may {
        /// Who gave it (door).
        by: Option<PersonInRole<'a>>,
        /// The day (datum).
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
        /// The persons who decided (door).
        by: Vec<PersonInRole<'a>>,
        /// The day (op).
        on: Option<NaiveDate>,
        /// Which way it went (uitkomst); absent is positive.
        outcome: Option<DecisionOutcome>,
        /// Assessments it rests on (beoordelingen); resolve inside the portfolio.
        assessments: Vec<AssessmentId<'a>>,
    }
}

record! {
    /// The research line (onderzoeksleerlijn). Source: S110 to S121.
    Research<'a> needs {
    } may {
        /// School development themes (schoolontwikkelingsthema's). Source: S112 to S114.
        school_development_themes: Vec<DevelopmentTheme<'a>>,
        /// The graduation research (afstudeeronderzoek). Source: S115 to S119.
        graduation: Option<GraduationResearch<'a>>,
    }
}

record! {
    /// Work on a school development theme (schoolontwikkelingsthema, SOT). Source: S112 to S114.
    DevelopmentTheme<'a> needs {
        /// Id of the school development theme.
        @key id: DevelopmentThemeId<'a>,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// The study year (studiejaar), 1 to 4.
        study_year: Option<StudyYear>,
        /// The school (opleidingsschool); resolves across documents.
        school: Option<SchoolId<'a>>,
        /// The day the work began (begonnen op).
        started_on: Option<NaiveDate>,
        /// The group of students, this student among them or not, each with a period (groepje). Source: S112.
        group: Vec<GroupMember<'a>>,
        /// Members of the school team who take part (schoolteam). Source: S113.
        school_team: Vec<PersonInRole<'a>>,
        /// The design question of the school (ontwerpvraag van de school). Source: S114.
        design_question: Option<Cow<'a, str>>,
        /// How the research is done (methode). Source: S111.
        method: Option<ResearchMethod>,
        /// Who guides it, in which role (begeleiders). Source: S139.
        guides: Vec<PersonInRole<'a>>,
        /// The topic of the school's research agenda it belongs to; resolves across documents. Source: S118.
        agenda_topic: Option<TopicId<'a>>,
        /// The day the results were shown at the yearly exhibition (tentoonstelling). Source: S120.
        exhibited_on: Option<NaiveDate>,
    }
}

record! {
    /// A student in a group (lid van het groepje).
    GroupMember<'a> needs {
        /// Id of the student; resolves across documents.
        student: StudentId<'a>,
    } may {
        /// The period in the group (periode); absent: throughout.
        period: Option<Period>,
    }
}

record! {
    /// The individual design research of the graduation phase (afstudeeronderzoek). Source: S115 to S119.
    GraduationResearch<'a> needs {
    } may {
        /// The theme (thema).
        theme: Option<Cow<'a, str>>,
        /// The day the theme was set (vastgesteld op). Source: S116.
        set_on: Option<NaiveDate>,
        /// With whom it was set (in samenspraak met). Source: S116.
        set_with: Vec<PersonInRole<'a>>,
        /// Where the student recognises the theme in the own group (herkend in de eigen groep). Source: S119.
        recognised_in_own_group: Option<Cow<'a, str>>,
        /// The day the work began (begonnen op).
        started_on: Option<NaiveDate>,
        /// How the research is done (methode). Source: S111.
        method: Option<ResearchMethod>,
        /// Students it is carried out with (samen met); empty: individual. Source: S115.
        with_others: Vec<GroupMember<'a>>,
        /// Who guides it, in which role (begeleiders). Source: S139.
        guides: Vec<PersonInRole<'a>>,
        /// The topic of the school's research agenda it belongs to; resolves across documents. Source: S118.
        agenda_topic: Option<TopicId<'a>>,
    }
}
