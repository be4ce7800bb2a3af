//! A text of JSON as a tree with places, built in one pass that also finds out whether it is JSON.
//!
//! The nodes are in one list, each part before what is in it, so that a document of a million small items costs 16
//! bytes an item and no part is walked over by recursion.

use std::borrow::Cow;

use crate::grammar::{JsonType, Record, Shape, Steps};
use crate::json::Reader;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    Flag,
    Number,
    Text,
    List,
    Object,
    /// The key of a member; its value is the next node.
    Key,
    /// A list or object below the deepest level; what is in it has no nodes.
    TooDeep,
}

/// A value, or a key, and the bytes it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) start: u32,
    pub(super) end: u32,
    /// The position of the first node behind this one and all that is in it.
    behind: u32,
    pub(super) kind: Kind,
    /// It is left out of judging.
    pub(super) unjudged: bool,
    /// It is left out of reading.
    pub(super) unread: bool,
}

/// A text of JSON and its nodes.
pub(super) struct Tree<'t> {
    pub(super) text: &'t str,
    nodes: Vec<Node>,
}

/// The lists and objects that are being read.
#[derive(Default)]
struct Open {
    /// The bracket that ends each; those below the deepest level cost no more than this.
    close: Vec<u8>,
    /// The nodes of those that have one.
    nodes: Vec<usize>,
}

/// The position of the root.
pub(super) const ROOT: usize = 0;

impl<'t> Tree<'t> {
    /// Builds the tree, looking into lists and objects down to this depth. Fails with the byte at which the text ceases
    /// to be JSON.
    pub(super) fn build(text: &'t str, max_depth: u32) -> Result<Self, usize> {
        let mut reader = Reader::new(text);
        let mut tree = Self { text, nodes: Vec::new() };
        tree.grow(&mut reader, max_depth as usize).and_then(|()| reader.end()).ok_or_else(|| reader.at())?;
        Ok(tree)
    }

    fn grow(&mut self, reader: &mut Reader<'_>, max_depth: usize) -> Option<()> {
        let mut open = Open::default();
        loop {
            let kind = match reader.peek() {
                b'{' => Kind::Object,
                b'[' => Kind::List,
                b'"' => Kind::Text,
                b'n' => Kind::Null,
                b't' | b'f' => Kind::Flag,
                _ => Kind::Number,
            };
            let close = match kind {
                Kind::Object => Some(b'}'),
                Kind::List => Some(b']'),
                Kind::Null | Kind::Flag | Kind::Number | Kind::Text | Kind::Key | Kind::TooDeep => None,
            };
            let kind = if close.is_some() && open.close.len() >= max_depth { Kind::TooDeep } else { kind };
            // What is in a list or object below the deepest level has no node.
            let node = (open.close.len() <= max_depth).then(|| self.begin(reader.at(), kind));
            if let Some(close) = close {
                reader.take(if close == b'}' { b'{' } else { b'[' });
                if reader.take(close) {
                    self.end(node, reader.at());
                } else {
                    open.close.push(close);
                    open.nodes.extend(node);
                    self.key(reader, &open, max_depth)?;
                    continue;
                }
            } else {
                reader.skip_plain()?;
                self.end(node, reader.at());
            }
            // A value has ended, and with it perhaps what it is in.
            loop {
                let Some(close) = open.close.last() else { return Some(()) };
                if reader.take(b',') {
                    self.key(reader, &open, max_depth)?;
                    break;
                }
                if !reader.take(*close) {
                    return None;
                }
                open.close.pop();
                let node = if open.close.len() <= max_depth { open.nodes.pop() } else { None };
                self.end(node, reader.at());
            }
        }
    }

    /// In an object: passes a key and the colon behind it.
    fn key(&mut self, reader: &mut Reader<'_>, open: &Open, max_depth: usize) -> Option<()> {
        if open.close.last() != Some(&b'}') {
            return Some(());
        }
        reader.peek();
        let start = reader.at();
        reader.skip_string()?;
        if open.close.len() <= max_depth {
            let key = self.begin(start, Kind::Key);
            self.end(Some(key), reader.at());
        }
        reader.take(b':').then_some(())
    }

