//! The programme of an institute (opleidingsprogramma): `twentse-kubus/curriculum@1`.
//!
//! Little is required: the format, ids, the first cohort, and what sets a study year, a design competence, a component, a
//! pass rule or a partner apart. Ids of assignments and scales must refer to an item in the curriculum (TK-R012); all other
//! ids refer to other documents. A rule looks up the least result of a component on its scale (TK-C404).

use std::borrow::Cow;

use super::words::{AssignmentFeed, CountingAttempt, Partner, PassRuleKind, Route, ScaleKind};
use crate::documents::{AssessmentOf, ResearchMethod, format_name};
use crate::frameworks::{
    ActionPart, AgeSpecialisation, Audience, Competence, CompetenceEdition, DesignPhase, Role, StudyMode, Subject,
};
use crate::grammar::record;
use crate::values::{
    AssignmentId, Attempt, ComponentId, Count, Credits, CurriculumId, DaysPerWeek, DesignCompetence, ElementId,
    InstituteId, PartnershipId, Points, ProfessionThemeId, Quarter, ResultId, ScaleId, SchoolYear, Set, StudyYear,
    SubjectLineId, ThemeId, Weight,
};

format_name! {
    /// The format that a curriculum names: `twentse-kubus/curriculum@1`.
    CurriculumFormat = "twentse-kubus/curriculum@1"
}

record! {
    /// The programme of an institute, from a cohort on (opleidingsprogramma). Source: Praktijk In-Zicht, ch. 1, "Missie
    /// en visie".
    Curriculum<'a> needs {
        /// The name and version of this format.
        @fixed format: CurriculumFormat,
        /// Id of the curriculum; also the id of the document.
        @key id: CurriculumId<'a>,
        /// The first cohort that follows it (eerste cohort), by the school year in which it begins. The curriculum is judged
        /// by what held on the first day of that school year.
        first_cohort: SchoolYear,
    } may {
        /// The last cohort that follows it (laatste cohort); absent: those until a later curriculum begins.
        last_cohort: Option<SchoolYear>,
        /// Name (naam); an id is enough.
        name: Option<Cow<'a, str>>,
        /// `true` when the whole document is made up, for tests and demonstrations.
        synthetic: Option<bool>,
        /// The institute that offers it (opleidingsinstituut). Refers to another document.
        institute: Option<InstituteId<'a>>,
        /// The partnership that it is for (partnerschap); absent: every one. Refers to another document.
        partnership: Option<PartnershipId<'a>>,
        /// The modes of study that it is for (opleidingsvormen); absent: all.
        modes: Set<StudyMode>,
        /// Kind of programme (route); absent: the four-year bachelor's programme. Source: Regeling tegemoetkoming kosten
        /// opleidingsscholen (BWBR0025839) art. 2(2).
        route: Option<Route>,
        /// The edition of the competences (uitgave van de competenties); absent: the one in force on 1 August of the first
        /// cohort. Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        edition: Option<CompetenceEdition>,
        /// The rationale (basisvisie): why students learn this. Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        rationale: Option<Cow<'a, str>>,
        /// The study years (studiejaren).
        years: Vec<CurriculumYear>,
        /// The elements of the curriculum (onderdelen). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        elements: Vec<CurriculumElement<'a>>,
        /// Profession themes (beroepsthema's). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        themes: Vec<ProfessionTheme<'a>>,
        /// Subject lines (vakkenlijnen). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        subject_lines: Vec<SubjectLine<'a>>,
        /// Portfolio assignments (portfolio-opdrachten). Source: Praktijk In-Zicht, ch. 2, "Opdrachten".
        assignments: Vec<Assignment<'a>>,
        /// The specialisations on offer (specialisaties). Source: Praktijk In-Zicht, ch. 2, "Specialisatie".
        specialisations: Option<SpecialisationOffer>,
        /// The catalogue of design competences (ontwerpcompetenties). Source: Praktijk In-Zicht, ch. 2,
        /// "Ontwerpateliers".
        design_competences: Vec<DesignCompetenceEntry<'a>>,
        /// The assessment framework (toetskader). Source: Praktijk In-Zicht, ch. 2, "Opdrachten".
        assessment: Option<AssessmentFramework<'a>>,
        /// The research line (onderzoeksleerlijn). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        research: Option<ResearchLine>,
    }
}

