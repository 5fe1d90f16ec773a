package io.revops.book;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Ids as numbers from 0 up, their text kept once, as UTF-8 in one array: a million ids are no million objects. */
final class TextIds {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int MOST_BYTES = 1500; // of an id: beyond them only blanks of zero could differ
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private byte[] text = new byte[1 << 10];
    private int[] starts = new int[64];
    private long[] slots = new long[256]; // the hash, and behind it the number from 1: most others are passed by here
    private int[] places = {};
    private long[] found = {};
    private int size;

    int size() {
        return size;
    }

    /** The number of an id, which is given one if it has none. */
    int of(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    int of(byte[] from, int start, int end) {
        int hash = hash(from, start, end);
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            long found = slots[slot];
            int at = (int) found - 1;
            if (at < 0) {
                slots[slot] = (long) hash << 32 | (add(from, start, end) + 1);
                if (size * 3L > slots.length * 2L) {
                    grow();
                }
                return size - 1;
            }
            if ((int) (found >>> 32) == hash && is(at, from, start, end)) {
                return at;
            }
        }
    }

    /** The number of an id, which is likely to be this one; or -1, or any. */
    int of(int likely, byte[] from, int start, int end) {
        return likely >= 0 && likely < size && is(likely, from, start, end) ? likely : of(from, start, end);
    }

    private boolean is(int id, byte[] from, int start, int end) {
        int at = starts[id];
        int length = end - start;
        if (starts[id + 1] - at != length) {
            return false;
        }
        if (length < 8) {
            for (int i = 0; i < length; i++) {
                if (text[at + i] != from[start + i]) {
                    return false;
                }
            }
            return true;
        }
        for (int i = 0; i < length - 8; i += 8) {
            if ((long) EIGHT.get(text, at + i) != (long) EIGHT.get(from, start + i)) {
                return false;
            }
        }
        return (long) EIGHT.get(text, at + length - 8) == (long) EIGHT.get(from, end - 8);
    }

    /**
     * Finds out which numbers ids are likely to have, one step for all of them after the other.
     *
     * @param at where the first begins, and behind it where it ends; those of the next {@code step} further on
     * @param likely what is guessed already, or -1; then the numbers, or -1
     */
    void find(byte[] from, int[] at, int first, int step, int ids, int[] likely) {
        if (ids > places.length) {
            places = new int[ids];
            found = new long[ids];
        }
        int mask = slots.length - 1;
        for (int i = 0, j = first; i < ids; i++, j += step) {
            places[i] = likely[i] < 0 ? hash(from, at[j], at[j + 1]) : 0;
        }
        for (int i = 0; i < ids; i++) {
            found[i] = slots[places[i] & mask]; // nothing is decided here: a guess that fails would wait for each
        }
        for (int i = 0; i < ids; i++) {
            likely[i] = likely[i] < 0 ? numberOf(places[i], found[i]) : likely[i];
        }
        for (int i = 0, j = first; i < ids; i++, j += step) {
            int id = Math.max(likely[i], 0);
            int length = at[j + 1] - at[j];
            boolean fits = length > 0 && starts[id + 1] - starts[id] == length;
            places[i] = fits ? starts[id] + length - 1 : -1;
        }
        for (int i = 0, j = first; i < ids; i++, j += step) {
            if (places[i] < 0 || text[places[i]] != from[at[j + 1] - 1]) {
                likely[i] = -1;
            }
        }
    }

    /** The first number with a hash, from where it is looked for; -1 if there is none. */
    private int numberOf(int hash, long first) {
        int mask = slots.length - 1;
        long at = first;
        for (int slot = hash & mask; at != 0 && (int) (at >>> 32) != hash; at = slots[slot]) {
            slot = (slot + 1) & mask;
        }
        return (int) at - 1;
    }

    private int add(byte[] from, int start, int end) {
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        int used = starts[size];
        int needed = Math.addExact(used, end - start);
        if (needed > text.length) {
            text = Arrays.copyOf(text, (int) Math.max(needed, Math.min(Integer.MAX_VALUE - 16L, text.length * 2L)));
        }
        System.arraycopy(from, start, text, used, end - start);
        starts[size + 1] = needed;
        return size++;
    }

