package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.settings.RatePolicy;

/** What a reader must know beside the figures of a report. */
final class Notes {

    private Notes() {}

    static <S> List<Note> of(Plan<S> plan, Tally[] totals, Amounts amounts, int others) {
        // Several measures of one field say the same once.
        Set<Note> notes = new LinkedHashSet<>();
        List<ReportMeasure<S>> measures = plan.report().measures();
        boolean money = false;
        boolean intervals = false;
        for (int i = 0; i < measures.size(); i++) {
            ReportMeasure<S> measure = measures.get(i);
            Plan.Need need = plan.need(i);
            boolean isShare = measure instanceof ReportMeasure.Share;
            int place = isShare ? need.second() : need.first();
            Part<S> part = plan.part(place);
            intervals |= isShare && part.value() == null;
            if (part.isMoney()) {
                money = true;
                about(totals[place], label(measure, part), amounts, notes);
            }
        }
        List<Note> all = new ArrayList<>();
        if (money && plan.report().currency() instanceof CurrencyPolicy.Converted<S> converted) {
            all.add(converted(converted));
        }
        all.addAll(notes);
        if (intervals) {
            all.add(new Note("interval", Phrases.of("note.interval"), List.of()));
        }
        if (others > 0) {
            all.add(counted("others", Phrases.of("note.others"), others));
        }
        return all;
    }

    private static void about(Tally total, Label about, Amounts amounts, Set<Note> notes) {
        if (total.present < total.count) {
            Label words = Phrases.of("note.withoutAmount", about);
            notes.add(counted("withoutAmount", words, total.count - total.present));
        }
        if (total.byRule > 0) {
            notes.add(counted("amountByRule", Phrases.of("note.byRule", about), total.byRule));
        }
        amounts.withoutRate(total).forEach((currency, count) -> {
            List<Cell> values = List.of(new Cell.Text(currency), new Cell.Numeric(BigDecimal.valueOf(count)));
            notes.add(new Note("noRate", Phrases.of("note.noRate"), values));
        });
        long withoutDay = Amounts.withoutDay(total);
        if (withoutDay > 0) {
            notes.add(counted("noDay", Phrases.of("note.noDay"), withoutDay));
        }
    }

    /** The field where it is all that was looked at, else the measure: won amounts are missing of won deals only. */
    private static <S> Label label(ReportMeasure<S> measure, Part<S> part) {
        Field<S, ?> field = part.value();
        return part.ofEverything() && field != null ? Phrases.field(field) : Figure.label(measure);
    }

    private static Note converted(CurrencyPolicy.Converted<?> converted) {
        List<Cell> values = new ArrayList<>(List.of(new Cell.Text(converted.to().getCurrencyCode())));
        String key = "note.converted.ON_CLOSE";
        if (converted.policy() instanceof RatePolicy.AsOf asOf) {
            key = "note.converted.AS_OF";
            values.add(new Cell.Day(asOf.date()));
        } else if (converted.policy() instanceof RatePolicy.OnBooking) {
            key = "note.converted.ON_BOOKING";
        }
        return new Note("converted", Phrases.of(key), values);
    }

    static Note counted(String code, Label words, long count) {
        return new Note(code, words, List.of(new Cell.Numeric(BigDecimal.valueOf(count))));
    }
}
