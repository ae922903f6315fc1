/**
 * What a platform in one WildFly must do, seen from outside. What enters is a running platform that holds no plugin;
 * every test brings its own. What leaves is a platform that runs, whatever the test did to it.
 */
package org.peekplatform.it.allinone;
