package io.revops.forecast.territory;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Sends as much as possible through a network, at the least cost: along the cheapest way that is left, again and again (R. G. Busacker and
 * P. J. Gowen, 1961). Costs may be below 0 if they form no circle.
 */
final class FlowNetwork {
    private static final int NONE = -1;

    private final int[] first;
    private int[] next = new int[64];
    private int[] head = new int[64];
    private int[] room = new int[64];
    private long[] cost = new long[64];
    private int arcs;

    FlowNetwork(int nodes) {
        first = new int[nodes];
        Arrays.fill(first, NONE);
    }

    /** Adds an arc; its number. */
    int arc(int from, int to, int capacity, long price) {
        add(from, to, capacity, price);
        add(to, from, 0, -price);
        return arcs - 2;
    }

    private void add(int from, int to, int capacity, long price) {
        if (arcs == head.length) {
            next = Arrays.copyOf(next, arcs * 2);
            head = Arrays.copyOf(head, arcs * 2);
            room = Arrays.copyOf(room, arcs * 2);
            cost = Arrays.copyOf(cost, arcs * 2);
        }
        head[arcs] = to;
        room[arcs] = capacity;
        cost[arcs] = price;
        next[arcs] = first[from];
        first[from] = arcs++;
    }

    /** How much went through an arc. */
    int flow(int arc) {
        return room[arc ^ 1];
    }

    /** How much more would go through an arc. */
    int room(int arc) {
        return room[arc];
    }

    /** Sends all there is. */
    void send(int source, int sink) {
        long[] far = new long[first.length];
        int[] by = new int[first.length];
        boolean[] waits = new boolean[first.length];
        while (reaches(source, sink, far, by, waits)) {
            int most = Integer.MAX_VALUE;
            for (int v = sink; v != source; v = head[by[v] ^ 1]) {
                most = Math.min(most, room[by[v]]);
            }
            for (int v = sink; v != source; v = head[by[v] ^ 1]) {
                room[by[v]] -= most;
                room[by[v] ^ 1] += most;
            }
        }
    }

    /** The cheapest ways from the source (Bellman, Ford and Moore, with a queue). */
    private boolean reaches(int source, int sink, long[] far, int[] by, boolean[] waits) {
        Arrays.fill(far, Long.MAX_VALUE);
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        far[source] = 0;
        queue.add(source);
        while (!queue.isEmpty()) {
            int u = queue.remove();
            waits[u] = false;
            for (int a = first[u]; a != NONE; a = next[a]) {
                int v = head[a];
                if (room[a] > 0 && far[u] + cost[a] < far[v]) {
                    far[v] = far[u] + cost[a];
                    by[v] = a;
                    if (!waits[v]) {
                        waits[v] = true;
                        queue.add(v);
                    }
                }
            }
        }
        return far[sink] != Long.MAX_VALUE;
    }

    /** The nodes to which something could be sent from a node, or from which to it, by arcs among the nodes given. */
    boolean[] linked(int node, boolean[] among, boolean[] elastic, boolean forward) {
        boolean[] seen = new boolean[first.length];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        seen[node] = true;
        queue.add(node);
        while (!queue.isEmpty()) {
            int u = queue.remove();
            for (int a = first[u]; a != NONE; a = next[a]) {
                int v = head[a];
                int through = forward ? a : a ^ 1;
                if (among[v] && !seen[v] && room[through] > 0 && !(through < elastic.length && elastic[through])) {
                    seen[v] = true;
                    queue.add(v);
                }
            }
        }
        return seen;
    }
}
