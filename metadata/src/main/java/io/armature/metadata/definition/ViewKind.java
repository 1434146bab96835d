package io.armature.metadata.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of view, with the settings by which each names the fields it uses. */
public enum ViewKind {
    FORM(List.of()),
    LIST(List.of("group")),
    KANBAN(List.of("column", "label", "image", "color")),
    CALENDAR(List.of("start", "end", "label", "color")),
    GANTT(List.of("start", "end", "label", "parent", "progress", "depends", "color")),
    TREE(List.of("parent")),
    MAP(List.of("location", "label", "color")),
    PIVOT(List.of("rows", "columns")),
    CHART(List.of("dimensions")),
    GALLERY(List.of("image", "label", "color"));

    private final List<String> uses;

    ViewKind(List<String> uses) {
        this.uses = uses;
    }

    /** The settings that name fields, besides those of every view. */
    public List<String> uses() {
        return uses;
    }

    /** As written after {@code kind:}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ViewKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
