/** What noop offers to other plugins on the server. A name enters, a greeting leaves; the visit is counted. */
package org.peekplatform.plugins.noop.server;
