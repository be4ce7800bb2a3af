//! Faults that can be planted in a knowledge base, each with the one finding that it must give.
//!
//! Every fault names the grounds that it takes. Two faults on one ground would touch each other, so a knowledge base gets at
//! most one on each.

use chrono::{Days, Months};
use twentse_kubus::documents::{
    Clip, CubePlace, ExpertSide, Material, MaterialKind, OpenTo, Period, PersonInRole, Review, UseContext,
};
use twentse_kubus::frameworks::{CubeLevel, DefaultCubeTheme, Role};
use twentse_kubus::grammar::Closed as _;

use super::Planted;
use super::knowledge_base::Made;
use super::portfolio::id;
use super::random::Random;

/// A fault: the rule it breaks, with the severity of rules.md, the grounds it takes, and how it is planted. Planting gives
/// the path of the finding by documents.md, or nothing when the knowledge base has no place for the fault.
struct Fault {
    code: &'static str,
    severity: &'static str,
    grounds: &'static [&'static str],
    plant: fn(&mut Made, &mut Random) -> Option<String>,
}

const fn fault(
    code: &'static str,
    severity: &'static str,
    grounds: &'static [&'static str],
    plant: fn(&mut Made, &mut Random) -> Option<String>,
) -> Fault {
    Fault { code, severity, grounds, plant }
}

/// TK-K201 and TK-K304 check all learning materials together: once one of these cannot be judged, neither can they.
static FAULTS: &[Fault] = &[
    // A KTP that lacks an element: TK-K101 alone, since its clips give way for what is missing.
    fault("TK-K101", "error", &["ktp"], element_missing),
    fault("TK-K102", "error", &["ktp"], clip_uncoupled),
    fault("TK-K103", "error", &["ktp"], clip_by_a_teacher),
    fault("TK-K201", "info", &["cube"], cells_empty),
    fault("TK-K202", "warning", &["cube"], off_the_cube),
    fault("TK-K203", "info", &["contexts"], one_context),
    fault("TK-K204", "warning", &["bound"], bound),
    fault("TK-K301", "warning", &["age"], out_of_date),
    fault("TK-K302", "warning", &["knowledge"], one_side),
    fault("TK-K303", "info", &["open"], closed),
    // A theme without material: TK-K304 alone, since its empty cells give way.
    fault("TK-K304", "warning", &["cube"], theme_without_material),
    fault("TK-R011", "error", &["knowledge"], duplicate_id),
    fault("TK-R012", "error", &["cube"], dangling_reference),
    fault("TK-R012", "error", &["cube"], question_of_another_material),
    fault("TK-R013", "error", &["cube"], period_reversed),
    fault("TK-R014", "info", &["age"], dated_later),
    fault("TK-R016", "warning", &["names"], two_guises),
];

/// Plants one to three faults of the rules that may be broken and tells what must be found, by code and path.
pub(super) fn plant(made: &mut Made, random: &mut Random, may: impl Fn(&str) -> bool) -> Vec<Planted> {
    let most = random.between(1, 3);
    let mut grounds: Vec<&str> = Vec::new();
    let mut planted = Vec::new();
    // Every knowledge base has materials and knowledge, so that a place is found before long.
    while planted.len() < most {
        let fault = FAULTS.get(random.below(FAULTS.len())).unwrap();
        if fault.grounds.iter().any(|ground| grounds.contains(ground)) || !may(fault.code) {
            continue;
        }
        if let Some(path) = (fault.plant)(made, random) {
            grounds.extend(fault.grounds);
            planted.push(Planted { code: fault.code, path, severity: fault.severity });
        }
    }
    planted.sort();
    planted
}

/// A material that faults of reading are planted in; since it is left out of judging, it is not for others.
const BESIDE: &str = "syn-m-naast";

/// One of the materials that fit, with its position.
fn material<'m>(
    made: &'m mut Made,
    random: &mut Random,
    fits: impl Fn(&Material<'_>) -> bool,
) -> Option<(usize, &'m mut Material<'static>)> {
    let fits = |material: &Material<'_>| material.id.as_str() != BESIDE && fits(material);
    let fit = made.base.materials.iter().enumerate().filter(|(_, material)| fits(material)).map(|(at, _)| at);
    let fit: Vec<usize> = fit.collect();
    let at = if fit.is_empty() { return None } else { random.pick(&fit) };
    made.base.materials.get_mut(at).map(|material| (at, material))
}

