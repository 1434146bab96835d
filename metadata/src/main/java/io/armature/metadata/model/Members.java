package io.armature.metadata.model;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.expression.Member;
import io.armature.metadata.expression.Scope;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.type.ValueType;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The scope in which a model's expressions are compiled. A formula is compiled when something first names it, whatever
 * the order of the files; a formula that needs itself is a problem, not an endless walk.
 */
final class Members implements Scope {

    private static final Set<String> WRITE_ONLY = Set.of("secret", "password");

    private final SequencedMap<String, EntityStructure> structures;
    private final RuleCompiler rules;
    private final Problems problems;
    private final Map<String, Map<String, Member>> found = new HashMap<>();
    private final Map<String, Map<String, Expression>> formulas = new HashMap<>();
    private final SequencedMap<String, Boolean> underWay = new LinkedHashMap<>();

    Members(SequencedMap<String, EntityStructure> structures, Problems problems) {
        this.structures = structures;
        this.problems = problems;
        this.rules = new RuleCompiler(this, problems);
    }

    /** The compiled formula or lookup of a field; nothing when it has none or is wrong. */
    Optional<Expression> formula(Field field) {
        Map<String, Expression> known = formulas.computeIfAbsent(field.level(), level -> new HashMap<>());
        if (known.containsKey(field.name())) {
            return Optional.of(known.get(field.name()));
        }
        String key = field.level() + "." + field.name();
        if (underWay.putIfAbsent(key, true) != null) {
            problems.add(Problem.error(
                    ProblemCode.FORMULA_CYCLE,
                    field.origin().position(),
                    "fields." + field.name() + ".formula",
                    field.name(),
                    String.join(" → ", underWay.keySet()) + " → " + key));
            return Optional.empty();
        }
        Optional<Expression> compiled = rules.formula(field);
        underWay.remove(key);
        compiled.ifPresent(expression -> known.put(field.name(), expression));
        return compiled;
    }

    /** All members of an entity, compiled. */
    Map<String, Member> all(String entity) {
        Map<String, Member> members = new LinkedHashMap<>();
        memberNames(entity).forEach(name -> member(entity, name).ifPresent(member -> members.put(name, member)));
        return Collections.unmodifiableMap(members);
    }

    @Override
    public Optional<Member> member(String entity, String name) {
        EntityStructure structure = structures.get(entity);
        if (structure == null) {
            return Optional.empty();
        }
        Map<String, Member> known = found.computeIfAbsent(entity, any -> new HashMap<>());
        if (!known.containsKey(name)) {
            make(structure, name).ifPresent(member -> known.put(name, member));
        }
        return Optional.ofNullable(known.get(name));
    }

    @Override
    public boolean writeOnly(String entity, String name) {
        return Optional.ofNullable(structures.get(entity))
                .map(structure -> structure.fields().get(name))
                .filter(field -> WRITE_ONLY.contains(field.type().name()))
                .isPresent();
    }

    private Optional<Member> make(EntityStructure structure, String name) {
        Field field = structure.fields().get(name);
        if (field != null) {
            return ofField(field);
        }
        Inverse inverse = structure.inverses().get(name);
        return inverse == null ? renamed(structure, name) : children(name, inverse.entity(), inverse.by());
    }

    /** A field by a former name, so that other packs still work after a rename. */
    private Optional<Member> renamed(EntityStructure structure, String name) {
        return structure.fields().values().stream()
                .filter(field -> field.definition().texts("renamedFrom").contains(name))
                .findFirst()
                .flatMap(this::ofField);
    }

    private Optional<Member> ofField(Field field) {
        if (RuleCompiler.isComputed(field)) {
            Optional<Expression> formula = formula(field);
            if (!field.stored()) {
                Expression expression = formula.orElseGet(() -> wrong(field));
                return Optional.of(new Member.Computed(field.name(), RuleCompiler.type(field, expression), expression));
            }
        }
        return switch (field.relation().orElse(null)) {
            case Relation.Lines lines -> children(field.name(), lines.target(), lines.by());
            case Relation.Links links ->
                Optional.of(new Member.Linked(
                        field.name(),
                        new ValueType.Rows(links.target()),
                        links.table(),
                        Relation.Links.SOURCE,
                        Relation.Links.TARGET));
            case Relation.Link link -> column(field);
            case Relation.Inverse inverse -> children(field.name(), inverse.target(), inverse.by());
            case null -> column(field);
        };
    }

    /** Stands for a formula that is wrong, so that what names the field is not called wrong too. */
    private static Expression wrong(Field field) {
        return new Expression("null", field.level(), new Ir.Nothing(), field.valueType());
    }

    private static Optional<Member> column(Field field) {
        int count = field.valueType() instanceof ValueType.AnyReference ? 2 : 1;
        List<String> names =
                field.columns().stream().map(Field.Column::name).limit(count).toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Member.Column(field.name(), field.valueType(), field.level(), names));
    }

    private Optional<Member> children(String name, String entity, String by) {
        return Optional.ofNullable(structures.get(entity))
                .map(child -> child.fields().get(by))
                .filter(link -> !link.columns().isEmpty())
                .map(link -> new Member.Children(
                        name,
                        new ValueType.Rows(entity),
                        link.level(),
                        link.column().name()));
    }

    @Override
    public Collection<String> memberNames(String entity) {
        EntityStructure structure = structures.get(entity);
        if (structure == null) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>(structure.fields().keySet());
        names.addAll(structure.inverses().keySet());
        return names;
    }

    @Override
    public String table(String entity) {
        return require(entity).table();
    }

    @Override
    public List<String> lineage(String entity) {
        return require(entity).draft().lineage();
    }

    @Override
    public boolean softDelete(String entity) {
        return require(entity).draft().definition().features().softDelete();
    }

    private EntityStructure require(String entity) {
        return Objects.requireNonNull(structures.get(entity), entity);
    }
}
