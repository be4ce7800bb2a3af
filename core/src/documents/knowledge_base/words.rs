//! The closed lists of the knowledge base that only the format defines. Lists that a source names are in
//! [`frameworks`](crate::frameworks).

use crate::grammar::closed;

closed! {
    /// Kind of learning material (soort leermiddel).
    MaterialKind {
        /// A knowledge clip with a test and practice examples (kennisclip, toetsing en praktijkvoorbeelden). Source: S162.
        Ktp = "ktp", "KTP", "KTP";
        /// Source: S165.
        QualityCard = "quality-card", "kwaliteitskaart", "quality card";
        /// Source: S165.
        Informative = "informative", "informatief materiaal", "informative material";
        /// Source: S165.
        Didactic = "didactic", "didactisch materiaal", "didactic material";
    }
}

closed! {
    /// In which context a learning material can be used (context). Source: S017.
    UseContext {
        Training = "training", "tijdens de opleiding", "during training";
        BoardAcademy = "board-academy", "in de bestuursacademie", "in the board academy";
    }
}

closed! {
    /// How a learning material is used (inzet).
    MaterialUse {
        /// Source: S164.
        DesignStudio = "design-studio", "ontwerpatelier", "design studio";
        /// Of the teachers of a school. Source: S164, S212.
        LearningTeam = "learning-team", "leerteam", "learning team";
        /// Source: S170.
        LearningCommunity = "learning-community", "professionele leergemeenschap (PLG)", "professional learning community";
        SelfStudy = "self-study", "zelfstudie", "self-study";
    }
}

closed! {
    /// What happens to knowledge (kennisdeling of kennisontwikkeling). Source: S014.
    KnowledgeFlow {
        Sharing = "sharing", "kennisdeling", "knowledge sharing";
        Development = "development", "kennisontwikkeling", "knowledge development";
    }
}

closed! {
    /// For whom a learning material is open (open voor). Source: S160.
    OpenTo {
        AllTeachers = "all-teachers", "alle leraren", "all teachers";
        Partnership = "partnership", "het partnerschap", "the partnership";
        Makers = "makers", "de makers", "the makers";
    }
}

closed! {
    /// From which side an expert comes (kant). Source: S158.
    ExpertSide {
        PrimaryEducation = "primary-education", "basisonderwijs", "primary education";
        Institute = "institute", "hogeschool", "institute";
    }
}
