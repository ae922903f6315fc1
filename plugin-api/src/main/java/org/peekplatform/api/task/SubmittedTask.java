package org.peekplatform.api.task;

import java.util.concurrent.CompletionStage;

/**
 * A task that was submitted.
 *
 * @param id of the task; of the one that was there already when an equal one was joined, see {@link TaskOptions#withUniqueKey}
 * @param result completes on a thread of the platform with the result, or exceptionally with {@link TaskFailedException} or
 *     {@link TaskCancelledException}. It lives as long as this instance: for a result that must not be missed use
 *     {@link Tasks#onResult}
 * @since 0.1
 */
public record SubmittedTask<O>(String id, CompletionStage<O> result) {}
