/**
 * Reports as data, and the tables they come to. Start at {@link org.sambandh.crm.reporting.Report}, or at
 * {@link org.sambandh.crm.reporting.StandardReports} for those that are ready-made; {@link
 * org.sambandh.crm.reporting.Reports} runs them, and {@link org.sambandh.crm.reporting.ReportTable} is what a renderer
 * gets. Stands above every feature of the core; nothing here knows a renderer.
 */
@NullMarked
package org.sambandh.crm.reporting;

import org.jspecify.annotations.NullMarked;
