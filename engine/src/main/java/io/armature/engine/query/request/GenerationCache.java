package io.armature.engine.query.request;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps what was used lately: when the young generation is full it becomes the old one, and what was in the old one and
 * not asked for since is forgotten. Never holds more than twice its size. Safe for many threads.
 */
public final class GenerationCache<K, V> {
    private final int size;
    private final Predicate<K> worth;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    /** @param size of a generation */
    public GenerationCache(int size) {
        this(size, key -> true);
    }

    /**
     * @param size of a generation
     * @param worth whether a value just made is kept, asked each time it is made
     */
    public GenerationCache(int size, Predicate<K> worth) {
        this.size = size;
        this.worth = worth;
    }

    /** The value of a key, made when it is not there; two threads may make it at the same time, and get the same. */
    public V get(K key, Function<K, V> make) {
        V known = young.get(key);
        if (known != null) {
            return known;
        }
        V older = old.get(key);
        V value = older == null ? make.apply(key) : older;
        return older != null || worth.test(key) ? kept(key, value) : value;
    }

    /** The value that is kept: the first one, where two threads made one. */
    private V kept(K key, V value) {
        if (young.size() >= size) {
            age();
        }
        V first = young.putIfAbsent(key, value);
        return first == null ? value : first;
    }

    private synchronized void age() {
        if (young.size() >= size) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
