package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.javascript.Value;
import io.armature.metadata.foreign.javascript.Value.Sort;

/** Frappe's {@code docstatus}: 0 draft, 1 submitted, 2 cancelled. What cannot be submitted is always a draft. */
final class DocumentStatus {

    private DocumentStatus() {}

    static Value value(Site.Member of, String before) {
        return of.type().isSubmittable()
                ? Value.of(
                        Sort.NUMBER,
                        "(" + before + "document_state == 'cancelled' ? 2 : " + before
                                + "document_state == 'submitted' ? 1 : 0)")
                : Value.number(0);
    }
}
