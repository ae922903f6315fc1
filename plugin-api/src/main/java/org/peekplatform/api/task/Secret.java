package org.peekplatform.api.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of a task's input that nobody sees in the admin app, in an answer of the REST API or in a log: in its place stand
 * asterisks. It is in the database as it is, since the worker needs it: hand over the name of a secret where you can.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Secret {}
