package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.javascript.Untranslatable;
import io.armature.metadata.foreign.jinja.Jinja;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes templates as HTML in which conditions and loops are {@code <template>} elements, which may stand everywhere; {@link
 * TemplateTree} gives them to the elements inside. What has no counterpart is left out, and told.
 */
final class TemplateHtml {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][\\w-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>");
    private static final Set<String> VOID =
            Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr");

    private final Consumer<String> told;
    private int kept;
    private int lost;

    TemplateHtml(Consumer<String> told) {
        this.told = told;
    }

    String write(List<Jinja> parts, TemplateScope scope) {
        StringBuilder html = new StringBuilder();
        for (Jinja part : parts) {
            try {
                html.append(write(part, scope));
                kept += part instanceof Jinja.Words ? 0 : 1;
            } catch (Untranslatable untranslatable) {
                lost++;
                told.accept(untranslatable.why() + " is left out of it");
            }
        }
        return html.toString();
    }

    /** Whether more of its values and blocks have no counterpart than have one. */
    boolean isMostlyCode() {
        return lost > kept;
    }

    private String write(Jinja part, TemplateScope scope) throws Untranslatable {
        return switch (part) {
            case Jinja.Words(var text) -> text;
            case Jinja.Value(var expression) -> value(expression, scope);
            case Jinja.Assign(var name, var expression) -> {
                kept--;
                scope.assign(name, expression);
                yield "";
            }
            case Jinja.Loop(var name, var list, var body) ->
                "<template each=\"" + scope.list(list) + "\">" + whole(body, scope.inside(name, list)) + "</template>";
            case Jinja.Choice(var branches) -> choice(branches, scope);
        };
    }

    private static String value(String expression, TemplateScope scope) throws Untranslatable {
        return scope.rich(expression)
                .map(rich -> "<span html=\"" + escaped(rich) + "\"></span>")
                .orElse(escaped(scope.text(expression)));
    }

    private String choice(List<Jinja.Branch> branches, TemplateScope scope) throws Untranslatable {
        StringBuilder html = new StringBuilder();
        String before = "";
        for (Jinja.Branch branch : branches) {
            String own = branch.condition().isEmpty() ? "" : "(" + scope.condition(branch.condition()) + ")";
            String all = before.isEmpty() ? own : own.isEmpty() ? before : before + " && " + own;
            html.append("<template if=\"")
                    .append(escaped(all))
                    .append("\">")
                    .append(whole(branch.body(), scope))
                    .append("</template>");
            before += (before.isEmpty() ? "" : " && ") + "!" + own;
        }
        return html.toString();
    }

    /** Elements may not begin inside a block and end outside. */
    private String whole(List<Jinja> body, TemplateScope scope) throws Untranslatable {
        String html = write(body, scope);
        int open = 0;
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            boolean single = VOID.contains(tag.group(2).toLowerCase(java.util.Locale.ROOT))
                    || tag.group(3).endsWith("/");
            if (!single) {
                open += tag.group(1).isEmpty() ? 1 : -1;
            }
            if (open < 0) {
                break;
            }
        }
        if (open != 0) {
            throw new Untranslatable("a block around a part of an element, `"
                    + TemplateTexts.plain(html).strip() + "`,");
        }
        return html;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
