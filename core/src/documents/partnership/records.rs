//! The network that trains teachers together, in one school year (partnerschap): `twentse-kubus/partnership@1`.
//!
//! Little is required: the format, an id, the school year, and what sets each item apart or makes it one. Ids of schools and
//! boards must refer to an item in the partnership (TK-R012). Ids of persons and students refer to anybody: people come and go.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::words::{
    AcademyState, AgreementContent, Composition, CompositionCriterion, DesignTask, Facilitator, Involvement,
    MeetingKind, MemberStage, PartnershipStatus, StudioBasis, TopicGround, TrainerDayPart, TrainerDayTheme,
    TrainingBasis, TrainingKind,
};
use crate::documents::{AgendaPoint, KnowledgeFlow, PersonInRole, Setting, format_name};
use crate::frameworks::{Audience, CooperationLayer, Role};
use crate::grammar::record;
use crate::values::{
    AgreementId, BoardId, CommunityId, Count, DaysPerWeek, Group, InstituteId, PartnershipId, Period, PersonId,
    RegisterCode, SchoolId, SchoolYear, Set, StudentId, StudyYear, ThemeId, TopicId,
};

format_name! {
    /// The format that a partnership names: `twentse-kubus/partnership@1`.
    PartnershipFormat = "twentse-kubus/partnership@1"
}

record! {
    /// The network that trains teachers together, in one school year (partnerschap). Source: Praktijk In-Zicht,
    /// "Inleiding".
    Partnership<'a> needs {
        /// The name and version of this format.
        @fixed format: PartnershipFormat,
        /// Id of the partnership; with the school year also the id of the document.
        @key id: PartnershipId<'a>,
        /// The school year that the document is about (schooljaar).
        school_year: SchoolYear,
    } may {
        /// Name (naam); an id is enough.
        name: Option<Cow<'a, str>>,
        /// `true` when the whole document is made up, for tests and demonstrations.
        synthetic: Option<bool>,
        /// Whether it is recognised (status); absent: it is. Source: BWBR0025839.
        status: Option<PartnershipStatus>,
        /// Institutes for teacher training (opleidingsinstituten). Source: Praktijk In-Zicht, "Inleiding".
        institutes: Vec<Institute<'a>>,
        /// School boards (schoolbesturen). Source: Praktijk In-Zicht, "Inleiding".
        boards: Vec<Board<'a>>,
        /// Training schools (opleidingsscholen). Source: Praktijk In-Zicht, "Inleiding".
        schools: Vec<School<'a>>,
        /// Persons in the network (personen in het netwerk).
        persons: Vec<Person<'a>>,
        /// Students who are placed at a school (geplaatste studenten). Source: Praktijk In-Zicht, "Inleiding".
        students: Vec<PlacedStudent<'a>>,
        /// Beginning teachers (beginnende leraren). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        beginning_teachers: Vec<BeginningTeacher<'a>>,
        /// Cooperation agreements (samenwerkingsovereenkomsten). Source: Praktijk In-Zicht, ch. 3, "Rol van de
        /// schoolopleider".
        agreements: Vec<Agreement<'a>>,
        /// Trainer days, called WOS days (opleidersdagen). Source: Praktijk In-Zicht, ch. 2, "Opleidersdagen".
        trainer_days: Vec<TrainerDay<'a>>,
        /// Meetings (overleggen en bijeenkomsten), held or planned.
        meetings: Vec<Meeting<'a>>,
        /// Exhibitions (tentoonstellingen). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        exhibitions: Vec<Exhibition>,
        /// The layers of the quality system (kwaliteitssysteem). Source: Praktijk In-Zicht, "Inleiding".
        quality_layers: Vec<QualityLayer<'a>>,
        /// Professional learning communities (professionele leergemeenschappen, PLG's). Source: Praktijk In-Zicht, ch. 4,
        /// "Ambities".
        learning_communities: Vec<LearningCommunity<'a>>,
    }
}

record! {
    /// An institute for teacher training (opleidingsinstituut). Source: Praktijk In-Zicht, "Inleiding".
    Institute<'a> needs {
        /// Id of the institute; other documents may refer to it.
        @key id: InstituteId<'a>,
    } may {
        /// Name (naam).
        name: Option<Cow<'a, str>>,
        /// Its code in the register of institutions (BRIN).
        brin: Option<RegisterCode<'a>>,
        /// Whether it is the lead partner (penvoerder). Source: BWBR0025839 art. 3.
        lead_partner: Option<bool>,
    }
}

