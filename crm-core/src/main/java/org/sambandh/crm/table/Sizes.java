package org.sambandh.crm.table;

/** What objects weigh on a 64-bit JVM with compressed references, which is what the documented bytes count with. */
final class Sizes {

    static final int OBJECT = 32;
    static final int REFERENCE = 4;
    private static final int ARRAY_HEADER = 16;

    /** An entry of a hash map with its place in the table, its boxed code and its place among the values. */
    private static final long DICTIONARY_ENTRY = 32 + 8 + 16 + 8;

    private static final int TEXT_HEADER = 40;

    private Sizes() {}

    static long ofArray(long length, int width) {
        return ARRAY_HEADER + (length * width + 7) / 8 * 8;
    }

    /** A value of a dictionary whose text form has that many characters, half of them perhaps not Latin. */
    static long ofDictionaryEntry(int characters) {
        return DICTIONARY_ENTRY + TEXT_HEADER + characters;
    }
}
