/**
 * One condition language: plain data that can be described, stored as JSON, tested on one subject and run over many.
 * Start at {@link org.sambandh.crm.condition.Conditions} and {@link org.sambandh.crm.condition.Tests} to build one, at
 * {@link org.sambandh.crm.condition.CompiledCondition} to run one. Uses {@code field}; knows no store and no feature.
 */
@NullMarked
package org.sambandh.crm.condition;

import org.jspecify.annotations.NullMarked;
