/**
 * What nobody may write. {@code ArchitectureRulesTest} feeds these classes to the rules, to prove that each rule bites.
 */
package org.sambandh.badcrm;
