package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Custom Fields, Property Setters and permission rules on another application's DocTypes: extensions, and grants of our roles. */
final class ExtensionMapping {

    /** What an extension may not change of a field that has records. */
    private static final Set<String> FIXED = Set.of("type", Hints.KEY);

    private final AppContext context;
    private final Customisation customisation;
    private final SequencedMap<String, ObjectNode> extensions = new LinkedHashMap<>();
    private final Map<String, Doc> first = new LinkedHashMap<>();

    ExtensionMapping(AppContext context, Customisation customisation) {
        this.context = context;
        this.customisation = customisation;
    }

    void map() {
        SequencedMap<String, List<Doc>> fields = new LinkedHashMap<>();
        customisation
                .foreignFields(context.app(), context.site())
                .forEach(field -> fields.computeIfAbsent(field.text("dt", ""), any -> new ArrayList<>())
                        .add(field));
        fields.forEach(this::fields);
        customisation.foreignSetters(context.app(), context.site()).forEach(this::setter);
        rules();
        extensions.forEach((doctype, tree) -> {
            Doc doc = first.getOrDefault(doctype, new Doc("", tree));
            context.add(Kind.EXTENSION, new Doc(doc.file(), named(doctype)), tree);
        });
    }

    private static ObjectNode named(String doctype) {
        return JsonNodeFactory.instance.objectNode().put("doctype", "Extension").put("name", doctype);
    }

    private ObjectNode extension(Site.Member member, Doc doc) {
        first.putIfAbsent(member.type().name(), doc);
        return extensions.computeIfAbsent(
                member.type().name(),
                any -> JsonNodeFactory.withExactBigDecimals(true).objectNode().put("extend", member.fullName()));
    }

    private void fields(String doctype, List<Doc> fields) {
        Optional<Site.Member> member = context.member(doctype);
        if (member.isEmpty()) {
            fields.forEach(field ->
                    context.told(Outcome.LEFT_OUT, field, "`" + doctype + "` is not imported with this application"));
            return;
        }
        Site.Member extended = extended(member.get(), fields);
        FieldMapping mapping = new FieldMapping(context.site(), extended, new Conditions(context.names(extended)));
        for (Doc field : fields) {
            if (DocType.isLayout(field) || DocType.isComputed(field)) {
                context.told(Outcome.HINT, field, "it is a part of the form's layout, or code computes it");
            } else if (member.get().type().field(field.fieldname()).isPresent()) {
                context.told(Outcome.LEFT_OUT, field, "another field has this name");
            } else {
                Mapped mapped = mapping.map(field);
                mapped.tree().remove("required");
                String name = extended.fields().getOrDefault(field.fieldname(), field.fieldname());
                extension(member.get(), field).withObject("/fields").set(name, mapped.tree());
                List<String> differences = new ArrayList<>(mapped.differences());
                if (field.flag("reqd")) {
                    differences.add("it is not required: there may be records without it");
                }
                context.told(field, differences);
            }
        }
    }

    /** The DocType as this application sees it: with its fields, and with links to its own. */
    private Site.Member extended(Site.Member member, List<Doc> more) {
        SequencedMap<String, Doc> all = new LinkedHashMap<>(member.type().fields());
        more.forEach(field -> all.putIfAbsent(field.fieldname(), field));
        DocType type = new DocType(member.type().doc(), context.app().name(), all, List.of());
        return new Site.Member(type, member.pack(), member.entity(), FieldNames.of(type), member.naming());
    }

    private void setter(Doc setter) {
        Optional<Site.Member> member = context.member(setter.text("doc_type", ""));
        Optional<Doc> field = member.flatMap(found -> found.type().field(setter.text("field_name", "")))
                .filter(found -> !DocType.isLayout(found) && !DocType.isComputed(found));
        if (member.isEmpty() || field.isEmpty()) {
            context.told(Outcome.LEFT_OUT, setter, "what it sets is no field of an entity here");
            return;
        }
        ObjectNode json = field.get().json().deepCopy();
        json.put(setter.text("property", ""), setter.text("value", ""));
        Conditions conditions = new Conditions(context.names(member.get()));
        FieldMapping mapping = new FieldMapping(context.site(), member.get(), conditions);
        ObjectNode before = mapping.map(field.get()).tree();
        Mapped after = mapping.map(new Doc(setter.file(), json));
        ObjectNode changes = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        after.tree().properties().forEach(entry -> {
            if (!FIXED.contains(entry.getKey()) && !entry.getValue().equals(before.get(entry.getKey()))) {
                changes.set(entry.getKey(), entry.getValue());
            }
        });
        if (changes.isEmpty()) {
            context.told(Outcome.LEFT_OUT, setter, "it changes nothing that means something here");
            return;
        }
        String name = member.get().fields().getOrDefault(field.get().fieldname(), "");
        ObjectNode override = extension(member.get(), setter).withObject("/override");
        changes.properties().forEach(change -> override.withObject("/" + name).set(change.getKey(), change.getValue()));
        context.told(setter, after.differences());
    }

    private void rules() {
        SequencedMap<String, List<Doc>> rules = new LinkedHashMap<>();
        customisation
                .foreignRules(context.app(), context.site())
                .forEach(rule -> rules.computeIfAbsent(rule.text("parent", ""), any -> new ArrayList<>())
                        .add(rule));
        rules.forEach((doctype, rows) -> context.member(doctype)
                .ifPresentOrElse(
                        member -> {
                            PermissionMapping.grants(member, rows)
                                    .forEach((role, grant) -> context.roles()
                                            .grant(role, rows.getFirst().file(), member.fullName(), grant));
                            rows.forEach(context::imported);
                        },
                        () -> rows.forEach(
                                rule -> context.told(Outcome.LEFT_OUT, rule, "`" + doctype + "` is not imported"))));
    }
}
