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
    PIVOT(List.of("rows", "columns"), List.of("measures")),
    CHART(List.of("dimensions"), List.of("measures", "chart")),
    GALLERY(List.of("image", "label", "color"));

    private final List<String> uses;
    private final List<String> numbers;

    ViewKind(List<String> uses) {
        this(uses, List.of());
    }

    ViewKind(List<String> uses, List<String> numbers) {
        this.uses = uses;
        this.numbers = numbers;
    }

    /** The settings that name fields, besides those of every view. */
    public List<String> uses() {
        return uses;
    }

    /** The settings that say which numbers it shows, and how. */
    public List<String> numbers() {
        return numbers;
    }

    /** As written after {@code kind:}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ViewKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
