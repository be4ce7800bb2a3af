//! What each rule costs by itself: reports of typed portfolios on which one rule alone is checked, without what a report costs on which
//! none finds anything to do. What several rules share counts for each of them.
//!
//! Called by `cargo xtask bench rules` as `rules CORPUS DAY ROUNDS`. Prints the dearest rules in nanoseconds per portfolio.

use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context, Result};
use twentse_kubus::{Overlay, Portfolio, Validator, catalogue, documents::Kind, parse_date};

/// How many rules are named.
const NAMED: usize = 15;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let [corpus, day, rounds] = args.as_slice() else {
        println!("run by `cargo xtask bench rules`");
        return Ok(());
    };
    let corpus = std::fs::read_to_string(corpus).with_context(|| corpus.clone())?;
    let portfolios: Vec<Portfolio<'_>> = corpus.lines().map(Portfolio::from_json).collect::<Result<_, _>>()?;
    let as_of = parse_date(day).context("the day")?;
    let rounds: usize = rounds.parse()?;
    let nanoseconds = |validator: &Validator| {
        let mut times: Vec<f64> = (0..rounds)
            .map(|_| {
                let start = Instant::now();
                portfolios.iter().for_each(|one| drop(black_box(validator.validate_document(black_box(one), as_of))));
                start.elapsed().as_secs_f64()
            })
            .collect();
        times.sort_by(f64::total_cmp);
        #[expect(clippy::cast_precision_loss, reason = "a number to print")]
        let each = 1e9 / portfolios.len() as f64;
        times.get(rounds / 2).copied().unwrap_or(f64::NAN) * each
    };
    let alone = |code: &str| Validator::builder().rulebook(Overlay::new().only([code])).build();
    // A rule of reading: nothing of the portfolio is checked.
    let nothing = nanoseconds(&alone("TK-R019")?);
    let mut costs = Vec::new();
    for entry in catalogue::entries().filter(|entry| entry.kind == Some(Kind::Portfolio) && entry.needs.is_none()) {
        costs.push((nanoseconds(&alone(entry.meta.code)?) - nothing, entry.meta));
    }
    costs.sort_by(|a, b| b.0.total_cmp(&a.0));
    let all: f64 = costs.iter().map(|(cost, _)| cost.max(0.0)).sum();
    println!("{} rules, {all:.0} ns per portfolio one by one; with none {nothing:.0} ns\n", costs.len());
    println!("| rule | ns per portfolio | share |\n|---|---:|---:|");
    for (cost, rule) in costs.iter().take(NAMED) {
        println!("| {} {} | {cost:.0} | {:.1} % |", rule.code, rule.name, cost / all * 100.0);
    }
    Ok(())
}
