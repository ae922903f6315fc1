/**
 * Archives on their way in. What enters is a stream from outside, hostile until it was checked; what leaves is an
 * accepted file in the staging folder with the plan for it, or the reasons why not.
 */
package org.peekplatform.server.upload;
