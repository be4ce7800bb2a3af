//! Mobile: the library, its Kotlin and Swift sides, the jar, and the Kotlin tests on the JVM.

mod jar;
mod maven;

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX, EXE_SUFFIX};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use regex_lite::Regex;

use crate::sh::{cmd, read, root, run, step};
use crate::{debian, npm};

const KOTLIN: &str = "bindings-mobile/kotlin";
const COMPILER: &str = "bindings-mobile/kotlin/node_modules/kotlin-compiler";
const README: &str = "bindings-mobile/README.md";
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

/// Jars of the Kotlin compiler that the tests need.
const TEST_JARS: &[&str] = &["kotlin-stdlib", "kotlin-test", "kotlin-test-junit5", COROUTINES];
const COROUTINES: &str = "kotlinx-coroutines-core-jvm";

/// What the generator makes, and where it is kept.
const GENERATED: &[(&str, &str)] = &[
    ("twentsekubus/raw/twentse_kubus.kt", "bindings-mobile/kotlin/src/twentsekubus/raw/twentse_kubus.kt"),
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

/// Builds the library and the jar, and compiles the Kotlin tests.
pub(crate) fn build() -> Result<()> {
    ready()?;
    step("mobile: library", || cargo("build", &["--package", "twentse-kubus-mobile"]))?;
    step("mobile: classes", compile)?;
    step("mobile: jar", || jar::pack("debug", &[]).map(drop))?;
    step("mobile: compile the tests", || {
        let class_path = join([jar::file()].into_iter().chain(compiler_jars(TEST_JARS)).chain(debian_jars()))?;
        kotlinc(&class_path, &fresh("test-classes")?, &[root().join(KOTLIN).join("test")])
    })
}

/// Builds, then runs the Kotlin tests on the jar: the vectors, the interface, and the program of the README.
pub(crate) fn test() -> Result<()> {
    build()?;
    step("mobile: unit tests", || cargo("test", &["--package", "twentse-kubus-mobile"]))?;
    step("mobile: kotlin tests", || {
        let classes = target("test-classes");
        let hashes = root().join("target/vectors/kotlin.sha256");
        if hashes.exists() {
            fs::remove_file(&hashes)?;
        }
        let mut java = cmd("java", &[]);
        java.arg(property("kubus.vectors", &root().join("tests/vectors")));
        java.arg(property("kubus.hashes", &hashes));
        // A report has the same bytes anywhere: the tests run where upper case, digits and days differ from ours.
        java.args(["-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Kiritimati"]);
        let ours = [jar::file(), classes.clone()].into_iter();
        java.arg("-classpath").arg(join(ours.chain(compiler_jars(TEST_JARS)).chain(debian_jars()))?);
        java.args(["org.junit.platform.console.ConsoleLauncher", "--disable-banner", "--disable-ansi-colors"]);
        run(java.args(["--details=summary", "--fail-if-no-tests", "--scan-classpath"]).arg(&classes))
    })?;
    step("mobile: the program of the README, with the jar, JNA and Kotlin alone", readme)
}

/// `cargo xtask jar`: the jar with its POM, for this machine and for the platforms whose libraries are named.
pub(crate) fn jar(platforms: &[String]) -> Result<()> {
    ready()?;
    step("mobile: library", || {
        // The symbols are half of it, and only the generator of the Kotlin side reads them.
        cargo("build", &["--release", "--package", "twentse-kubus-mobile", "--config", "profile.release.strip=true"])
    })?;
    step("mobile: classes", compile)?;
    let jar = step("mobile: jar", || jar::pack("release", platforms))?;
    println!("wrote {}", jar.display());
    Ok(())
}

/// The jar as a release has it, put to use by Maven.
pub(crate) fn release_check() -> Result<()> {
    jar(&[])?;
    step("mobile: the program of the README, with the released jar", readme)?;
    step("mobile: Maven", maven::check)
}

/// Compiles the Kotlin package.
fn compile() -> Result<()> {
    let class_path = join(compiler_jars(&["kotlin-stdlib", COROUTINES]).chain([debian_jar("jna")]))?;
    kotlinc(&class_path, &fresh("classes")?, &[root().join(KOTLIN).join("src")])
}

/// Compiles the Kotlin of the README against the jar alone, runs it, and compares what it prints with the README.
fn readme() -> Result<()> {
    let text = fs::read_to_string(root().join(README))?;
    let block = |language: &str| {
        let (_, from) = text.split_once(&format!("```{language}\n"))?;
        from.split_once("```").map(|(block, _)| block)
    };
    let (program, printed) =
        block("kotlin").zip(block("text")).context("the README has no program, or not its output")?;
    let classes = fresh("readme")?;
    let source = classes.join("Program.kt");
    fs::write(&source, program)?;
    let jar = jar::file();
    kotlinc(&join(compiler_jars(&["kotlin-stdlib"]).chain([jar.clone()]))?, &classes, &[source])?;
    let class_path = compiler_jars(&["kotlin-stdlib"]).chain([debian_jar("jna"), jar, classes]);
    let told = read(cmd("java", &["-classpath"]).arg(join(class_path)?).arg("ProgramKt"))?;
    ensure!(told == printed.trim_end(), "{README}: its program prints\n{told}\nand not\n{printed}");
    Ok(())
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
        let mut made =
            fs::read_to_string(made.join(name)).with_context(|| format!("the generator did not write {name}"))?;
        if Path::new(name).extension().is_some_and(|kind| kind == "kt") {
            made = internal(&made)?;
        }
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

/// Generated Kotlin with every declaration of the file internal: the package `twentsekubus` is what a program uses.
fn internal(kotlin: &str) -> Result<String> {
    // A function of no type is written behind its annotation, or behind the end of its comment.
    let declaration = Regex::new(
        r"(?m)^((?: +(?:@Throws\([^)]*\)|\*/) )?)(?:public )?((?:open |data |sealed |enum |abstract |inline )*(?:class|interface|object|fun|val|var|typealias)\b)",
    )?;
    Ok(declaration.replace_all(kotlin, "${1}internal $2").into_owned())
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

/// Compiles Kotlin; a warning is an error.
fn kotlinc(class_path: &OsStr, to: &Path, sources: &[PathBuf]) -> Result<()> {
    let mut kotlinc = cmd("bash", &[&format!("{COMPILER}/bin/kotlinc")]);
    kotlinc.args(["-no-reflect", "-no-stdlib", "-Werror", "-module-name", "twentse-kubus"]);
    run(kotlinc.arg("-classpath").arg(class_path).arg("-d").arg(to).args(sources))
}

/// Jars that come with the Kotlin compiler.
fn compiler_jars(names: &[&str]) -> impl Iterator<Item = PathBuf> {
    names.iter().map(|name| root().join(COMPILER).join(format!("lib/{name}.jar"))).collect::<Vec<_>>().into_iter()
}

/// The jars of others for tests.
fn debian_jars() -> impl Iterator<Item = PathBuf> {
    JARS.iter().flat_map(|(_, jars)| *jars).map(|jar| debian_jar(jar))
}

fn debian_jar(name: &str) -> PathBuf {
    jars_folder().join(format!("{name}.jar"))
}

fn join(class_path: impl Iterator<Item = PathBuf>) -> Result<OsString> {
    Ok(env::join_paths(class_path)?)
}

/// A folder of what is built here.
fn target(name: &str) -> PathBuf {
    root().join(TARGET).join(name)
}

/// The same, empty.
fn fresh(name: &str) -> Result<PathBuf> {
    let folder = target(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn property(name: &str, value: &Path) -> String {
    format!("-D{name}={}", value.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_generated_is_internal() {
        let made = "open class A : B() {\n    fun c() = 1\n}\npublic interface D\nprivate class E\ninternal object F\n\
                    inline fun <T> G.use() = 1\n// class H\nsealed class I\n    @Throws(E::class) fun `j`() = 1\n     */ fun `k`() = 1\n";
        let kept = "internal open class A : B() {\n    fun c() = 1\n}\ninternal interface D\nprivate class E\ninternal object F\n\
                    internal inline fun <T> G.use() = 1\n// class H\ninternal sealed class I\n    @Throws(E::class) internal fun `j`() = 1\n     */ internal fun `k`() = 1\n";
        assert_eq!(internal(made).unwrap(), kept);
    }
}
