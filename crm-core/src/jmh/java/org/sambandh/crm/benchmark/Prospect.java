package org.sambandh.crm.benchmark;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is scored and selected: public with getters, because the peers read it by reflection and by name. */
public final class Prospect {

    private final int number;
    private final @Nullable String industry;
    private final String country;
    private final @Nullable String source;
    private final String seniority;
    private final long employees;
    private final boolean optIn;
    private final Instant created;
    private final List<Touch> touches;

    Prospect(
            int number,
            @Nullable String industry,
            String country,
            @Nullable String source,
            String seniority,
            long employees,
            boolean optIn,
            Instant created,
            List<Touch> touches) {
        this.number = number;
        this.industry = industry;
        this.country = country;
        this.source = source;
        this.seniority = seniority;
        this.employees = employees;
        this.optIn = optIn;
        this.created = created;
        this.touches = touches;
    }

    public int getNumber() {
        return number;
    }

    public @Nullable String getIndustry() {
        return industry;
    }

    public String getCountry() {
        return country;
    }

    public @Nullable String getSource() {
        return source;
    }

    public String getSeniority() {
        return seniority;
    }

    public long getEmployees() {
        return employees;
    }

    public boolean isOptIn() {
        return optIn;
    }

    public Instant getCreated() {
        return created;
    }

    Prospect withSeniority(String other) {
        return new Prospect(number, industry, country, source, other, employees, optIn, created, touches);
    }

    public boolean isYoung() {
        return Buyers.isYoung(created);
    }

    List<Touch> touches() {
        return touches;
    }

    /** The peers get the walks over the facts for nothing: none of them has one that is compiled. */
    public int getOpens30() {
        return touched("open", 30);
    }

    public int getVisits7() {
        return touched("visit", 7);
    }

    public int getDemos90() {
        return touched("demo", 90);
    }

    int touched(String kind, int days) {
        Instant from = Prospects.from(days);
        int count = 0;
        for (Touch touch : touches) {
            if (touch.kind().equals(kind)
                    && !touch.at().isBefore(from)
                    && !touch.at().isAfter(Prospects.AT)) {
                count++;
            }
        }
        return count;
    }
}
