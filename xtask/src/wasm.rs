//! JavaScript: the wasm libraries, the sentences and labels beside them, their sizes, and the tests of the package in Node and in
//! Chromium.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, bail, ensure};
use twentse_kubus::insight::INSIGHT_LISTS;
use twentse_kubus::{Lang, REPORT_LISTS, Sentences, api, catalogue};

use crate::sh::{cmd, read, root, run, step, succeeds};
use crate::{debian, npm};

const PACKAGE: &str = "bindings-wasm";
const MATRIX: &str = "bindings-wasm/matrix";
const TARGET: &str = "target/wasm";
const TRIPLE: &str = "wasm32-unknown-unknown";

/// The libraries, by the feature that makes each, with the most kilobytes that it may have when gzipped: built with the
/// standard library from its source, as it is shipped, and with the one of the toolchain.
const LIBRARIES: [(&str, u64, u64); 4] =
    [("judge", 157, 182), ("kinds", 252, 292), ("all", 386, 446), ("docs", 172, 198)];

/// In a module a library is text, two digits a byte: gzipped it may be larger by this many hundredths.
const IN_A_MODULE: u64 = 112;

/// The modules that `require` needs, apart from what is generated.
const MODULES: [&str; 11] =
    ["all", "docs", "errors", "findings", "input", "judge", "kinds", "labels", "library", "sentences", "surface"];

/// The most kilobytes that the sentences of one language may have when gzipped.
const SENTENCES: u64 = 28;

/// The most kilobytes that the labels of one language may have when gzipped.
const LABELS: u64 = 11;

/// The most kilobytes that the lists of reference data may have when gzipped.
const LISTS: u64 = 4;

/// What the compiler may use, and so every browser of the last years has.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The files with tests: left to itself, Node takes the pages for tests too.
const TESTS: [&str; 9] = [
    "test/vectors.test.mjs",
    "test/entries.test.mjs",
    "test/input.test.mjs",
    "test/interface.test.mjs",
    "test/insight.test.mjs",
    "test/labels.test.mjs",
    "test/types.test.mjs",
    "test/chromium.test.mjs",
    "test/bundlers.test.mjs",
];

/// Names the browser where it is not Debian's.
const CHROMIUM: &str = "KUBUS_CHROMIUM";

/// Finds or installs the standard library for wasm, the package's tools and the browser.
pub(crate) fn ready() -> Result<()> {
    step("wasm: tools of the package", || npm::install(PACKAGE))?;
    step("wasm: browser", chromium)
}

/// Finds or installs the browser, in which Python's cards are looked at too.
pub(crate) fn chromium() -> Result<()> {
    if !browser().exists() && env::var_os(CHROMIUM).is_none() {
        debian::install(&["chromium"])?;
    }
    let browser = browser();
    ensure!(
        browser.exists(),
        "{} is not there. On Debian: apt-get install chromium. Elsewhere name a Chromium in {CHROMIUM}",
        browser.display()
    );
    Ok(())
}

fn browser() -> PathBuf {
    env::var_os(CHROMIUM).map_or_else(|| PathBuf::from("/usr/bin/chromium"), PathBuf::from)
}

/// Builds the libraries and writes the sentences, and says with which standard library.
pub(crate) fn build() -> Result<Standard> {
    ready()?;
    let source = step("wasm: standard library", standard_library)?;
    step("wasm: libraries", || {
        run(&mut cmd("cargo", &["build", "--locked", "--quiet", "--package", "twentse-kubus-wasm-packer"]))?;
        fs::create_dir_all(root().join(PACKAGE).join("dist"))?;
        LIBRARIES.iter().try_for_each(|(library, ..)| pack(library, source))
    })?;
    step("wasm: sentences", || {
        Lang::ALL.into_iter().try_for_each(write)?;
        let version = format!(
            "// @generated from the core.\nexport const FORMAT = \"{}\";\nexport const ENGINE = \"{}\";\n",
            Sentences::FORMAT,
            Sentences::ENGINE
        );
        fs::write(root().join(PACKAGE).join("dist/version.js"), version)?;
        let schema: serde_json::Value = serde_json::from_str(&twentse_kubus::api::schema("rulebook")?)?;
        Ok(fs::write(root().join(PACKAGE).join("dist/rulebook.schema.json"), schema.to_string())?)
    })?;
    step("wasm: labels", labels)?;
    step("wasm: modules for `require`", common_js)?;
    Ok(source)
}

