//! The pages of the rules, in Dutch and in English: one a rule, with an example that falls short and one that does not, and an
//! index by family. And the list of the codes that there ever were.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context as _, Result, bail, ensure};
use twentse_kubus::grammar::Closed as _;
use twentse_kubus::{Explanation, Lang, catalogue, explain};
use twentse_kubus_conformance::vectors::{Vector, all};

use super::docs::GENERATED;
use crate::sh::root;

/// The longest document that a page shows, in bytes. Longer ones are about size or depth, and nobody would read them.
const LONGEST: usize = 6_000;

/// The families of rules, by how their codes begin, in the order of the index.
const FAMILIES: [(&str, &str, &str); 14] = [
    ("TK-R", "Lezen van een document", "Reading a document"),
    ("TK-P1", "Plaatsingen (werkplekleren)", "Placements (werkplekleren)"),
    ("TK-P2", "Specialisatie", "Specialisation (specialisatie)"),
    ("TK-P3", "Ontwerpateliers, ontwerpen en reflectie", "Design studios, designs and reflection (ontwerpateliers)"),
    ("TK-P4", "Bewijs en opdrachten", "Evidence and assignments (bewijs en opdrachten)"),
    ("TK-P5", "Beoordeling en besluiten", "Assessment and decisions (beoordeling)"),
    ("TK-P6", "Onderzoek", "Research (onderzoek)"),
    ("TK-X1", "Het portfolio naast het opleidingsprogramma", "The portfolio and the curriculum (opleidingsprogramma)"),
    ("TK-X2", "Het portfolio naast het partnerschap", "The portfolio and the partnership (partnerschap)"),
    (
        "TK-X3",
        "Het portfolio naast de kennisbank en andere partnerschappen",
        "The portfolio, the knowledge base (kennisbank) and other partnerships",
    ),
    ("TK-K1", "KTP's", "KTP materials"),
    ("TK-K2", "De Twentse kubus", "The Twentse kubus"),
    ("TK-K3", "Kennis", "Knowledge (kennis)"),
    ("TK-", "Overige", "Others"),
];

/// What a page says besides what `explain` shows.
struct Words {
    lang: Lang,
    folder: &'static str,
    title: &'static str,
    intro: &'static str,
    columns: &'static str,
    short: &'static str,
    sound: &'static str,
    on: &'static str,
    lens: &'static str,
    overlay: &'static str,
    says: &'static str,
    says_nothing: &'static str,
    too_long: &'static str,
    given: &'static str,
    waits: &'static str,
    back: &'static str,
    other: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        lang: Lang::En,
        folder: "rules",
        title: "The rules",
        intro: "Every rule, by family, with its severity when it is due and when that is. The booklet *Praktijk In-Zicht* is \
                *Praktijk In-Zicht: Twents Partnerschap Opleiden in de School* (Steunpunt Opleidingsscholen, PO-Raad, about 2016-2017).",
        columns: "| code | what is the matter | severity | when |",
        short: "Example that falls short",
        sound: "Example that does not",
        on: "Judged on",
        lens: "through the lens",
        overlay: "with an overlay",
        says: "It says",
        says_nothing: "This rule says nothing about it.",
        too_long: "The document is too long to show here.",
        given: "Given as well",
        waits: "This rule is checked only where a document of this kind is given as well",
        back: "All rules",
        other: "Nederlands",
    },
    Words {
        lang: Lang::Nl,
        folder: "regels",
        title: "De regels",
        intro: "Elke regel, per groep, met hoe zwaar een tekort weegt en vanaf wanneer. Het katern *Praktijk In-Zicht* is \
                *Praktijk In-Zicht: Twents Partnerschap Opleiden in de School* (Steunpunt Opleidingsscholen, PO-Raad, ca. 2016-2017).",
        columns: "| code | wat er aan de hand is | gewicht | wanneer |",
        short: "Voorbeeld dat tekortschiet",
        sound: "Voorbeeld dat voldoet",
        on: "Beoordeeld op",
        lens: "met de vraag",
        overlay: "met het eigen regelboek",
        says: "De melding",
        says_nothing: "Hierover meldt deze regel niets.",
        too_long: "Het document is te lang om hier te tonen.",
        given: "Ook gegeven",
        waits: "Deze regel wordt alleen gecontroleerd waar ook een document van deze soort is gegeven",
        back: "Alle regels",
        other: "English",
    },
];

