/**
 * Live messages as docs/live-data.md describes them. What enters is text of a device or bytes of a service; what leaves
 * are values that cannot be wrong, and frames that are passed on as they are.
 */
package org.peekplatform.core.live.wire;
