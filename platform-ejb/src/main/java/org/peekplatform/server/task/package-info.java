/**
 * Tasks of plugins from submission to result. What enters are submissions, beats and results of workers, and an administrator's word; what
 * leaves are tickets for the task queue, completed stages, callbacks, and what is known of each task. The row in table {@code task} is the
 * task: one writer, {@link org.peekplatform.server.task.TaskTable}, changes it by compare-and-set.
 */
package org.peekplatform.server.task;
