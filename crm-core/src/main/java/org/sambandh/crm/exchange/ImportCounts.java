package org.sambandh.crm.exchange;

/**
 * How many records were brought in.
 *
 * @param created stored for the first time
 * @param updated known with other content, changed
 * @param unchanged known with the same content, not written
 */
public record ImportCounts(long created, long updated, long unchanged) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0);

    /** {@return all of them} */
    public long total() {
        return created + updated + unchanged;
    }

    ImportCounts plus(RowResult.Outcome outcome) {
        return switch (outcome) {
            case CREATED -> new ImportCounts(created + 1, updated, unchanged);
            case UPDATED -> new ImportCounts(created, updated + 1, unchanged);
            case UNCHANGED -> new ImportCounts(created, updated, unchanged + 1);
        };
    }
}