record! {
    /// A school board (schoolbestuur). Source: Praktijk In-Zicht, "Inleiding".
    Board<'a> needs {
        /// Id of the board.
        @key id: BoardId<'a>,
    } may {
        /// Name (naam).
        name: Option<Cow<'a, str>>,
        /// Its number as competent authority (bevoegdgezagnummer).
        authority_number: Option<RegisterCode<'a>>,
        /// The day on which it joined (lid sinds). Source: Praktijk In-Zicht, "Inleiding".
        joined_on: Option<NaiveDate>,
        /// Whether it is the lead partner (penvoerder). Source: BWBR0025839 art. 3.
        lead_partner: Option<bool>,
        /// How far its academy is (bestuursacademie). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        academy: Option<AcademyState>,
    }
}

record! {
    /// A training school (opleidingsschool). Source: Praktijk In-Zicht, "Inleiding".
    School<'a> needs {
        /// Id of the school; other documents may refer to it. Its code in the register with the number of its location makes
        /// a good one.
        @key id: SchoolId<'a>,
    } may {
        /// Name (naam).
        name: Option<Cow<'a, str>>,
        /// Its code in the register of institutions (BRIN).
        brin: Option<RegisterCode<'a>>,
        /// Its board (bestuur); refers to an item in this partnership.
        board: Option<BoardId<'a>>,
        /// The first day on which it is in the network (lid sinds).
        joined_on: Option<NaiveDate>,
        /// The last day on which it is in the network (lid tot en met).
        left_on: Option<NaiveDate>,
        /// Kind of school (setting).
        setting: Option<Setting>,
        /// Its groups (groepen), 1 to 8; absent: all.
        groups: Set<Group>,
        /// How many students it can train (opleidingsplaatsen), 0 to 9999.
        places: Option<Count>,
        /// Whether it is an academic training school (academische opleidingsschool). Source: Praktijk In-Zicht, ch. 1,
        /// "Missie en visie".
        academic: Option<bool>,
        /// Research at the school (onderzoek). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
        research: Vec<SchoolResearch<'a>>,
        /// The research agenda (onderzoeksagenda). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        agenda: Vec<Topic<'a>>,
    }
}

record! {
    /// Research at a school (onderzoek op een school). Source: Praktijk In-Zicht, ch. 1, "Missie en visie".
    SchoolResearch<'a> needs {
        /// Title (titel).
        title: Cow<'a, str>,
    } may {
        /// The day on which it started (begonnen op).
        started_on: Option<NaiveDate>,
    }
}

record! {
    /// A topic of a research agenda (onderwerp van de onderzoeksagenda). Source: Praktijk In-Zicht, ch. 2,
    /// "Schoolontwikkeling".
    Topic<'a> needs {
        /// Id of the topic; other documents may refer to it.
        @key id: TopicId<'a>,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// Where it comes from (waaruit). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        rests_on: Set<TopicGround>,
    }
}

record! {
    /// A person in the network (persoon).
    Person<'a> needs {
        /// Id of the person; other documents may refer to it.
        @person id: PersonId<'a>,
    } may {
        /// Name (naam); an id is enough.
        name: Option<Cow<'a, str>>,
        /// The roles that the person holds (rollen).
        roles: Vec<RoleHeld<'a>>,
        /// Training, followed or planned (scholing). Source: Praktijk In-Zicht, ch. 3, "Scholing lerarenopleiders" and
        /// "Scholing mentoren".
        trainings: Vec<Training>,
        /// The period of registration as teacher educator (inschrijving in het BRLO). Source: Praktijk In-Zicht, ch. 3,
        /// "Scholing lerarenopleiders".
        register: Option<Period>,
    }
}

record! {
    /// A role that a person holds (rol).
    RoleHeld<'a> needs {
        /// The role (rol).
        role: Role,
    } may {
        /// The schools at which it is held (scholen); refer to items in this partnership.
        schools: Vec<SchoolId<'a>>,
        /// Days a week for it (dagen per week), 0 to 7, over all these schools together. Source: Praktijk In-Zicht, ch. 3,
        /// "Rol van de schoolopleider".
        days_per_week: Option<DaysPerWeek>,
        /// The period in the role (periode); absent: the whole school year.
        period: Option<Period>,
        /// The day since which the person has been in the role (in de rol sinds); it may be before the school year.
        since: Option<NaiveDate>,
        /// The person's own group (eigen groep), 1 to 8. Source: Praktijk In-Zicht, ch. 3, "Professionele kwaliteit".
        groups: Set<Group>,
        /// What an expert designs (ontwerpopdracht). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        design_tasks: Set<DesignTask>,
    }
}

