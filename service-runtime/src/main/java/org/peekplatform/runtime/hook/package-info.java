/**
 * Runs the hooks of parts: in the order of their requirements, each in bounded time, and takes back at the end what
 * they registered. What enters are parts that appear and disappear; what leaves is the outcome for each deployment.
 */
package org.peekplatform.runtime.hook;
