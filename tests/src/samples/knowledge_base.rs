//! A knowledge base in which nothing is wrong on its reference day: every theme of the cube has learning materials in every
//! cell, every KTP is whole, experts made the clips and reviewed what is in force.

use chrono::{Days, Months, NaiveDate};
use twentse_kubus::documents::{
    Clip, CubePlace, CubeTheme, EssentialKnowledge, ExpertSide, KnowledgeBase, KnowledgeFlow, KnowledgeSetter,
    Material, MaterialKind, MaterialUse, OpenTo, Period, PersonInRole, Review, Set, UseContext,
};
use twentse_kubus::frameworks::{Competence, CubeLevel, CubeStage, Role, Subject};
use twentse_kubus::grammar::Closed as _;

use super::Size;
use super::calendar::is_working_day;
use super::phrases::{KNOWLEDGE, MATERIAL_FORM, PERSON_COUNT, THEMES, person};
use super::portfolio::id;
use super::random::Random;

/// A knowledge base with what is known about how it was made.
pub(super) struct Made {
    pub(super) base: KnowledgeBase<'static>,
    pub(super) as_of: NaiveDate,
}

/// What is drawn from as long as a knowledge base is made.
struct Maker<'r> {
    random: &'r mut Random,
    as_of: NaiveDate,
    /// The numbers of the experts; the same person has the same name in all documents.
    experts: Vec<usize>,
}

/// Makes a knowledge base.
pub(super) fn make(random: &mut Random, name: &str, size: Size) -> Made {
    let as_of = NaiveDate::from_ymd_opt(2016, 9, 1).unwrap() + Days::new(random.below(3_000) as u64);
    let experts = (0..6).map(|_| random.below(PERSON_COUNT)).collect();
    let mut base = KnowledgeBase::new(id!(KnowledgeBaseId, "{name}"));
    base.synthetic = Some(true);
    base.name = random.percent(80).then(|| "Verzonnen kennisbank op de kubus".into());
    base.partnership = random.percent(70).then(|| id!(PartnershipId, "syn-ps-{}", random.between(1, 3)));
    // Most name no axes and so have all of them; some keep to students, or to two levels.
    if random.percent(20) {
        base.stages = CubeStage::ALL.iter().copied().filter(|stage| *stage != CubeStage::Teacher).collect();
    }
    if random.percent(20) {
        base.levels = [CubeLevel::Individual, CubeLevel::Team].into_iter().collect();
    }
    // The first five themes are the default ones.
    let themes = if random.percent(50) {
        let most = if size == Size::Bare { 2 } else { random.between(3, THEMES.len()) };
        base.themes = THEMES.iter().take(most).map(|(theme, label, _)| cube_theme(random, theme, label)).collect();
        most
    } else {
        5
    };
    let mut maker = Maker { random, as_of, experts };
    maker.fill(&mut base, themes, size);
    // What is still to come, and what is out of force: rules on what is in force look at neither.
    if maker.random.percent(40) {
        let mut planned = maker.material(base.materials.len(), "Nog in ontwikkeling");
        planned.made_on = None;
        planned.reviews.clear();
        planned.period = Some(Period::new(as_of + Days::new(maker.random.between(20, 200) as u64)));
        base.materials.push(planned);
    }
    if maker.random.percent(40) {
        let mut ended = maker.material(base.materials.len(), "Niet meer in gebruik");
        let mut period = Period::new(as_of - Months::new(60));
        period.until = Some(as_of - Days::new(maker.random.between(1, 400) as u64));
        ended.made_on = Some(period.from - Days::new(30));
        ended.reviews.clear();
        ended.period = Some(period);
        base.materials.push(ended);
    }
    Made { base, as_of }
}

/// Makes one for every partnership, with every theme, in which nothing is wrong from a day on for two years less ten weeks: in the
/// weeks before it each learning material was reviewed by one of these experts.
pub(super) fn reviewed_before(random: &mut Random, name: &str, day: NaiveDate, experts: Vec<usize>) -> Made {
    let mut base = KnowledgeBase::new(id!(KnowledgeBaseId, "{name}"));
    base.synthetic = Some(true);
    base.name = Some("Verzonnen kennisbank op de kubus".into());
    base.themes = THEMES.iter().map(|(theme, label, _)| cube_theme(random, theme, label)).collect();
    let mut maker = Maker { random, as_of: day, experts };
    maker.fill(&mut base, THEMES.len(), Size::Real);
    for material in &mut base.materials {
        let mut review = Review::new(maker.ago(1, 60));
        review.by = Some(maker.expert());
        (material.period, material.reviews) = (None, vec![review]);
        material.made_on = Some(maker.ago(61, 2_000));
    }
    Made { base, as_of: day }
}

