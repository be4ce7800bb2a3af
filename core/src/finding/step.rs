//! What is to be done about a shortfall, and who does it: every rule says both of its own findings.

use crate::grammar::closed;

closed! {
    /// A kind of step that fixes a shortfall.
    Step {
        ArrangePlacement = "arrange-placement", "plaatsing regelen" | "regel een stage", "arrange a placement";
        ArrangePeople = "arrange-people", "mensen regelen" | "zorg dat de juiste mensen meedoen", "arrange who takes part";
        Choose = "choose", "kiezen" | "maak een keuze", "choose";
        Design = "design", "aan ontwerpen en ateliers werken" | "werk aan je ontwerpen en ateliers", "work on designs and studios";
        Reflect = "reflect", "reflecteren" | "schrijf een reflectie", "reflect";
        Prove = "prove", "aan bewijs werken" | "werk aan je bewijs", "work on evidence";
        Talk = "talk", "in gesprek gaan" | "voer een gesprek", "talk it over";
        Assess = "assess", "beoordelingen in orde maken" | "laat je beoordelingen in orde maken", "put assessments in order";
        Research = "research", "aan onderzoek werken" | "werk aan je onderzoek", "work on research";
        AskBoard = "ask-board", "examencommissie vragen" | "vraag de examencommissie", "turn to the examination board";
        CorrectData = "correct-data", "gegevens verbeteren" | "verbeter de gegevens", "correct the data";
    }
}

closed! {
    /// Who takes a step.
    Actor {
        Student = "student", "student" | "jij", "student";
        SchoolTrainer = "school-trainer", "schoolopleider", "school trainer";
        InstituteTrainer = "institute-trainer", "instituutsopleider", "institute trainer";
        Mentor = "mentor", "mentor", "mentor";
        ExaminationBoard = "examination-board", "examencommissie", "examination board";
        Office = "office", "bureau van de opleiding" | "administratie", "office";
    }
}
