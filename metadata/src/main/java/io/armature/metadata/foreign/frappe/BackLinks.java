package io.armature.metadata.foreign.frappe;

/**
 * Links of rows back to their parents. The model makes them by itself, but takes a link that is there already where the child
 * has exactly one to the parent; in Frappe such a link means something else, so there the way back is written out.
 */
final class BackLinks {

    private BackLinks() {}

    /** Whether the link back must be written out. */
    static boolean explicit(Site site, Site.Member child, Site.Member parent) {
        return child.type().data().stream()
                .anyMatch(field -> field.fieldtype().equals("Link")
                        && site.target(child.type().app(), field.text("options", ""))
                                .filter(target -> target.entity().equals(parent.fullName()))
                                .isPresent());
    }
}
