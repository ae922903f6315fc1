/** Which release of the platform this is: written by the build, read by everyone who compares or shows it. */
package org.peekplatform.core.release;
