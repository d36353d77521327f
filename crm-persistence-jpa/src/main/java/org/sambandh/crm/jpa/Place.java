package org.sambandh.crm.jpa;

import java.util.Collection;
import org.sambandh.crm.field.FieldType;

/** Where one value of a field stands in a query: in a column of its row, or in a row of the table of elements. */
sealed interface Place<V> permits ColumnPlace, ElementPlace {

    /** The type of the value. */
    FieldType<V> type();

    /** Adds the expression of a text. */
    String text();

    /** Adds the expression by which values with an order compare. */
    String number();

    /** Adds the expression of the currency of money. */
    String currency();

    /** A value as it is compared with {@link #number()}. */
    Object bound(V value);

    /** Adds a test whether the value is one of some. */
    void isOneOf(Jpql query, Collection<V> values);
}
