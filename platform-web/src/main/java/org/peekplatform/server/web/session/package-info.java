/**
 * The REST resources of the person who is signed in, and of what was done.
 * JSON enters below {@code /api/v1}; the sign-in desk of the account room decides; JSON, cookies and problems leave.
 */
package org.peekplatform.server.web.session;
