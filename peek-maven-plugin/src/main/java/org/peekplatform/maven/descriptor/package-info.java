/**
 * Completes a plugin's descriptor from its code, so that no developer has to keep the two in step. Scanned classes and
 * the plugins that the code was compiled against enter; hooks, published interfaces, requirements and unused subsystems
 * leave, or the problems that the developer has to solve.
 */
package org.peekplatform.maven.descriptor;
