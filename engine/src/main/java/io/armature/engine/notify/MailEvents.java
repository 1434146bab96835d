package io.armature.engine.notify;

import static io.armature.engine.notify.WishStore.table;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import java.util.UUID;

/** Statements that remember which events have become mails: an event may be told again. */
final class MailEvents {

    private MailEvents() {}

    /** Whether the event comes for the first time; older ones are forgotten on the way. */
    static boolean first(SqlRunner sql, Tenant tenant, UUID event) {
        sql.update(Sql.of("delete from " + table(tenant, "sys$mail_event") + " where at < now() - interval '3 days'"));
        return sql.update(Sql.of(
                        "insert into " + table(tenant, "sys$mail_event") + " (id) values (?) on conflict do nothing",
                        SqlValue.uuid(event)))
                > 0;
    }
}
