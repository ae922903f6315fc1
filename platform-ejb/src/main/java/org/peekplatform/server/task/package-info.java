/**
 * Tasks of server parts on their way to a worker and back. What enters is a submission, then the worker's result; what
 * leaves is a message on the task queue and the completed stage.
 */
package org.peekplatform.server.task;