/// The pages by path: one a rule and an index, in each language.
pub(super) fn pages() -> Result<Vec<(String, String)>> {
    let vectors = all(&root().join("tests/vectors"))?;
    let by_name: BTreeMap<&str, &Vector> = vectors.iter().map(|vector| (vector.name.as_str(), vector)).collect();
    let mut pages = Vec::new();
    for (words, other) in WORDS.iter().zip(WORDS.iter().rev()) {
        let mut index =
            format!("{GENERATED}# {}\n\n{} [{}]({}.md)\n", words.title, words.intro, words.other, other.folder);
        let mut family = "";
        for rule in catalogue::all() {
            let explained = explain(rule.code, words.lang)?;
            let (begins, nl, en) =
                FAMILIES.iter().find(|(begins, ..)| rule.code.starts_with(begins)).context("a family")?;
            if family != *begins {
                family = begins;
                let heading = if words.lang == Lang::En { en } else { nl };
                write!(index, "\n## {heading}\n\n{}\n|---|---|---|---|\n", words.columns)?;
            }
            let Words { folder, .. } = words;
            let (code, title) = (rule.code, explained.title());
            writeln!(
                index,
                "| [{code}]({folder}/{code}.md) | {title} | {} | {} |",
                explained.severity(),
                explained.due()
            )?;
            pages.push((format!("docs/{folder}/{code}.md"), page(&explained, words, other, &by_name)?));
        }
        pages.push((format!("docs/{}.md", words.folder), index));
    }
    Ok(pages)
}

fn page(rule: &Explanation, words: &Words, other: &Words, vectors: &BTreeMap<&str, &Vector>) -> Result<String> {
    let code = rule.code();
    let mut page = format!("{GENERATED}{}\n", rule.to_string().trim_end());
    let needs = catalogue::entries().find(|entry| entry.meta.code == code).and_then(|entry| entry.needs);
    if let Some(kind) = needs {
        write!(page, "\n{}: {}.\n", words.waits, kind.word().label.get(words.lang))?;
    }
    let examples = [(words.short, "fires"), (words.sound, "near-miss")];
    for (heading, case) in examples {
        let name = format!("{code}/{case}");
        // A rule may have several of a kind, and none that is called so alone.
        let mut own = vectors.values().filter(|vector| vector.code == code && vector.name.contains(case));
        let vector = vectors.get(name.as_str()).or_else(|| own.next()).with_context(|| format!("no case {name}"))?;
        write!(page, "\n## {heading}\n\n{}", example(vector, words)?)?;
    }
    let Words { folder, .. } = other;
    write!(page, "\n[{}](../{}.md) · [{}](../{folder}/{code}.md)\n", words.back, words.folder, words.other)?;
    Ok(page)
}

/// A document, the day on which it is judged, and what the rule says of it.
fn example(vector: &Vector, words: &Words) -> Result<String> {
    let report = vector.run()?;
    let mut out = format!("{} {}", words.on, vector.case.as_of);
    if let Some(lens) = &vector.case.lens {
        write!(out, ", {} `{lens}`", words.lens)?;
    }
    if let Some(overlay) = &vector.case.rulebook {
        write!(out, ", {} `{overlay}`", words.overlay)?;
    }
    out.push_str(".\n\n");
    let show = |out: &mut String, document: &[u8]| match std::str::from_utf8(document) {
        Ok(text) if text.len() <= LONGEST => writeln!(out, "```json\n{}\n```\n", text.trim_end()),
        _ => writeln!(out, "{}\n", words.too_long),
    };
    show(&mut out, &vector.document)?;
    for other in &vector.others {
        writeln!(out, "{}:\n", words.given)?;
        show(&mut out, other)?;
    }
    let said: Vec<String> = report
        .findings()
        .iter()
        .filter(|finding| finding.code() == vector.code)
        .map(|finding| Ok(format!("- `{}` {}", finding.path(), finding.message(words.lang.tag())?)))
        .collect::<Result<_>>()?;
    if said.is_empty() {
        writeln!(out, "{}", words.says_nothing)?;
    } else {
        writeln!(out, "{}:\n\n{}", words.says, said.join("\n"))?;
    }
    Ok(out)
}

/// The codes that there ever were, each with its name. A code is never used again for another rule, so that a line never goes and
/// never changes.
pub(super) fn codes() -> Result<String> {
    let file = root().join("docs/codes.lock");
    let mut codes = BTreeMap::new();
    if file.exists() {
        for line in fs::read_to_string(&file)?.lines() {
            let (code, name) = line.split_once(' ').context("a code and a name")?;
            ensure!(codes.insert(code.to_owned(), name.to_owned()).is_none(), "{code} is there twice");
        }
    }
    for rule in catalogue::all() {
        match codes.get(rule.code) {
            Some(name) if name != rule.name => bail!("{} was {name} and is never used for another rule", rule.code),
            Some(_) => {}
            None => drop(codes.insert(rule.code.to_owned(), rule.name.to_owned())),
        }
    }
    if let Some(gone) = codes.keys().find(|code| catalogue::find(code).is_none()) {
        bail!("{gone} is gone: a rule that is no longer asked stays in the catalogue, retired");
    }
    Ok(codes.iter().map(|(code, name)| format!("{code} {name}\n")).collect())
}
