package org.sambandh.examples.contactcentre;

import java.util.ArrayList;
import java.util.List;

/** Priorities as lines: how many, share in time, median hours until solved and until closed. */
final class Priorities {

    private Priorities() {}

    static List<String> rows(DeskFigures desk) {
        List<String> rows = new ArrayList<>();
        desk.priorities()
                .forEach((priority, some) -> rows.add(priority + ": " + some.tickets() + ", " + some.share() + " %, "
                        + some.medianToSolve() + ", " + some.medianToClose()));
        return rows;
    }
}
