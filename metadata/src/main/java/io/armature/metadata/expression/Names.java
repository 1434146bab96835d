package io.armature.metadata.expression;

import dev.cel.common.ast.CelExpr;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what names mean: members of the row at hand, of the records around it, of the user and the company. */
final class Names {

    private static final String USER = "user";

    private final Scope scope;
    private final Source source;

    Names(Scope scope, Source source) {
        this.scope = scope;
        this.source = source;
    }

    /** One name of {@code a.b.c}, with its place. */
    record Name(String text, boolean quoted, int offset) {}

    /** The names of {@code a.b.c}; empty for anything else. */
    Optional<List<Name>> chain(CelExpr node) {
        var names = new ArrayList<Name>();
        CelExpr at = node;
        while (at.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            names.addFirst(name(at.select().field(), source.offset(at) + 1));
            at = at.select().operand();
        }
        if (at.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return Optional.empty();
        }
        names.addFirst(name(at.ident().name(), source.offset(at)));
        return Optional.of(names);
    }

    private static Name name(String word, int offset) {
        return Scanner.quoted(word)
                .map(text -> new Name(text, true, offset))
                .orElseGet(() -> new Name(word, false, offset));
    }

    /** What a chain of names means, no name but the last being that of many records. */
    Ir resolve(List<Name> names, List<String> frames) {
        Optional<Integer> depth = depth(names, frames);
        if (depth.isPresent()) {
            return path(depth.get(), frames.get(depth.get()), names);
        }
        return context(names).orElseThrow(() -> unknown(names.getFirst(), known(frames)));
    }

    /** Which frame the first name is a member of. The user is nobody's member: a field cannot stand in for her. */
    Optional<Integer> depth(List<Name> names, List<String> frames) {
        Name first = names.getFirst();
        if (first.text().equals(USER) && !first.quoted()) {
            return Optional.empty();
        }
        for (int depth = 0; depth < frames.size(); depth++) {
            if (scope.member(frames.get(depth), first.text()).isPresent()) {
                return Optional.of(depth);
            }
        }
        return Optional.empty();
    }

    /** The path of names from an entity's record. */
    Ir.Path path(int depth, String entity, List<Name> names) {
        String at = entity;
        ValueType type = Scalar.NULL;
        for (int i = 0; i < names.size(); i++) {
            Member member = member(at, names.get(i));
            type = member.type();
            if (i < names.size() - 1) {
                at = target(names.get(i), member);
            }
        }
        return new Ir.Path(depth, names.stream().map(Name::text).toList(), type);
    }

    Member member(String entity, Name name) {
        return scope.member(entity, name.text()).orElseThrow(() -> unknown(name, scope.memberNames(entity)));
    }

    /** A link can be followed if it is a column, or a lookup of one. */
    private static String target(Name name, Member member) {
        boolean computed = member instanceof Member.Computed(var _, var _, var expression)
                && !(expression.tree() instanceof Ir.Path);
        return switch (member.type()) {
            case Reference(var entity) when !computed -> entity;
            case Rows _ -> throw new Refusal(ProblemCode.EXPRESSION_ROWS, name.offset(), name.text());
            default ->
                throw new Refusal(
                        ProblemCode.EXPRESSION_NOT_A_LINK, name.offset(), name.text(), Types.name(member.type()));
        };
    }

    private Optional<Ir> context(List<Name> names) {
        String name = String.join(".", names.stream().map(Name::text).toList());
        if (names.getFirst().quoted()) {
            return Optional.empty();
        }
        ValueType known = Context.KNOWN.get(name);
        if (known != null) {
            return Optional.of(new Ir.Context(name, known));
        }
        return switch (names.getFirst().text()) {
            case USER -> Optional.of(user(name, names));
            case Context.COMPANY -> Optional.of(company(name, names.subList(1, names.size())));
            default -> Optional.empty();
        };
    }

    private Ir user(String name, List<Name> names) {
        if (names.size() == 1) {
            throw new Refusal(ProblemCode.EXPRESSION_TYPE, names.getFirst().offset(), "user.id", "user", "");
        }
        if (name.equals(Context.USER_ID)) {
            return new Ir.Context(name, new Reference(scope.userEntity()));
        }
        return switch (names.get(1).text()) {
            case Context.COMPANY -> company(name.substring(USER.length() + 1), names.subList(2, names.size()));
            default -> value(name, path(0, scope.userEntity(), names.subList(1, names.size())), names);
        };
    }

    private Ir company(String name, List<Name> rest) {
        return rest.isEmpty()
                ? new Ir.Context(name, new Reference(scope.companyEntity()))
                : value(name, path(0, scope.companyEntity(), rest), rest);
    }

    private static Ir value(String name, Ir.Path path, List<Name> names) {
        if (path.type() instanceof Rows) {
            throw new Refusal(
                    ProblemCode.EXPRESSION_ROWS,
                    names.getLast().offset(),
                    names.getLast().text());
        }
        return new Ir.Context(name, path.type());
    }

    private Set<String> known(List<String> frames) {
        var known = new LinkedHashSet<String>();
        frames.forEach(entity -> known.addAll(scope.memberNames(entity)));
        known.add(USER);
        known.add(Context.COMPANY);
        return known;
    }

    private static Refusal unknown(Name name, Collection<String> known) {
        return new Refusal(
                ProblemCode.EXPRESSION_UNKNOWN_NAME,
                name.offset(),
                name.text(),
                Suggestion.question(name.text(), known));
    }
}
