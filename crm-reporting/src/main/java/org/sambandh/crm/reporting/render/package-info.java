/**
 * What makes pages, tables and sheets of report results. Start at {@code HtmlRenderer}; {@code CsvRenderer},
 * {@code JsonRenderer} and {@code XlsxRenderer} write the same figures for machines and spreadsheets. May use the result
 * types of {@code reporting}; nothing there may use this package.
 */
@NullMarked
package org.sambandh.crm.reporting.render;

import org.jspecify.annotations.NullMarked;
