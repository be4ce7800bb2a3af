//! The jar: classes, the native library where JNA finds it, licences and a POM, laid out as a Maven repository.

use std::env::consts::{ARCH, OS};
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::{COMPILER, KOTLIN, LIBRARY, fresh, target};
use crate::sh::{cmd, root, run};

pub(super) const GROUP: &str = "twentsekubus";
pub(super) const ARTIFACT: &str = "twentse-kubus";
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A folder that Maven and Gradle take as a repository.
pub(super) const REPOSITORY: &str = "repository";

/// What JNA calls a platform, and what a library is called there.
const PLATFORMS: &[(&str, &str, &str)] = &[
    ("linux-x86-64", "lib", ".so"),
    ("linux-aarch64", "lib", ".so"),
    ("darwin-x86-64", "lib", ".dylib"),
    ("darwin-aarch64", "lib", ".dylib"),
    ("win32-x86-64", "", ".dll"),
    ("win32-aarch64", "", ".dll"),
];

/// Where the jar is.
pub(super) fn file() -> PathBuf {
    target(REPOSITORY).join(GROUP).join(ARTIFACT).join(VERSION).join(format!("{ARTIFACT}-{VERSION}.jar"))
}

/// Packs the jar with this machine's library of a profile, and the libraries that are given as `platform=file`.
pub(super) fn pack(profile: &str, platforms: &[String]) -> Result<PathBuf> {
    let jar = file();
    let folder = jar.parent().context("the jar is in no folder")?;
    fresh(REPOSITORY)?;
    fs::create_dir_all(folder)?;
    let pom = filled("bindings-mobile/kotlin/pom.xml")?;
    fs::write(jar.with_extension("pom"), &pom)?;

    let extras = fresh("jar")?;
    let here = here()?;
    let (prefix, suffix) = named(&here)?;
    let built = target(profile).join(format!("{prefix}{LIBRARY}{suffix}"));
    let given = platforms.iter().map(|pair| {
        let (platform, file) = pair.split_once('=').with_context(|| format!("`{pair}` is not platform=file"))?;
        Ok((platform.to_owned(), root().join(file)))
    });
    for (platform, library) in [Ok((here, built))].into_iter().chain(given).collect::<Result<Vec<_>>>()? {
        let (prefix, suffix) = named(&platform)?;
        let to = extras.join(&platform);
        fs::create_dir_all(&to)?;
        let to = to.join(format!("{prefix}{LIBRARY}{suffix}"));
        fs::copy(&library, to).with_context(|| format!("no library in {}", library.display()))?;
    }

    let meta = extras.join("META-INF");
    let maven = meta.join("maven").join(GROUP).join(ARTIFACT);
    fs::create_dir_all(&maven)?;
    fs::write(maven.join("pom.xml"), &pom)?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root().join(licence), meta.join(licence))?;
    }
    fs::write(meta.join("NOTICE"), filled("bindings-mobile/NOTICE")?)?;

    let archive = |jar: PathBuf| {
        let mut command = cmd("jar", &["--create", "--date=1980-02-01T00:00:00Z", "--file"]);
        command.arg(jar);
        command
    };
    run(archive(jar.clone()).arg("-C").arg(target("classes")).arg(".").arg("-C").arg(&extras).arg("."))?;
    let sources = folder.join(format!("{ARTIFACT}-{VERSION}-sources.jar"));
    run(archive(sources).arg("-C").arg(root().join(KOTLIN).join("src")).arg("."))?;
    Ok(jar)
}

/// A file in which versions are written as `@NAME@`, with the versions.
pub(super) fn filled(path: &str) -> Result<String> {
    let text = fs::read_to_string(root().join(path))?;
    let uniffi = fs::read_to_string(root().join("Cargo.lock"))?
        .split_once("name = \"uniffi\"\nversion = \"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(version, _)| version.to_owned())
        .context("Cargo.lock has no uniffi")?;
    Ok(text.replace("@VERSION@", VERSION).replace("@KOTLIN@", &kotlin()?).replace("@UNIFFI@", &uniffi))
}

/// The version of Kotlin.
pub(super) fn kotlin() -> Result<String> {
    let package: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(root().join(COMPILER).join("package.json"))?)?;
    let version = package.get("version").and_then(serde_json::Value::as_str);
    Ok(version.context("the Kotlin compiler has no version")?.to_owned())
}

/// What JNA calls this machine.
fn here() -> Result<String> {
    let os = match OS {
        "linux" => "linux",
        "macos" => "darwin",
        "windows" => "win32",
        other => bail!("JNA's name for {other} is not known here"),
    };
    Ok(format!("{os}-{}", ARCH.replace('_', "-")))
}

/// The beginning and the end of the name of a library on a platform.
fn named(platform: &str) -> Result<(&'static str, &'static str)> {
    let known = PLATFORMS.iter().find(|(known, ..)| *known == platform).map(|(_, prefix, suffix)| (*prefix, *suffix));
    known.with_context(|| {
        let known: Vec<_> = PLATFORMS.iter().map(|(known, ..)| *known).collect();
        format!("no platform `{platform}`; known: {}", known.join(", "))
    })
}