/// Writes the sentences of a language: as a file, and as the module that makes them known when it is imported.
fn write(lang: Lang) -> Result<()> {
    let folder = root().join(PACKAGE).join("dist/sentences");
    fs::create_dir_all(&folder)?;
    let (tag, text) = (
        lang.tag(),
        Sentences::write(
            lang,
            catalogue::all(),
            &[REPORT_LISTS.as_slice(), INSIGHT_LISTS, &catalogue::lists()].concat(),
        ),
    );
    let module =
        format!("// @generated from the core.\nimport {{ learn }} from \"../../js/sentences.js\";\n\nlearn({text});\n");
    fs::write(folder.join(format!("{tag}.json")), text)?;
    Ok(fs::write(folder.join(format!("{tag}.js")), module)?)
}

/// Writes the labels of each language, as a file and as a module, and the lists of reference data as a module.
fn labels() -> Result<()> {
    let folder = root().join(PACKAGE).join("dist/labels");
    fs::create_dir_all(&folder)?;
    let module = |file: &str, name: &str, text: &str| {
        let module = format!("// @generated from the core.\nexport const {name} = {text};\n");
        fs::write(folder.join(format!("{file}.js")), module)
    };
    for lang in Lang::ALL {
        let (tag, text) = (lang.tag(), api::labels(lang.tag())?);
        module(tag, "labels", &text)?;
        fs::write(folder.join(format!("{tag}.json")), text)?;
    }
    Ok(module("frameworks", "lists", &api::frameworks())?)
}

/// Writes what the core says of labels and lists of reference data, for the tests to hold the package against.
fn told() -> Result<()> {
    let mut told = serde_json::Map::new();
    for lang in Lang::ALL {
        told.insert(lang.tag().to_owned(), serde_json::from_str(&api::labels(lang.tag())?)?);
    }
    told.insert("frameworks".to_owned(), serde_json::from_str(&api::frameworks())?);
    let folder = root().join(TARGET);
    Ok(fs::write(folder.join("labels.json"), serde_json::to_string(&told)?)?)
}

/// Writes the modules once more as `CommonJS`, for `require`, with their types. Bundlers and `import` never come here.
fn common_js() -> Result<()> {
    let package = root().join(PACKAGE);
    let made = package.join("dist/cjs");
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    let mut modules: Vec<String> = MODULES.iter().map(|module| format!("js/{module}.js")).collect();
    modules.extend(LIBRARIES.map(|(library, ..)| format!("dist/{library}.glue.js")));
    for folder in ["sentences", "labels"] {
        modules.extend(Lang::ALL.map(|lang| format!("dist/{folder}/{}.js", lang.tag())));
    }
    modules.push("dist/labels/frameworks.js".to_owned());
    modules.push("dist/version.js".to_owned());
    let mut esbuild = cmd("node", &["node_modules/esbuild/bin/esbuild"]);
    esbuild.args(["--format=cjs", "--platform=node", "--target=node20", "--outbase=.", "--outdir=dist/cjs"]);
    run(esbuild.args(["--log-level=warning"]).args(modules).current_dir(&package))?;
    fs::write(made.join("package.json"), "{ \"type\": \"commonjs\" }\n")?;
    fs::write(
        made.join("js/coders.js"),
        "// @generated: a test runner may hide them.\nmodule.exports = require(\"node:util\");\n",
    )?;
    fs::create_dir_all(made.join("types"))?;
    for file in fs::read_dir(package.join("types"))? {
        let file = file?;
        fs::copy(file.path(), made.join("types").join(file.file_name()))?;
    }
    Ok(())
}

/// Builds, then runs the tests: vectors, interface and types in Node, the vectors and a page in Chromium.
pub(crate) fn test() -> Result<()> {
    let source = build()?;
    told()?;
    step("wasm: Node and Chromium", || {
        let mut node = cmd("node", &["--test", "--test-reporter=dot", "--test-reporter-destination=stdout"]);
        node.args(["--test-reporter=spec", "--test-reporter-destination=../target/wasm/tests.txt"]).args(TESTS);
        run(node.current_dir(root().join(PACKAGE)).env(CHROMIUM, browser()))?;
        let told = fs::read_to_string(root().join(TARGET).join("tests.txt"))?;
        told.lines().filter(|line| line.starts_with('ℹ')).for_each(|line| println!("{line}"));
        Ok(())
    })?;
    step("wasm: sizes", || weigh(source))
}

