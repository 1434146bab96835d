package io.armature.metadata.foreign.frappe;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A default that another record gives: {@code :Company} is what the company of the record, or of the record whose row it is, has in
 * its field of the same name. It is copied when that link is chosen.
 */
final class LinkedDefault {

    private static final String MARK = ":";

    private final Site site;
    private final Site.Member member;

    LinkedDefault(Site site, Site.Member member) {
        this.site = site;
        this.member = member;
    }

    /** Says so in the field; whether there is such a link. */
    boolean map(Mapped mapped, String text) {
        if (!text.startsWith(MARK) || mapped.field().text("fetch_from").isPresent()) {
            return false;
        }
        String doctype = text.substring(1).strip();
        Optional<String> path = path(doctype, mapped);
        path.ifPresent(from -> mapped.tree().putObject("copy").put("from", from).put("when", "empty"));
        return path.isPresent();
    }

    private Optional<String> path(String doctype, Mapped mapped) {
        if (!member.type().isChild()) {
            return beside(member, doctype, mapped);
        }
        List<Site.Owner> owners = site.owners(member);
        return owners.size() == 1
                ? beside(owners.getFirst().parent(), doctype, mapped)
                        .map(path -> owners.getFirst().link() + "." + path)
                : Optional.empty();
    }

    private Optional<String> beside(Site.Member holder, String doctype, Mapped mapped) {
        String link = doctype.toLowerCase(Locale.ROOT).replace(' ', '_');
        return holder.type()
                .field(link)
                .filter(field -> field.text("options", "").equals(doctype))
                .flatMap(_ -> new FetchPaths(site, holder)
                        .path(link + "." + mapped.field().fieldname(), mapped));
    }
}
