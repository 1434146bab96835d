package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.Outcome;

/** A role: it is there as soon as it is named; rights come from permission rules. */
final class RoleMapping implements DocMapping {

    @Override
    public String doctype() {
        return "Role";
    }

    @Override
    public void map(Doc doc, AppContext context) {
        if (doc.flag("disabled")) {
            context.told(Outcome.LEFT_OUT, doc, "it is disabled");
        } else {
            context.roles().role(doc.name(), doc.file());
            context.imported(doc);
        }
    }
}
