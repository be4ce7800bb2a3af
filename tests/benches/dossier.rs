//! What a whole dossier costs in one call, in time and in memory, against its portfolios judged alone and against the same compared
//! with the same other documents, which were read before; and whether the cost grows with the dossier.
//!
//! Called by `cargo xtask bench dossier` as `dossier SAMPLES ROUNDS`: a dossier of one sample of 430 students is measured and one of
//! this many samples. Each contender is run in each round, in turns, on one thread; the tables have the medians of the time that the
//! thread was at work, and the most memory that was taken in the first round besides the documents themselves, which the caller
//! holds.

use std::alloc::System;
use std::hint::black_box;

use anyhow::{Context, Result, ensure};
use cpu_time::ThreadTime;
use peakmem_alloc::{INSTRUMENTED_SYSTEM, PeakMemAlloc, PeakMemAllocTrait as _};
use twentse_kubus::{Report, Validator};
use twentse_kubus_conformance::samples::dossier::Dossier;

#[global_allocator]
static MEMORY: &PeakMemAlloc<System> = &INSTRUMENTED_SYSTEM;

const SEED: u64 = 7;

/// What is done with the documents.
type Contender<'c> = &'c dyn Fn() -> Result<Vec<Report>>;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let [samples, rounds] = args.as_slice() else {
        println!("run by `cargo xtask bench dossier`");
        return Ok(());
    };
    let (samples, rounds) = (samples.parse().context("how many samples")?, rounds.parse().context("how many rounds")?);
    let [one, many] = [measure(1, rounds)?, measure(samples, rounds)?];
    let growth = |what: &str, many: Cost, one: Cost| {
        println!(
            "{what}: {:.2} times the time, {:.2} times the memory",
            many.time / one.time,
            many.memory / one.memory
        );
    };
    println!("A portfolio, of {} against {}", many.portfolios, one.portfolios);
    growth("alone", many.each(many.alone), one.each(one.alone));
    growth("the whole dossier", many.each(many.whole), one.each(one.whole));
    Ok(())
}

/// What something takes: seconds, and bytes of memory at the most.
#[derive(Clone, Copy)]
struct Cost {
    time: f64,
    memory: f64,
}

/// What a dossier costs.
struct Measured {
    portfolios: f64,
    alone: Cost,
    compared: Cost,
    others: Cost,
    whole: Cost,
}

impl Measured {
    /// What falls to one portfolio.
    fn each(&self, cost: Cost) -> Cost {
        Cost { time: cost.time / self.portfolios, memory: cost.memory / self.portfolios }
    }

    fn print(&self) {
        println!(
            "| | ms | µs per portfolio | times as long as alone | MB | kB per portfolio |\n|---|---:|---:|---:|---:|---:|"
        );
        let time = |name: &str, time: f64| {
            let each = time * 1e6 / self.portfolios;
            format!("| {name} | {:.1} | {each:.1} | {:.2} |", time * 1e3, time / self.alone.time)
        };
        for (name, cost) in [
            ("the portfolios alone", self.alone),
            ("compared with the other documents, which were read before", self.compared),
            ("the other documents alone", self.others),
            ("the whole dossier in one call", self.whole),
        ] {
            println!("{} {:.1} | {:.1} |", time(name, cost.time), cost.memory / 1e6, self.each(cost).memory / 1e3);
        }
        // Not so the memory: what it takes to read the other documents is free again when the portfolios are judged.
        println!("{} | |\n", time("that without the other documents", self.whole.time - self.others.time));
    }
}

/// Measures a dossier of this many samples, and prints it.
fn measure(samples: usize, rounds: usize) -> Result<Measured> {
    let dossier = Dossier::made(SEED, samples);
    let all: Vec<String> = dossier.others().chain(dossier.portfolios()).map(|one| one.sample.json).collect();
    let (others, portfolios) = all.split_at(dossier.others().count());
    let day = Dossier::day();
    let alone = Validator::default();
    let compared = Validator::builder().documents(others.iter().map(String::as_bytes)).build()?;
    let bytes = |documents: &[String]| documents.iter().map(String::len).sum::<usize>();
    println!(
        "{} portfolios of {} bytes together, {} other documents of {}",
        portfolios.len(),
        bytes(portfolios),
        others.len(),
        bytes(others)
    );
    let rules = |reports: &[Report]| reports.last().map_or(0, |report| report.outcomes().len());
    let mut in_dossier = 0;
    let contenders: [(usize, Contender<'_>); 4] = [
        (portfolios.len(), &|| Ok(alone.validate_many(portfolios, day).0)),
        (portfolios.len(), &|| Ok(compared.validate_many(portfolios, day).0)),
        (others.len(), &|| Ok(alone.dossier(others, day)?.0)),
        (all.len(), &|| Ok(alone.dossier(&all, day)?.0)),
    ];
    let mut costs = contenders.map(|_| (Vec::new(), 0));
    for round in 0..rounds {
        for ((documents, contender), (times, memory)) in contenders.iter().zip(&mut costs) {
            MEMORY.reset_peak_memory();
            let start = ThreadTime::now();
            let reports = black_box(contender()?);
            times.push(start.elapsed().as_secs_f64());
            if round == 0 {
                *memory = MEMORY.get_peak_memory();
                in_dossier = rules(&reports);
            }
            ensure!(reports.len() == *documents, "documents were left out");
        }
    }
    let alone_too = rules(&alone.validate_many(portfolios.last(), day).0);
    println!("rules that answer about a portfolio: {alone_too} alone, {in_dossier} in the dossier\n");
    #[expect(clippy::cast_precision_loss, reason = "numbers to print")]
    let [alone, compared, others, whole] =
        costs.map(|(times, memory)| Cost { time: median(times), memory: memory as f64 });
    #[expect(clippy::cast_precision_loss, reason = "a number to print")]
    let portfolios = portfolios.len() as f64;
    let measured = Measured { portfolios, alone, compared, others, whole };
    measured.print();
    Ok(measured)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
