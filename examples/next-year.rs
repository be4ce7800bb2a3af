//! Who can go where next year: `cargo run --example next-year`, with `-- --help` for the options.
//!
//! In spring the schools and the institute divide next year's training places. Each student must learn the trade at another school
//! than before, with children of every age, at a school that has a place and somebody to train them. This example asks for eight
//! made-up students which school is open to each of them and why another is not, and then checks a proposal that overlooks a few
//! things.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::println;
use anyhow::{Context as _, Result};
use clap::Parser;
use twentse_kubus::values::SchoolYear;
use twentse_kubus::{Lang, Partnership, Validator};

/// Eight made-up students, the plan of their partnership for the year to come, and a proposal.
const PORTFOLIOS: [&str; 8] = [
    include_str!("data/next-year/st-2017-001.json"),
    include_str!("data/next-year/st-2017-002.json"),
    include_str!("data/next-year/st-2017-003.json"),
    include_str!("data/next-year/st-2017-004.json"),
    include_str!("data/next-year/st-2017-010.json"),
    include_str!("data/next-year/st-2017-013.json"),
    include_str!("data/next-year/st-2017-028.json"),
    include_str!("data/next-year/st-2017-030.json"),
];
const PLAN: &str = include_str!("data/partnership-plan.json");
const PROPOSAL: &str = include_str!("data/next-year/proposal.json");

/// Shows for each student which schools are open next year and why others are closed, the places that each school has left, and
/// what a proposal of placements brings about.
///
/// Without files it takes a made-up partnership with eight students and a proposal.
#[derive(Parser)]
#[command(name = "next-year")]
struct Options {
    /// The partnership in the school year to come (JSON)
    #[arg(requires = "portfolios")]
    partnership: Option<PathBuf>,
    /// The portfolios of the students (JSON)
    portfolios: Vec<PathBuf>,
    /// A proposal to check (JSON)
    #[arg(long)]
    proposal: Option<PathBuf>,
    /// Language of the text: nl, nl-plain (for students) or en
    #[arg(long, default_value = "nl", value_parser = language)]
    lang: Lang,
    /// Print JSON instead of the text
    #[arg(long)]
    json: bool,
}

fn language(tag: &str) -> Result<Lang> {
    Ok(Lang::parse(tag)?)
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(2)
        }
    }
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

fn run(options: &Options) -> Result<String> {
    let proposal = options.proposal.as_deref().map(read).transpose()?;
    let (partnership, portfolios, proposal) = if let Some(file) = &options.partnership {
        let portfolios = options.portfolios.iter().map(|file| read(file)).collect::<Result<Vec<_>>>()?;
        (read(file)?, portfolios, proposal)
    } else {
        let portfolios = PORTFOLIOS.map(|portfolio| portfolio.as_bytes().to_vec()).to_vec();
        (PLAN.into(), portfolios, Some(proposal.unwrap_or_else(|| PROPOSAL.into())))
    };
    let school_year = school_year(&partnership)?;
    let validator = Validator::default();
    let lang = options.lang;
    let mut texts = vec![if options.json {
        serde_json::to_string_pretty(&validator.where_next(&portfolios, &partnership, school_year)?)?
    } else {
        validator.where_next_text(&portfolios, &partnership, school_year, lang)?
    }];
    if let Some(proposal) = proposal {
        texts.push(if options.json {
            serde_json::to_string_pretty(&validator.check_proposal(&portfolios, &partnership, &proposal)?)?
        } else {
            validator.check_proposal_text(&portfolios, &partnership, &proposal, lang)?
        });
    }
    if options.partnership.is_none() && !options.json {
        texts.insert(0, format!("{}\n", question(lang)));
    }
    Ok(texts.join("\n"))
}

