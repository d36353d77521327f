/** The kit that proves an adapter. Extend the class of a repository, say how to make your store, and run it: every rule of the javadoc is a test in the same words. Also the samples that tests are made of. */
@NullMarked
package org.sambandh.crm.tck;

import org.jspecify.annotations.NullMarked;
