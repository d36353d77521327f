package org.sambandh.crm.prediction;

import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.store.Repository;

/** Keeps predictive models. One that no longer fits the catalogue loads all the same. */
public interface PredictiveModelRepository extends Repository<PredictiveModel, ModelId> {}