record! {
    /// Training of a person (scholing). Source: Praktijk In-Zicht, ch. 3, "Scholing lerarenopleiders" and "Scholing
    /// mentoren".
    Training needs {
        /// Kind (soort).
        kind: TrainingKind,
    } may {
        /// What it is based on (gebaseerd op). Source: Praktijk In-Zicht, ch. 3, "Scholing lerarenopleiders".
        basis: Option<TrainingBasis>,
        /// The day on which it was followed (gevolgd op).
        followed_on: Option<NaiveDate>,
        /// The day for which it is planned (gepland op).
        planned_on: Option<NaiveDate>,
    }
}

record! {
    /// A student who is placed at a school (geplaatste student).
    PlacedStudent<'a> needs {
        /// Id of the student; refers to another document.
        student: StudentId<'a>,
        /// The study year (studiejaar), 1 to 4.
        study_year: StudyYear,
    } may {
        /// The training school (opleidingsschool); refers to an item in this partnership.
        school: Option<SchoolId<'a>>,
        /// The period of the placement (periode); absent: the whole school year.
        period: Option<Period>,
    }
}

record! {
    /// A beginning teacher (beginnende leraar). Source: Praktijk In-Zicht, ch. 4, "Ambities".
    BeginningTeacher<'a> needs {
        /// Id of the person; refers to anybody.
        person: PersonId<'a>,
    } may {
        /// The board (bestuur); refers to an item in this partnership.
        board: Option<BoardId<'a>>,
        /// The school (school); refers to an item in this partnership.
        school: Option<SchoolId<'a>>,
        /// The day since which the teacher has been employed (in dienst sinds).
        since: Option<NaiveDate>,
        /// The day of the diploma (diploma behaald op).
        diploma_on: Option<NaiveDate>,
        /// Id of the coach (begeleider); refers to anybody.
        coach: Option<PersonId<'a>>,
        /// In what the teacher is involved (betrokken bij). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        involved_in: Set<Involvement>,
    }
}

record! {
    /// A cooperation agreement (samenwerkingsovereenkomst). Source: Praktijk In-Zicht, ch. 3, "Rol van de schoolopleider".
    Agreement<'a> needs {
        /// Id of the agreement.
        @key id: AgreementId<'a>,
    } may {
        /// The period for which it is in force (looptijd); absent: the whole school year.
        period: Option<Period>,
        /// The boards that are party to it (partijen); refer to items in this partnership. Absent: all.
        boards: Vec<BoardId<'a>>,
        /// What it lays down (inhoud). Source: BWBR0025839 art. 7a; NVAO, framework for training schools (2009), annex 3.
        contents: Set<AgreementContent>,
        /// Days a week of a school trainer that it lays down (vastgelegde tijd), 0 to 7. Source: Praktijk In-Zicht, ch. 3,
        /// "Rol van de schoolopleider".
        trainer_days_per_week: Option<DaysPerWeek>,
        /// For how many students that time is (voor hoeveel studenten), 0 to 9999. Source: Praktijk In-Zicht, ch. 3, "Rol
        /// van de schoolopleider".
        trainer_students: Option<Count>,
    }
}

record! {
    /// A trainer day, called WOS day (opleidersdag). Source: Praktijk In-Zicht, ch. 2, "Opleidersdagen".
    TrainerDay<'a> needs {
        /// The day (datum).
        date: NaiveDate,
    } may {
        /// Who was present (aanwezigen). Source: Praktijk In-Zicht, ch. 2, "Opleidersdagen".
        present: Vec<PersonInRole<'a>>,
        /// Its themes (thema's). Source: Praktijk In-Zicht, ch. 2, "Opleidersdagen".
        themes: Set<TrainerDayTheme>,
        /// Its parts (onderdelen). Source: Praktijk In-Zicht, ch. 2, "Opleidersdagen".
        parts: Set<TrainerDayPart>,
        /// What its design studio for teacher educators is based on (waarop het ontwerpatelier is gebaseerd). Source: Praktijk
        /// In-Zicht, ch. 2, "Opleidersdagen".
        studio_basis: Set<StudioBasis>,
    }
}