fn cube_theme(random: &mut Random, key: &str, label: &'static str) -> CubeTheme<'static> {
    let mut theme = CubeTheme::new(id!(ThemeId, "{key}"));
    theme.name = Some(label.into());
    theme.competences = [random.pick(Competence::ALL), random.pick(Competence::ALL)].into_iter().collect();
    theme
}

impl Maker<'_> {
    /// Adds essential knowledge, and learning materials for this many themes.
    fn fill(&mut self, base: &mut KnowledgeBase<'static>, themes: usize, size: Size) {
        let knowledge = if size == Size::Bare { 2 } else { 8 };
        base.knowledge = (0..knowledge).map(|number| self.knowledge(number, themes)).collect();
        let each = if size == Size::Bare { 1 } else { 4 };
        for (theme, (key, _, titles)) in THEMES.iter().enumerate().take(themes) {
            for number in 0..each {
                let mut material = self.material(base.materials.len(), titles.get(number).copied().unwrap());
                material.places = self.places(key, number, each);
                if self.random.percent(60) {
                    material.knowledge.push(id!(KnowledgeId, "syn-k-{}", theme % knowledge));
                }
                base.materials.push(material);
            }
        }
    }

    /// A working day between these numbers of days before the reference day, or the last one before that: no holiday lasts fifty days.
    fn ago(&mut self, least: usize, most: usize) -> NaiveDate {
        let from = self.as_of - Days::new(self.random.between(least, most) as u64);
        from.iter_days().rev().find(|day| is_working_day(*day)).unwrap()
    }

    /// A person, each with one name; where met before, at times by id alone.
    fn person(&mut self, number: usize, role: Role) -> PersonInRole<'static> {
        let mut one = PersonInRole::new(id!(PersonId, "syn-p-{number:03}"));
        one.name = self.random.percent(70).then(|| person(number).into());
        one.role = Some(role);
        one
    }

    fn expert(&mut self) -> PersonInRole<'static> {
        let (number, role) = (self.random.pick(&self.experts), self.random.pick(&[Role::SubjectExpert, Role::Expert]));
        self.person(number, role)
    }

    fn knowledge(&mut self, number: usize, themes: usize) -> EssentialKnowledge<'static> {
        let mut knowledge = EssentialKnowledge::new(id!(KnowledgeId, "syn-k-{number}"));
        knowledge.title = KNOWLEDGE.get(number % KNOWLEDGE.len()).map(|title| (*title).into());
        knowledge.theme = THEMES.get(number % themes).map(|(theme, ..)| id!(ThemeId, "{theme}"));
        knowledge.set_on = self.random.percent(80).then(|| self.ago(1, 900));
        for side in ExpertSide::ALL {
            let mut setter = KnowledgeSetter::new(*side);
            setter.person = Some(id!(PersonId, "syn-p-{:03}", self.random.pick(&self.experts)));
            knowledge.set_by.push(setter);
        }
        knowledge
    }

    /// A learning material that is in force, open to all, for both contexts, and was looked at within two years.
    fn material(&mut self, number: usize, title: &str) -> Material<'static> {
        let kind = if number.is_multiple_of(2) { MaterialKind::Ktp } else { self.random.pick(MaterialKind::ALL) };
        let mut material = Material::new(id!(MaterialId, "syn-m-{number}"), kind);
        material.title = Some(format!("{title}: {}", self.random.pick(MATERIAL_FORM)).into());
        material.contexts = UseContext::ALL.iter().copied().collect();
        material.uses = [self.random.pick(MaterialUse::ALL), MaterialUse::DesignStudio].into_iter().collect();
        material.flow = [self.random.pick(KnowledgeFlow::ALL)].into_iter().collect();
        material.open_to = self.random.percent(90).then_some(OpenTo::AllTeachers);
        material.subjects = [self.random.pick(Subject::ALL)].into_iter().collect();
        material.makers = vec![self.expert()];
        if self.random.percent(30) {
            let number = self.random.below(PERSON_COUNT);
            material.makers.push(self.person(number, Role::Teacher));
        }
        // Made not long ago, or made long ago and reviewed since.
        if self.random.percent(50) {
            material.made_on = Some(self.ago(1, 650));
        } else {
            material.made_on = self.random.percent(80).then(|| self.ago(800, 2_000));
            let mut review = Review::new(self.ago(1, 650));
            review.by = Some(self.expert());
            material.reviews.push(review);
        }
        if self.random.percent(20) {
            let mut period = Period::new(material.made_on.unwrap_or(self.as_of - Months::new(30)));
            period.until = Some(self.as_of + Days::new(self.random.between(0, 500) as u64));
            material.period = Some(period);
        }
        if kind == MaterialKind::Ktp {
            self.fill_ktp(&mut material, number);
        }
        material
    }

    /// One to three clips, each coupled to questions and examples of the KTP.
    fn fill_ktp(&mut self, material: &mut Material<'static>, number: usize) {
        let clips = self.random.between(1, 3);
        material.questions = (0..2 * clips).map(|at| id!(QuestionId, "syn-q-{number}-{at}")).collect();
        material.examples = (0..clips).map(|at| id!(ExampleId, "syn-e-{number}-{at}")).collect();
        for at in 0..clips {
            let mut clip = Clip::new(id!(ClipId, "syn-c-{number}-{at}"));
            clip.questions = material.questions.iter().skip(2 * at).take(2).cloned().collect();
            clip.examples = material.examples.iter().skip(at).take(1).cloned().collect();
            if self.random.percent(40) {
                clip.makers = vec![self.expert()];
            }
            material.clips.push(clip);
        }
    }

    /// The places of one of this many learning materials at a theme: the first is for everybody, the others for some.
    fn places(&mut self, theme: &str, number: usize, each: usize) -> Vec<CubePlace<'static>> {
        let mut place = CubePlace::new(id!(ThemeId, "{theme}"));
        if number > 0 {
            place.stages = [CubeStage::Student1, CubeStage::Student2].into_iter().take(each - number).collect();
            place.levels = [CubeLevel::Individual, CubeLevel::Team].into_iter().take(number).collect();
        }
        let mut places = vec![place];
        if number > 0 && self.random.percent(20) {
            let mut other = CubePlace::new(id!(ThemeId, "{theme}"));
            other.stages = [CubeStage::BeginningTeacher].into_iter().collect::<Set<_>>();
            places.push(other);
        }
        places
    }
}
