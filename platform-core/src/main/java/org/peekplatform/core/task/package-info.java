/**
 * The thinking about tasks without a container: whose turn it is, who is there to do it, when something that is under way must be lost, and how
 * rows are written many at a time. Tickets and beats of workers enter; the next ticket, the lost ones and batches leave.
 */
package org.peekplatform.core.task;
