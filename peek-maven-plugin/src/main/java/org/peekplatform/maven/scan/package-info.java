/**
 * What the packaging goal reads from class files without loading them. Bytes of classes enter; what they are, what
 * they offer and what they refer to leaves. Nothing here knows of services or archives.
 */
package org.peekplatform.maven.scan;
