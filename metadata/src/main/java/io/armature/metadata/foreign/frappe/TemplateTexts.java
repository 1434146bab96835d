package io.armature.metadata.foreign.frappe;

import io.armature.metadata.definition.TextPiece;
import io.armature.metadata.foreign.javascript.Untranslatable;
import io.armature.metadata.foreign.javascript.Value;
import io.armature.metadata.foreign.jinja.Jinja;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes templates as texts in which nothing stands but expressions. What has no counterpart is left out, and told. */
final class TemplateTexts {

    private static final Pattern VALUE = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);
    private static final char MARK = '\u0001';

    private final Consumer<String> told;

    TemplateTexts(Consumer<String> told) {
        this.told = told;
    }

    String write(List<Jinja> parts, TemplateScope scope) {
        StringBuilder text = new StringBuilder();
        for (Jinja part : parts) {
            try {
                text.append(write(part, scope));
            } catch (Untranslatable untranslatable) {
                told.accept(untranslatable.why() + " is left out of its text");
            }
        }
        return text.toString();
    }

    private String write(Jinja part, TemplateScope scope) throws Untranslatable {
        return switch (part) {
            case Jinja.Words(var text) -> text;
            case Jinja.Value(var expression) -> scope.text(expression);
            case Jinja.Assign(var name, var expression) -> {
                scope.assign(name, expression);
                yield "";
            }
            case Jinja.Loop loop -> throw new Untranslatable("the list `" + loop.list() + "`");
            case Jinja.Choice(var branches) -> choice(branches, scope);
        };
    }

    private String choice(List<Jinja.Branch> branches, TemplateScope scope) throws Untranslatable {
        StringBuilder choice = new StringBuilder("{{");
        boolean otherwise = false;
        for (Jinja.Branch branch : branches) {
            if (!branch.condition().isEmpty()) {
                choice.append(scope.condition(branch.condition())).append(" ? ");
            }
            choice.append(expression(plain(write(branch.body(), scope))));
            otherwise = branch.condition().isEmpty();
            choice.append(otherwise ? "" : " : ");
        }
        return choice.append(otherwise ? "" : "''").append("}}").toString();
    }

    /** A text with values as one expression. */
    private static String expression(String text) throws Untranslatable {
        StringBuilder format = new StringBuilder();
        List<String> values = new ArrayList<>();
        for (TextPiece piece : TextPiece.of(text)) {
            switch (piece) {
                case TextPiece.Plain(var words)
                when words.indexOf('{') < 0 && words.indexOf('}') < 0 -> format.append(words);
                case TextPiece.Plain(var words) -> throw new Untranslatable("`" + words.strip() + "`");
                case TextPiece.Value(var value) -> {
                    format.append('{').append(values.size()).append('}');
                    values.add(value);
                }
            }
        }
        String words = Value.text(format.toString()).text();
        return values.isEmpty() ? words : "format(" + words + ", " + String.join(", ", values) + ")";
    }

    /** What people read of HTML. */
    static String plain(String html) {
        if (!html.contains("<")) {
            return html;
        }
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(html);
        String marked = value.replaceAll(found -> {
            values.add(found.group());
            return String.valueOf(MARK) + (values.size() - 1) + MARK;
        });
        String text = marked.replaceAll("(?i)<br\\s*/?>|</(p|div|h[1-6]|li|tr)>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("[ \\t]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n");
        return Pattern.compile(MARK + "(\\d+)" + MARK)
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.get(Integer.parseInt(found.group(1)))));
    }
}
