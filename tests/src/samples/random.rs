//! The source of chance: `SplitMix64`, written out so that a seed gives the same portfolios on every machine and for ever.

/// Numbers that look like chance and follow from a seed.
pub struct Random(u64);

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl Random {
    /// A stream of its own for each number under one seed.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut of_seed = Self(seed);
        let mut own = Self(of_seed.number() ^ stream.wrapping_mul(GOLDEN));
        own.number();
        own
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0, below the limit.
    ///
    /// # Panics
    /// Never: a part of a limit is a `usize` again.
    pub fn below(&mut self, limit: usize) -> usize {
        let scaled = (u128::from(self.number()) * limit as u128) >> 64;
        usize::try_from(scaled).unwrap()
    }

    /// A number between two, both included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// Whether something happens that happens this many times in a hundred.
    pub fn percent(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    /// Whether something happens that has this probability, 0 to 1.
    ///
    /// # Panics
    /// Never: half of the bits fit.
    pub fn chance(&mut self, probability: f64) -> bool {
        let drawn = u32::try_from(self.number() >> 32).unwrap();
        f64::from(drawn) < probability * 4_294_967_296.0
    }

    /// One out of a list.
    ///
    /// # Panics
    /// When the list is empty.
    pub fn one<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        from.get(self.below(from.len())).unwrap()
    }

    /// A copy of one out of a list.
    ///
    /// # Panics
    /// When the list is empty.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        *self.one(from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers that the published generator gives for the seed 1234567.
    #[test]
    fn the_numbers_are_those_of_the_published_generator() {
        let mut random = Random(1_234_567);
        let drawn: Vec<u64> = (0..3).map(|_| random.number()).collect();
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn what_is_drawn_lies_between_its_bounds() {
        let mut random = Random::new(1, 2);
        let drawn: Vec<usize> = (0..1_000).map(|_| random.between(3, 5)).collect();
        assert!([3, 4, 5].iter().all(|number| drawn.contains(number)));
        assert!(drawn.iter().all(|number| (3..=5).contains(number)));
        assert!((0..1_000).all(|_| !random.chance(0.0)), "what has no probability never happens");
        assert!((0..1_000).all(|_| random.chance(1.0)), "what is certain always happens");
    }
}
