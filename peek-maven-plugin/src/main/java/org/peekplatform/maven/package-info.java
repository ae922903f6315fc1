/**
 * The goals that a plugin developer calls: package, validate and deploy. A Maven project enters, an archive or an
 * installed plugin leaves. A goal only reads its parameters and says what came out; the work is done in the rooms below.
 */
package org.peekplatform.maven;
