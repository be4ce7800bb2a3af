//! The closed lists of the knowledge base that only the format defines. Lists that a source names are in
//! [`frameworks`](crate::frameworks).

use crate::grammar::closed;

closed! {
    /// Kind of learning material (soort leermiddel).
    MaterialKind {
        /// A knowledge clip with a test and practice examples (kennisclip, toetsing en praktijkvoorbeelden). Source:
        /// Praktijk In-Zicht, ch. 4, "Ambities".
        Ktp = "ktp", "KTP", "KTP";
        /// Source: Praktijk In-Zicht, ch. 4, "Ambities".
        QualityCard = "quality-card", "kwaliteitskaart", "quality card";
        /// Source: Praktijk In-Zicht, ch. 4, "Ambities".
        Informative = "informative", "informatief materiaal", "informative material";
        /// Source: Praktijk In-Zicht, ch. 4, "Ambities".
        Didactic = "didactic", "didactisch materiaal", "didactic material";
    }
}

closed! {
    /// In which context a learning material can be used (context). Source: Praktijk In-Zicht, "Inleiding".
    UseContext {
        Training = "training", "tijdens de opleiding", "during training";
        BoardAcademy = "board-academy", "in de bestuursacademie", "in the board academy";
    }
}

closed! {
    /// How a learning material is used (inzet).
    MaterialUse {
        /// Source: Praktijk In-Zicht, ch. 4, "Ambities".
        DesignStudio = "design-studio", "ontwerpatelier", "design studio";
        /// Of the teachers of a school. Source: Praktijk In-Zicht, ch. 4, "Ambities".
        LearningTeam = "learning-team", "leerteam", "learning team";
        /// Source: Praktijk In-Zicht, ch. 4, "Ambities".
        LearningCommunity = "learning-community", "professionele leergemeenschap (PLG)", "professional learning community";
        SelfStudy = "self-study", "zelfstudie", "self-study";
    }
}

closed! {
    /// What happens to knowledge (kennisdeling of kennisontwikkeling). Source: Praktijk In-Zicht, "Inleiding".
    KnowledgeFlow {
        Sharing = "sharing", "kennisdeling", "knowledge sharing";
        Development = "development", "kennisontwikkeling", "knowledge development";
    }
}

closed! {
    /// For whom a learning material is open (open voor). Source: Praktijk In-Zicht, ch. 4, "Ambities".
    OpenTo {
        AllTeachers = "all-teachers", "alle leraren", "all teachers";
        Partnership = "partnership", "het partnerschap", "the partnership";
        Makers = "makers", "de makers", "the makers";
    }
}

closed! {
    /// From which side an expert comes (kant). Source: Praktijk In-Zicht, ch. 4, "Ambities".
    ExpertSide {
        PrimaryEducation = "primary-education", "basisonderwijs", "primary education";
        Institute = "institute", "hogeschool", "institute";
    }
}
