package org.sambandh.crm.benchmark;

import java.time.Instant;

/** Something that a prospect did. */
record Touch(String kind, Instant at) {}
