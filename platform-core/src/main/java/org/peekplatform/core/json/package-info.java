/** The one JSON mapper of the platform. What enters is bytes from anywhere; what leaves is records. */
package org.peekplatform.core.json;