record! {
    /// A study year of the curriculum (studiejaar).
    CurriculumYear needs {
        /// The study year (studiejaar), 1 to 4; once in the curriculum.
        @key study_year: StudyYear,
    } may {
        /// Days a week at the institute (dagen op de hogeschool), 0 to 7. Source: Praktijk In-Zicht, ch. 1, "Missie en
        /// visie".
        days_at_institute: Option<DaysPerWeek>,
        /// Days a week at the primary school (dagen op de basisschool), 0 to 7. Source: Praktijk In-Zicht, ch. 1, "Missie
        /// en visie".
        days_at_school: Option<DaysPerWeek>,
        /// The study load (studielast), 0 to 240 EC. Source: WHW art. 7.4, 7.4b.
        study_load: Option<Credits>,
        /// How much of the study load is in practice (studielast in de praktijk), 0 to 240 EC. Source: BWBR0025839 art.
        /// 2(2)(a).
        practice_load: Option<Credits>,
        /// Design studios at the institute (ontwerpateliers op de hogeschool), 0 to 9999. Source: Praktijk In-Zicht, ch.
        /// 2, "Ontwerpateliers".
        studios_at_institute: Option<Count>,
        /// Design studios at the primary school (ontwerpateliers op de basisschool), 0 to 9999. Source: Praktijk In-Zicht,
        /// ch. 2, "Ontwerpateliers".
        studios_at_school: Option<Count>,
        /// Whether there is reading aloud (voorlezen). Source: Praktijk In-Zicht, ch. 2, "Voorlezen en vertellen".
        reading_aloud: Option<bool>,
        /// Whether there is storytelling (vertellen). Source: Praktijk In-Zicht, ch. 2, "Voorlezen en vertellen".
        storytelling: Option<bool>,
        /// The subjects that reading aloud and storytelling belong to (vakgebieden). Source: Praktijk In-Zicht, ch. 2,
        /// "Voorlezen en vertellen".
        reading_aloud_subjects: Set<Subject>,
    }
}

record! {
    /// An element of the curriculum (onderdeel), with the components of the curricular spider web. Source: Praktijk
    /// In-Zicht, ch. 1, "Missie en visie"; SLO, "Curriculaire spinnenweb".
    CurriculumElement<'a> needs {
        /// Id of the element.
        @key id: ElementId<'a>,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// The study years that it is in (studiejaren), 1 to 4.
        study_years: Set<StudyYear>,
        /// Why students learn (waarom). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        rationale: Option<Cow<'a, str>>,
        /// What they learn (wat). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        content: Option<Cow<'a, str>>,
        /// With whom they learn (met wie). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        grouping: Option<Cow<'a, str>>,
        /// Where they learn (waar). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        location: Option<Cow<'a, str>>,
        /// When they learn (wanneer). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        time: Option<Cow<'a, str>>,
        /// The aims (leerdoelen). Source: SLO, "Curriculaire spinnenweb".
        aims: Option<Cow<'a, str>>,
        /// The learning activities (leeractiviteiten). Source: SLO, "Curriculaire spinnenweb".
        activities: Option<Cow<'a, str>>,
        /// The role of the teacher (docentenrol). Source: SLO, "Curriculaire spinnenweb".
        teacher_role: Option<Cow<'a, str>>,
        /// Materials and resources (bronnen en materialen). Source: SLO, "Curriculaire spinnenweb".
        materials: Option<Cow<'a, str>>,
        /// How learning is assessed (toetsing). Source: SLO, "Curriculaire spinnenweb".
        assessment: Option<Cow<'a, str>>,
    }
}

record! {
    /// A profession theme (beroepsthema). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
    ProfessionTheme<'a> needs {
        /// Id of the profession theme.
        @key id: ProfessionThemeId<'a>,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// The study years that it is in (studiejaren), 1 to 4.
        study_years: Set<StudyYear>,
        /// Competences that the theme serves (competenties). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        competences: Set<Competence>,
        /// Its themes on the cube (thema's van de kubus). Refer to another document. Source: Praktijk In-Zicht,
        /// "Inleiding".
        cube_themes: Vec<ThemeId<'a>>,
    }
}

record! {
    /// A subject line (vakkenlijn). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
    SubjectLine<'a> needs {
        /// Id of the subject line.
        @key id: SubjectLineId<'a>,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// The study years that it is in (studiejaren), 1 to 4.
        study_years: Set<StudyYear>,
        /// Subjects (vakken, kennisbases). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        subjects: Set<Subject>,
        /// Competences that the line serves (competenties). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        competences: Set<Competence>,
    }
}

