package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.javascript.Names;
import io.armature.metadata.foreign.javascript.Value;
import io.armature.metadata.foreign.javascript.Value.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What names mean in the conditions of one DocType. */
final class ConditionNames implements Names {

    private static final Set<String> WORDS = Set.of("user", "in", "true", "false", "null");

    private final Site site;
    private final Site.Member member;
    /** Those of applications that this one knows: others may put its rows into lists of theirs. */
    private final List<Site.Owner> owners;

    private final Function<String, Optional<String>> roles;

    ConditionNames(Site site, Site.Member member, Function<String, Optional<String>> roles) {
        this.site = site;
        this.member = member;
        this.owners = site.owners(member).stream()
                .filter(owner -> site.find(
                                member.type().app(), owner.parent().type().name())
                        .filter(owner.parent()::equals)
                        .isPresent())
                .toList();
        this.roles = roles;
    }

    @Override
    public Optional<Value> field(String name) {
        return switch (name) {
            case "doctype" -> Optional.of(Value.text(member.type().name()));
            case "__islocal", "__unsaved" -> Optional.of(Value.of(Sort.CONDITION, "created_at == null"));
            case "parenttype" -> Optional.of(owner(Site.Owner::parent));
            case "parentfield" -> Optional.of(ownerText(owner -> owner.field().fieldname()));
            default -> at(member, "", name);
        };
    }

    @Override
    public Optional<Value> parentField(String name) {
        if (owners.isEmpty()) {
            return Optional.empty();
        }
        if (name.equals("doctype")) {
            return Optional.of(owner(Site.Owner::parent));
        }
        List<Value> values = new ArrayList<>();
        for (Site.Owner owner : owners) {
            at(owner.parent(), owner.link() + ".", name).ifPresent(values::add);
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Sort sort = values.getFirst().sort();
        values.removeIf(value -> value.sort() != sort);
        return Optional.of(values.size() == 1 ? values.getFirst() : coalesced(sort, values));
    }

    private static Value coalesced(Sort sort, List<Value> values) {
        boolean named = values.stream().allMatch(value -> value.key().isPresent());
        Optional<String> key = sort == Sort.LINK && named
                ? Optional.of(coalesce(
                        values.stream().map(value -> value.key().orElseThrow()).toList()))
                : Optional.empty();
        String text = coalesce(values.stream().map(Value::text).toList());
        return sort == Sort.LINK ? Value.link(text, key) : Value.of(sort, text);
    }

    private static String coalesce(List<String> texts) {
        return texts.stream().distinct().collect(Collectors.joining(", ", "coalesce(", ")"));
    }

    private Value owner(Function<Site.Owner, Site.Member> parent) {
        return ownerText(owner -> parent.apply(owner).type().name());
    }

    /** A text that depends on which list the row stands in. */
    private Value ownerText(Function<Site.Owner, String> text) {
        List<String> texts = owners.stream().map(text).distinct().toList();
        if (texts.isEmpty()) {
            return Value.NOTHING;
        }
        if (texts.size() == 1) {
            return Value.text(texts.getFirst());
        }
        StringBuilder choice = new StringBuilder("(");
        for (Site.Owner owner : owners) {
            choice.append(owner.link())
                    .append(" != null ? ")
                    .append(Value.text(text.apply(owner)).text())
                    .append(" : ");
        }
        return Value.of(Sort.TEXT, choice.append("'')").toString());
    }

    @Override
    public Optional<String> role(String name) {
        return roles.apply(name);
    }

    /** The value of a field of a record that a path leads to: empty, or with a dot at its end. */
    Optional<Value> at(Site.Member of, String before, String name) {
        Optional<Doc> field = of.type().field(name).filter(found -> !DocType.isLayout(found));
        if (field.isEmpty() || DocType.isComputed(field.get())) {
            return system(of, before, name);
        }
        String text = before + quoted(before, of.fields().getOrDefault(name, name));
        Mapped mapped = new TypeMapping(site).map(of, field.get());
        SequencedMap<String, String> states = site.states(of, name);
        if (!states.isEmpty()) {
            return Optional.of(Value.of(Sort.TEXT, state(text, states)));
        }
        if (mapped.sort() != Sort.LINK) {
            return Optional.of(Value.of(mapped.sort(), text));
        }
        return Optional.of(Value.link(
                text,
                site.target(of.type().app(), field.get().text("options", ""))
                        .map(target -> text + "." + target.name())));
    }

    /** A state by Frappe's name. */
    private static String state(String field, SequencedMap<String, String> states) {
        StringBuilder choice = new StringBuilder("(");
        states.forEach((title, name) -> choice.append(field)
                .append(" == '")
                .append(name)
                .append("' ? ")
                .append(Value.text(title).text())
                .append(" : "));
        return choice.append("'')").toString();
    }

    private Optional<Value> system(Site.Member of, String before, String name) {
        return switch (name) {
            case "name" -> Optional.of(Value.of(Sort.TEXT, before + site.key(of).orElse("external_id")));
            case "owner" -> Optional.of(Value.of(Sort.TEXT, before + "owner.email"));
            case "modified_by" -> Optional.of(Value.of(Sort.TEXT, before + "updated_by.email"));
            case "creation" -> Optional.of(Value.of(Sort.MOMENT, before + "created_at"));
            case "modified" -> Optional.of(Value.of(Sort.MOMENT, before + "updated_at"));
            case "docstatus" -> Optional.of(DocumentStatus.value(of, before));
            default -> Optional.empty();
        };
    }

    private static String quoted(String before, String name) {
        return before.isEmpty() && WORDS.contains(name) ? "`" + name + "`" : name;
    }
}
