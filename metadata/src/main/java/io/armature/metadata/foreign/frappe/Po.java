package io.armature.metadata.foreign.frappe;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Reads translations in gettext's form: {@code msgid} and {@code msgstr}, each over one or several lines. */
final class Po {

    private final SequencedMap<String, String> texts = new LinkedHashMap<>();
    private final StringBuilder id = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private boolean fuzzy;
    private boolean context;

    private Po() {}

    /** The translated texts, without those marked as uncertain. One word in several contexts counts with the first. */
    static SequencedMap<String, String> read(String po) {
        Po reader = new Po();
        po.lines().forEach(reader::line);
        reader.end();
        return reader.texts;
    }

    private void line(String line) {
        if (line.startsWith("#,") && line.contains("fuzzy")) {
            end();
            fuzzy = true;
        } else if (line.startsWith("#")) {
            return;
        } else if (line.startsWith("msgctxt ")) {
            end();
            context = true;
        } else if (line.startsWith("msgid ")) {
            if (inText) {
                end();
            }
            context = false;
            id.append(unquoted(line.substring("msgid ".length())));
        } else if (line.startsWith("msgstr ") || line.startsWith("msgstr[0] ")) {
            inText = true;
            text.append(unquoted(line.substring(line.indexOf(' ') + 1)));
        } else if (line.startsWith("\"") && !context) {
            (inText ? text : id).append(unquoted(line));
        } else if (line.isBlank()) {
            end();
        }
    }

    private void end() {
        if (inText && !fuzzy && !id.isEmpty() && !text.isEmpty()) {
            texts.putIfAbsent(id.toString(), text.toString());
        }
        if (inText || id.isEmpty()) {
            fuzzy = false;
        }
        id.setLength(0);
        text.setLength(0);
        inText = false;
    }

    private static String unquoted(String quoted) {
        String inner = quoted.strip();
        inner = inner.length() >= 2 ? inner.substring(1, inner.length() - 1) : "";
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char character = inner.charAt(i);
            if (character == '\\' && i + 1 < inner.length()) {
                char next = inner.charAt(++i);
                plain.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
            } else {
                plain.append(character);
            }
        }
        return plain.toString();
    }
}
