package org.sambandh.crm.customer;

/** People who live and buy together. Who they are say relationships of the type {@code member_of}. */
public record Household() implements Profile {

    /** A household: there is nothing to tell two apart but names, contact points and members. */
    public static final Household UNKNOWN = new Household();

    @Override
    public Kind kind() {
        return Kind.HOUSEHOLD;
    }

    @Override
    public Household blank() {
        return UNKNOWN;
    }

    /** {@return the kind} */
    @Override
    public String toString() {
        return "Household";
    }
}
