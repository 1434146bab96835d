package io.armature.metadata.foreign.frappe;

import io.armature.metadata.foreign.PlainNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** All DocTypes that are imported together, with what each is called here and how its records are named. */
final class Site {

    /** Room for what is put behind the names of entities in the names of views. */
    private static final int LONGEST = 54;

    private final Map<String, List<Member>> byName = new LinkedHashMap<>();
    private final Map<String, String> packs;
    private final WorkflowBook workflows;
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<Member, List<Owner>> owners = new IdentityHashMap<>();

    /**
     * One DocType here.
     *
     * @param entity without the pack
     * @param fields what its fields are called here, by their foreign names
     */
    record Member(DocType type, String pack, String entity, Map<String, String> fields, Naming naming) {
        String fullName() {
            return pack + "." + entity;
        }
    }

    /**
     * @param types in the order of their applications: those that others need first
     * @param packs the pack of each application
     * @param workflows the workflows that are in force
     */
    Site(List<DocType> types, Map<String, String> packs, WorkflowBook workflows) {
        this.packs = Map.copyOf(packs);
        this.workflows = workflows;
        Map<String, PlainNames> names = new HashMap<>();
        for (DocType type : types) {
            order.computeIfAbsent(type.app(), any -> order.size());
            PlainNames given = names.computeIfAbsent(type.app(), any -> {
                PlainNames fresh = new PlainNames(LONGEST);
                fresh.reserve("actions");
                return fresh;
            });
            String pack = pack(type.app());
            byName.computeIfAbsent(type.name(), any -> new ArrayList<>())
                    .add(new Member(type, pack, given.give(type.name()), FieldNames.of(type), Naming.of(type)));
        }
        findOwners();
    }

    String pack(String app) {
        return packs.getOrDefault(app, app);
    }

    /** The states of a workflow that a field holds, by Frappe's names; empty for other fields. */
    SequencedMap<String, String> states(Member member, String field) {
        return workflows.states(member.type(), field);
    }

    List<Member> members() {
        return byName.values().stream().flatMap(List::stream).toList();
    }

    /** The DocType of this name as an application sees it: its own, else that of an application before it. */
    Optional<Member> find(String app, String doctype) {
        List<Member> members = byName.getOrDefault(doctype, List.of());
        int here = order.getOrDefault(app, Integer.MAX_VALUE);
        return members.stream()
                .filter(member -> member.type().app().equals(app))
                .findFirst()
                .or(() -> members.stream()
                        .filter(member -> order.getOrDefault(member.type().app(), 0) < here)
                        .findFirst());
    }

    /** Whether some application has it, though none that this one may need. */
    boolean isElsewhere(String doctype) {
        return byName.containsKey(doctype);
    }

    /** What a link to a DocType leads to. */
    Optional<Target> target(String app, String doctype) {
        return find(app, doctype)
                .map(member -> new Target(member.pack(), member.fullName(), key(member, new HashSet<>())))
                .or(() -> isElsewhere(doctype) ? Optional.empty() : Equivalents.find(doctype));
    }

    /** The path to a record's foreign name. */
    Optional<String> key(Member member) {
        return key(member, new HashSet<>());
    }

    private Optional<String> key(Member member, Set<String> seen) {
        return switch (member.naming().kind()) {
            case NONE, CODE -> Optional.empty();
            case PROMPT, SERIES, FORMAT -> Optional.of("name");
            case FIELD -> {
                String field = member.naming().field();
                Doc doc = member.type().field(field).orElseThrow();
                String name = member.fields().getOrDefault(field, field);
                if (!doc.fieldtype().equals("Link")) {
                    yield Optional.of(name);
                }
                Optional<Member> linked = seen.add(member.fullName())
                        ? find(member.type().app(), doc.text("options", ""))
                        : Optional.empty();
                yield linked.flatMap(found -> key(found, seen))
                        .or(() -> Equivalents.find(doc.text("options", "")).flatMap(Target::key))
                        .map(path -> name + "." + path);
            }
        };
    }

    /** The lists that hold rows of a child DocType. */
    List<Owner> owners(Member child) {
        return owners.getOrDefault(child, List.of());
    }

    private void findOwners() {
        for (Member parent : members()) {
            if (parent.type().isVirtual()) {
                continue; // it has no rows to own others
            }
            for (Doc field : parent.type().data()) {
                if (field.fieldtype().startsWith("Table") && !DocType.isComputed(field)) {
                    find(parent.type().app(), field.text("options", ""))
                            .ifPresent(child -> owners.computeIfAbsent(child, any -> new ArrayList<>())
                                    .add(new Owner(parent, field)));
                }
            }
        }
    }

    /** A list of rows of a child. */
    record Owner(Member parent, Doc field) {
        /** The child's link back: the name that it gets by itself. */
        String link() {
            return parent.pack() + "_" + parent.entity() + "_"
                    + parent.fields().getOrDefault(field.fieldname(), field.fieldname());
        }
    }
}
