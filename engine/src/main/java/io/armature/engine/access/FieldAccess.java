package io.armature.engine.access;

/**
 * On which of the records that a caller may read he sees a field.
 *
 * @param shown where he sees its value
 * @param masked where he sees at least a part of its value
 */
public record FieldAccess(Rule shown, Rule masked) {

    /** He sees it wherever he sees the record. */
    public static final FieldAccess OPEN = new FieldAccess(Rule.ALL, Rule.ALL);

    /** He sees it nowhere. */
    public static final FieldAccess HIDDEN = new FieldAccess(Rule.NONE, Rule.NONE);

    /** Whether it may be filtered, sorted, grouped and searched by: anything less would tell what is hidden. */
    public boolean isOpen() {
        return shown.isAll();
    }

    public boolean isHidden() {
        return shown.isNone() && masked.isNone();
    }

    /** Seen only where another rule holds, too. */
    public FieldAccess and(Rule rule) {
        return rule.isAll() ? this : new FieldAccess(shown.and(rule), masked.and(rule));
    }
}