/// Whether rules look at a material: it is not merely planned.
fn begun(made: &Made) -> impl Fn(&Material<'_>) -> bool + use<> {
    let as_of = made.as_of;
    move |material| material.period.as_ref().is_none_or(|period| period.from <= as_of)
}

/// Whether a material is in force.
fn in_force(made: &Made) -> impl Fn(&Material<'_>) -> bool + use<> {
    let as_of = made.as_of;
    let holds = move |period: &Period| period.from <= as_of && period.until.is_none_or(|until| as_of <= until);
    move |material| material.period.as_ref().is_none_or(holds)
}

fn element_missing(made: &mut Made, random: &mut Random) -> Option<String> {
    let begun = begun(made);
    let element = random.pick(&["clips", "questions", "examples"]);
    let (at, material) = material(made, random, |one| begun(one) && one.kind == MaterialKind::Ktp)?;
    match element {
        "clips" => material.clips.clear(),
        "questions" => {
            material.questions.clear();
            material.clips.iter_mut().for_each(|clip| clip.questions.clear());
        }
        _ => {
            material.examples.clear();
            material.clips.iter_mut().for_each(|clip| clip.examples.clear());
        }
    }
    Some(format!("/materials/{at}/{element}"))
}

/// A clip of a KTP that is looked at, with the position of both.
fn clip<'m>(made: &'m mut Made, random: &mut Random) -> Option<(usize, usize, &'m mut Clip<'static>)> {
    let begun = begun(made);
    let (at, material) = material(made, random, |one| begun(one) && !one.clips.is_empty())?;
    let number = random.below(material.clips.len());
    material.clips.get_mut(number).map(|clip| (at, number, clip))
}

fn clip_uncoupled(made: &mut Made, random: &mut Random) -> Option<String> {
    let neither = random.between(0, 2);
    let (at, number, clip) = clip(made, random)?;
    if neither != 0 {
        clip.questions.clear();
    }
    if neither != 1 {
        clip.examples.clear();
    }
    Some(format!("/materials/{at}/clips/{number}"))
}

fn clip_by_a_teacher(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, number, clip) = clip(made, random)?;
    let mut maker = PersonInRole::new(id!(PersonId, "syn-p-maker"));
    maker.role = random.pick(&[Some(Role::Teacher), Some(Role::MethodologicalExpert), None]);
    clip.makers = vec![maker];
    Some(format!("/materials/{at}/clips/{number}/makers"))
}

/// The ids of the themes of the cube.
fn themes(made: &Made) -> Vec<String> {
    if made.base.themes.is_empty() {
        return DefaultCubeTheme::ALL.iter().map(|theme| theme.key().to_owned()).collect();
    }
    made.base.themes.iter().map(|theme| theme.id.as_str().to_owned()).collect()
}

/// Nothing at a theme is for the individual any more; what was for the individual alone is for the team.
fn cells_empty(made: &mut Made, random: &mut Random) -> Option<String> {
    let themes = themes(made);
    let theme = themes.get(random.below(themes.len()))?;
    let places = made.base.materials.iter_mut().flat_map(|material| &mut material.places);
    for place in places.filter(|place| place.theme.as_str() == theme.as_str()) {
        place.levels = [CubeLevel::Team].into_iter().collect();
    }
    Some("/materials".to_owned())
}

fn off_the_cube(made: &mut Made, random: &mut Random) -> Option<String> {
    let begun = begun(made);
    // Where all stages are on the cube, only a theme can be off it.
    let all_levels = made.base.levels.is_empty();
    let theme = themes(made).swap_remove(0);
    let (at, material) = material(made, random, begun)?;
    let mut place = CubePlace::new(id!(ThemeId, "syn-elders"));
    if !all_levels {
        place = CubePlace::new(id!(ThemeId, "{theme}"));
        place.levels = [CubeLevel::Board].into_iter().collect();
    }
    material.places.push(place);
    Some(format!("/materials/{at}/places/{}", material.places.len() - 1))
}

fn one_context(made: &mut Made, random: &mut Random) -> Option<String> {
    let begun = begun(made);
    let context = random.pick(UseContext::ALL);
    let (at, material) = material(made, random, begun)?;
    material.contexts = [context].into_iter().collect();
    Some(format!("/materials/{at}/contexts"))
}

fn bound(made: &mut Made, random: &mut Random) -> Option<String> {
    let begun = begun(made);
    let (at, material) = material(made, random, begun)?;
    material.bound_to = Some(id!(CurriculumId, "syn-cur-1"));
    Some(format!("/materials/{at}/boundTo"))
}

