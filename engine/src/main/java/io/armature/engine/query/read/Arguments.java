package io.armature.engine.query.read;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.query.sql.QuerySql;
import io.armature.engine.query.sql.Slot;
import io.armature.metadata.expression.SqlFragment.Bind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one run of a statement. For one thread. */
final class Arguments {
    private final ReadContext context;
    private final Map<Integer, Object> slots = new HashMap<>();

    Arguments(ReadContext context) {
        this.context = context;
        context.locale().ifPresent(this::speak);
    }

    private void speak(Locale locale) {
        set(Slot.LOCALE, locale.toLanguageTag());
        set(Slot.LANGUAGE, locale.getLanguage());
    }

    Arguments set(int slot, Object value) {
        slots.put(slot, value);
        return this;
    }

    /** Patterns that find the words. */
    Arguments words(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            set(Slot.WORDS + i, WordPattern.plain(words.get(i)));
            set(Slot.ACCENTED + i, WordPattern.accented(words.get(i)));
        }
        return this;
    }

    /** The values of the record after which a page begins. */
    Arguments after(List<@Nullable String> values) {
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value != null) {
                set(Slot.AFTER + i, value);
            }
        }
        return this;
    }

    Sql of(QuerySql query) {
        List<SqlValue> values = new ArrayList<>(query.binds().size());
        for (Bind bind : query.binds()) {
            values.add(value(bind));
        }
        return new Sql(query.text(), values);
    }

    private SqlValue value(Bind bind) {
        return switch (bind) {
            case Bind.Value value -> new SqlValue(value.value(), value.sqlType());
            case Bind.Context moment ->
                new SqlValue(context.moment().value(moment.name()).orElse(null), moment.sqlType());
            case Bind.Parameter parameter -> new SqlValue(slots.get(parameter.index()), parameter.sqlType());
        };
    }
}
