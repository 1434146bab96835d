package io.armature.engine.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Field;
import java.util.Locale;

/** Texts in several languages: the main column holds the tenant's own, the column beside it the others. */
final class Translations {

    /** The language of the main column. */
    private static final String MAIN = Locale.ENGLISH.getLanguage();

    private Translations() {}

    /** Puts a text where the request's language has its place; the first text of a record is also its main one. */
    static void put(WriteSet set, RecordState record, Field field, String text) {
        String language = set.context().locale().getLanguage();
        if (language.equals(MAIN) || language.isEmpty()) {
            record.set(field.name(), text);
            return;
        }
        String beside = Layout.translations(field);
        ObjectNode texts = record.after(beside) instanceof ObjectNode known
                ? known.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        texts.put(language, text);
        record.set(beside, texts);
        if (!record.has(field.name())) {
            record.set(field.name(), text);
        }
    }
}