/// Tries the package as it is packed with every tool that its README names. Too long for every change: some minutes.
pub(crate) fn matrix() -> Result<()> {
    build()?;
    step("wasm: tools of the matrix", || npm::install(MATRIX))?;
    step("wasm: every bundler, test runner and Node", || {
        run(cmd("node", &["matrix.mjs"]).current_dir(root().join(MATRIX)).env(CHROMIUM, browser()))
    })
}

/// Seconds that Node and its peers need over a corpus, as JSON.
pub(crate) fn bench(corpus: &Path, day: &str, rounds: &str) -> Result<String> {
    build()?;
    let mut node = cmd("node", &["bench/reports.mjs"]);
    read(node.arg(corpus).args([day, rounds]).current_dir(root().join(PACKAGE)))
}

/// Where the standard library for wasm comes from.
#[derive(Clone, Copy)]
pub(crate) enum Standard {
    /// It is built from the toolchain's source, for size.
    Source,
    /// The toolchain has it, built for speed and with every word that a panic might say.
    Installed,
}

/// Gets the standard library: its source from the toolchain or from rustup, since what is built from it is a sixth smaller;
/// else the built one, of the toolchain or from rustup.
fn standard_library() -> Result<Standard> {
    let library = PathBuf::from(read(&mut cmd("rustc", &["--print", "sysroot"]))?).join("lib/rustlib/src/rust/library");
    let source = || library.join("Cargo.lock").exists();
    if source() || succeeds(&mut cmd("rustup", &["component", "add", "rust-src"])) && source() {
        return Ok(Standard::Source);
    }
    let built = || -> Result<bool> {
        let folder = read(&mut cmd("rustc", &["--print", "target-libdir", "--target", TRIPLE]))?;
        let mut files = fs::read_dir(folder).into_iter().flatten().flatten();
        Ok(files.any(|file| file.file_name().to_string_lossy().starts_with("libstd-")))
    };
    if built()? || succeeds(&mut cmd("rustup", &["target", "add", TRIPLE])) && built()? {
        return Ok(Standard::Installed);
    }
    bail!(
        "the standard library for {TRIPLE} is needed: `rustup component add rust-src` and `rustup target add {TRIPLE}` \
         both failed"
    )
}

/// What is shipped names no folder of the machine that it was built on, has the small SHA-256, since that runs once a
/// rulebook, and says nothing when it panics: nobody could read it.
///
/// Functions are taken into others only where that makes them smaller, or hardly larger where one is marked `inline`: 12 kB
/// less, gzipped. What is called for every token of a document is taken in always, or a report took 1.6 times as long.
/// Passes that lay out loops and loads for speed at the cost of size are left out: 3 kB less, and as fast.
fn flags(source: Standard) -> Result<String> {
    let sysroot = read(&mut cmd("rustc", &["--print", "sysroot"]))?;
    let mut flags = format!(
        "--cfg sha2_backend=\"soft\" --cfg sha2_backend_soft=\"compact\" \
         -Cllvm-args=-inline-threshold=0 -Cllvm-args=-inlinehint-threshold=20 -Cllvm-args=-disable-lsr \
         -Cllvm-args=-enable-pre=false -Cllvm-args=-disable-licm-promotion --remap-path-prefix={sysroot}/lib/rustlib/src/rust=rust"
    );
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    for folder in sources.into_iter().flatten() {
        write!(flags, " --remap-path-prefix={}=crates", folder?.path().display())?;
    }
    if let Standard::Source = source {
        flags.push_str(" -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none");
    }
    Ok(flags)
}

