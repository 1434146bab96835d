package io.armature.engine.query.plan;

import io.armature.engine.access.FieldAccess;
import io.armature.engine.access.ReadAccess;
import io.armature.engine.access.Rule;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.SystemFields;

/**
 * How a record is come by, which decides what shows of it.
 *
 * @param rule which of the records that can be come by are readable; all where only readable ones are
 * @param linked whether by a link, which shows to everybody which record it leads to, and the label where that is public
 */
record Reach(Rule rule, boolean linked) {

    /** Records that are in the list because they are readable. */
    static final Reach READABLE = new Reach(Rule.ALL, false);

    /** What a link leads to. */
    static Reach link(ReadAccess access, String target) {
        return new Reach(access.rows(target), true);
    }

    /** On which of these records a member shows. */
    FieldAccess of(ReadAccess access, Entity entity, String name) {
        boolean known = linked && (name.equals(SystemFields.ID) || entity.isPublic() && name.equals(entity.label()));
        return known ? FieldAccess.OPEN : access.field(entity, name).and(rule);
    }
}
