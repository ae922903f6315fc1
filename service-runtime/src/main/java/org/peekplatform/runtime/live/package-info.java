/**
 * Live data as parts of plugins see it, and the messages between client services and the server. What enters are a part's
 * offers and news of changes; what leaves goes to the book of this service.
 */
package org.peekplatform.runtime.live;
