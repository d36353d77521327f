package org.sambandh.crm.lead;

import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.store.Repository;

/** Keeps conversions, reverted ones too. */
public interface ConversionRepository extends Repository<Conversion, ConversionId> {}
