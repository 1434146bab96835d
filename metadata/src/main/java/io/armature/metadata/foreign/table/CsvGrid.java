package io.armature.metadata.foreign.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV as people's programs write it: commas, semicolons or tabs, UTF-8 or Windows-1252, with or without a byte order
 * mark, quotes as in RFC 4180.
 */
final class CsvGrid {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final String text;
    private final char separator;
    private int at;

    private CsvGrid(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static List<List<String>> read(byte[] bytes) {
        String text = decode(bytes).replace("\r\n", "\n").replace('\r', '\n');
        return new CsvGrid(text.startsWith("\ufeff") ? text.substring(1) : text).rows();
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    /** What stands most often in the first line, outside quotes. */
    private static char separator(String text) {
        String line = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(character -> character == wanted).count();
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        while (at < text.length()) {
            List<String> row = new ArrayList<>();
            row.add(cell());
            while (at < text.length() && text.charAt(at) == separator) {
                at++;
                row.add(cell());
            }
            at++;
            rows.add(row);
        }
        return rows;
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
            quoted(cell);
        }
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
            cell.append(text.charAt(at++));
        }
        return cell.toString();
    }

    private void quoted(StringBuilder cell) {
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character != '"') {
                cell.append(character);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return;
            }
        }
    }
}
