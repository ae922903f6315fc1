/**
 * A running platform as tests see it from outside: started and stopped by {@code ./peek}, spoken to over HTTP. What
 * enters are archives and orders; what leaves are answers, states and log lines. Nothing in here knows a class of the
 * platform's services.
 */
package org.peekplatform.it.platform;
