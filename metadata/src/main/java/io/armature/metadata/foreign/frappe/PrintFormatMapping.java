package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Outcome;
import io.armature.metadata.foreign.javascript.Untranslatable;
import io.armature.metadata.foreign.jinja.JinjaReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A print format: a template of Jinja, or one that its builder made. */
final class PrintFormatMapping implements DocMapping {

    private static final String HTML = "html";

    @Override
    public String doctype() {
        return "Print Format";
    }

    @Override
    public void map(Doc doc, AppContext context) {
        Optional<Site.Member> member = context.member(doc.text("doc_type", ""))
                .filter(found -> !found.type().isVirtual() && !found.type().isChild());
        if (doc.flag("disabled")) {
            context.told(Outcome.LEFT_OUT, doc, "it is switched off");
        } else if (doc.flag("raw_printing")
                || doc.text("print_format_type", "Jinja").equals("JS")) {
            context.told(Outcome.LEFT_OUT, doc, "commands for printers and code are not imported");
        } else if (member.isEmpty()) {
            context.told(Outcome.LEFT_OUT, doc, "`" + doc.text("doc_type", "") + "` is not here");
        } else if (doc.text("format_data").isEmpty() && doc.text(HTML).isEmpty()) {
            context.told(Outcome.LEFT_OUT, doc, "it is the usual one: every entity has a print `letter`");
        } else {
            try {
                print(doc, member.get(), context);
            } catch (Untranslatable untranslatable) {
                context.told(Outcome.LEFT_OUT, doc, untranslatable.why());
            }
        }
    }

    private static void print(Doc doc, Site.Member member, AppContext context) throws Untranslatable {
        List<String> differences = new ArrayList<>();
        TemplateScope scope = TemplateScope.of(context, member);
        Optional<String> html =
                doc.text(HTML).filter(any -> doc.text("format_data").isEmpty() || doc.flag("custom_format"));
        String jinja = html.isPresent()
                ? html.get()
                : new PrintBuilder(context, member).jinja(doc.text("format_data", ""), differences::add);
        TemplateHtml template = new TemplateHtml(differences::add);
        String body = template.write(JinjaReader.read(jinja), scope);
        if (template.isMostlyCode()) {
            throw new Untranslatable("most of it is code: " + String.join("; ", differences));
        }
        String page = new TemplateTree(differences::add).print(style(doc) + body);
        String name = context.name(Kind.PRINT, doc.doctype(), doc.name());
        ObjectNode print = JsonNodeFactory.instance.objectNode();
        print.put("title", doc.name());
        print.put("entity", member.fullName());
        if (jinja.contains("pdfkit-orientation") && jinja.contains("Landscape")) {
            print.put("landscape", true);
        }
        context.files().put("prints/" + name + ".html", page.getBytes(StandardCharsets.UTF_8));
        context.add(Kind.PRINT, doc, print);
        context.told(doc, differences.stream().distinct().toList());
    }

    private static String style(Doc doc) {
        StringBuilder style = new StringBuilder();
        List<String> margins = new ArrayList<>();
        for (String side : List.of("top", "right", "bottom", "left")) {
            doc.number("margin_" + side)
                    .filter(margin -> margin.signum() > 0)
                    .map(BigDecimal::toPlainString)
                    .ifPresent(margin -> margins.add("margin-" + side + ": " + margin + "mm;"));
        }
        if (!margins.isEmpty()) {
            style.append("@page { ").append(String.join(" ", margins)).append(" }\n");
        }
        doc.text("css").ifPresent(style::append);
        return style.isEmpty() ? "" : "<style>" + style.toString().replace("</style", "") + "</style>\n";
    }
}
