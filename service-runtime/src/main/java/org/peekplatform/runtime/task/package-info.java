/**
 * Tasks as the services see them on the wire. What enters on the server is a submission, on a worker a task; what leaves is the
 * performer's result. The server's and the worker's halves share these shapes only.
 */
package org.peekplatform.runtime.task;