/// Made more than two years ago, and since reviewed by nobody, or by somebody who is no expert.
fn out_of_date(made: &mut Made, random: &mut Random) -> Option<String> {
    let (in_force, as_of) = (in_force(made), made.as_of);
    let by_nobody = random.percent(50);
    let (at, material) = material(made, random, in_force)?;
    material.made_on = Some(as_of - Months::new(25));
    material.period = None;
    material.reviews.clear();
    if !by_nobody {
        material.reviews.push(Review::new(as_of - Days::new(10)));
    }
    Some(format!("/materials/{at}/reviews"))
}

fn one_side(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.base.knowledge.len());
    let missing = random.pick(ExpertSide::ALL);
    made.base.knowledge.get_mut(at)?.set_by.retain(|setter| setter.side != missing);
    Some(format!("/knowledge/{at}/setBy"))
}

fn closed(made: &mut Made, random: &mut Random) -> Option<String> {
    let begun = begun(made);
    let open_to = random.pick(&[OpenTo::Partnership, OpenTo::Makers]);
    let (at, material) = material(made, random, begun)?;
    material.open_to = Some(open_to);
    Some(format!("/materials/{at}/openTo"))
}

fn theme_without_material(made: &mut Made, random: &mut Random) -> Option<String> {
    let themes = themes(made);
    let at = random.below(themes.len());
    let theme = themes.get(at)?;
    for material in &mut made.base.materials {
        material.places.retain(|place| place.theme.as_str() != theme);
    }
    Some(if made.base.themes.is_empty() { "/themes".to_owned() } else { format!("/themes/{at}") })
}

fn duplicate_id(made: &mut Made, random: &mut Random) -> Option<String> {
    let again = random.below(made.base.knowledge.len());
    let again = made.base.knowledge.get(again)?.clone();
    made.base.knowledge.push(again);
    Some(format!("/knowledge/{}/id", made.base.knowledge.len() - 1))
}

/// A learning material besides the others, so that no other fault is lost with it.
fn beside(made: &mut Made) -> Option<(usize, &mut Material<'static>)> {
    let at = made.base.materials.len();
    let mut material = Material::new(id!(MaterialId, "{BESIDE}"), MaterialKind::Informative);
    material.made_on = Some(made.as_of);
    made.base.materials.push(material);
    made.base.materials.get_mut(at).map(|material| (at, material))
}

fn dangling_reference(made: &mut Made, _: &mut Random) -> Option<String> {
    let (at, material) = beside(made)?;
    material.knowledge.push(id!(KnowledgeId, "syn-k-nergens"));
    Some(format!("/materials/{at}/knowledge/0"))
}

/// A clip that is coupled to a question of another material.
fn question_of_another_material(made: &mut Made, _: &mut Random) -> Option<String> {
    let other = made.base.materials.iter().find_map(|material| material.questions.first())?.clone();
    let (at, material) = beside(made)?;
    let mut clip = Clip::new(id!(ClipId, "syn-c-naast"));
    clip.questions.push(other);
    material.clips.push(clip);
    Some(format!("/materials/{at}/clips/0/questions/0"))
}

fn period_reversed(made: &mut Made, _: &mut Random) -> Option<String> {
    let as_of = made.as_of;
    let (at, material) = beside(made)?;
    let mut period = Period::new(as_of);
    period.until = Some(as_of - Days::new(3));
    material.period = Some(period);
    Some(format!("/materials/{at}/period"))
}

/// A review of a day to come: reported once, and invisible to every other rule.
fn dated_later(made: &mut Made, random: &mut Random) -> Option<String> {
    let as_of = made.as_of;
    let (_, material) = material(made, random, |_| true)?;
    material.reviews.push(Review::new(as_of + Days::new(10)));
    Some(String::new())
}

/// Somebody who was named before has another name as maker of the last material.
fn two_guises(made: &mut Made, _: &mut Random) -> Option<String> {
    let named = made.base.materials.iter().flat_map(|material| &material.makers).find(|one| one.name.is_some());
    let mut other = named?.clone();
    other.name = Some("Een Heel Ander".into());
    let at = made.base.materials.len() - 1;
    let makers = &mut made.base.materials.get_mut(at)?.makers;
    makers.push(other);
    Some(format!("/materials/{at}/makers/{}/name", makers.len() - 1))
}