    fn begin(&mut self, start: usize, kind: Kind) -> usize {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        self.nodes.push(Node { start, end: start, behind: 0, kind, unjudged: false, unread: false });
        self.nodes.len() - 1
    }

    fn end(&mut self, node: Option<usize>, end: usize) {
        let behind = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        if let Some(node) = node.and_then(|node| self.nodes.get_mut(node)) {
            node.end = u32::try_from(end).unwrap_or(u32::MAX);
            node.behind = behind;
        }
    }

    /// The node at this position.
    pub(super) fn node(&self, at: usize) -> Node {
        const NOTHING: Node = Node { start: 0, end: 0, behind: 0, kind: Kind::Null, unjudged: false, unread: false };
        self.nodes.get(at).copied().unwrap_or(NOTHING)
    }

    /// The node at this position, to be marked.
    pub(super) fn mark(&mut self, at: usize, mark: fn(&mut Node)) {
        self.nodes.get_mut(at).into_iter().for_each(mark);
    }

    /// The positions of the items of a list, or of the keys of an object.
    pub(super) fn children(&self, at: usize) -> impl Iterator<Item = usize> {
        let part = self.node(at);
        let in_object = part.kind == Kind::Object;
        let mut next = at + 1;
        std::iter::from_fn(move || {
            let child = next;
            if child >= part.behind as usize {
                return None;
            }
            next = self.node(if in_object { child + 1 } else { child }).behind as usize;
            Some(child)
        })
    }

    /// The positions of everything in a part, the part itself included.
    pub(super) fn within(&self, at: usize) -> std::ops::Range<usize> {
        at..self.node(at).behind as usize
    }

    /// The text of a node.
    pub(super) fn slice(&self, at: usize) -> &'t str {
        let node = self.node(at);
        self.text.get(node.start as usize..node.end as usize).unwrap_or_default()
    }

    /// The decoded string of a node; `None` when it is no string that can be decoded.
    pub(super) fn string(&self, at: usize) -> Option<Cow<'t, str>> {
        matches!(self.node(at).kind, Kind::Text | Kind::Key).then(|| Reader::new(self.slice(at)).string()).flatten()
    }

    /// What a key says, decoded; a key that cannot be decoded, since it holds half a character, says how it is written.
    pub(super) fn key_text(&self, at: usize) -> Cow<'t, str> {
        self.string(at).unwrap_or_else(|| {
            let mut text = self.slice(at).to_owned();
            text.make_ascii_lowercase();
            Cow::Owned(text)
        })
    }

    /// What a key says, unless it is longer than any name of a format and than what may be meant by one.
    pub(super) fn short_key(&self, at: usize) -> Option<Cow<'t, str>> {
        // Every letter may be written as an escape of six.
        const MOST: usize = 6 * 64;
        (self.slice(at).len() <= MOST).then(|| self.key_text(at))
    }

    /// The position of the member of a record that a key names.
    pub(super) fn member(&self, key: usize, record: &Record) -> Option<usize> {
        record.position(&self.short_key(key)?)
    }

    /// The type of a value.
    pub(super) fn json_type(&self, at: usize) -> JsonType {
        match self.node(at).kind {
            Kind::Object | Kind::TooDeep => JsonType::Object,
            Kind::List => JsonType::List,
            Kind::Text | Kind::Key => JsonType::Text,
            Kind::Number => JsonType::Number,
            Kind::Flag => JsonType::Flag,
            Kind::Null => JsonType::Null,
        }
    }

    /// The text without the nodes that are marked so, and with this name as its format.
    pub(super) fn without(&self, out: fn(&Node) -> bool, format: Option<&str>) -> String {
        let mut text = String::with_capacity(self.text.len());
        self.write(ROOT, out, format, &mut text);
        text
    }

    fn write(&self, at: usize, out: fn(&Node) -> bool, format: Option<&str>, text: &mut String) {
        let node = self.node(at);
        let touched = format.is_some() || self.within(at).any(|at| out(&self.node(at)));
        let (open, close) = match node.kind {
            Kind::List if touched => ('[', ']'),
            Kind::Object if touched => ('{', '}'),
            Kind::List
            | Kind::Object
            | Kind::Null
            | Kind::Flag
            | Kind::Number
            | Kind::Text
            | Kind::Key
            | Kind::TooDeep => {
                return text.push_str(self.slice(at));
            }
        };
        text.push(open);
        let mut separator = "";
        for child in self.children(at).filter(|child| !out(&self.node(*child))) {
            text.push_str(separator);
            separator = ",";
            if node.kind == Kind::List {
                self.write(child, out, None, text);
                continue;
            }
            text.push_str(self.slice(child));
            text.push(':');
            match format.filter(|_| self.short_key(child).as_deref() == Some("format")) {
                Some(format) => {
                    text.push('"');
                    text.push_str(format);
                    text.push('"');
                }
                None => self.write(child + 1, out, None, text),
            }
        }
        text.push(close);
    }
}

