//! Learning materials on the Twentse kubus (leermiddelen): `twentse-kubus/knowledge-base@1`.
//!
//! Little is required: the format, ids, the kind of a learning material, the side of an expert, the theme of a place on the
//! cube, the day of a review. Ids of essential knowledge must resolve inside the knowledge base, those of test questions and
//! practice examples inside their learning material (TK-R012). A rule looks after the theme of a place (TK-K202); all other
//! ids are known across documents only.

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
    /// Learning materials on the Twentse kubus (kennisbank). Source: S013 to S018, S158 to S166.
    KnowledgeBase<'a> needs {
        /// The name and version of this format.
        format: KnowledgeBaseFormat,
        /// Id of the knowledge base; also the id of the document.
        @key id: KnowledgeBaseId<'a>,
    } may {
        /// Name (naam); an id is enough.
        name: Option<Cow<'a, str>>,
        /// `true` when the whole document is made up, for tests and demonstrations.
        synthetic: Option<bool>,
        /// The partnership that it is for (partnerschap); absent: every one. Resolves across documents.
        partnership: Option<PartnershipId<'a>>,
        /// The career stages on the cube (loopbaanfasen); absent: all. Source: S015.
        stages: Set<CubeStage>,
        /// The levels on the cube (niveaus); absent: all. Source: S018.
        levels: Set<CubeLevel>,
        /// The themes of the cube (thema's); absent: the five of the scheme of 2013. Source: S015; BWBR0033593 art. 13(1)(b).
        themes: Vec<CubeTheme<'a>>,
        /// Essential knowledge (essentiële kennis). Source: S158.
        knowledge: Vec<EssentialKnowledge<'a>>,
        /// Learning materials (leermiddelen). Source: S016.
        materials: Vec<Material<'a>>,
    }
}

record! {
    /// A theme of the cube (thema van de kubus). Source: S015.
    CubeTheme<'a> needs {
        /// Id of the theme; known across documents.
        @key id: ThemeId<'a>,
    } may {
        /// Name (naam).
        name: Option<Cow<'a, str>>,
        /// Competences that the theme serves (competenties).
        competences: Set<Competence>,
    }
}

record! {
    /// Knowledge that is essential for a teacher in primary education (essentiële kennis). Source: S158.
    EssentialKnowledge<'a> needs {
        /// Id of the knowledge.
        @key id: KnowledgeId<'a>,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// The theme of the cube (thema); resolves across documents.
        theme: Option<ThemeId<'a>>,
        /// The day on which it was determined (vastgesteld op). Source: S158.
        set_on: Option<NaiveDate>,
        /// The experts who determined it (vastgesteld door). Source: S158.
        set_by: Vec<KnowledgeSetter<'a>>,
    }
}

record! {
    /// An expert who took part in determining essential knowledge (vaststeller). Source: S158.
    KnowledgeSetter<'a> needs {
        /// Primary education or the institute (kant).
        side: ExpertSide,
    } may {
        /// Id of the person; resolves across documents.
        person: Option<PersonId<'a>>,
    }
}

record! {
    /// A learning material (leermiddel). Source: S016, S162, S165.
    Material<'a> needs {
        /// Id of the learning material; known across documents.
        @key id: MaterialId<'a>,
        /// Kind (soort). Source: S162, S165.
        kind: MaterialKind,
    } may {
        /// Title (titel).
        title: Option<Cow<'a, str>>,
        /// The day on which it was made (gemaakt op).
        made_on: Option<NaiveDate>,
        /// The period in which it is in force (in gebruik); absent: in force.
        period: Option<Period>,
        /// Places on the cube (plaatsen op de kubus). Source: S015, S018.
        places: Vec<CubePlace<'a>>,
        /// Contexts in which it can be used (contexten). Source: S017.
        contexts: Set<UseContext>,
        /// Ways in which it is used (inzet). Source: S164, S212.
        uses: Set<MaterialUse>,
        /// Knowledge sharing, knowledge development, or both (kennisdeling, kennisontwikkeling). Source: S014.
        flow: Set<KnowledgeFlow>,
        /// Knowledge clips (kennisclips). Source: S162.
        clips: Vec<Clip<'a>>,
        /// Ids of the test questions that it contains (toetsvragen), declared here. Source: S162.
        @key questions: Vec<QuestionId<'a>>,
        /// Ids of the practice examples that it contains (praktijkvoorbeelden), declared here. Source: S162.
        @key examples: Vec<ExampleId<'a>>,
        /// Who made it, in which role (makers). Source: S163, S211.
        makers: Vec<PersonInRole<'a>>,
        /// Essential knowledge that is worked into it (verwerkte kennis); resolves inside the knowledge base. Source: S159.
        knowledge: Vec<KnowledgeId<'a>>,
        /// Subjects (vakgebieden). Source: S211.
        subjects: Set<Subject>,
        /// The curriculum that it depends on (gebonden aan); absent: independent of any. Resolves across documents.
        /// Source: S016, S159.
        bound_to: Option<CurriculumId<'a>>,
        /// For whom it is open (open voor). Source: S160.
        open_to: Option<OpenTo>,
        /// Reviews (herzieningen). Source: S173.
        reviews: Vec<Review<'a>>,
    }
}

record! {
    /// A knowledge clip (kennisclip). Source: S162, S163.
    Clip<'a> needs {
        /// Id of the clip.
        @key id: ClipId<'a>,
    } may {
        /// Test questions that it is coupled to (toetsvragen); resolve inside the learning material. Source: S163.
        questions: Vec<QuestionId<'a>>,
        /// Practice examples that it is coupled to (praktijkvoorbeelden); resolve inside the learning material. Source: S163.
        examples: Vec<ExampleId<'a>>,
        /// Who made it, in which role (makers); absent: the makers of the learning material. Source: S163, S211.
        makers: Vec<PersonInRole<'a>>,
    }
}

record! {
    /// A place on the cube (plaats op de kubus): every stage named at every level named. Source: S015, S018.
    CubePlace<'a> needs {
        /// The theme (thema); a rule looks after it (TK-K202).
        theme: ThemeId<'a>,
    } may {
        /// Career stages (loopbaanfasen); absent: every one on the cube.
        stages: Set<CubeStage>,
        /// Levels (niveaus); absent: every one on the cube.
        levels: Set<CubeLevel>,
    }
}

record! {
    /// A review of a learning material (herziening). Source: S173.
    Review<'a> needs {
        /// The day (op).
        on: NaiveDate,
    } may {
        /// Who reviewed it, in which role (door).
        by: Option<PersonInRole<'a>>,
    }
}
