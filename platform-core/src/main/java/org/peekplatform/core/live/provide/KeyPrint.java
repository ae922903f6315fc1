package org.peekplatform.core.live.provide;

import java.util.Collection;

/**
 * A number for a set of selector keys, whatever their order: two services that print the same observe the same. The sum of
 * the keys' 64-bit FNV-1a hashes (G. Fowler, L. C. Noll, K.-P. Vo), so that one key more or less is one addition.
 */
public final class KeyPrint {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private KeyPrint() {}

    public static long of(String key) {
        long hash = OFFSET;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * PRIME;
        }
        return hash;
    }

    public static long of(Collection<String> keys) {
        return keys.stream().mapToLong(KeyPrint::of).sum();
    }
}
