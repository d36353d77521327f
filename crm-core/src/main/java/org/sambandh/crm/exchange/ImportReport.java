package org.sambandh.crm.exchange;

import java.util.List;

/**
 * What an import did. Every row of the file is counted once: as written or as rejected.
 *
 * @param rowsRead how many rows the file has, without the header
 * @param rows what became of the rows that were taken in
 * @param linked what became of the records that rows name beside their own: relationships, managers, teams
 * @param rejected the rows that were refused, one issue each, by line
 * @param unlinked rows that were taken in, while the relationship they ask for was refused
 * @param aliasUses how often each alias of the mapping was used, unused ones included
 */
public record ImportReport(
        long rowsRead,
        ImportCounts rows,
        ImportCounts linked,
        List<RowIssue> rejected,
        List<RowIssue> unlinked,
        List<AliasUse> aliasUses) {

    /**
     * Checks and copies what it is given.
     *
     * @param rowsRead how many rows the file has, without the header
     * @param rows what became of the rows that were taken in
     * @param linked what became of the records that rows name beside their own: relationships, managers, teams
     * @param rejected the rows that were refused, one issue each, by line
     * @param unlinked rows that were taken in, while the relationship they ask for was refused
     * @param aliasUses how often each alias of the mapping was used, unused ones included
     */
    public ImportReport {
        rejected = List.copyOf(rejected);
        unlinked = List.copyOf(unlinked);
        aliasUses = List.copyOf(aliasUses);
    }

    /** {@return whether anything was stored} */
    public boolean changedAnything() {
        return rows.created() + rows.updated() + linked.created() + linked.updated() > 0;
    }
}
