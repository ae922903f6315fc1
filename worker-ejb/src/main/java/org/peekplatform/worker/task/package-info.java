/**
 * What the parts on this worker can do. What enters are tasks, and the registrations of those who perform them; what
 * leaves are results, failures included.
 */
package org.peekplatform.worker.task;
