/**
 * Who is signed in on devices of this service. What enters is a cookie's token; what leaves is a session that the server
 * vouches for.
 */
package org.peekplatform.client.session;