record! {
    /// A meeting (overleg of bijeenkomst), held or planned.
    Meeting<'a> needs {
        /// Kind (soort).
        kind: MeetingKind,
        /// The day (datum).
        date: NaiveDate,
    } may {
        /// The schools that it is of (scholen); refer to items in this partnership.
        schools: Vec<SchoolId<'a>>,
        /// Ids of who organised it (georganiseerd door); refer to anybody. Source: Praktijk In-Zicht, ch. 2, "Voorlezen en
        /// vertellen"; ch. 3, "Rol van de schoolopleider".
        organised_by: Vec<PersonId<'a>>,
        /// Who was present (aanwezigen). Source: Praktijk In-Zicht, ch. 3, "Rol van de schoolleiding".
        present: Vec<PersonInRole<'a>>,
        /// What was discussed (agendapunten). Source: Praktijk In-Zicht, ch. 3, "Rol van de schoolleiding".
        agenda: Set<AgendaPoint>,
        /// The study years that took part (studiejaren), 1 to 4. Source: Praktijk In-Zicht, ch. 2, "Voorlezen en vertellen".
        study_years: Set<StudyYear>,
    }
}

record! {
    /// The exhibition of the results of research (tentoonstelling). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
    Exhibition needs {
        /// The day (datum).
        date: NaiveDate,
    } may {
        /// For whom it is (publiek). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
        audience: Set<Audience>,
    }
}

record! {
    /// A layer of the quality system (laag van het kwaliteitssysteem). Source: Praktijk In-Zicht, "Inleiding".
    QualityLayer<'a> needs {
        /// The layer of cooperation (laag); once in the partnership.
        @key layer: CooperationLayer,
    } may {
        /// Findings (bevindingen).
        findings: Vec<QualityNote<'a>>,
        /// Actions to improve (acties).
        actions: Vec<QualityNote<'a>>,
    }
}

record! {
    /// A note of the quality system (aantekening), about the cooperation and never about a person.
    QualityNote<'a> needs {
        /// The day (datum).
        on: NaiveDate,
    } may {
        /// What was found or done (tekst).
        text: Option<Cow<'a, str>>,
    }
}

record! {
    /// A professional learning community (professionele leergemeenschap, PLG). Source: Praktijk In-Zicht, ch. 4,
    /// "Ambities".
    LearningCommunity<'a> needs {
        /// Id of the learning community.
        @key id: CommunityId<'a>,
    } may {
        /// Name (naam).
        name: Option<Cow<'a, str>>,
        /// Its period (periode); absent: the whole school year.
        period: Option<Period>,
        /// How it is composed (samenstelling). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        composition: Option<Composition>,
        /// In what its members are alike or different (criterium).
        criterion: Option<CompositionCriterion>,
        /// Its members (leden). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        members: Vec<CommunityMember<'a>>,
        /// Who guides it (begeleiders). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        guides: Vec<PersonInRole<'a>>,
        /// Who makes it possible (gefaciliteerd door). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        facilitator: Option<Facilitator>,
        /// Its themes on the cube (thema's van de kubus). Refer to another document. Source: Praktijk In-Zicht, ch. 4,
        /// "Ambities".
        themes: Vec<ThemeId<'a>>,
        /// Knowledge sharing, knowledge development, or both (kennisdeling, kennisontwikkeling). Source: Praktijk In-Zicht,
        /// "Inleiding".
        flow: Set<KnowledgeFlow>,
    }
}

record! {
    /// A member of a learning community (lid van een PLG). Source: Praktijk In-Zicht, ch. 4, "Ambities".
    CommunityMember<'a> needs {
        /// Id of the person, or of the student; refers to anybody.
        person: PersonId<'a>,
    } may {
        /// Career stage (loopbaanfase). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        stage: Option<MemberStage>,
        /// The school (school); refers to an item in this partnership.
        school: Option<SchoolId<'a>>,
        /// The board (bestuur); refers to an item in this partnership.
        board: Option<BoardId<'a>>,
        /// The theme on the cube (thema van de kubus); refers to another document.
        theme: Option<ThemeId<'a>>,
    }
}
