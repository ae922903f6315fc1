/**
 * What can travel between a device and the server. Classes of a plugin enter; a description of everything that they are
 * made of leaves, from which other languages get their types, or all reasons why they cannot travel.
 */
package org.peekplatform.core.tuple;
