package org.sambandh.crm.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids of the rows of one chunk: 16 bytes each where all are UUIDs in their usual form, else their characters. */
final class IdBlock {

    private static final int UUID_LENGTH = 36;

    private final long[] uuids;
    private final byte @Nullable [] characters;
    private final int[] starts;

    private IdBlock(long[] uuids, byte @Nullable [] characters, int[] starts) {
        this.uuids = uuids;
        this.characters = characters;
        this.starts = starts;
    }

    static IdBlock of(List<String> ids) {
        long[] uuids = new long[2 * ids.size()];
        for (int i = 0; i < ids.size(); i++) {
            UUID uuid = uuid(ids.get(i));
            if (uuid == null) {
                return ofCharacters(ids);
            }
            uuids[2 * i] = uuid.getMostSignificantBits();
            uuids[2 * i + 1] = uuid.getLeastSignificantBits();
        }
        return new IdBlock(uuids, null, new int[0]);
    }

    private static IdBlock ofCharacters(List<String> ids) {
        int[] starts = new int[ids.size() + 1];
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < ids.size(); i++) {
            all.writeBytes(ids.get(i).getBytes(StandardCharsets.UTF_8));
            starts[i + 1] = all.size();
        }
        return new IdBlock(new long[0], all.toByteArray(), starts);
    }

    /** {@return the UUID whose text this is, to the letter} */
    private static @Nullable UUID uuid(String id) {
        if (id.length() != UUID_LENGTH || id.charAt(8) != '-') {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.toString().equals(id) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    int size() {
        return characters == null ? uuids.length / 2 : starts.length - 1;
    }

    String get(int row) {
        if (characters == null) {
            return new UUID(uuids[2 * row], uuids[2 * row + 1]).toString();
        }
        return new String(characters, starts[row], starts[row + 1] - starts[row], StandardCharsets.UTF_8);
    }

    long bytes() {
        return Sizes.OBJECT
                + (characters == null
                        ? Sizes.ofArray(uuids.length, Long.BYTES)
                        : Sizes.ofArray(characters.length, Byte.BYTES) + Sizes.ofArray(starts.length, Integer.BYTES));
    }
}
