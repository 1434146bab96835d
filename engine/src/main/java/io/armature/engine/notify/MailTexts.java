package io.armature.engine.notify;

import io.armature.engine.identity.User;
import io.armature.engine.record.Readers;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.definition.MailDefinition;
import io.armature.metadata.definition.TextPiece;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Puts the values of a record into the texts of a mail. There are expressions and nothing else: nothing of a mail runs. */
@Singleton
public final class MailTexts {

    private final Readers readers;

    MailTexts(Readers readers) {
        this.readers = readers;
    }

    /** A mail as its reader sees it. */
    public record Written(String subject, String text, Optional<String> html) {}

    /**
     * Writes a mail; nothing about a record that is not there (any more).
     *
     * @param record of the mail's entity; a mail without entity needs none
     */
    public Optional<Written> write(
            Tenant tenant, Model model, MailDefinition mail, Optional<UUID> record, Locale locale, ZoneId zone) {
        return write(tenant, model, mail, record, new ValueTexts(locale, zone), UnaryOperator.identity());
    }

    /** Writes what somebody is told among his notifications: what he would not see of the record is left empty. */
    Optional<Written> write(
            Tenant tenant, Model model, MailDefinition mail, Notice.About about, User reader, ValueTexts form) {
        return write(
                tenant,
                model,
                mail,
                Optional.of(about.record()),
                form,
                values -> readers.seen(tenant, model, reader, model.require(about.entity()), about.record(), values));
    }

    private Optional<Written> write(
            Tenant tenant,
            Model model,
            MailDefinition mail,
            Optional<UUID> record,
            ValueTexts form,
            UnaryOperator<Map<Expression, String>> seen) {
        Locale locale = form.locale();
        MailDefinition.Texts texts = mail.texts(locale);
        Optional<Entity> entity = mail.entity().flatMap(name -> model.entity(qualified(name, mail)));
        Map<String, Expression> expressions = new LinkedHashMap<>();
        compile(texts.subject(), entity, model, expressions);
        compile(texts.text(), entity, model, expressions);
        texts.html().ifPresent(html -> compile(html, entity, model, expressions));
        Optional<Map<Expression, String>> values = entity.isPresent() && record.isPresent()
                ? readers.values(
                        tenant, model, locale, entity.get(), record.get(), new ArrayList<>(expressions.values()))
                : Optional.of(Map.of());
        return values.map(known -> written(texts, expressions, seen.apply(known), form));
    }

    private static Written written(
            MailDefinition.Texts texts,
            Map<String, Expression> expressions,
            Map<Expression, String> values,
            ValueTexts form) {
        Map<String, String> shown = new LinkedHashMap<>();
        expressions.forEach((text, expression) -> Optional.ofNullable(values.get(expression))
                .ifPresent(value -> shown.put(text, form.of(value, expression.type()))));
        return new Written(
                filled(texts.subject(), shown, UnaryOperator.identity()),
                filled(texts.text(), shown, UnaryOperator.identity()),
                texts.html().map(html -> filled(html, shown, MailTexts::escaped)));
    }

    /** What cannot be understood was told when the pack was checked, and shows nothing. */
    private static void compile(
            String text, Optional<Entity> entity, Model model, Map<String, Expression> expressions) {
        String name = entity.map(Entity::fullName).orElse("");
        for (TextPiece piece : TextPiece.of(text)) {
            if (piece instanceof TextPiece.Value(String expression)) {
                new ExpressionCompiler()
                        .compile(expression, name, model, Optional.empty())
                        .result()
                        .ifPresent(compiled -> expressions.put(expression, compiled));
            }
        }
    }

    private static String filled(String text, Map<String, String> values, UnaryOperator<String> form) {
        StringBuilder filled = new StringBuilder();
        for (TextPiece piece : TextPiece.of(text)) {
            switch (piece) {
                case TextPiece.Plain(String plain) -> filled.append(plain);
                case TextPiece.Value(String expression) ->
                    filled.append(form.apply(values.getOrDefault(expression, "")));
            }
        }
        return filled.toString();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String qualified(String name, MailDefinition mail) {
        return mail.origin().fullName(name);
    }
}
