package io.armature.engine.query.plan;

import io.armature.engine.access.ReadAccess;
import io.armature.engine.access.Rule;
import io.armature.engine.access.Trees;
import io.armature.metadata.expression.Context;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.expression.IrMapper;
import io.armature.metadata.expression.Member;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Inverse;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets an expression of the caller see no more than the caller. A field that does not show on every record that he may
 * read is refused; of linked records that he may not read, the values are null; of lists, only those that he may read
 * count.
 */
final class Guard extends IrMapper {
    private static final Ir TRUE = new Ir.Literal(true, Scalar.BOOLEAN);
    private static final Set<String> COUNTING = Set.of("any", "count");

    private final Model model;
    private final ReadAccess access;
    private final Problems problems;
    private final String parameter;

    Guard(Model model, ReadAccess access, Problems problems, String parameter) {
        this.model = model;
        this.access = access;
        this.problems = problems;
        this.parameter = parameter;
    }

    Expression of(Expression expression) {
        Ir tree = map(expression);
        return tree.equals(expression.tree())
                ? expression
                : new Expression(expression.text(), expression.entity(), tree, expression.type());
    }

    @Override
    protected Ir path(Ir.Path path, List<String> rows) {
        List<Ir> conditions = new ArrayList<>();
        follow(path, rows, conditions);
        return conditions.isEmpty() ? path : new Ir.Choice(all(conditions), path, new Ir.Nothing(), path.type());
    }

    @Override
    protected Ir context(Ir.Context context) {
        List<String> names = List.of(context.name().split("\\."));
        if (names.size() > 1) {
            String start = names.getFirst().equals(Context.COMPANY) ? model.companyEntity() : model.userEntity();
            known(start, names.subList(1, names.size()));
        }
        return context;
    }

    /** What is known of the caller and his company is known to him where he may read it, and what the engine keeps of his account. */
    private void known(String start, List<String> names) {
        String at = start;
        boolean own = true;
        for (String name : names) {
            Optional<Entity> entity = model.entity(at);
            if (entity.isEmpty() || name.equals(SystemFields.ID)) {
                return;
            }
            boolean label = entity.get().isPublic() && name.equals(entity.get().label());
            if (!label && !(own && isOfAccount(entity.get(), name)) && !shows(entity.get(), name, own)) {
                refuse(entity.get(), name);
                return;
            }
            if (!(model.member(at, name).map(Member::type).orElse(null) instanceof Reference(var target))) {
                return;
            }
            at = target;
            own = false;
        }
    }

    private boolean isOfAccount(Entity entity, String name) {
        return entity.fullName().equals(model.userEntity())
                && entity.field(name)
                        .map(field -> field.system()
                                || field.origin().pack().equals(entity.origin().pack()))
                        .orElse(true);
    }

    private boolean shows(Entity entity, String name, boolean own) {
        String now = model.member(entity.fullName(), name).map(Member::name).orElse(name);
        Rule rows = access.rows(entity.fullName());
        return !rows.isNone()
                && (own || rows.condition().isEmpty())
                && access.field(entity, now).isOpen();
    }

    @Override
    protected Ir aggregate(Ir.Aggregate aggregate, List<String> rows) {
        List<Ir> conditions = new ArrayList<>();
        Ir.Path source = aggregate.rows();
        Optional<String> owner = follow(source, rows, conditions);
        List<Ir> inner = new ArrayList<>();
        conditions.forEach(condition -> inner.add(deeper(condition)));
        if (source.type() instanceof Rows(var target)) {
            Rule rule = listed(owner.orElse(""), source.path().getLast(), target);
            if (rule.isNone()) {
                refuse(model.require(target), source.path().getLast());
            }
            rule.condition().ifPresent(condition -> inner.add(Trees.moved(condition, 0, List.of())));
        }
        Ir body = map(aggregate.body(), inside(aggregate, rows));
        return new Ir.Aggregate(
                aggregate.function(), source, inner.isEmpty() ? body : only(aggregate, inner, body), aggregate.type());
    }

    /** The body that counts readable rows only. */
    private static Ir only(Ir.Aggregate aggregate, List<Ir> conditions, Ir body) {
        if (COUNTING.contains(aggregate.function())) {
            List<Ir> both = new ArrayList<>(conditions);
            both.add(body);
            return all(both);
        }
        Ir otherwise = aggregate.function().equals("all") ? TRUE : new Ir.Nothing();
        return new Ir.Choice(all(conditions), body, otherwise, body.type());
    }

    /**
     * Goes along a path: refuses what may not be seen, and collects what must hold of the records on the way.
     *
     * @return the entity whose member the last name is
     */
    private Optional<String> follow(Ir.Path path, List<String> rows, List<Ir> conditions) {
        String at = rows.get(path.base());
        List<String> links = new ArrayList<>();
        for (String name : path.path()) {
            Entity entity = model.require(at);
            boolean last = links.size() == path.path().size() - 1;
            step(entity, name, last, path.base(), links).ifPresent(conditions::add);
            if (last || !(model.member(at, name).map(Member::type).orElse(null) instanceof Reference(var target))) {
                break;
            }
            links.add(name);
            at = target;
        }
        return Optional.of(at);
    }

    private Optional<Ir> step(Entity entity, String name, boolean last, int base, List<String> links) {
        boolean linked = !links.isEmpty();
        boolean label = last && entity.isPublic() && name.equals(entity.label());
        if (linked && (name.equals(SystemFields.ID) || label)) {
            return Optional.empty();
        }
        String now = model.member(entity.fullName(), name).map(Member::name).orElse(name);
        Rule rule = linked ? access.rows(entity.fullName()) : Rule.ALL;
        if (rule.isNone() || !access.field(entity, now).isOpen()) {
            refuse(entity, name);
            return Optional.empty();
        }
        return rule.condition().map(condition -> Trees.moved(condition, base, links));
    }

    private Rule listed(String owner, String name, String target) {
        Inverse inverse =
                model.entity(owner).map(entity -> entity.inverses().get(name)).orElse(null);
        if (inverse != null) {
            Rule pointing = access.field(model.require(target), inverse.by()).shown();
            return access.rows(target).and(pointing);
        }
        boolean lines = model.entity(owner)
                .flatMap(entity -> entity.field(name))
                .flatMap(field -> field.relation())
                .filter(io.armature.metadata.model.Relation.Lines.class::isInstance)
                .isPresent();
        return lines ? access.lines(owner, target) : access.rows(target);
    }

    private void refuse(Entity entity, String name) {
        problems.add(Problem.inValue(ProblemCode.FIELD_HIDDEN, parameter, name, entity.fullName()));
    }

    private static Ir all(List<Ir> conditions) {
        return conditions.size() == 1 ? conditions.getFirst() : new Ir.Call("and", conditions, Scalar.BOOLEAN);
    }

    /** The same condition one row further in. */
    private static Ir deeper(Ir condition) {
        return new Deeper().deeper(condition);
    }

    /** Moves a condition into the body of an aggregate: what was the innermost row is then the one around it. */
    private static final class Deeper extends IrMapper {
        Ir deeper(Ir tree) {
            return map(tree, List.of(""));
        }

        @Override
        protected Ir path(Ir.Path path, List<String> rows) {
            boolean inner = path.base() < rows.size() - 1;
            return inner ? path : new Ir.Path(path.base() + 1, path.path(), path.type());
        }
    }
}
