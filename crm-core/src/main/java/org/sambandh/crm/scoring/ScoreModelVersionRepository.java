package org.sambandh.crm.scoring;

import org.sambandh.crm.common.ModelVersionId;
import org.sambandh.crm.store.Repository;

/** Keeps every version of every points model. */
public interface ScoreModelVersionRepository extends Repository<ScoreModelVersion, ModelVersionId> {}
