package io.armature.engine.job;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Writes of ours to db-scheduler's table that are to be kept or undone with a transaction of ours: the same rows that its own
 * client writes.
 */
final class TaskTable {

    private TaskTable() {}

    /** Has runs done. Each time under a name of its own, as an earlier one may still be on its way out. */
    static void add(SqlRunner transaction, Tenant tenant, String task, Collection<UUID> runs, Instant at) {
        transaction.update(Sql.of(
                "insert into " + TaskNames.TABLE + " (task_name, task_instance, execution_time, picked, version)"
                        + " select ?, ? || ':' || id || ':' || substr(md5(random()::text), 1, 8), ?, false, 1 from unnest(?::uuid[]) as id on conflict do nothing",
                SqlValue.text(task),
                SqlValue.text(tenant.name()),
                SqlValue.instant(at),
                SqlValue.uuids(List.copyOf(runs))));
    }

    /** Has a job looked at, then and not at the moment said before. */
    static void tick(SqlRunner transaction, Tenant tenant, String job, Instant at) {
        transaction.update(Sql.of(
                "insert into " + TaskNames.TABLE + " as t (task_name, task_instance, execution_time, picked, version)"
                        + " values (?, ?, ?, false, 1) on conflict (task_name, task_instance) do update set"
                        + " execution_time = excluded.execution_time, version = t.version + 1 where not t.picked",
                SqlValue.text(TaskNames.TICK),
                SqlValue.text(TaskNames.of(tenant, job)),
                SqlValue.instant(at)));
    }

    /** Looks at a job no more. */
    static void untick(SqlRunner transaction, Tenant tenant, String job) {
        transaction.update(Sql.of(
                "delete from " + TaskNames.TABLE + " where task_name = ? and task_instance = ? and not picked",
                SqlValue.text(TaskNames.TICK),
                SqlValue.text(TaskNames.of(tenant, job))));
    }
}