    private void grow() {
        long[] wider = new long[slots.length * 2];
        int mask = wider.length - 1;
        for (long each : slots) {
            if (each != 0) {
                int slot = (int) (each >>> 32) & mask;
                while (wider[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                wider[slot] = each;
            }
        }
        slots = wider;
    }

    private static int hash(byte[] from, int start, int end) {
        long hash = (long) end - start;
        int at = start;
        for (; at + 8 <= end; at += 8) {
            hash = (hash ^ (long) EIGHT.get(from, at)) * MIX;
            hash ^= hash >>> 29;
        }
        if (at < end && end - start >= 8) {
            hash = (hash ^ (long) EIGHT.get(from, end - 8)) * MIX;
            hash ^= hash >>> 29;
        } else {
            for (; at < end; at++) {
                hash = (hash ^ from[at]) * MIX;
                hash ^= hash >>> 32;
            }
        }
        hash *= MIX;
        return (int) (hash >>> 32);
    }

    /** Drops what is only needed to add more. */
    void close() {
        slots = new long[0];
        starts = Arrays.copyOf(starts, size + 1);
        text = Arrays.copyOf(text, starts[size]);
    }

    String text(int id) {
        return new String(text, starts[id], starts[id + 1] - starts[id], StandardCharsets.UTF_8);
    }

    /** As {@link String#compareTo} of the two texts. */
    int compare(int a, int b) {
        int at = Arrays.mismatch(text, starts[a], starts[a + 1], text, starts[b], starts[b + 1]);
        if (at < 0) {
            return 0;
        }
        int i = starts[a] + at;
        int j = starts[b] + at;
        if (i == starts[a + 1] || j == starts[b + 1]) {
            return (starts[a + 1] - starts[a]) - (starts[b + 1] - starts[b]);
        }
        return rank(text[i]) - rank(text[j]);
    }

    /** The same with an ASCII character behind each text; 0 also if one goes on with it where the other ends. */
    int compare(int a, int b, char behind) {
        int order = compare(a, b);
        int shorter = Math.min(starts[a + 1] - starts[a], starts[b + 1] - starts[b]);
        if (order == 0
                || Arrays.mismatch(text, starts[a], starts[a] + shorter, text, starts[b], starts[b] + shorter) >= 0) {
            return order;
        }
        int longer = order < 0 ? b : a;
        int next = rank(text[starts[longer] + shorter]) - behind;
        return order < 0 ? -next : next;
    }

    /** UTF-16 orders what lies beyond its first plane before U+E000, and UTF-8 after U+FFFF. */
    private static int rank(byte of) {
        int unsigned = of & 0xFF;
        if (unsigned < 0xEE) {
            return unsigned;
        }
        return unsigned >= 0xF0 ? unsigned - 2 : unsigned + 0x10;
    }

    /** All of them in the order of their texts. */
    int[] sorted() {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        if (!isSorted()) {
            sort(order, 0, size, common());
        }
        return order;
    }

    private boolean isSorted() {
        for (int i = 1; i < size; i++) {
            if (compare(i - 1, i) > 0) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes all of them begin with. */
    private int common() {
        int common = starts[1] - starts[0];
        for (int i = 1; i < size && common > 0; i++) {
            int differ = Arrays.mismatch(
                    text, starts[0], starts[0] + common, text, starts[i], Math.min(starts[i + 1], starts[i] + common));
            common = differ < 0 ? common : differ;
        }
        return common;
    }

    /** By the eight bytes after those that a stretch has in common, then each stretch of equals by what follows. */
    private void sort(int[] order, int from, int to, int common) {
        int n = to - from;
        if (n < 2) {
            return;
        }
        if (n < 24 || common > MOST_BYTES) {
            insert(order, from, to);
            return;
        }
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = key(order[from + i], common);
        }
        int[] ids = Arrays.copyOfRange(order, from, to);
        radix(keys, ids);
        System.arraycopy(ids, 0, order, from, n);
        for (int i = 0; i < n; ) {
            int same = i + 1;
            while (same < n && keys[same] == keys[i]) {
                same++;
            }
            if (same - i > 1) {
                sort(order, from + i, from + same, common + 8);
            }
            i = same;
        }
    }

    private void insert(int[] order, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int moved = order[i];
            int j = i;
            for (; j > from && compare(order[j - 1], moved) > 0; j--) {
                order[j] = order[j - 1];
            }
            order[j] = moved;
        }
    }

    /** Eight bytes by rank, 0 where there are none, so that the shorter text comes first. */
    private long key(int id, int skip) {
        long key = 0;
        int at = starts[id] + skip;
        for (int i = 0; i < 8; i++, at++) {
            key = key << 8 | (at < starts[id + 1] ? rank(text[at]) : 0);
        }
        return key;
    }

    private static void radix(long[] keys, int[] ids) {
        int n = keys.length;
        long[] otherKeys = new long[n];
        int[] otherIds = new int[n];
        long differing = 0;
        for (long key : keys) {
            differing |= key ^ keys[0];
        }
        long[] fromKeys = keys;
        int[] fromIds = ids;
        for (int shift = 0; shift < 64; shift += 8) {
            if ((differing >>> shift & 0xFF) == 0) {
                continue;
            }
            int[] next = new int[257];
            for (long key : fromKeys) {
                next[(int) (key >>> shift & 0xFF) + 1]++;
            }
            for (int i = 0; i < 256; i++) {
                next[i + 1] += next[i];
            }
            for (int i = 0; i < n; i++) {
                int place = next[(int) (fromKeys[i] >>> shift & 0xFF)]++;
                otherKeys[place] = fromKeys[i];
                otherIds[place] = fromIds[i];
            }
            long[] swapKeys = fromKeys;
            int[] swapIds = fromIds;
            fromKeys = otherKeys;
            fromIds = otherIds;
            otherKeys = swapKeys;
            otherIds = swapIds;
        }
        if (fromKeys != keys) {
            System.arraycopy(fromKeys, 0, keys, 0, n);
            System.arraycopy(fromIds, 0, ids, 0, n);
        }
    }
}
