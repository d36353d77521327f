package org.sambandh.examples.quickstart;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param inMemory whether everything is kept in memory, without a database
 * @param url the address of the database; one in memory unless given
 * @param user who connects; null to leave it to the address
 * @param password the user's; null to leave it to the address
 */
record Options(
        boolean inMemory,
        String url,
        @Nullable String user,
        @Nullable String password) {

    /** What to type; told to who typed something else. */
    static final String USAGE =
            "Use nothing for H2 in memory, or --in-memory for no database, or --jdbc-url <url> [--user <name>]"
                    + " [--password <word>] for a database of H2 or PostgreSQL.";

    /** A database that ends with the program. */
    static final Options DEFAULT = new Options(false, "jdbc:h2:mem:quickstart", "sa", null);

    static Options of(String... args) throws CannotRun {
        boolean inMemory = false;
        String url = null;
        String user = null;
        String password = null;
        for (Iterator<String> words = List.of(args).iterator(); words.hasNext(); ) {
            String word = words.next();
            switch (word) {
                case "--in-memory" -> inMemory = true;
                case "--jdbc-url" -> url = value(word, words);
                case "--user" -> user = value(word, words);
                case "--password" -> password = value(word, words);
                default -> throw new CannotRun("There is no option '" + word + "'. " + USAGE);
            }
        }
        if (inMemory && url != null) {
            throw new CannotRun("--in-memory needs no database, and --jdbc-url names one. " + USAGE);
        }
        if (url == null && (user != null || password != null)) {
            throw new CannotRun("--user and --password belong to a --jdbc-url. " + USAGE);
        }
        return url == null && !inMemory ? DEFAULT : new Options(inMemory, url == null ? "" : url, user, password);
    }

    private static String value(String option, Iterator<String> words) throws CannotRun {
        if (!words.hasNext()) {
            throw new CannotRun("A value is missing behind " + option + ". " + USAGE);
        }
        return words.next();
    }
}
