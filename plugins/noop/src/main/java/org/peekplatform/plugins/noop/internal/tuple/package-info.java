/**
 * What the parts of noop say to each other. Contracts and the records that travel enter every part; nothing here does
 * anything.
 */
package org.peekplatform.plugins.noop.internal.tuple;