record! {
    /// A portfolio assignment (portfolio-opdracht). Source: Praktijk In-Zicht, ch. 2, "Opdrachten".
    Assignment<'a> needs {
        /// Id of the assignment; other documents may refer to it.
        @key id: AssignmentId<'a>,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// The study year (studiejaar), 1 to 4.
        study_year: Option<StudyYear>,
        /// Whether every student does it (verplicht); absent: no.
        required: Option<bool>,
        /// What it is fed by (gevoed door). Source: Praktijk In-Zicht, ch. 2, "Opdrachten".
        feed: Option<AssignmentFeed>,
        /// Subjects (vakgebieden). Source: Praktijk In-Zicht, ch. 2, "Opdrachten".
        subjects: Set<Subject>,
        /// Whether it is about action in practice (handelen in de praktijk). Source: Praktijk In-Zicht, ch. 2,
        /// "Opdrachten".
        practice: Option<bool>,
        /// The parts of professional practice that it requires (onderdelen van professioneel handelen). Source: Praktijk
        /// In-Zicht, ch. 2, "Opdrachten".
        parts: Set<ActionPart>,
        /// Competences that it is about (competenties).
        competences: Set<Competence>,
    }
}

record! {
    /// The specialisations on offer (specialisaties). Source: Praktijk In-Zicht, ch. 2, "Specialisatie".
    SpecialisationOffer needs {
    } may {
        /// Age specialisations (leeftijdsspecialisaties). Source: Praktijk In-Zicht, ch. 2, "Specialisatie".
        age_specialisations: Set<AgeSpecialisation>,
        /// Profile subjects to choose from (profielvakken). Source: Praktijk In-Zicht, ch. 2, "Specialisatie".
        profile_subjects: Set<Subject>,
        /// How many profile subjects a student chooses (aantal profielvakken), 0 to 9999. Source: Praktijk In-Zicht, ch.
        /// 2, "Specialisatie".
        profile_count: Option<Count>,
        /// The study year from which a student specialises (vanaf studiejaar), 1 to 4. Source: Praktijk In-Zicht, ch. 2,
        /// "Specialisatie".
        from_study_year: Option<StudyYear>,
    }
}

record! {
    /// A design competence in the catalogue (ontwerpcompetentie). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers".
    DesignCompetenceEntry<'a> needs {
        /// Its slot (nummer), 1 to 12; once in the catalogue.
        @key slot: DesignCompetence,
    } may {
        /// Name (naam); no source gives it.
        name: Option<Cow<'a, str>>,
        /// The phase of designing that it belongs to (ontwerpfase). Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers".
        phase: Option<DesignPhase>,
    }
}

record! {
    /// The assessment framework (toetskader). Source: Praktijk In-Zicht, ch. 2, "Opdrachten".
    AssessmentFramework<'a> needs {
    } may {
        /// Scales of results (schalen).
        scales: Vec<Scale<'a>>,
        /// What is assessed (toetsonderdelen).
        components: Vec<Component<'a>>,
        /// When a study year is passed (slaagregels).
        pass_rules: Vec<PassRule>,
        /// Which of several attempts counts (telt); absent: the last.
        counts: Option<CountingAttempt>,
        /// What each partner does in assessing (taken per partner). Source: NVAO, framework for training schools (2009),
        /// facet 1.5.
        partners: Vec<PartnerTask<'a>>,
    }
}

record! {
    /// A scale of results (schaal): words in order, or numbers.
    Scale<'a> needs {
        /// Id of the scale.
        @key id: ScaleId<'a>,
        /// Kind (soort).
        kind: ScaleKind,
    } may {
        /// The values of an ordinal scale (waarden), the lowest first.
        values: Vec<ScaleValue<'a>>,
        /// The least result of a numeric scale (laagste), 0 to 1000.
        least: Option<Points>,
        /// The greatest result of a numeric scale (hoogste), 0 to 1000.
        most: Option<Points>,
        /// The step between results of a numeric scale (stap), 0 to 1000; absent or 0: every number of at most two
        /// decimals.
        step: Option<Points>,
    }
}