/// A node of the tree that a path leads to, or its nearest part that is there.
#[derive(Clone, Copy)]
pub(super) struct Located {
    /// The node of the value.
    pub(super) value: usize,
    /// The node of its key, where it is a member.
    pub(super) key: Option<usize>,
}

impl Tree<'_> {
    /// Goes once over the tree and shows, for each of these paths, which ascend, the node that it leads to; of a path
    /// to what is absent, its nearest part. An object that has a member twice is taken by the first.
    pub(super) fn locate(&self, record: &'static Record, paths: &[Steps], see: &mut dyn FnMut(usize, Located)) {
        self.locate_in(Located { value: ROOT, key: None }, &Shape::Record(record), paths, 0, 0, see);
    }

    fn locate_in(
        &self,
        part: Located,
        shape: &Shape,
        paths: &[Steps],
        first: usize,
        depth: usize,
        see: &mut dyn FnMut(usize, Located),
    ) {
        let here = paths.partition_point(|path| path.as_slice().len() <= depth);
        (first..first + here).for_each(|path| see(path, part));
        let step = |path: &Steps| path.as_slice().get(depth).copied().unwrap_or_default();
        let below = paths.get(here..).unwrap_or_default();
        // Those below, by the step that they take next: how far each group reaches, and whether it was seen.
        let mut groups: Vec<(u32, std::ops::Range<usize>, bool)> = Vec::new();
        let mut start = 0;
        for group in below.chunk_by(|a, b| step(a) == step(b)) {
            groups.push((group.first().map(step).unwrap_or_default(), start..start + group.len(), false));
            start += group.len();
        }
        if groups.is_empty() {
            return;
        }
        let mut go = |groups: &mut Vec<(u32, std::ops::Range<usize>, bool)>, at: u32, part: Located, shape: &Shape| {
            let Ok(found) = groups.binary_search_by(|(step, ..)| step.cmp(&at)) else { return };
            let Some((_, range, seen)) = groups.get_mut(found).filter(|(.., seen)| !seen) else { return };
            *seen = true;
            let paths = below.get(range.clone()).unwrap_or_default();
            self.locate_in(part, shape, paths, first + here + range.start, depth + 1, see);
        };
        match (shape, self.node(part.value).kind) {
            (Shape::Record(record), Kind::Object) => {
                for key in self.children(part.value) {
                    let Some(at) = self.member(key, record) else { continue };
                    let Some(member) = record.members.get(at) else { continue };
                    let located = Located { value: key + 1, key: Some(key) };
                    go(&mut groups, u32::try_from(at).unwrap_or(u32::MAX), located, &member.shape);
                }
            }
            (Shape::List(item), Kind::List) => {
                for (at, value) in self.children(part.value).enumerate() {
                    go(&mut groups, u32::try_from(at).unwrap_or(u32::MAX), Located { value, key: None }, item);
                }
            }
            _ => {}
        }
        for (_, range, _) in groups.iter().filter(|(.., seen)| !seen) {
            range.clone().for_each(|path| see(first + here + path, part));
        }
    }
}
