/**
 * What four WildFlys, joined by remote messaging only, must do beyond a platform in one. What enters is a running
 * platform that holds no plugin; nodes and the server are stopped and started. What leaves is a platform that runs.
 */
package org.peekplatform.it.split;
