package io.armature.engine.script;

/**
 * The ways of a part of the pattern of a regular expression; see {@link PatternCost}.
 *
 * @param through it without a letter
 * @param starts from its beginning to a letter in it
 * @param ends from its letters to its end
 * @param within from a letter in it to the next
 * @param looks whether it looks around, or back at what it found
 * @param loops whether anything in it may be repeated for ever
 */
record PatternWays(Sum through, Sum starts, Sum ends, Sum within, boolean looks, boolean loops) {

    /** Where everything is far too much already. */
    static final double MOST = 1e15;

    /**
     * How many ways there are, and how long all of them are together.
     */
    record Sum(double count, double length) {
        static final Sum NONE = new Sum(0, 0);
        static final Sum ONE = new Sum(1, 1);

        Sum plus(Sum other) {
            return new Sum(bounded(count + other.count), bounded(length + other.length));
        }

        /** All of these, each followed by all of the others. */
        Sum times(Sum other) {
            return new Sum(bounded(count * other.count), bounded(length * other.count + count * other.length));
        }

        Sum times(double factor) {
            return new Sum(bounded(count * factor), bounded(length * factor));
        }
    }

    /** Of no pattern at all. */
    static final PatternWays NOTHING = new PatternWays(Sum.NONE, Sum.NONE, Sum.NONE, Sum.NONE, false, false);

    static final PatternWays EMPTY = new PatternWays(new Sum(1, 0), Sum.NONE, Sum.NONE, Sum.NONE, false, false);

    /** A property is hundreds of ranges, which are compared. */
    static final PatternWays PROPERTY = new PatternWays(Sum.NONE, new Sum(1, 8), new Sum(1, 8), Sum.NONE, false, false);

    /** As many texts as there are pictures for faces and flags. */
    static final PatternWays TEXTS =
            new PatternWays(Sum.NONE, new Sum(18_000, 18_000), Sum.ONE, Sum.NONE, false, false);

    static final PatternWays LETTER = new PatternWays(Sum.NONE, Sum.ONE, Sum.ONE, Sum.NONE, false, false);

    /** The beginning or the end of all. */
    static final PatternWays EDGE = new PatternWays(Sum.ONE, Sum.NONE, Sum.NONE, Sum.NONE, true, false);

    /** What was found before, once more; it may have been nothing. */
    static final PatternWays REFERENCE = new PatternWays(Sum.ONE, Sum.ONE, Sum.ONE, Sum.NONE, true, false);

    /** A place with certain letters on its sides, which it looks at in some ways. */
    static PatternWays border(int ways) {
        Sum sum = Sum.ONE.times(ways);
        return new PatternWays(sum, sum, sum, Sum.NONE, true, false);
    }

    /** One of some texts, which may be empty. */
    static PatternWays texts(int length) {
        Sum sum = Sum.ONE.times(length);
        return new PatternWays(Sum.ONE, sum, Sum.ONE, sum, false, false);
    }

    PatternWays then(PatternWays next) {
        return new PatternWays(
                through.times(next.through),
                starts.plus(through.times(next.starts)),
                next.ends.plus(ends.times(next.through)),
                within.plus(next.within).plus(ends.times(next.starts)),
                looks || next.looks,
                loops || next.loops);
    }

    PatternWays or(PatternWays other) {
        return new PatternWays(
                through.plus(other.through),
                starts.plus(other.starts),
                ends.plus(other.ends),
                within.plus(other.within),
                looks || other.looks,
                loops || other.loops);
    }

    /** Into a group, and out of it. */
    PatternWays grouped() {
        return new PatternWays(
                through.times(Sum.ONE).times(Sum.ONE),
                Sum.ONE.times(starts),
                ends.times(Sum.ONE),
                within,
                looks,
                loops);
    }

    /** It is looked at together with what follows it: each of its ways with each of the others. */
    PatternWays looked() {
        Sum either = Sum.ONE.plus(starts).plus(through);
        return new PatternWays(either, either, Sum.ONE.plus(ends), within, true, loops);
    }

    /** What is repeated: more work each time it stands within another, and doubled where it looks around. */
    PatternWays repeatedGroup() {
        double more = looks ? 2 : 1.15;
        return new PatternWays(
                looks ? through.times(more) : through,
                starts.times(more),
                ends.times(more),
                within.times(more),
                looks,
                loops);
    }

    PatternWays optional() {
        return new PatternWays(through.plus(Sum.ONE), starts, ends, within, looks, loops);
    }

    /** As often as it likes, but at least once. */
    PatternWays again() {
        Sum once = through.plus(Sum.ONE);
        Sum over = ends.times(once);
        return new PatternWays(
                through.times(once),
                starts.times(once),
                over,
                within.plus(over.times(starts.times(once))),
                looks,
                true);
    }

    /** Written out as often as it may stand there. */
    PatternWays repeated(int least, int most) {
        PatternWays all = EMPTY;
        for (int i = most; i > 0; i--) {
            all = then(all);
            if (i > least) {
                all = all.optional();
            }
        }
        return all;
    }

    static double bounded(double amount) {
        return Math.min(amount, MOST);
    }
}
