/** The part on the worker. Numbers enter as a task, their sum leaves with the name of the worker; visitors enter as a call and become rows. */
package org.peekplatform.plugins.noop.internal.worker;
