package io.armature.engine.identity;

import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.Origin;
import io.armature.engine.db.Database;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The companies that a user may work in, and in which of them he works now: {@code company} of conditions and defaults.
 * An administrator says which; users choose among these. Safe for many threads.
 */
public final class Companies {

    private static final String ENTITY = "sys.user";

    private final Database database;
    private final CallerCache callers;
    private final Audit audit;

    public Companies(Database database, CallerCache callers, Audit audit) {
        this.database = database;
        this.callers = callers;
        this.audit = audit;
    }

    /**
     * A company that a user may work in.
     *
     * @param parent the company above, where that is known
     * @param current whether he works in it now
     */
    public record Company(UUID id, String name, Optional<UUID> parent, boolean current) {}

    /** Those of a user by their names; all for administrators, none where no pack knows companies. */
    public List<Company> of(Tenant tenant, Model model, User user) {
        return CompanyStore.of(tenant, model)
                .map(store -> database.direct(sql -> store.of(sql, user)))
                .orElse(List.of());
    }

    /**
     * Lets a user work in one of his companies from now on, in whatever session.
     *
     * @throws ProblemException when it is none of his
     */
    public void choose(Tenant tenant, Model model, User user, UUID company, Origin origin) {
        CompanyStore store = CompanyStore.of(tenant, model).orElseThrow(Companies::notYours);
        database.transaction(sql -> {
            if (store.of(sql, user).stream().noneMatch(each -> each.id().equals(company))) {
                throw notYours();
            }
            store.choose(sql, user.id(), company)
                    .ifPresent(version -> audit.note(
                            sql,
                            tenant,
                            AuditEntry.of("update", ENTITY, origin)
                                    .about(user.id())
                                    .by(user.id())
                                    .changing(version, change(user.company(), company))));
            callers.forget(sql, tenant);
            return company;
        });
    }

    private static String change(Optional<UUID> before, UUID after) {
        return "{\"company\": [" + before.map(id -> '"' + id.toString() + '"').orElse("null") + ", \"" + after + "\"]}";
    }

    private static ProblemException notYours() {
        return new ProblemException(Problem.inValue(
                ProblemCode.FORBIDDEN, "company", "work in this company", "GET /api/auth/companies lists yours."));
    }
}
