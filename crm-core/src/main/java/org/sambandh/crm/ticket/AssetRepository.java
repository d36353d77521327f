package org.sambandh.crm.ticket;

import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.store.Repository;

/** Keeps installed assets. */
public interface AssetRepository extends Repository<Asset, AssetId> {}
