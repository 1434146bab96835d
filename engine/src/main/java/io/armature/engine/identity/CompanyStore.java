package io.armature.engine.identity;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which companies are whose. Companies are records of a pack, so their tables are what its model says.
 *
 * @param companies the quoted table of companies
 * @param label the column that names one
 * @param parent the column of the company above, if they form a tree
 * @param isThere the condition that holds for companies one can work in
 * @param members the quoted table that says in which further companies users work, if there is one
 */
record CompanyStore(
        String users,
        String companies,
        String label,
        Optional<String> parent,
        String isThere,
        Optional<String> members) {

    private static final String FURTHER = "companies";
    private static final String PARENT = "parent";
    private static final String ACTIVE = "active";

    /** Nothing where the model knows no companies, or users have none. */
    static Optional<CompanyStore> of(Tenant tenant, Model model) {
        Optional<Entity> user = model.entity(model.userEntity());
        return model.entity(model.companyEntity())
                .filter(Entity::stored)
                .filter(any -> user.flatMap(each -> each.field("company")).isPresent())
                .map(company -> new CompanyStore(
                        Identifiers.quote(tenant.schema(), "sys$user"),
                        Identifiers.quote(tenant.schema(), company.table()),
                        Identifiers.quote(column(company, company.label()).orElse("id")),
                        column(company, PARENT).map(Identifiers::quote),
                        isThere(company),
                        user.flatMap(each -> each.field(FURTHER))
                                .flatMap(Field::relation)
                                .filter(Relation.Links.class::isInstance)
                                .map(Relation.Links.class::cast)
                                .map(links -> Identifiers.quote(tenant.schema(), links.table()))));
    }

    private static Optional<String> column(Entity entity, String name) {
        return entity.field(name)
                .filter(field -> field.level().equals(entity.fullName()))
                .filter(field -> field.columns().size() == 1)
                .map(field -> field.column().name());
    }

    private static String isThere(Entity company) {
        String kept = company.features().softDelete() ? "c.deleted_at is null" : "true";
        return column(company, ACTIVE)
                .map(active -> kept + " and c." + Identifiers.quote(active) + " is not false")
                .orElse(kept);
    }

    List<Companies.Company> of(SqlRunner sql, User user) {
        String further = members.map(table -> " or exists (select from " + table + " m where m."
                        + Identifiers.quote(Relation.Links.SOURCE) + " = u.id and m."
                        + Identifiers.quote(Relation.Links.TARGET) + " = c.id)")
                .orElse("");
        String whose = user.isAdministrator() ? "true" : "(c.id = u.company" + further + ")";
        return sql.list(
                Sql.of(
                        "select c.id, c." + label + "::text, "
                                + parent.map(column -> "c." + column).orElse("null::uuid") + ", c.id = u.company from "
                                + companies + " c cross join " + users + " u where u.id = ? and " + isThere + " and "
                                + whose + " order by 2, 1",
                        SqlValue.uuid(user.id())),
                row -> new Companies.Company(
                        row.getObject(1, UUID.class),
                        Optional.ofNullable(row.getString(2)).orElse(""),
                        Optional.ofNullable(row.getObject(3, UUID.class)),
                        row.getBoolean(4)));
    }

    /**
     * The version of the user since then; nothing where he worked there already. The company that he leaves stays one of his:
     * he could not come back otherwise.
     */
    Optional<Long> choose(SqlRunner sql, UUID user, UUID company) {
        members.ifPresent(table -> sql.update(Sql.of(
                "insert into " + table + " (" + Identifiers.quote(Relation.Links.SOURCE) + ", "
                        + Identifiers.quote(Relation.Links.TARGET) + ") select u.id, u.company from " + users
                        + " u where u.id = ? and u.company is not null and u.company <> ? and not exists (select from "
                        + table + " m where m." + Identifiers.quote(Relation.Links.SOURCE) + " = u.id and m."
                        + Identifiers.quote(Relation.Links.TARGET) + " = u.company)",
                SqlValue.uuid(user),
                SqlValue.uuid(company))));
        return sql.first(
                Sql.of(
                        "update " + users + " set company = ?, version = version + 1, updated_at = now()"
                                + " where id = ? and company is distinct from ? returning version",
                        SqlValue.uuid(company),
                        SqlValue.uuid(user),
                        SqlValue.uuid(company)),
                row -> row.getLong(1));
    }
}
