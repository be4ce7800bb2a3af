//! The Twentse kubus of a knowledge base: `cargo run --example cube`, with `-- --help` for the options.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anstream::println;
use anyhow::{Context as _, Result};
use chrono::NaiveDate;
use clap::Parser;
use twentse_kubus::grammar::Closed as _;
use twentse_kubus::{KnowledgeBase, Lang, Validator, parse_date};

/// The knowledge base of the made-up dossier that `cargo xtask sample-data --partnership` writes.
const SAMPLE: &str = include_str!("data/knowledge-base-sample.json");
const SAMPLE_DAY: &str = "2024-05-22";

/// Shows the Twentse kubus of a knowledge base: for each theme what there is for students, beginning teachers and teachers, at
/// every level, which cells are empty, and what the learning materials are called.
///
/// Without a file it takes the knowledge base of a made-up partnership.
#[derive(Parser)]
#[command(name = "cube")]
struct Options {
    /// The knowledge base (JSON)
    knowledge_base: Option<PathBuf>,
    /// Language of the text: nl, nl-plain (for students) or en
    #[arg(long, default_value = "nl", value_parser = language)]
    lang: Lang,
    /// The day to look at, YYYY-MM-DD; today, or 22 May 2024 for the made-up knowledge base
    #[arg(long, value_parser = day)]
    as_of: Option<NaiveDate>,
    /// Print JSON instead of the text
    #[arg(long)]
    json: bool,
}

fn language(tag: &str) -> Result<Lang> {
    Ok(Lang::parse(tag)?)
}

fn day(text: &str) -> Result<NaiveDate> {
    parse_date(text).context("not a day; write it as YYYY-MM-DD")
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

fn run(options: &Options) -> Result<String> {
    let (base, as_of) = match &options.knowledge_base {
        Some(file) => {
            let base = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
            (base, options.as_of.unwrap_or_else(|| chrono::Utc::now().date_naive()))
        }
        None => (SAMPLE.into(), options.as_of.or_else(|| parse_date(SAMPLE_DAY)).context("a day")?),
    };
    let validator = Validator::default();
    if options.json {
        return Ok(serde_json::to_string_pretty(&validator.cube(&base, as_of)?)?);
    }
    let [made_up, materials] = headings(options.lang);
    let mut text = if options.knowledge_base.is_none() { format!("{made_up}\n\n") } else { String::new() };
    text += &validator.cube_text(&base, as_of, options.lang)?;
    // Where a part cannot be read, the cube says so and shows the rest.
    if let Some(base) = std::str::from_utf8(&base).ok().and_then(|text| KnowledgeBase::from_json(text).ok()) {
        let _ = write!(text, "\n{materials}");
        for material in &base.materials {
            let kind = material.kind.word().label.get(options.lang);
            let title = material.title.as_deref().map(|title| format!(": {title}")).unwrap_or_default();
            let _ = write!(text, "\n  {} · {kind}{title}", material.id.as_str());
        }
    }
    Ok(text)
}

/// What the made-up cube is, for who has never seen one, and what its learning materials stand under.
fn headings(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Nl => [
            "Leraren leren van hun eerste studiejaar tot ver na hun diploma. De Twentse kubus laat zien waarmee: een kubus met drie assen,\n\
             het thema, de loopbaanfase (vier studiejaren, beginnende leraar, leraar) en het niveau (individueel, team, bestuur,\n\
             partnerschap). In elke cel liggen leermiddelen. Hieronder staat de kubus van een verzonnen kennisbank: per thema een regel\n\
             voor elke loopbaanfase, en daarin de codes van de leermiddelen op elk niveau.",
            "Welk leermiddel hoort bij welke code?",
        ],
        Lang::NlPlain => [
            "De Twentse kubus laat zien wat er is om van te leren: over welk thema, voor welk jaar, en of je er alleen aan werkt of\n\
             samen met anderen. Je leest per thema een regel voor elk jaar. Daarin staan codes; onderaan zie je wat elke code is.\n\
             Alles hier is verzonnen.",
            "Wat is elke code?",
        ],
        Lang::En | _ => [
            "Teachers learn from their first year of study until long after they graduate. The Twentse kubus shows what with: a cube of\n\
             three axes, the theme, the career stage (four study years, beginning teacher, teacher) and the level (individual, team,\n\
             board, partnership). Each cell has learning materials. Below is the cube of a made-up knowledge base: for each theme a\n\
             line per career stage, with the codes of the learning materials at each level.",
            "Which learning material has which code?",
        ],
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Result;
    use clap::Parser as _;

    use super::{Options, run};

    fn shown(arguments: &[&str]) -> Result<String> {
        run(&Options::try_parse_from([&["cube"], arguments].concat())?)
    }

    /// Every theme has a line for each career stage, in every language.
    #[test]
    fn the_cube_is_shown_in_every_language() -> Result<()> {
        let cube: serde_json::Value = serde_json::from_str(&shown(&["--json"])?)?;
        assert_eq!(cube["format"], "twentse-kubus/cube@1");
        let themes = cube["themes"].as_array().map_or(0, Vec::len);
        for (lang, stage) in
            [("nl", "beginnende leraar"), ("nl-plain", "beginnende leraar"), ("en", "beginning teacher")]
        {
            let text = shown(&["--lang", lang])?;
            let lines = text.lines().filter(|line| line.trim_start().starts_with(stage)).count();
            assert!(lines > 0 && lines == themes, "{lang}: {lines} lines, {themes} themes\n{text}");
        }
        Ok(())
    }

    /// Who reads the cube of the sample is told what a cube is, and for each code in it what that is: the generator makes four
    /// learning materials for each of seven themes. Of a knowledge base of one's own only the codes are explained.
    #[test]
    fn codes_are_explained() -> Result<()> {
        for (lang, made_up, first) in [
            (
                "nl",
                "Leraren leren ",
                "  syn-m-0 · KTP: Van toetsgegevens naar groepsplan: aan de slag in je eigen groep",
            ),
            (
                "nl-plain",
                "De Twentse kubus laat zien ",
                "  syn-m-5 · kwaliteitskaart: Hoge verwachtingen van elk kind: de basis",
            ),
            ("en", "Teachers learn ", "  syn-m-5 · quality card: Hoge verwachtingen van elk kind: de basis"),
        ] {
            let text = shown(&["--lang", lang])?;
            assert!(text.starts_with(made_up) && text.lines().any(|line| line == first), "{text}");
            let explained = (0..28).filter(|at| text.contains(&format!("\n  syn-m-{at} · "))).count();
            assert_eq!(explained, 28, "{text}");
        }
        let own = shown(&[concat!(env!("CARGO_MANIFEST_DIR"), "/data/knowledge-base.json"), "--as-of", "2018-05-16"])?;
        assert!(
            own.starts_with("De Twentse kubus · kennisbank kennisbank-voorbeeld · peildatum 16 mei 2018\n"),
            "{own}"
        );
        assert!(own.contains("\n  im-weektaak · didactisch materiaal: "), "{own}");
        Ok(())
    }

    #[test]
    fn what_cannot_be_shown_is_said() {
        assert!(shown(&["no-such-file.json"]).is_err_and(|error| format!("{error:#}").contains("no-such-file.json")));
        assert!(shown(&["--as-of", "16 May"]).is_err());
    }
}
