package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.Outcome;

/** Knows which documents were left out before, so that nothing leads to them. */
final class ReportTarget {

    private final AppContext context;

    ReportTarget(AppContext context) {
        this.context = context;
    }

    boolean isLeftOut(String doctype, String name) {
        return context.report().entries().stream()
                .anyMatch(entry -> entry.outcome() == Outcome.LEFT_OUT
                        && entry.application().equals(context.pack())
                        && entry.kind().equalsIgnoreCase(doctype)
                        && entry.part().equals(name));
    }
}
