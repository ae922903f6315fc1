/**
 * Tasks on this worker. What enters are tasks, the registrations of those who perform them, and the server's word that one is not wanted any
 * more; what leaves are results, gathered and sent again until the server has confirmed them, and beats that say what is held here.
 */
package org.peekplatform.worker.task;
