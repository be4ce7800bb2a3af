//! The closed lists of the partnership that only the format defines. Lists that a source names are in
//! [`frameworks`](crate::frameworks).

use crate::grammar::closed;

closed! {
    /// Whether a partnership is recognised (status). Source: Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839).
    PartnershipStatus {
        /// Not recognised yet. Source: BWBR0025839 art. 7a.
        Aspirant = "aspirant", "aspirant", "aspirant";
        Recognised = "recognised", "erkend", "recognised";
    }
}

closed! {
    /// How far the academy of a board is (bestuursacademie). Source: Praktijk In-Zicht, ch. 4, "Ambities".
    AcademyState {
        None = "none", "geen", "none";
        InDevelopment = "in-development", "in ontwikkeling", "in development";
        Running = "running", "actief", "running";
    }
}

closed! {
    /// Whom a training is for (soort scholing). Source: Praktijk In-Zicht, ch. 3, "Scholing lerarenopleiders" and "Scholing
    /// mentoren".
    TrainingKind {
        Educator = "educator", "scholing voor lerarenopleiders", "training for teacher educators";
        Mentor = "mentor", "scholing voor mentoren", "training for mentors";
    }
}

closed! {
    /// What a training is based on (gebaseerd op).
    TrainingBasis {
        /// Source: Praktijk In-Zicht, ch. 3, "Scholing lerarenopleiders".
        Velon = "velon", "beroepsstandaard van de VELON", "professional standard of VELON";
        /// Source: Praktijk In-Zicht, ch. 3, "Scholing mentoren".
        JointVision = "joint-vision", "gezamenlijke visie", "joint vision";
        Other = "other", "anders", "other";
    }
}

closed! {
    /// What an expert designs (ontwerpopdracht). Source: Praktijk In-Zicht, ch. 4, "Ambities".
    DesignTask {
        KeepKnowledgeCurrent = "keep-knowledge-current", "essentiële kennis actueel houden", "keep essential knowledge up to date";
        DesignMaterials = "design-materials", "leermiddelen ontwerpen", "design learning materials";
    }
}

closed! {
    /// Where a topic of a research agenda comes from (waaruit). Source: Praktijk In-Zicht, ch. 2, "Schoolontwikkeling".
    TopicGround {
        BoardPolicy = "board-policy", "strategisch beleid van het bestuur", "strategic policy of the board";
        MultiYearPlan = "multi-year-plan", "meerjarenplan van de school", "multi-year plan of the school";
        Other = "other", "anders", "other";
    }
}

closed! {
    /// What a cooperation agreement lays down (inhoud).
    AgreementContent {
        /// Source: BWBR0025839 art. 7a.
        SharedVision = "shared-vision", "gedeelde visie", "shared vision";
        /// Source: BWBR0025839 art. 7a.
        Means = "means", "middelen", "means";
        /// Source: BWBR0025839 art. 7a.
        LeadPartner = "lead-partner", "penvoerder", "lead partner";
        /// Source: NVAO, framework for training schools (2009), facet 1.5.
        AssessmentRoles = "assessment-roles", "rollen bij beoordelen", "roles in assessment";
        /// Source: BWBR0033593 art. 4(2).
        KnowledgeSharing = "knowledge-sharing", "kennis ontwikkelen en delen", "developing and sharing knowledge";
        /// Source: BWBR0033593 art. 4(2).
        Continuity = "continuity", "continuïteit", "continuity";
        /// Source: BWBR0033593 art. 4(2).
        Evaluation = "evaluation", "evaluatie", "evaluation";
        /// Source: NVAO, framework for training schools (2009), annex 3.
        TrainingPlan = "training-plan", "opleidingsplan", "training plan";
        /// Source: NVAO, framework for training schools (2009), annex 3.
        StaffQuality = "staff-quality", "kwaliteit van personeel", "quality of staff";
        /// Source: NVAO, framework for training schools (2009), annex 3.
        Dissolution = "dissolution", "ontbinding", "dissolution";
        /// Source: NVAO, framework for training schools (2009), annex 3.
        Finances = "finances", "financiën", "finances";
    }
}

