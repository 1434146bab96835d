package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form of the web site: a page that creates a record. */
final class WebFormMapping implements DocMapping {

    @Override
    public String doctype() {
        return "Web Form";
    }

    @Override
    public void map(Doc doc, AppContext context) {
        Optional<Site.Member> member = context.member(doc.text("doc_type", ""));
        if (member.isEmpty() || member.get().type().isVirtual()) {
            context.told(Outcome.LEFT_OUT, doc, "`" + doc.text("doc_type", "") + "` is not here");
            return;
        }
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("title", doc.text("title", doc.name()));
        String route = doc.text("route", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9/_-]", "-");
        if (!route.isEmpty()) {
            page.put("path", route.startsWith("/") ? route : "/" + route);
        }
        List<String> differences = new ArrayList<>();
        if (!doc.flag("login_required") && doc.flag("published")) {
            page.put("public", true);
        }
        doc.text("introduction_text")
                .ifPresent(text -> page.withArray("blocks").addObject().put("text", text.replaceAll("<[^>]*>", "")));
        page.withArray("blocks").addObject().put("form", member.get().fullName());
        if (!doc.rows("web_form_fields").isEmpty()) {
            differences.add("it shows the whole form of " + member.get().type().name() + ", not a choice of fields");
        }
        context.add(Kind.PAGE, doc, page);
        context.told(doc, differences);
    }
}
