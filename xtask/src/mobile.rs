//! Mobile: the library, its Kotlin and Swift sides, and the Kotlin tests on the JVM.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX, EXE_SUFFIX};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, ensure};

use crate::sh::{cmd, read, root, run, step};
use crate::{debian, npm};

const KOTLIN: &str = "bindings-mobile/kotlin";
const TARGET: &str = "target/mobile";
const LIBRARY: &str = "twentse_kubus_mobile";

/// The least version of Java that the Kotlin tests need.
const JAVA: u32 = 17;

/// Debian's packages with the jars that are compiled against or run.
const JARS: &[(&str, &[&str])] = &[
    ("libjna-java", &["jna"]),
    ("libgoogle-gson-java", &["gson"]),
    (
        "junit5",
        &[
            "junit-jupiter-api",
            "junit-jupiter-engine",
            "junit-platform-commons",
            "junit-platform-console",
            "junit-platform-engine",
            "junit-platform-launcher",
            "junit-platform-reporting",
            "apiguardian-api",
            "opentest4j",
            "picocli",
        ],
    ),
];

/// Names the folder of these jars where it is not Debian's.
const JARS_FOLDER: &str = "KUBUS_JARS";

/// Jars that come with the Kotlin compiler.
const KOTLIN_JARS: &[&str] = &["kotlin-stdlib", "kotlin-test", "kotlin-test-junit5"];

/// What the generator makes, and where it is kept.
const GENERATED: &[(&str, &str)] = &[
    ("twentsekubus/twentse_kubus.kt", "bindings-mobile/kotlin/src/twentsekubus/twentse_kubus.kt"),
    ("TwentseKubus.swift", "bindings-mobile/swift/TwentseKubus.swift"),
    ("TwentseKubusFFI.h", "bindings-mobile/swift/TwentseKubusFFI.h"),
    ("TwentseKubusFFI.modulemap", "bindings-mobile/swift/TwentseKubusFFI.modulemap"),
];

/// Finds or installs Java, the jars of the tests and the Kotlin compiler.
pub(crate) fn ready() -> Result<()> {
    step("mobile: toolchain", || {
        if env::var_os(JARS_FOLDER).is_none() {
            debian::install(&packages(&missing()))?;
        }
        let missing = missing();
        ensure!(
            missing.is_empty(),
            "missing: {}. On Debian: apt-get install {}. Elsewhere install Java {JAVA} or newer, put the jars of JNA, \
             Gson and JUnit 5 in one folder, without versions in their names, and name the folder in {JARS_FOLDER}",
            missing.iter().map(|(_, what)| what.as_str()).collect::<Vec<_>>().join(", "),
            packages(&missing).join(" "),
        );
        npm::install(KOTLIN)
    })
}

/// Builds the library, and compiles the Kotlin package together with its tests.
pub(crate) fn build() -> Result<()> {
    ready()?;
    step("mobile: library", || cargo("build", &["--package", "twentse-kubus-mobile"]))?;
    step("mobile: kotlin", || {
        let classes = root().join(TARGET).join("classes");
        if classes.exists() {
            fs::remove_dir_all(&classes)?;
        }
        let mut kotlinc = cmd("bash", &[&format!("{KOTLIN}/node_modules/kotlin-compiler/bin/kotlinc")]);
        kotlinc.args(["-no-reflect", "-Werror", "-classpath"]).arg(class_path(None)?).arg("-d").arg(&classes);
        run(kotlinc.args(["src", "test"].map(|part| format!("{KOTLIN}/{part}"))))
    })
}

/// Builds, then runs the Kotlin tests: the vectors and the interface.
pub(crate) fn test() -> Result<()> {
    build()?;
    step("mobile: unit tests", || cargo("test", &["--package", "twentse-kubus-mobile"]))?;
    step("mobile: kotlin tests", || {
        let classes = root().join(TARGET).join("classes");
        let hashes = root().join("target/vectors/kotlin.sha256");
        if hashes.exists() {
            fs::remove_file(&hashes)?;
        }
        let mut java = cmd("java", &[]);
        java.arg(property("jna.library.path", &root().join(TARGET).join("debug")));
        java.arg(property("kubus.vectors", &root().join("tests/vectors")));
        java.arg(property("kubus.hashes", &hashes));
        // A report has the same bytes anywhere: the tests run where upper case, digits and days differ from ours.
        java.args(["-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Kiritimati"]);
        java.arg("-classpath").arg(class_path(Some(&classes))?);
        java.args(["org.junit.platform.console.ConsoleLauncher", "--disable-banner", "--disable-ansi-colors"]);
        run(java.args(["--details=summary", "--fail-if-no-tests", "--scan-classpath"]).arg(&classes))
    })
}

