/**
 * Is this file a plugin archive that may be let in? A file that somebody uploaded enters; nothing of it is unpacked, run
 * or trusted before every rule has passed. A descriptor with digest and size leaves, or all reasons against it.
 */
package org.peekplatform.core.archive;
