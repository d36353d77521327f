/**
 * Who works with the parties: users by the host's own ids, teams with dated members, and who owns what. Start at
 * {@link org.sambandh.crm.team.Teams}; {@link org.sambandh.crm.team.Ownership} is the value other features keep. May use
 * {@code store} and what lies below; knows no other feature.
 */
@NullMarked
package org.sambandh.crm.team;

import org.jspecify.annotations.NullMarked;
