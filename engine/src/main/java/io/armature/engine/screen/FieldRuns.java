package io.armature.engine.screen;

import io.armature.metadata.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fields that belong together where nobody said so: several in a row whose names begin with the same word, such as
 * {@code billing_street, billing_city, billing_country}, under that word; others as they come, in parts of a size.
 *
 * @param title the word; empty for fields that only follow each other
 */
record FieldRuns(Optional<String> title, List<Field> fields) {

    /** So many with the same word are no coincidence. */
    private static final int LEAST = 3;

    FieldRuns {
        fields = List.copyOf(fields);
    }

    /** @param most fields without a word in common that stand together */
    static List<FieldRuns> of(List<Field> fields, int most) {
        List<FieldRuns> runs = new ArrayList<>();
        List<Field> plain = new ArrayList<>();
        for (int start = 0; start < fields.size(); ) {
            int end = endOfRun(fields, start);
            if (end - start >= LEAST) {
                runs.addAll(parts(plain, most));
                plain.clear();
                runs.add(new FieldRuns(Optional.of(readable(word(fields.get(start)))), fields.subList(start, end)));
            } else {
                plain.addAll(fields.subList(start, end));
            }
            start = end;
        }
        runs.addAll(parts(plain, most));
        return runs;
    }

    private static int endOfRun(List<Field> fields, int start) {
        String word = word(fields.get(start));
        int end = start + 1;
        while (!word.isEmpty() && end < fields.size() && word(fields.get(end)).equals(word)) {
            end++;
        }
        return end;
    }

    /** What stands before the first underscore; nothing where a name is one word. */
    private static String word(Field field) {
        int underscore = field.name().indexOf('_');
        return underscore < 0 ? "" : field.name().substring(0, underscore);
    }

    private static List<FieldRuns> parts(List<Field> fields, int most) {
        List<FieldRuns> parts = new ArrayList<>();
        for (int start = 0; start < fields.size(); start += most) {
            parts.add(new FieldRuns(Optional.empty(), fields.subList(start, Math.min(start + most, fields.size()))));
        }
        return parts;
    }

    private static String readable(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
