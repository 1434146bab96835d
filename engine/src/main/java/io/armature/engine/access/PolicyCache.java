package io.armature.engine.access;

import io.armature.engine.access.AccessPolicy.Key;
import io.armature.metadata.model.Model;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The policies and role books in use. When there are too many, all are forgotten and made again. Safe for many threads. */
final class PolicyCache {
    private static final int MOST_POLICIES = 2_000;
    private static final int MOST_BOOKS = 200;

    private final Map<Key, AccessPolicy> policies = new ConcurrentHashMap<>();
    private final Map<BookKey, RoleBook> books = new ConcurrentHashMap<>();

    private record BookKey(String model, String changes) {}

    RoleBook book(Model model, String changes, Supplier<RoleBook> make) {
        if (books.size() > MOST_BOOKS) {
            books.clear();
        }
        return books.computeIfAbsent(new BookKey(model.digest(), changes), any -> make.get());
    }

    AccessPolicy policy(Key key, Supplier<AccessPolicy> make) {
        AccessPolicy known = policies.get(key);
        if (known != null) {
            return known;
        }
        if (policies.size() > MOST_POLICIES) {
            policies.clear();
        }
        return policies.computeIfAbsent(key, any -> make.get());
    }
}
