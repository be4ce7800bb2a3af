//! The text of a document as a tree with places. It runs only on text that is JSON, so it never
//! judges: it only finds out where things are.

/// A value and the bytes it takes.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Kind {
    Null,
    Flag,
    Number,
    Text,
    List(Vec<Node>),
    Object(Vec<Pair>),
    /// A list or object below the deepest level; not looked into.
    TooDeep,
}

/// A member of an object.
#[derive(Debug)]
pub(super) struct Pair {
    /// First byte of the key.
    pub(super) start: usize,
    /// The key without its quotation marks, as it stands in the text.
    pub(super) key: (usize, usize),
    pub(super) value: Node,
}

/// Scans a text that is JSON, looking into lists and objects down to this depth.
pub(super) fn scan(text: &str, max_depth: u32) -> Node {
    Scanner { bytes: text.as_bytes(), at: 0, max_depth }.value(0)
}

struct Scanner<'t> {
    bytes: &'t [u8],
    at: usize,
    max_depth: u32,
}

impl Scanner<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    /// Passes white space and the given punctuation.
    fn pass(&mut self, punctuation: u8) {
        while matches!(self.peek(), b' ' | b'\t' | b'\n' | b'\r') || self.peek() == punctuation && punctuation != 0 {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: u32) -> Node {
        self.pass(0);
        let start = self.at;
        let kind = match self.peek() {
            b'{' | b'[' if depth >= self.max_depth => {
                self.skip();
                Kind::TooDeep
            }
            b'{' => {
                self.at += 1;
                let mut pairs = Vec::new();
                loop {
                    self.pass(b',');
                    if self.at >= self.bytes.len() || self.peek() == b'}' {
                        break;
                    }
                    let start = self.at;
                    self.string();
                    let key = (start + 1, self.at.saturating_sub(1));
                    self.pass(b':');
                    pairs.push(Pair { start, key, value: self.value(depth + 1) });
                }
                self.at += 1;
                Kind::Object(pairs)
            }
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                loop {
                    self.pass(b',');
                    if self.at >= self.bytes.len() || self.peek() == b']' {
                        break;
                    }
                    items.push(self.value(depth + 1));
                }
                self.at += 1;
                Kind::List(items)
            }
            b'"' => {
                self.string();
                Kind::Text
            }
            b'n' => {
                self.word();
                Kind::Null
            }
            b't' | b'f' => {
                self.word();
                Kind::Flag
            }
            _ => {
                self.word();
                Kind::Number
            }
        };
        Node { start, end: self.at, kind }
    }

    fn string(&mut self) {
        self.at += 1;
        while self.at < self.bytes.len() && self.peek() != b'"' {
            self.at += if self.peek() == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
    }

    fn word(&mut self) {
        // At least one byte, so that the scan always comes to an end.
        self.at += 1;
        while self.peek().is_ascii_alphanumeric() || matches!(self.peek(), b'+' | b'-' | b'.') {
            self.at += 1;
        }
    }

    /// Passes a list or object without looking into it, however deep it is.
    fn skip(&mut self) {
        let mut open = 0_usize;
        while self.at < self.bytes.len() {
            match self.peek() {
                b'"' => {
                    self.string();
                    continue;
                }
                b'[' | b'{' => open += 1,
                b']' | b'}' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return;
            }
        }
    }
}
