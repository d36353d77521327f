package org.sambandh.crm.table;

import java.util.Arrays;

/** The chunks of one state, in pages, so that another state with one other chunk costs next to nothing. Immutable. */
final class Chunks {

    static final Chunks NONE = new Chunks(new Chunk[0][], 0);

    private static final int PAGE = 128;

    private final Chunk[][] pages;
    private final int size;

    private Chunks(Chunk[][] pages, int size) {
        this.pages = pages;
        this.size = size;
    }

    int size() {
        return size;
    }

    Chunk get(int place) {
        return pages[place / PAGE][place % PAGE];
    }

    /** Returns these chunks with another one at a place, which may be that behind the last. */
    Chunks with(int place, Chunk chunk) {
        int page = place / PAGE;
        Chunk[][] others = Arrays.copyOf(pages, Math.max(pages.length, page + 1));
        others[page] = page < pages.length
                ? Arrays.copyOf(pages[page], Math.max(pages[page].length, place % PAGE + 1))
                : new Chunk[1];
        others[page][place % PAGE] = chunk;
        return new Chunks(others, Math.max(size, place + 1));
    }
}
