//! Learning materials on the Twentse kubus (leermiddelen): `twentse-kubus/knowledge-base@1`.
//!
//! Little is required: the format, ids, the kind of a learning material, the side of an expert, the theme of a place on
//! the cube, the day of a review. Ids of essential knowledge must refer to an item in the knowledge base, those of test
//! questions and practice examples to one in their learning material (TK-R012). A rule checks the theme of a place
//! (TK-K202); all other ids refer to other documents.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::words::{ExpertSide, KnowledgeFlow, MaterialKind, MaterialUse, OpenTo, UseContext};
use crate::documents::{PersonInRole, format_name};
use crate::frameworks::{Competence, CubeLevel, CubeStage, Subject};
use crate::grammar::record;
use crate::values::{
    ClipId, CurriculumId, ExampleId, KnowledgeBaseId, KnowledgeId, MaterialId, PartnershipId, Period, PersonId,
    QuestionId, Set, ThemeId,
};

format_name! {
    /// The format that a knowledge base names: `twentse-kubus/knowledge-base@1`.
    KnowledgeBaseFormat = "twentse-kubus/knowledge-base@1"
}

record! {
    /// Learning materials on the Twentse kubus (kennisbank). Source: Praktijk In-Zicht, "Inleiding"; ch. 4, "Ambities".
    KnowledgeBase<'a> needs {
        /// The name and version of this format.
        @fixed format: KnowledgeBaseFormat,
        /// Id of the knowledge base; also the id of the document.
        @key id: KnowledgeBaseId<'a>,
    } may {
        /// Name (naam); an id is enough.
        name: Option<Cow<'a, str>>,
        /// `true` when the whole document is made up, for tests and demonstrations.
        synthetic: Option<bool>,
        /// The partnership that it is for (partnerschap); absent: every one. Refers to another document.
        partnership: Option<PartnershipId<'a>>,
        /// The career stages on the cube (loopbaanfasen); absent: all. Source: Praktijk In-Zicht, "Inleiding".
        stages: Set<CubeStage>,
        /// The levels on the cube (niveaus); absent: all. Source: Praktijk In-Zicht, "Inleiding".
        levels: Set<CubeLevel>,
        /// The themes of the cube (thema's); absent: the five of the scheme of 2013. Source: Praktijk In-Zicht,
        /// "Inleiding"; BWBR0033593 art. 13(1)(b).
        themes: Vec<CubeTheme<'a>>,
        /// Essential knowledge (essentiële kennis). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        knowledge: Vec<EssentialKnowledge<'a>>,
        /// Learning materials (leermiddelen). Source: Praktijk In-Zicht, "Inleiding".
        materials: Vec<Material<'a>>,
    }
}

record! {
    /// A theme of the cube (thema van de kubus). Source: Praktijk In-Zicht, "Inleiding".
    CubeTheme<'a> needs {
        /// Id of the theme; other documents may refer to it.
        @key id: ThemeId<'a>,
    } may {
        /// Name (naam).
        name: Option<Cow<'a, str>>,
        /// Competences that the theme serves (competenties).
        competences: Set<Competence>,
    }
}

record! {
    /// Knowledge that is essential for a teacher in primary education (essentiële kennis). Source: Praktijk In-Zicht,
    /// ch. 4, "Ambities".
    EssentialKnowledge<'a> needs {
        /// Id of the knowledge.
        @key id: KnowledgeId<'a>,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// The theme of the cube (thema); refers to another document.
        theme: Option<ThemeId<'a>>,
        /// The day on which it was determined (vastgesteld op). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        set_on: Option<NaiveDate>,
        /// The experts who determined it (vastgesteld door). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        set_by: Vec<KnowledgeSetter<'a>>,
    }
}

record! {
    /// An expert who took part in determining essential knowledge (vaststeller). Source: Praktijk In-Zicht, ch. 4,
    /// "Ambities".
    KnowledgeSetter<'a> needs {
        /// Primary education or the institute (kant).
        side: ExpertSide,
    } may {
        /// Id of the person; refers to another document.
        person: Option<PersonId<'a>>,
    }
}

