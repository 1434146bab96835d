package io.armature.engine.query.sql;

import io.armature.engine.access.PastAccess;
import io.armature.metadata.expression.Member;
import io.armature.metadata.expression.Scope;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A model in a statement that tells of the past, with a link from each record to what it is now. From there all leads to
 * records as they are now, in tables whose names are marked so that {@link HistorySql} leaves them as they are.
 */
record PastScope(Scope model) implements Scope {
    /** No name of a definition has it. */
    private static final String MARK = PastAccess.NOW;

    private static final String ID = "id";

    /** The statement with the names that tables have. */
    static String present(String text) {
        return text.replace(MARK + "\" as ", "\" as ");
    }

    @Override
    public Optional<Member> member(String entity, String name) {
        return switch (name) {
            case PastAccess.NOW -> Optional.of(column(name, entity, plain(entity) + MARK));
            case PastAccess.STILL_THERE -> Optional.of(column(name, entity, entity));
            default -> model.member(plain(entity), name).map(member -> isNow(entity) ? now(member) : member);
        };
    }

    private static Member column(String name, String entity, String target) {
        return new Member.Column(name, new Reference(target), entity, List.of(ID));
    }

    private static Member now(Member member) {
        return switch (member) {
            case Member.Column(var name, var type, var level, var columns) ->
                new Member.Column(name, now(type), level + MARK, columns);
            case Member.Children(var name, var type, var level, var column) ->
                new Member.Children(name, now(type), level + MARK, column);
            case Member.Linked(var name, var type, var table, var source, var target) ->
                new Member.Linked(name, now(type), table + MARK, source, target);
            case Member.Computed(var name, var type, var expression) ->
                new Member.Computed(name, now(type), expression);
        };
    }

    private static ValueType now(ValueType type) {
        return switch (type) {
            case Reference(var entity) -> new Reference(entity + MARK);
            case Rows rows -> now(rows);
            default -> type;
        };
    }

    private static Rows now(Rows rows) {
        return new Rows(rows.entity() + MARK);
    }

    private static boolean isNow(String entity) {
        return entity.endsWith(MARK);
    }

    private static String plain(String entity) {
        return isNow(entity) ? entity.substring(0, entity.length() - MARK.length()) : entity;
    }

    @Override
    public Collection<String> memberNames(String entity) {
        return model.memberNames(plain(entity));
    }

    @Override
    public String table(String entity) {
        return isNow(entity) ? model.table(plain(entity)) + MARK : model.table(entity);
    }

    @Override
    public List<String> lineage(String entity) {
        List<String> lineage = model.lineage(plain(entity));
        return isNow(entity) ? lineage.stream().map(level -> level + MARK).toList() : lineage;
    }

    @Override
    public boolean softDelete(String entity) {
        return model.softDelete(plain(entity));
    }

    @Override
    public boolean writeOnly(String entity, String name) {
        return model.writeOnly(plain(entity), name);
    }

    @Override
    public String userEntity() {
        return model.userEntity();
    }

    @Override
    public String companyEntity() {
        return model.companyEntity();
    }
}
