package io.armature.engine.screen;

import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.ViewItem;
import io.armature.metadata.definition.ViewSection;
import io.armature.metadata.definition.ViewTab;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A form from the entity alone: what is short stands in two columns, what is long takes the whole width below, lines
 * have a tab each, and what the engine knows about a record comes last.
 */
final class GeneratedForm {

    /** More than this many short fields go on to another tab. */
    private static final int FIRST_TAB = 24;

    /** So many fields in a section, at most. */
    private static final int SECTION = 12;

    /** And so many in a further tab: what is asked for rarely is not painted with everything else. */
    private static final int FURTHER_TAB = 48;

    private static final String MAIN = "main";
    private static final String LONGS = "longs";

    private static final Set<String> LONG = Set.of(
            "longText", "markdown", "html", "code", "json", "image", "signature", "file", "files", "geo", "links");

    private static final List<String> ABOUT_RECORD = List.of(
            SystemFields.OWNER,
            SystemFields.EXTERNAL_ID,
            SystemFields.CREATED_AT,
            SystemFields.CREATED_BY,
            SystemFields.UPDATED_AT,
            SystemFields.UPDATED_BY);

    private final Texts texts;

    GeneratedForm(Texts texts) {
        this.texts = texts;
    }

    List<ViewTab> of(Entity entity) {
        List<Field> shown = entity.fields().values().stream()
                .filter(field -> !field.system() && !field.definition().flag("hidden"))
                .toList();
        List<Field> lines = shown.stream().filter(GeneratedForm::isLines).toList();
        List<Field> longs = shown.stream().filter(GeneratedForm::isLong).toList();
        List<Field> shorts = shown.stream()
                .filter(field -> !isLines(field) && !isLong(field))
                .toList();
        List<ViewTab> tabs = new ArrayList<>();
        tabs.add(overview(shorts.subList(0, Math.min(FIRST_TAB, shorts.size())), longs));
        tabs.addAll(further(shorts.subList(Math.min(FIRST_TAB, shorts.size()), shorts.size())));
        lines.forEach(field -> tabs.add(tab(field.name(), texts.title(field), List.of(whole(List.of(field))))));
        tabs.add(tab("record", texts.own("record"), List.of(aboutRecord(entity))));
        return tabs;
    }

    private ViewTab overview(List<Field> shorts, List<Field> longs) {
        List<ViewSection> sections = new ArrayList<>(inSections(shorts));
        if (!longs.isEmpty()) {
            sections.add(whole(longs));
        }
        return tab("overview", texts.own("overview"), sections);
    }

    private static ViewTab tab(String name, String title, List<ViewSection> sections) {
        return new ViewTab(name, Optional.of(title), Optional.empty(), sections, Origin.ENGINE);
    }

    /** Tabs for many fields: those that belong together stay together. */
    private List<ViewTab> further(List<Field> fields) {
        List<ViewTab> tabs = new ArrayList<>();
        List<Field> taken = new ArrayList<>();
        for (FieldRuns run : FieldRuns.of(fields, SECTION)) {
            if (!taken.isEmpty() && taken.size() + run.fields().size() > FURTHER_TAB) {
                tabs.add(further(tabs.size(), taken));
                taken.clear();
            }
            taken.addAll(run.fields());
        }
        if (!taken.isEmpty()) {
            tabs.add(further(tabs.size(), taken));
        }
        return tabs;
    }

    private ViewTab further(int before, List<Field> fields) {
        String number = before == 0 ? "" : Integer.toString(before + 1);
        String title = texts.own("more") + (before == 0 ? "" : " " + number);
        return tab("more" + number, title, inSections(fields));
    }

    private List<ViewSection> inSections(List<Field> fields) {
        List<ViewSection> sections = new ArrayList<>();
        for (FieldRuns run : FieldRuns.of(fields, SECTION)) {
            sections.add(section(
                    sections.isEmpty() ? MAIN : MAIN + (sections.size() + 1),
                    run.title().map(title -> texts.of(fields.getFirst().origin().pack(), title)),
                    columns(run.fields())));
        }
        return sections;
    }

    private static List<List<ViewItem>> columns(List<Field> fields) {
        int half = (fields.size() + 1) / 2;
        return List.of(items(fields.subList(0, half)), items(fields.subList(half, fields.size())));
    }

    private static ViewSection whole(List<Field> fields) {
        return section(LONGS, Optional.empty(), List.of(items(fields)));
    }

    private static ViewSection section(String name, Optional<String> title, List<List<ViewItem>> columns) {
        return new ViewSection(name, title, Optional.empty(), columns, Origin.ENGINE);
    }

    private static ViewSection aboutRecord(Entity entity) {
        return section(
                MAIN,
                Optional.empty(),
                columns(ABOUT_RECORD.stream()
                        .flatMap(name -> entity.field(name).stream())
                        .toList()));
    }

    private static List<ViewItem> items(List<Field> fields) {
        return fields.stream().map(field -> item(field.name())).toList();
    }

    /** A field as it is. */
    static ViewItem item(String field) {
        return new ViewItem(field, new LinkedHashMap<>(), Origin.ENGINE);
    }

    static boolean isLines(Field field) {
        return field.relation().filter(Relation.Lines.class::isInstance).isPresent();
    }

    static boolean isLong(Field field) {
        return LONG.contains(field.type().name());
    }
}