/// Builds one library, makes its glue, and lets `wasm-opt` shrink it.
fn pack(library: &str, source: Standard) -> Result<()> {
    let arguments = ["build", "--locked", "--quiet", "--package", "twentse-kubus-wasm", "--features", library];
    let mut cargo = cmd("cargo", &arguments);
    cargo.args(["--profile", "wasm", "--target", TRIPLE, "--target-dir", TARGET]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags(source)?);
    if let Standard::Source = source {
        cargo.args(["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"]);
        cargo.env("RUSTC_BOOTSTRAP", "1");
    }
    run(&mut cargo)?;
    let built = root().join(TARGET).join(TRIPLE).join("wasm/twentse_kubus_wasm.wasm");
    let folder = root().join(TARGET).join("packed");
    fs::create_dir_all(&folder)?;
    let packer = root().join("target/debug").join(format!("twentse-kubus-wasm-packer{}", env::consts::EXE_SUFFIX));
    run(cmd(packer, &[]).arg(built).arg(&folder).arg(library))?;
    let dist = root().join(PACKAGE).join("dist");
    fs::copy(folder.join(format!("{library}.glue.js")), dist.join(format!("{library}.glue.js")))?;
    // Functions that are alike stand together when sorted by name, which gzip likes. Nothing but the last of the stack lies
    // in the lowest kilobyte, so an address and an offset can be added in the instruction that uses them.
    let passes =
        ["-Os", "--low-memory-unused", "--reorder-functions-by-name", "--strip-producers", "--strip-target-features"];
    let mut optimise = cmd("node", &["node_modules/binaryen/bin/wasm-opt"]);
    optimise.args(passes).current_dir(root().join(PACKAGE)).args(FEATURES).arg(folder.join(format!("{library}.wasm")));
    run(optimise.arg("-o").arg(dist.join(format!("{library}.wasm"))))?;
    let bytes = fs::read(dist.join(format!("{library}.wasm")))?;
    let mut module = String::from("// @generated from the library beside it.\nexport default \"");
    for byte in bytes {
        write!(module, "{byte:02x}")?;
    }
    module.push_str("\";\n");
    Ok(fs::write(dist.join(format!("{library}.hex.js")), module)?)
}

/// Prints how large each part is, and fails when one is over its budget.
fn weigh(source: Standard) -> Result<()> {
    let libraries = LIBRARIES.map(|(library, shipped, prebuilt)| {
        let budget = match source {
            Standard::Source => shipped,
            Standard::Installed => prebuilt,
        };
        [(format!("{library}.wasm"), budget), (format!("{library}.hex.js"), budget * IN_A_MODULE / 100)]
    });
    let readme = fs::read_to_string(root().join(PACKAGE).join("README.md"))?;
    for (library, shipped, _) in LIBRARIES {
        ensure!(
            readme.contains(&format!("| `{library}.wasm` | {shipped} kB | {} kB |", shipped * IN_A_MODULE / 100)),
            "the README tells another budget of {library}"
        );
    }
    ensure!(
        readme.contains(&format!("| | {SENTENCES} kB | {SENTENCES} kB |")),
        "the README tells another budget of the sentences"
    );
    let all_labels = LABELS * Lang::ALL.len() as u64 + LISTS;
    for budget in [LABELS, all_labels] {
        ensure!(
            readme.contains(&format!("| | {budget} kB | {budget} kB |")),
            "the README tells another budget of the labels"
        );
    }
    let sentences = Lang::ALL.map(|lang| (format!("sentences/{}.json", lang.tag()), SENTENCES));
    let labels = Lang::ALL.map(|lang| (format!("labels/{}.json", lang.tag()), LABELS));
    let lists = [("labels/frameworks.js".to_owned(), LISTS)];
    let mut over = Vec::new();
    println!("| part | bytes | gzipped | kB at most |\n|---|---:|---:|---:|");
    for (part, budget) in libraries.into_iter().flatten().chain(sentences).chain(labels).chain(lists) {
        let file = root().join(PACKAGE).join("dist").join(&part);
        let raw = fs::metadata(&file)?.len();
        let zipped = cmd("gzip", &["-9", "--stdout"]).arg(&file).output().context("gzip")?.stdout.len() as u64;
        println!("| {part} | {raw} | {zipped} | {budget} |");
        if zipped.div_ceil(1000) > budget {
            over.push(part);
        }
    }
    ensure!(over.is_empty(), "over their budgets: {}", over.join(", "));
    Ok(())
}