/// Writes the Kotlin and Swift sides from the built library, or only checks the committed ones against it.
///
/// Tests need the committed files only: the generator takes most of a minute to build, once, and a library that does
/// not fit its Kotlin side says so when it is loaded.
pub(crate) fn generate(check: bool) -> Result<()> {
    cargo("build", &["--package", "twentse-kubus-mobile", "--package", "twentse-kubus-mobile-generator"])?;
    let built = root().join(TARGET).join("debug");
    let made = root().join(TARGET).join("generated");
    let generator = built.join(format!("twentse-kubus-mobile-generator{EXE_SUFFIX}"));
    run(cmd(generator, &[]).arg(built.join(format!("{DLL_PREFIX}{LIBRARY}{DLL_SUFFIX}"))).arg(&made))?;
    let mut stale = Vec::new();
    for (name, path) in GENERATED {
        let made =
            fs::read_to_string(made.join(name)).with_context(|| format!("the generator did not write {name}"))?;
        // This line takes the place of the generator's own heading.
        let mut fresh = String::from("// @generated by `cargo xtask gen` from bindings-mobile/src; edit that.\n");
        for line in made.trim_end().lines().skip_while(|line| line.starts_with("//")) {
            fresh.push_str(line.trim_end());
            fresh.push('\n');
        }
        let file = root().join(path);
        if fs::read_to_string(&file).is_ok_and(|there| there == fresh) {
            continue;
        }
        if check {
            stale.push(*path);
            continue;
        }
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&file, fresh)?;
        println!("wrote {path}");
    }
    ensure!(stale.is_empty(), "not up to date, run `cargo xtask gen`: {}", stale.join(", "));
    Ok(())
}

/// A command of cargo, with everything it builds in one folder.
fn cargo(command: &str, args: &[&str]) -> Result<()> {
    run(cmd("cargo", &[command, "--locked", "--quiet", "--target-dir", TARGET]).args(args))
}

/// What is not there: the package of Debian that brings it, and its name.
fn missing() -> Vec<(&'static str, String)> {
    let mut missing = Vec::new();
    if java_version().is_none_or(|version| version < JAVA) {
        missing.push(("default-jdk-headless", format!("Java {JAVA}")));
    }
    for (package, jars) in JARS {
        for jar in *jars {
            let jar = jars_folder().join(format!("{jar}.jar"));
            if !jar.exists() {
                missing.push((*package, jar.display().to_string()));
            }
        }
    }
    missing
}

fn packages(missing: &[(&'static str, String)]) -> Vec<&'static str> {
    let mut packages: Vec<_> = missing.iter().map(|(package, _)| *package).collect();
    packages.dedup();
    packages
}

/// The first number that Java says of itself: `openjdk 17.0.15 2025-04-15`.
fn java_version() -> Option<u32> {
    let said = read(&mut cmd("java", &["--version"])).ok()?;
    said.split_whitespace().nth(1)?.split(['.', '-', '+']).next()?.parse().ok()
}

/// Where the jars of others are: Debian's folder, unless the environment names another.
fn jars_folder() -> PathBuf {
    env::var_os(JARS_FOLDER).map_or_else(|| PathBuf::from("/usr/share/java"), PathBuf::from)
}

/// The class path: the jars of others, and our own classes once they are compiled.
fn class_path(classes: Option<&Path>) -> Result<OsString> {
    let compiler = root().join(KOTLIN).join("node_modules/kotlin-compiler/lib");
    let jars = JARS.iter().flat_map(|(_, jars)| *jars).map(|jar| jars_folder().join(format!("{jar}.jar")));
    let kotlin = KOTLIN_JARS.iter().map(|jar| compiler.join(format!("{jar}.jar")));
    Ok(env::join_paths(jars.chain(kotlin).chain(classes.map(Path::to_path_buf)))?)
}

fn property(name: &str, value: &Path) -> String {
    format!("-D{name}={}", value.display())
}
