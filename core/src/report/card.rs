//! The words of a report as a card.

use crate::grammar::closed;

closed! {
    /// What a card of a report or a summary has words for, besides the phrases of a report as readable text.
    CardPhrase {
        Fix = "fix", "wat je eraan doet" | "wat je doet", "how to fix it";
        FindingsByRule = "findings-by-rule", "bevindingen per regel" | "punten per regel", "findings per rule";
        Documents = "documents", "documenten" | "bestanden", "documents";
        WaivedUntil = "waived-until", "ontheffing tot en met" | "hoeft niet tot en met", "waived until";
        Rulebook = "rulebook", "regelboek", "rulebook";
    }
}
