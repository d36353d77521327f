package org.sambandh.examples.quickstart;

import java.util.Map;
import org.sambandh.crm.pipeline.DayStatistics;
import org.sambandh.crm.pipeline.WeightedPipeline;
import org.sambandh.crm.pipeline.WinLoss;

/**
 * What the deals add up to.
 *
 * @param deals how many there are
 * @param all won and lost
 * @param quarters won and lost by quarter of the calendar
 * @param fiscalQuarters won and lost by quarter of the seller's year, which starts on 1 April
 * @param offices won and lost by office
 * @param daysToWin days from the first work to the close of won deals
 * @param daysToLose the same for lost deals
 * @param weighted the open deals, weighted, with the amounts they have
 * @param weightedAtListPrice the same, an open deal without amount counting with the list price of its product
 * @param withoutCustomer open deals that name no account
 */
record SalesFigures(
        long deals,
        WinLoss all,
        Map<String, WinLoss> quarters,
        Map<String, WinLoss> fiscalQuarters,
        Map<String, WinLoss> offices,
        DayStatistics daysToWin,
        DayStatistics daysToLose,
        WeightedPipeline weighted,
        WeightedPipeline weightedAtListPrice,
        long withoutCustomer) {}