closed! {
    /// A part of a trainer day (onderdeel van een opleidersdag). Source: Praktijk In-Zicht, ch. 2, "Opleidersdagen".
    TrainerDayPart {
        Plenary = "plenary", "plenair deel", "plenary part";
        TaskGroups = "task-groups", "groepen met een opdracht", "groups with a task";
        Intervision = "intervision", "intervisie", "peer consultation (intervisie)";
        TrainerStudio = "trainer-studio", "ontwerpatelier voor opleiders", "design studio for teacher educators";
    }
}

closed! {
    /// A theme of a trainer day (thema van een opleidersdag). Source: Praktijk In-Zicht, ch. 2, "Opleidersdagen".
    TrainerDayTheme {
        DesignStudio = "design-studio", "ontwerpatelier", "design studio";
        OwnDevelopment = "own-development", "eigen ontwikkeling", "own development";
        Curriculum = "curriculum", "curriculum", "curriculum";
        Organisation = "organisation", "organisatie", "organisation";
        CurrentAffairs = "current-affairs", "actualiteiten", "current affairs";
    }
}

closed! {
    /// What a design studio for teacher educators is based on (waarop gebaseerd). Source: Praktijk In-Zicht, ch. 2,
    /// "Opleidersdagen".
    StudioBasis {
        SchoolDevelopments = "school-developments", "ontwikkelingen in de scholen", "developments in the schools";
        PortfolioAssignments = "portfolio-assignments", "portfolio-opdrachten", "portfolio assignments";
    }
}

closed! {
    /// Kind of meeting (soort overleg of bijeenkomst).
    MeetingKind {
        /// Of school leader and trainers. Source: Praktijk In-Zicht, ch. 3, "Rol van de schoolleiding".
        Triad = "triad", "driehoeksoverleg", "triad meeting";
        /// Of a mentor and the trainers. Source: Praktijk In-Zicht, ch. 2, "De mentor".
        MentorTalk = "mentor-talk", "gesprek met de mentor", "talk with the mentor";
        /// Source: Praktijk In-Zicht, ch. 3, "Rol van de schoolopleider".
        Intervision = "intervision", "intervisie", "peer consultation (intervisie)";
        /// Source: Praktijk In-Zicht, ch. 2, "Voorlezen en vertellen".
        ReadingAloud = "reading-aloud", "voorlees- of vertelbijeenkomst", "meeting for reading aloud or storytelling";
    }
}

closed! {
    /// How a learning community is composed (samenstelling). Source: Praktijk In-Zicht, ch. 4, "Ambities".
    Composition {
        Homogeneous = "homogeneous", "homogeen", "homogeneous";
        Heterogeneous = "heterogeneous", "heterogeen", "heterogeneous";
    }
}

closed! {
    /// In what the members of a learning community are alike or different (criterium).
    CompositionCriterion {
        Stage = "stage", "loopbaanfase", "career stage";
        School = "school", "school", "school";
        Board = "board", "bestuur", "board";
        Theme = "theme", "thema", "theme";
    }
}

closed! {
    /// Career stage of a member of a learning community (loopbaanfase). Source: Praktijk In-Zicht, ch. 4, "Ambities".
    MemberStage {
        Student = "student", "student", "student";
        BeginningTeacher = "beginning-teacher", "beginnende leraar", "beginning teacher";
        Teacher = "teacher", "leraar", "teacher";
        /// Neither a teacher nor training to be one.
        Other = "other", "anders", "other";
    }
}

closed! {
    /// Who makes a learning community possible (gefaciliteerd door). Source: Praktijk In-Zicht, ch. 4, "Ambities".
    Facilitator {
        Partnership = "partnership", "partnerschap", "partnership";
        BoardAcademy = "board-academy", "bestuursacademie", "board academy";
    }
}

closed! {
    /// In what a beginning teacher is involved (betrokken bij). Source: Praktijk In-Zicht, ch. 4, "Ambities".
    Involvement {
        LearningCommunity = "learning-community", "professionele leergemeenschap (PLG)", "professional learning community";
        Coaching = "coaching", "coaching", "coaching";
        DesignStudio = "design-studio", "ontwerpatelier", "design studio";
        Training = "training", "scholing", "training";
        Intervision = "intervision", "intervisie", "peer consultation (intervisie)";
        BoardAcademy = "board-academy", "bestuursacademie", "board academy";
        Other = "other", "anders", "other";
    }
}