record! {
    /// A value of an ordinal scale (waarde).
    ScaleValue<'a> needs {
        /// Id of the result (uitslag); other documents may refer to it.
        @key id: ResultId<'a>,
    } may {
        /// What it is called (benaming).
        label: Option<Cow<'a, str>>,
        /// Its points (punten), 0 to 1000.
        points: Option<Points>,
        /// Whether it counts as a judgement (telt als oordeel); absent: yes. `false` for "not assessable" or "absent".
        counts: Option<bool>,
    }
}

record! {
    /// A part of the assessment framework (toetsonderdeel): what is assessed in a study year.
    Component<'a> needs {
        /// Id of the part; other documents may refer to it.
        @key id: ComponentId<'a>,
        /// The study year (studiejaar), 1 to 4.
        study_year: StudyYear,
        /// What is assessed (wat is beoordeeld).
        of: AssessmentOf,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// The scale of its results (schaal); refers to an item in this curriculum. Absent: the first scale.
        scale: Option<ScaleId<'a>>,
        /// The least result that is a pass (minimale uitslag); absent: evidence alone decides.
        least_result: Option<ResultId<'a>>,
        /// Whether it must be passed (verplicht); absent: yes.
        required: Option<bool>,
        /// How heavily it weighs in an average (weging), 0 to 1000; absent: 1.
        weight: Option<Weight>,
        /// Competences that it is about (competenties).
        competences: Set<Competence>,
        /// The assignment that it is about (portfolio-opdracht); refers to an item in this curriculum.
        assignment: Option<AssignmentId<'a>>,
        /// The fewest pieces of evidence (minimaal aantal bewijzen), 0 to 9999.
        least_evidence: Option<Count>,
        /// The roles that assess it (beoordelaars). Source: Praktijk In-Zicht, ch. 3, "Professionele kwaliteit" and "Rol
        /// van de schoolopleider".
        assessors: Set<Role>,
        /// The quarter in which it is assessed (periode), 1 to 4.
        quarter: Option<Quarter>,
        /// The most attempts in a study year (kansen), 1 to 99.
        most_attempts: Option<Attempt>,
    }
}

record! {
    /// When a study year is passed (slaagregel).
    PassRule needs {
        /// The study year (studiejaar), 1 to 4; once in the framework.
        @key study_year: StudyYear,
        /// Kind (soort).
        kind: PassRuleKind,
    } may {
        /// The weighted average that is a pass (drempel), 0 to 1000 points.
        threshold: Option<Points>,
        /// To a multiple of which the average is rounded (afronden op), 0 to 1000 points; absent or 0: it is never rounded.
        round_to: Option<Points>,
        /// How many parts may be below their least result (aantal te compenseren), 0 to 9999; absent: 0.
        most_below: Option<Count>,
        /// The lowest points that can be compensated (laagste te compenseren), 0 to 1000; absent: any.
        floor: Option<Points>,
    }
}

record! {
    /// What a partner does in assessing (taak van een partner). Source: NVAO, framework for training schools (2009), facet
    /// 1.5.
    PartnerTask<'a> needs {
        /// The partner (partner); once in the framework.
        @key partner: Partner,
    } may {
        /// The roles in which it assesses (rollen).
        roles: Set<Role>,
        /// What it does (taken).
        tasks: Option<Cow<'a, str>>,
        /// What it is responsible for (verantwoordelijkheid).
        responsibility: Option<Cow<'a, str>>,
    }
}

record! {
    /// The research line (onderzoeksleerlijn). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
    ResearchLine needs {
    } may {
        /// How research is done (methode). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        method: Option<ResearchMethod>,
        /// The study year of the school development theme (studiejaar van het SOT), 1 to 4. Source: Praktijk In-Zicht, ch.
        /// 2, "Schoolontwikkeling".
        theme_study_year: Option<StudyYear>,
        /// Whether students work on it in groups (in groepjes). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        theme_in_groups: Option<bool>,
        /// Whether each student does the graduation research alone (individueel). Source: Praktijk In-Zicht, ch. 2,
        /// "Schoolontwikkeling".
        graduation_individual: Option<bool>,
        /// The study year of the graduation research (studiejaar van het afstudeeronderzoek), 1 to 4.
        graduation_study_year: Option<StudyYear>,
        /// Exhibitions a year (tentoonstellingen per jaar), 0 to 9999. Source: Praktijk In-Zicht, ch. 2,
        /// "Schoolontwikkeling".
        exhibitions_per_year: Option<Count>,
        /// For whom the exhibition is (publiek). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        audience: Set<Audience>,
    }
}
