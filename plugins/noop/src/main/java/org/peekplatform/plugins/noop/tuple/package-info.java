/** Values that noop exchanges with other plugins. They enter and leave through its API, and nothing else does. */
package org.peekplatform.plugins.noop.tuple;
