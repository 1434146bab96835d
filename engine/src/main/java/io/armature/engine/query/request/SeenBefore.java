package io.armature.engine.query.request;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Predicate;

/**
 * Whether a key was asked about lately. What is said once, such as a search for a word or a page of a long list, is not worth
 * keeping: it would outlive the young generation of the heap and push out what is said again and again. Keys that meet in one
 * place forget each other, and a key is rarely taken for another one; both cost time only. Safe for many threads.
 */
final class SeenBefore<K> implements Predicate<K> {
    private static final int BITS = 12;
    /** Of the golden ratio: spreads neighbouring hash codes, after Knuth, The Art of Computer Programming 3, 6.4. */
    private static final int SPREAD = 0x9E3779B9;

    private final AtomicIntegerArray seen = new AtomicIntegerArray(1 << BITS);

    @Override
    public boolean test(K key) {
        int hash = key.hashCode();
        return seen.getAndSet((hash * SPREAD) >>> (Integer.SIZE - BITS), hash) == hash;
    }
}
