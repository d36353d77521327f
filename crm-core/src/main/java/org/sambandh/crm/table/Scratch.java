package org.sambandh.crm.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lists of row numbers that one evaluation uses over and over. Not safe for concurrent use. */
final class Scratch {

    private final List<int[]> free = new ArrayList<>();
    private final Deque<Marks> freeMarks = new ArrayDeque<>();

    int[] take(int size) {
        for (int i = free.size() - 1; i >= 0; i--) {
            if (free.get(i).length >= size) {
                return free.remove(i);
            }
        }
        return new int[Math.max(size + size / 4, Chunk.ROWS)];
    }

    void give(int[] rows) {
        free.add(rows);
    }

    Marks marks(int size) {
        Marks marks = freeMarks.isEmpty() ? new Marks() : freeMarks.pop();
        return marks.clear(size);
    }

    void give(Marks marks) {
        freeMarks.push(marks);
    }
}
