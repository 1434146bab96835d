package io.armature.engine.schema.catalogue;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.model.Relation.OnDelete;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Reads a {@link Catalogue} in five queries, however many tables there are. */
public final class CatalogueReader {

    /** How the comment of a table begins that is made, and not seen yet. */
    public static final String STAGED = "staged ";

    private static final String SERVER = """
            select current_setting('max_locks_per_transaction')::bigint
                * (current_setting('max_connections')::bigint + current_setting('max_prepared_transactions')::bigint),
              coalesce((select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                where e.extname = 'pg_trgm'), ''),
              has_database_privilege(current_database(), 'create')
                and exists (select from pg_available_extensions where name = 'pg_trgm')""";

    private static final String TABLES = """
            select c.relname, coalesce(obj_description(c.oid, 'pg_class'), ''), pg_relation_size(c.oid)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind in ('r', 'p')
              and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'staged {%'
            order by c.relname""";

    private static final String COLUMNS = """
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
              coalesce(pg_get_expr(d.adbin, d.adrelid), ''), coalesce(col_description(c.oid, a.attnum), '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where n.nspname = ? and c.relkind in ('r', 'p')
            order by c.relname, a.attnum""";

    private static final String INDEXES = """
            select c.relname, i.relname, x.indisunique, x.indisvalid and x.indisready, m.amname,
              case when m.amname = 'gin' and pg_get_expr(x.indpred, x.indrelid) like '%octet_length(%' then 'accented'
                else coalesce(pg_get_expr(x.indpred, x.indrelid), '') end,
              array(select coalesce(a.attname, pg_get_indexdef(x.indexrelid, k.place::int, true))
                  || case when x.indoption[k.place - 1] & 1 = 1 then ' desc' else '' end
                from unnest(x.indkey::int2[]) with ordinality k(number, place)
                  left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.number and k.number > 0
                where k.place <= x.indnkeyatts order by k.place)
            from pg_index x join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
              join pg_class i on i.oid = x.indexrelid join pg_am m on m.oid = i.relam
            where n.nspname = ? and c.relkind in ('r', 'p') and not x.indisprimary
            order by c.relname, i.relname""";

    private static final String CONSTRAINTS = """
            select c.relname, k.conname, k.contype::text, k.convalidated, k.confdeltype::text,
              coalesce(f.relname, ''),
              array(select a.attname from unnest(k.conkey) with ordinality u(number, place)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number order by u.place)
            from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
              left join pg_class f on f.oid = k.confrelid
            where n.nspname = ? and c.relkind in ('r', 'p') and k.contype in ('p', 'f', 'c')
            order by c.relname, k.conname""";

    /** The schema as the runner's transaction sees it; a schema that does not exist has no tables. */
    public Catalogue read(SqlRunner runner, String schema) {
        Server server =
                runner.one(Sql.of(SERVER), row -> new Server(row.getLong(1), row.getString(2), row.getBoolean(3)));
        SequencedMap<String, Builder> tables = new LinkedHashMap<>();
        SqlValue name = SqlValue.text(schema);
        runner.each(Sql.of(TABLES, name), row -> tables.put(row.getString(1), new Builder(row)));
        each(runner, COLUMNS, name, tables, Builder::column);
        each(runner, INDEXES, name, tables, Builder::index);
        each(runner, CONSTRAINTS, name, tables, Builder::constraint);
        SequencedMap<String, Table> built = new LinkedHashMap<>();
        tables.forEach((table, builder) -> built.put(table, builder.build()));
        return new Catalogue(schema, server, built);
    }

    /** Hands each row to its table; a table that appeared since the first query is left for the next reading. */
    private static void each(SqlRunner runner, String sql, SqlValue schema, Map<String, Builder> tables, Part part) {
        runner.each(Sql.of(sql, schema), row -> {
            Builder table = tables.get(row.getString(1));
            if (table != null) {
                part.read(table, row);
            }
        });
    }

    @FunctionalInterface
    private interface Part {
        void read(Builder table, ResultSet row) throws SQLException;
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static final class Builder {
        private final String name;
        private final Mark mark;
        private final long bytes;
        private final SequencedMap<String, Column> columns = new LinkedHashMap<>();
        private final List<Index> indexes = new ArrayList<>();
        private final List<ForeignKey> foreignKeys = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();
        private String primaryKey = "";

        Builder(ResultSet row) throws SQLException {
            name = row.getString(1);
            mark = Mark.parse(row.getString(2));
            bytes = row.getLong(3);
        }

        void column(ResultSet row) throws SQLException {
            String column = row.getString(2);
            columns.put(
                    column,
                    new Column(
                            column,
                            row.getString(3),
                            row.getBoolean(4),
                            row.getString(5),
                            Mark.parse(row.getString(6))));
        }

        void index(ResultSet row) throws SQLException {
            IndexShape shape = new IndexShape(row.getBoolean(3), row.getString(5), texts(row, 7), row.getString(6));
            indexes.add(new Index(row.getString(2), shape, row.getBoolean(4)));
        }

        void constraint(ResultSet row) throws SQLException {
            String constraint = row.getString(2);
            boolean validated = row.getBoolean(4);
            switch (row.getString(3)) {
                case "p" -> primaryKey = constraint;
                case "c" -> checks.add(new Check(constraint, texts(row, 7), validated));
                default -> foreignKey(row, constraint, validated);
            }
        }

        private void foreignKey(ResultSet row, String constraint, boolean validated) throws SQLException {
            List<String> from = texts(row, 7);
            if (from.size() == 1) {
                OnDelete onDelete = switch (row.getString(5)) {
                    case "c" -> OnDelete.CASCADE;
                    case "n" -> OnDelete.CLEAR;
                    default -> OnDelete.RESTRICT;
                };
                ForeignKeyShape shape = new ForeignKeyShape(from.getFirst(), row.getString(6), onDelete);
                foreignKeys.add(new ForeignKey(constraint, shape, validated));
            }
        }

        Table build() {
            return new Table(name, mark, bytes, columns, primaryKey, indexes, foreignKeys, checks);
        }
    }
}
