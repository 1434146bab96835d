package io.armature.engine.identity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a token for programs may be used for: {@code read} or {@code write}, of everything, of a pack ({@code read:crm}) or
 * of an entity ({@code write:crm.customer}). Who may write may read.
 *
 * @param write whether records may be changed
 * @param target a pack or the full name of an entity; empty for all
 */
public record Scope(boolean write, String target) {

    private static final Pattern FORM = Pattern.compile("(read|write)(?::([a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)?))?");

    /** The scope of a text; nothing when it is none. */
    public static Optional<Scope> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Scope(
                        form.group(1).equals("write"),
                        Optional.ofNullable(form.group(2)).orElse("")))
                : Optional.empty();
    }

    /** @param entity full name */
    boolean covers(String entity) {
        return target.isEmpty() || entity.equals(target) || entity.startsWith(target + ".");
    }

    @Override
    public String toString() {
        return (write ? "write" : "read") + (target.isEmpty() ? "" : ":" + target);
    }
}
