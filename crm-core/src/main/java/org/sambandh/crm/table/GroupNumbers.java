package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers the combinations of keys that occur, from 0 on: key by key, each pair of a combination so far and the next key. */
final class GroupNumbers {

    private static final int WIDEST = 4_096;

    private final List<KeyCodes> keys;
    private final List<Pairs> steps = new ArrayList<>();

    GroupNumbers(List<KeyCodes> keys) {
        this.keys = keys;
        keys.forEach(key -> steps.add(new Pairs()));
    }

    /** Writes the group of each row. */
    void group(Block block, int[] rows, int count, int[] groups, Scratch scratch) {
        Arrays.fill(groups, 0, count, 0);
        int[] codes = scratch.take(Math.max(count, block.size()));
        for (int k = 0; k < keys.size(); k++) {
            keys.get(k).code(block, rows, count, codes);
            steps.get(k).combine(groups, codes, count);
        }
        scratch.give(codes);
    }

    int size() {
        return steps.isEmpty() ? 1 : steps.get(steps.size() - 1).size();
    }

    /** Returns the keys of a group. */
    List<@Nullable Object> keys(int group) {
        @Nullable Object[] values = new @Nullable Object[keys.size()];
        int combination = group;
        for (int k = keys.size() - 1; k >= 0; k--) {
            long pair = steps.get(k).pair(combination);
            values[k] = keys.get(k).value((int) pair);
            combination = (int) (pair >>> Integer.SIZE);
        }
        return Arrays.asList(values);
    }

    /** Numbers pairs: by a table of tables where both are small, which they mostly are. */
    private static final class Pairs {

        private final LongCodes numbers = new LongCodes();
        private int[][] table = new int[16][];

        int size() {
            return numbers.size();
        }

        long pair(int number) {
            return numbers.key(number);
        }

        void combine(int[] lefts, int[] rights, int count) {
            for (int i = 0; i < count; i++) {
                int left = lefts[i];
                int right = rights[i];
                if (left >= WIDEST || right >= WIDEST) {
                    lefts[i] = numbers.codeOf((long) left << Integer.SIZE | right);
                    continue;
                }
                int[] row = left < table.length ? table[left] : null;
                int number = row != null && right < row.length ? row[right] : 0;
                lefts[i] = number > 0 ? number - 1 : add(left, right);
            }
        }

        private int add(int left, int right) {
            if (left >= table.length) {
                table = Arrays.copyOf(table, Integer.highestOneBit(left) * 2);
            }
            int[] row = table[left] == null ? new int[16] : table[left];
            if (right >= row.length) {
                row = Arrays.copyOf(row, Integer.highestOneBit(right) * 2);
            }
            table[left] = row;
            int number = numbers.codeOf((long) left << Integer.SIZE | right);
            row[right] = number + 1;
            return number;
        }
    }
}
