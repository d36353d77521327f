package org.sambandh.crm.pipeline;

import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.store.Repository;

/** Keeps the pipelines a tenant declared. */
public interface PipelineRepository extends Repository<Pipeline, PipelineId> {}
