package io.armature.metadata.foreign.jinja;

import io.armature.metadata.foreign.javascript.Untranslatable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a template: words, values, {@code if}, {@code for} and {@code set}. What else there is in Jinja, it refuses. */
public final class JinjaReader {

    private static final int DEEPEST = 50;
    private static final Pattern TAG = Pattern.compile("\\{#.*?#}|\\{\\{(.*?)}}|\\{%(.*?)%}", Pattern.DOTALL);
    private static final Pattern SET = Pattern.compile("set\\s+(\\w+)\\s*=\\s*(.+)", Pattern.DOTALL);
    private static final Pattern FOR = Pattern.compile("for\\s+(\\w+)\\s+in\\s+(.+)", Pattern.DOTALL);
    private static final Set<String> ENDS = Set.of("endif", "endfor", "else", "elif");

    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private JinjaReader(String template) {
        Matcher tag = TAG.matcher(template);
        int from = 0;
        boolean trim = false;
        while (tag.find()) {
            String before = template.substring(from, tag.start());
            boolean comment = tag.group(1) == null && tag.group(2) == null;
            String inner = comment ? "" : tag.group(1) == null ? tag.group(2) : tag.group(1);
            words(trim ? before.stripLeading() : before, inner.startsWith("-"));
            trim = inner.endsWith("-");
            if (!comment) {
                tokens.add(new Token(
                        tag.group(1) == null ? Sort.TAG : Sort.VALUE,
                        inner.replaceAll("^[-+]|[-+]$", "").strip()));
            }
            from = tag.end();
        }
        words(trim ? template.substring(from).stripLeading() : template.substring(from), false);
    }

    private enum Sort {
        WORDS,
        VALUE,
        TAG
    }

    private record Token(Sort sort, String text) {
        String word() {
            return text.split("\\s+", 2)[0];
        }
    }

    private void words(String text, boolean trim) {
        String words = trim ? text.stripTrailing() : text;
        if (!words.isEmpty()) {
            tokens.add(new Token(Sort.WORDS, words));
        }
    }

    /**
     * The parts of a template.
     *
     * @throws Untranslatable when it has blocks of another kind, or some that do not end
     */
    public static List<Jinja> read(String template) throws Untranslatable {
        JinjaReader reader = new JinjaReader(template);
        List<Jinja> parts = reader.parts();
        if (reader.at < reader.tokens.size()) {
            throw new Untranslatable("`" + reader.tokens.get(reader.at).text() + "` without its beginning");
        }
        return parts;
    }

    private List<Jinja> parts() throws Untranslatable {
        if (++depth > DEEPEST) {
            throw new Untranslatable("too many blocks in blocks");
        }
        List<Jinja> parts = new ArrayList<>();
        while (at < tokens.size() && !(isTag() && ENDS.contains(tokens.get(at).word()))) {
            Token token = tokens.get(at++);
            switch (token.sort()) {
                case WORDS -> parts.add(new Jinja.Words(token.text()));
                case VALUE -> parts.add(new Jinja.Value(token.text()));
                case TAG -> parts.add(block(token));
            }
        }
        depth--;
        return parts;
    }

    private boolean isTag() {
        return tokens.get(at).sort() == Sort.TAG;
    }

    private Jinja block(Token token) throws Untranslatable {
        String text = token.text();
        Matcher set = SET.matcher(text);
        if (set.matches()) {
            return new Jinja.Assign(set.group(1), set.group(2).strip());
        }
        Matcher loop = FOR.matcher(text);
        if (loop.matches()) {
            List<Jinja> body = parts();
            end("endfor");
            return new Jinja.Loop(loop.group(1), loop.group(2).strip(), body);
        }
        if (token.word().equals("if")) {
            return choice(text.substring("if".length()).strip());
        }
        throw new Untranslatable("`{% " + token.word() + " %}`");
    }

    private Jinja choice(String first) throws Untranslatable {
        List<Jinja.Branch> branches = new ArrayList<>();
        branches.add(new Jinja.Branch(first, parts()));
        while (at < tokens.size() && tokens.get(at).word().equals("elif")) {
            String condition =
                    tokens.get(at++).text().substring("elif".length()).strip();
            branches.add(new Jinja.Branch(condition, parts()));
        }
        if (at < tokens.size() && tokens.get(at).word().equals("else")) {
            at++;
            branches.add(new Jinja.Branch("", parts()));
        }
        end("endif");
        return new Jinja.Choice(branches);
    }

    private void end(String word) throws Untranslatable {
        if (at >= tokens.size() || !tokens.get(at).word().equals(word)) {
            throw new Untranslatable("a block without `{% " + word + " %}`");
        }
        at++;
    }
}