record! {
    /// A learning material (leermiddel). Source: Praktijk In-Zicht, "Inleiding"; ch. 4, "Ambities".
    Material<'a> needs {
        /// Id of the learning material; other documents may refer to it.
        @key id: MaterialId<'a>,
        /// Kind (soort). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        kind: MaterialKind,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// The day on which it was made (gemaakt op).
        made_on: Option<NaiveDate>,
        /// The period in which it is in force (in gebruik); absent: in force.
        period: Option<Period>,
        /// Places on the cube (plaatsen op de kubus). Source: Praktijk In-Zicht, "Inleiding".
        places: Vec<CubePlace<'a>>,
        /// Contexts in which it can be used (contexten). Source: Praktijk In-Zicht, "Inleiding".
        contexts: Set<UseContext>,
        /// Ways in which it is used (inzet). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        uses: Set<MaterialUse>,
        /// Knowledge sharing, knowledge development, or both (kennisdeling, kennisontwikkeling). Source: Praktijk
        /// In-Zicht, "Inleiding".
        flow: Set<KnowledgeFlow>,
        /// Knowledge clips (kennisclips). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        clips: Vec<Clip<'a>>,
        /// Ids of the test questions that it contains (toetsvragen), declared here. Source: Praktijk In-Zicht, ch. 4,
        /// "Ambities".
        @key questions: Vec<QuestionId<'a>>,
        /// Ids of the practice examples that it contains (praktijkvoorbeelden), declared here. Source: Praktijk
        /// In-Zicht, ch. 4, "Ambities".
        @key examples: Vec<ExampleId<'a>>,
        /// Who made it, in which role (makers). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        makers: Vec<PersonInRole<'a>>,
        /// Essential knowledge that is worked into it (verwerkte kennis); refers to an item in this knowledge base.
        /// Source: Praktijk In-Zicht, ch. 4, "Ambities".
        knowledge: Vec<KnowledgeId<'a>>,
        /// Subjects (vakgebieden). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        subjects: Set<Subject>,
        /// The curriculum that it depends on (gebonden aan); absent: independent of any. Refers to another document.
        /// Source: Praktijk In-Zicht, "Inleiding"; ch. 4, "Ambities".
        bound_to: Option<CurriculumId<'a>>,
        /// For whom it is open (open voor). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        open_to: Option<OpenTo>,
        /// Reviews (herzieningen). Source: Praktijk In-Zicht, ch. 4, "Ambities".
        reviews: Vec<Review<'a>>,
    }
}

record! {
    /// A knowledge clip (kennisclip). Source: Praktijk In-Zicht, ch. 4, "Ambities".
    Clip<'a> needs {
        /// Id of the clip.
        @key id: ClipId<'a>,
    } may {
        /// Test questions that it is coupled to (toetsvragen); refer to items in this learning material. Source:
        /// Praktijk In-Zicht, ch. 4, "Ambities".
        questions: Vec<QuestionId<'a>>,
        /// Practice examples that it is coupled to (praktijkvoorbeelden); refer to items in this learning material.
        /// Source: Praktijk In-Zicht, ch. 4, "Ambities".
        examples: Vec<ExampleId<'a>>,
        /// Who made it, in which role (makers); absent: the makers of the learning material. Source: Praktijk In-Zicht,
        /// ch. 4, "Ambities".
        makers: Vec<PersonInRole<'a>>,
    }
}

record! {
    /// A place on the cube (plaats op de kubus): every stage named at every level named. Source: Praktijk In-Zicht,
    /// "Inleiding".
    CubePlace<'a> needs {
        /// The theme (thema); a rule checks it (TK-K202).
        theme: ThemeId<'a>,
    } may {
        /// Career stages (loopbaanfasen); absent: every one on the cube.
        stages: Set<CubeStage>,
        /// Levels (niveaus); absent: every one on the cube.
        levels: Set<CubeLevel>,
    }
}

record! {
    /// A review of a learning material (herziening). Source: Praktijk In-Zicht, ch. 4, "Ambities".
    Review<'a> needs {
        /// The date (datum).
        on: NaiveDate,
    } may {
        /// Who reviewed it, in which role (herzien door).
        by: Option<PersonInRole<'a>>,
    }
}
