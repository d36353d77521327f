package org.sambandh.crm.scoring;

import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.store.Repository;

/** Keeps points models. One that no longer fits the catalogue loads with broken rules; reading never fails for it. */
public interface ScoreModelRepository extends Repository<ScoreModel, ModelId> {}
