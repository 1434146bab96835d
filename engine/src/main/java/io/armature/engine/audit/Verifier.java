package io.armature.engine.audit;

import io.armature.engine.audit.TrailStore.Mark;
import io.armature.engine.audit.TrailStore.Stored;
import io.armature.engine.audit.Verification.Finding;
import io.armature.engine.db.Database;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Looks at every row and every seal of a trail: what was changed, removed, inserted or put in another order is found. */
public final class Verifier {

    private final Database database;
    private final Vault vault;

    public Verifier(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Verifies a tenant's trail as of one moment.
     *
     * @param head a seal that was noted elsewhere, and must still be there
     * @throws ProblemException when this node lacks the key of the trail
     */
    public Verification verify(Tenant tenant, Optional<String> head) {
        byte[] key = vault.trailKey(tenant)
                .orElseThrow(() -> new ProblemException(Problem.inValue(
                        ProblemCode.UNAVAILABLE, "", "the trail is signed with a key that this node does not have")));
        return database.transaction(sql -> {
            sql.execute("set transaction isolation level repeatable read, read only");
            return new Walk(sql, tenant, key, head).run();
        });
    }

    /** One look at the whole. */
    private static final class Walk {

        private static final int MOST_PROBLEMS = 100;

        private final TrailStore store;
        private final byte[] key;
        private final Optional<String> wanted;
        private final List<Finding> problems = new ArrayList<>();
        private byte[] digest = Seal.BEGINNING;
        private Optional<String> head = Optional.empty();
        private long number;
        private long upto;
        private long sealed;
        private long expired;
        private long unsealed;
        private boolean met;

        Walk(SqlRunner sql, Tenant tenant, byte[] key, Optional<String> wanted) {
            this.store = new TrailStore(sql, tenant);
            this.key = key;
            this.wanted = wanted;
        }

        Verification run() {
            store.eachSeal(row -> seal(TrailStore.seal(row)));
            store.eachUnsealed(Long.MAX_VALUE, row -> unsealed(TrailStore.stored(row), row.getLong("xact")));
            if (wanted.isPresent() && !met) {
                problem("cut", "", 0, "the seal " + wanted.get() + " is not there any more");
            }
            return new Verification(sealed + unsealed, sealed, expired, number, head, problems);
        }

        private void seal(Seal seal) {
            if (seal.number() != number + 1) {
                problem("seal", "", seal.number(), "the seals before it are missing");
            }
            number = seal.number();
            upto = seal.upto();
            head = Optional.of(seal.head());
            met |= head.equals(wanted);
            requireSigned(seal);
            if (seal.gone().isPresent()) {
                gone(seal, seal.gone().get());
                return;
            }
            Seal.Digest computed = new Seal.Digest(digest, number);
            boolean whole = true;
            Map<UUID, Stored> rows = new HashMap<>();
            store.byId(seal.rows()).forEach(row -> rows.put(row.row().id(), row));
            Map<UUID, Mark> marks = new HashMap<>();
            store.marks(seal.rows()).forEach(mark -> marks.put(mark.id(), mark));
            for (UUID id : seal.rows()) {
                Optional<byte[]> mark =
                        mark(seal, id, Optional.ofNullable(rows.get(id)), Optional.ofNullable(marks.get(id)));
                mark.ifPresent(bytes -> computed.add(id, bytes));
                whole &= mark.isPresent();
            }
            boolean fits = MessageDigest.isEqual(computed.finish(), seal.digest());
            if (whole && !fits) {
                problem("seal", "", number, "its rows are not those that were sealed, or in another order");
            }
            digest = seal.digest();
        }

        private void requireSigned(Seal seal) {
            if (!MessageDigest.isEqual(
                    AuditRow.sign(key, seal.digest()), seal.mac().orElse(Seal.BEGINNING))) {
                problem("seal", "", number, "it was not made with the key of this trail");
            }
        }

        /** The time of all its rows was over: it cannot be computed any more, only who took them away. */
        private void gone(Seal seal, Seal.Gone taken) {
            if (!MessageDigest.isEqual(seal.sign(key, taken), taken.mac().orElse(Seal.BEGINNING))) {
                problem("removed", "", seal.number(), "its rows are gone, and nobody with the key took them away");
            }
            expired += taken.rows();
            digest = seal.digest();
        }

        /** What the seal must hold of the row; nothing when the row is gone without a reason. */
        private Optional<byte[]> mark(Seal seal, UUID id, Optional<Stored> row, Optional<Mark> mark) {
            Optional<Mark> good = mark.filter(this::isGood);
            if (row.isEmpty() && good.isEmpty()) {
                problem("removed", id.toString(), seal.number(), "the row is gone");
                return Optional.empty();
            }
            if (row.isPresent()) {
                sealed++;
                check(row.get(), seal.number());
            } else {
                expired++;
            }
            return good.map(Mark::mark).or(() -> row.map(Stored::mark));
        }

        private boolean isGood(Mark mark) {
            return MessageDigest.isEqual(Marks.sign(key, mark), mark.mac().orElse(Seal.BEGINNING));
        }

        private void check(Stored row, long in) {
            String id = row.row().id().toString();
            byte[] mac = row.mac();
            if (mac == null) {
                // Rows from before there were keys stand in the first seals only.
                if (in != 1) {
                    problem("unsigned", id, in, "the row was written without the key of this trail");
                }
            } else if (!MessageDigest.isEqual(row.row().sign(key), mac)) {
                problem("changed", id, in, "the row is not as it was written");
            }
        }

        private void unsealed(Stored row, long transaction) {
            unsealed++;
            if (transaction < upto) {
                problem("inserted", row.row().id().toString(), 0, "the row came into what was sealed already");
            } else if (number > 0 || row.mac() != null) {
                check(row, 0);
            }
        }

        private void problem(String kind, String row, long seal, String what) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new Finding(kind, row, seal, what));
            }
        }
    }
}
