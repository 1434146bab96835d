package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** To whom a notification goes: fields, roles, addresses. */
final class NotificationRecipients {

    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*doc\\.(\\w+)\\s*}}");

    private final Doc doc;
    private final Site.Member member;
    private final AppContext context;
    private final List<String> differences;
    private final Set<String> to = new LinkedHashSet<>();

    NotificationRecipients(Doc doc, Site.Member member, AppContext context, List<String> differences) {
        this.doc = doc;
        this.member = member;
        this.context = context;
        this.differences = differences;
    }

    ArrayNode to() {
        for (Doc row : doc.rows("recipients")) {
            if (row.text("condition").isPresent()) {
                differences.add("a recipient on the condition `" + row.text("condition", "") + "` is left out");
                continue;
            }
            row.text("receiver_by_document_field").ifPresent(this::field);
            row.text("receiver_by_role").ifPresent(this::role);
            row.text("cc").ifPresent(this::addresses);
            row.text("bcc").ifPresent(this::addresses);
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        to.forEach(list::add);
        return list;
    }

    private void field(String name) {
        if (name.equals("owner")) {
            to.add("owner");
            return;
        }
        Optional<Doc> field = member.type().field(name);
        boolean address = field.filter(found -> found.fieldtype().equals("Data")
                        && found.text("options", "").equals("Email"))
                .isPresent();
        boolean user = field.filter(found -> found.fieldtype().equals("Link")
                        && found.text("options", "").equals("User")
                        && context.member("User").isEmpty())
                .isPresent();
        if (address || user) {
            to.add(member.fields().getOrDefault(name, name));
        } else {
            differences.add("`" + name + "` holds no address and links to no user, so nobody is told by it");
        }
    }

    private void role(String role) {
        context.roles()
                .role(role, doc.file())
                .ifPresentOrElse(
                        ours -> to.add("role:" + ours),
                        () -> differences.add("administrators are told by a role: `" + role + "` is none here"));
    }

    private void addresses(String text) {
        for (String part : text.split("[,;\\n]")) {
            String address = part.strip();
            Matcher field = FIELD.matcher(address);
            if (field.matches()) {
                field(field.group(1));
            } else if (address.matches("[^\\s@{}]+@[^\\s@{}]+")) {
                to.add(address);
            } else if (!address.isEmpty()) {
                differences.add("`" + address + "` is no address");
            }
        }
    }
}
