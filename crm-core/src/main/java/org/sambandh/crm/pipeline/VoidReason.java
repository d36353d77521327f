package org.sambandh.crm.pipeline;

/** Why a deal never was one. */
public enum VoidReason {
    /** Another record of the same deal is kept. */
    DUPLICATE,
    /** Entered by mistake. */
    ERROR,
    /** Entered to try something out. */
    TEST
}
