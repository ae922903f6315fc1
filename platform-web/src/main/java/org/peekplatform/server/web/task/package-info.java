/** Tasks by REST: what waits, runs and failed, and the administrator's word on it. What enters are requests; what leaves are views. */
package org.peekplatform.server.web.task;