/// What is asked of the made-up documents, and how to read the answer.
fn question(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => {
            "In het voorjaar verdelen scholen en hogeschool de opleidingsplaatsen van het schooljaar dat komt. Elk studiejaar gaat een student\n\
             naar een andere school, met kinderen uit een bouw die nog ontbreekt. Hieronder staat eerst hoeveel plaatsen elke school vrij\n\
             heeft, dan voor acht studenten welke school open is of gesloten, en waarom, en ten slotte wat er mis is aan een voorstel.\n\
             Achter elke reden staat de regel waaruit die volgt. Alles hier is verzonnen."
        }
        Lang::NlPlain => {
            "Waar kun je volgend jaar stage lopen? Elk jaar ga je naar een andere school, met kinderen uit een bouw die je nog niet hebt\n\
             gehad. Je ziet eerst hoeveel plaatsen elke school vrij heeft. Daarna zie je voor acht studenten welke school kan en welke\n\
             niet, en waarom. Aan het eind zie je wat er mis is aan een voorstel. Alles hier is verzonnen."
        }
        Lang::En | _ => {
            "In spring the schools and the institute divide the training places of the school year to come. Each study year a student goes to\n\
             another school, with children of an age band that is still missing. Below are first the free places of each school, then for\n\
             eight students which school is open or closed, and why, and finally what is wrong with a proposal. Each reason names the\n\
             rule that it follows from. Everything here is made up."
        }
    }
}

/// The school year that the partnership is of.
fn school_year(partnership: &[u8]) -> Result<SchoolYear> {
    let text = std::str::from_utf8(partnership).context("the partnership is not UTF-8")?;
    Ok(Partnership::from_json(text)?.school_year)
}

#[cfg(test)]
mod tests {
    use anyhow::Result;
    use clap::Parser as _;

    use super::{Options, run};

    fn shown(arguments: &[&str]) -> Result<String> {
        run(&Options::try_parse_from([&["next-year"], arguments].concat())?)
    }

    /// By hand from the plan: seven students of De Bedachte Boom stay all year and two have half of it each, so that none of its
    /// eight places is left; Het Fantasieveld has seven students and eight places. The first proposed placement stays at the school
    /// of last year, which is full; the last two are one student more than De Verzonnen Vlinder has places for.
    #[test]
    fn what_is_asked_in_spring_is_answered() -> Result<()> {
        let text = shown(&["--lang", "en"])?;
        for line in [
            "De Bedachte Boom (school-de-bedachte-boom) · free: 0 of 8 · students: study year 1: 2, study year 2: 2, study year 3: 2, study year 4: 3",
            "Het Fantasieveld (school-het-fantasieveld) · free: 1 of 8",
            "Student st-2017-013 · study year 2 (if the study year before is passed)",
            "Student st-2017-010 · study year 2\n",
            "Student st-2017-004 · no study year follows study year 4",
            "Student st-2017-030 · left the programme",
            "closed · De Bedachte Boom (school-de-bedachte-boom) · same school as in another study year (TK-P101) · no training place left (TK-N304)",
            "open · De Verzonnen Vlinder (school-de-verzonnen-vlinder) · back at an earlier school (TK-P113)",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        let (_, check) = text.split_once("Check of a proposal").unwrap_or_default();
        let codes = |code: &str| check.matches(&format!("({code})")).count();
        assert_eq!((codes("TK-P101"), codes("TK-P113"), codes("TK-N304")), (1, 1, 2), "{check}");
        assert_eq!(check.matches("(TK-").count(), 4, "{check}");
        Ok(())
    }

    #[test]
    fn it_is_shown_in_every_language_and_as_json() -> Result<()> {
        for (lang, question, closed) in [
            ("nl", "In het voorjaar ", "  gesloten · "),
            ("nl-plain", "Waar kun je ", "  kan niet · "),
            ("en", "In spring ", "  closed · "),
        ] {
            let text = shown(&["--lang", lang])?;
            assert!(text.starts_with(question) && text.contains(closed), "{text}");
        }
        let json = shown(&["--json"])?;
        assert!(
            json.starts_with('{')
                && json.contains("twentse-kubus/where-next@1")
                && json.contains("twentse-kubus/proposal-check@1")
        );
        Ok(())
    }

    #[test]
    fn what_cannot_be_shown_is_said() {
        let error = shown(&["no-such-file.json", "another.json"]);
        assert!(error.is_err_and(|error| format!("{error:#}").contains("another.json")));
        assert!(shown(&["--lang", "fr"]).is_err());
    }
}
