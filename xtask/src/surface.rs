//! `cargo xtask surface`: everything of the core's bound surface is in every language, or excused with a reason.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, bail, ensure};
use regex_lite::Regex;
use serde::Deserialize;
use syn::{Fields, ImplItem, Item, Type, Visibility};

use crate::sh::root;

const SETTINGS: &str = "xtask/surface.toml";

/// Where the core declares what is bound. `api` is the surface; of the others only the plain structs it hands out, as they are or as JSON.
const API: &str = "core/src/api.rs";
const STRUCTS: [(&str, &str); 6] = [
    ("core/src/judging/tray.rs", "Counts"),
    ("core/src/reading/places.rs", "Place"),
    (API, "Batch"),
    ("core/src/labels.rs", "Labels"),
    ("core/src/frameworks/item.rs", "Framework"),
    ("core/src/frameworks/item.rs", "Item"),
];
const ERROR: [&str; 3] = ["Error", "Error.code", "Error.details"];

/// With more reasons than this to leave something out, the surface is no longer one.
const MOST_EXCUSES: usize = 10;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    languages: BTreeMap<String, Language>,
    excuses: Vec<Excuse>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    declared: Vec<String>,
    /// Matches a line that begins a type; its first group is the name.
    types: String,
    /// Matches a line with a member of the type begun before; its first group that took part is the name.
    members: String,
    /// Matches a line with a function that belongs to no type.
    functions: String,
    renames: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Excuse {
    languages: Vec<String>,
    items: Vec<String>,
    reason: String,
}

impl Excuse {
    fn covers(&self, language: &String, item: &String) -> bool {
        self.languages.contains(language) && self.items.contains(item)
    }
}

/// Compares, and names whatever is missing.
pub(crate) fn surface() -> Result<()> {
    let settings: Settings = toml::from_str(&fs::read_to_string(root().join(SETTINGS))?).context(SETTINGS)?;
    let core = core()?;
    let mut faults = Vec::new();
    for (name, language) in &settings.languages {
        let declared = declared(language)?;
        let mut excused = 0;
        for item in &core {
            let there = declared.contains(&language.named(item));
            let excuse = settings.excuses.iter().find(|excuse| excuse.covers(name, item));
            match (there, excuse) {
                (false, None) => faults.push(format!("{name}: `{item}` is missing")),
                (true, Some(_)) => faults.push(format!("{name}: `{item}` is there, so its excuse can go")),
                (false, Some(_)) => excused += 1,
                (true, None) => {}
            }
        }
        println!("{name}: {} of {} items of the core, {excused} excused", core.len() - excused, core.len());
    }
    for Excuse { languages, items, reason } in &settings.excuses {
        let known = languages.iter().all(|language| settings.languages.contains_key(language));
        if !known || reason.trim().is_empty() || !items.iter().all(|item| core.contains(item)) {
            faults.push(format!("{SETTINGS}: no excuse for {items:?} in {languages:?} can stand"));
        }
    }
    ensure!(faults.is_empty(), "the languages do not offer the same:\n{}", faults.join("\n"));
    ensure!(settings.excuses.len() <= MOST_EXCUSES, "{SETTINGS}: more than {MOST_EXCUSES} excuses");
    Ok(())
}

impl Language {
    /// What an item of the core is called there: by its own rename, else by that of its type.
    fn named(&self, item: &str) -> String {
        if let Some(name) = self.renames.get(item) {
            return name.clone();
        }
        match item.split_once('.') {
            Some((of, member)) => format!("{}.{member}", self.renames.get(of).map_or(of, String::as_str)),
            None => item.to_owned(),
        }
    }
}

/// Every public function, type, method and field of the core's surface, as `name` or `Type.name`.
fn core() -> Result<BTreeSet<String>> {
    let mut items: BTreeSet<String> = ERROR.map(str::to_owned).into();
    for item in parse(API)?.items {
        if let Item::Fn(function) = &item
            && public(&function.vis)
        {
            items.insert(function.sig.ident.to_string());
        }
        let Item::Impl(of) = item else { continue };
        if of.trait_.is_some() {
            continue;
        }
        let Type::Path(path) = &*of.self_ty else { bail!("{API}: an impl of no named type") };
        let name = path.path.segments.last().context("a type without a name")?.ident.to_string();
        for member in &of.items {
            if let ImplItem::Fn(method) = member
                && public(&method.vis)
            {
                items.insert(format!("{name}.{}", method.sig.ident));
            }
        }
        items.insert(name);
    }
    for (file, name) in STRUCTS {
        let found = parse(file)?.items.into_iter().find_map(|item| {
            let Item::Struct(found) = item else { return None };
            (found.ident == name).then_some(found.fields)
        });
        let Some(Fields::Named(fields)) = found else { bail!("{file} has no struct {name}") };
        let fields = fields.named.iter().filter(|field| public(&field.vis)).filter_map(|field| field.ident.as_ref());
        items.extend(fields.map(|field| format!("{name}.{field}")));
        items.insert(name.to_owned());
    }
    Ok(items)
}

fn parse(file: &str) -> Result<syn::File> {
    syn::parse_file(&fs::read_to_string(root().join(file))?).with_context(|| file.to_owned())
}

fn public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Every name that the declarations of a language hold, as `name` or `Type.name` in the core's own spelling.
fn declared(language: &Language) -> Result<BTreeSet<String>> {
    let [types, members, functions] =
        [&language.types, &language.members, &language.functions].map(|pattern| Regex::new(pattern));
    let (types, members, functions) = (types?, members?, functions?);
    let name = |pattern: &Regex, line: &str| -> Option<String> {
        let groups = pattern.captures(line)?;
        let name = groups.iter().skip(1).flatten().next()?;
        Some(name.as_str().to_owned())
    };
    let mut names = BTreeSet::new();
    for file in &language.declared {
        let text = fs::read_to_string(root().join(file)).with_context(|| file.clone())?;
        let mut open = String::new();
        for line in text.lines() {
            if let Some(found) = name(&types, line) {
                names.insert(found.clone());
                open = found;
            } else if let Some(function) = name(&functions, line) {
                names.insert(snake(&function));
            }
            if let Some(member) = name(&members, line) {
                names.insert(format!("{open}.{}", snake(&member)));
            }
        }
    }
    Ok(names)
}

/// `camelCase` as the core spells it.
fn snake(name: &str) -> String {
    let mut out = String::new();
    for sign in name.chars() {
        if sign.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(sign.to_lowercase());
    }
    out
}
