//! The closed lists of the curriculum that only the format defines. Lists that a source names are in
//! [`frameworks`](crate::frameworks).

use crate::grammar::closed;

closed! {
    /// Kind of programme (route). Source: Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839) art. 2(2).
    Route {
        /// Source: BWBR0025839 art. 2(2)(a).
        Bachelor = "bachelor", "vierjarige bacheloropleiding", "four-year bachelor's programme";
        /// Source: BWBR0025839 art. 2(2)(b) to (g).
        Other = "other", "andere route", "other route";
    }
}

closed! {
    /// What a portfolio assignment is fed by (gevoed door). Source: Praktijk In-Zicht, ch. 2, "Opdrachten".
    AssignmentFeed {
        Subject = "subject", "vakgebied", "subject";
        SchoolQuestion = "school-question", "vraag van de school", "question from the school";
    }
}

closed! {
    /// Kind of scale (soort schaal).
    ScaleKind {
        /// Its values are in order, the lowest first.
        Ordinal = "ordinal", "woorden op volgorde", "words in order";
        /// Its values are the numbers from the least to the most, by steps.
        Numeric = "numeric", "cijfers", "numbers";
    }
}

closed! {
    /// How it is decided that a study year is passed (soort slaagregel).
    PassRuleKind {
        /// Every required part is passed.
        All = "all", "alles voldoende", "everything passed";
        /// The weighted average reaches a threshold.
        Points = "points", "gewogen gemiddelde", "weighted average";
    }
}

closed! {
    /// Which of several attempts counts (telt).
    CountingAttempt {
        Last = "last", "laatste poging", "last attempt";
        Best = "best", "beste poging", "best attempt";
    }
}

closed! {
    /// A partner in training teachers (partner). Source: NVAO, framework for training schools (2009), facet 1.5.
    Partner {
        Institute = "institute", "opleidingsinstituut", "institute";
        Schools = "schools", "opleidingsscholen", "training schools";
        Boards = "boards", "schoolbesturen", "school boards";
    }
}
