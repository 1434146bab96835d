package io.armature.metadata.foreign.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV as people's programs write it: commas, semicolons, tabs or bars, UTF-8, UTF-16 or Windows-1252, with or without a
 * byte order mark, quotes as in RFC 4180; a quote that is never closed is a letter like others.
 */
final class CsvGrid {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BYTE_ORDER = 0xfeff;
    private static final int OTHER_ORDER = 0xfffe;

    private final String text;
    private final char separator;
    private int at;

    private CsvGrid(String text) {
        Separator found = Separator.of(text);
        this.text = text;
        this.separator = found.character();
        this.at = found.begin();
    }

    static List<List<String>> read(byte[] bytes) {
        String text = decode(bytes).replace("\r\n", "\n").replace('\r', '\n');
        if (text.indexOf('\0') >= 0) {
            return List.of(); // no text
        }
        return new CsvGrid(text.startsWith("\ufeff") ? text.substring(1) : text).rows();
    }

    private static String decode(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        if (mark == BYTE_ORDER || mark == OTHER_ORDER) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
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
            quoted(at + 1).ifPresent(cell::append);
        }
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
            cell.append(text.charAt(at++));
        }
        return cell.toString();
    }

    /** What stands between quotes, which are passed; nothing where they do not end. */
    private Optional<CharSequence> quoted(int begin) {
        StringBuilder cell = new StringBuilder();
        for (int i = begin; i < text.length(); i++) {
            if (text.charAt(i) != '"') {
                cell.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else {
                at = i + 1;
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }
}
