package org.peekplatform.plugins.noop.internal.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.peekplatform.api.PluginInfo;
import org.peekplatform.api.Registration;
import org.peekplatform.api.Service;
import org.peekplatform.api.call.Answer;
import org.peekplatform.api.call.Calls;
import org.peekplatform.api.call.Target;
import org.peekplatform.api.hook.ServerPlatform;
import org.peekplatform.api.live.Actions;
import org.peekplatform.api.live.Tuples;
import org.peekplatform.api.task.SubmittedTask;
import org.peekplatform.api.task.TaskCallback;
import org.peekplatform.api.task.TaskOptions;
import org.peekplatform.api.task.TaskStatus;
import org.peekplatform.api.task.TaskType;
import org.peekplatform.api.task.Tasks;
import org.peekplatform.plugins.noop.internal.tuple.Addition;
import org.peekplatform.plugins.noop.internal.tuple.Addition.Sum;
import org.peekplatform.plugins.noop.internal.tuple.AgentEcho;
import org.peekplatform.plugins.noop.internal.tuple.Echo;
import org.peekplatform.plugins.noop.internal.tuple.WorkerDiary;

/** A platform whose agent and worker are functions. */
class StubPlatform implements ServerPlatform, Calls, Tasks {
    Function<String, Echo> agent = text -> new Echo(text, "agent1");
    Function<Addition, CompletionStage<Sum>> worker;
    WorkerDiary diary = visitor -> new WorkerDiary.Written(2, visitor, 2, "worker1");

    @Override
    public <T> T to(Target target, Class<T> contract, Duration timeout) {
        AgentEcho echo = agent::apply;
        return contract.cast(contract == WorkerDiary.class ? diary : echo);
    }

    @Override
    public <I, O> SubmittedTask<O> submit(TaskType<I, O> type, I input, TaskOptions options) {
        return new SubmittedTask<>("1", worker.apply((Addition) input).thenApply(type.output()::cast));
    }

    @Override
    public <I, O> List<SubmittedTask<O>> submitAll(TaskType<I, O> type, List<I> inputs, TaskOptions options) {
        return inputs.stream().map(input -> submit(type, input, options)).toList();
    }

    @Override
    public <I, O> Registration onResult(TaskType<I, O> type, TaskCallback<O> callback) {
        return () -> {};
    }

    @Override
    public Optional<TaskStatus> find(String id) {
        return Optional.empty();
    }

    @Override
    public boolean cancel(String id) {
        return false;
    }

    @Override
    public <T> Registration provide(Class<T> contract, T provider) {
        return () -> {};
    }

    @Override
    public <T, R> List<Answer<R>> toEvery(Target target, Class<T> contract, Duration timeout, Function<T, R> question) {
        return List.of();
    }

    @Override
    public PluginInfo plugin() {
        return new PluginInfo("noop", "1.0.0");
    }

    @Override
    public Service service() {
        return Service.SERVER;
    }

    @Override
    public String instance() {
        return "server1";
    }

    @Override
    public Calls calls() {
        return this;
    }

    @Override
    public Tasks tasks() {
        return this;
    }

    @Override
    public <T> Registration provide(Class<T> contract, T provider, Set<Service> callers) {
        return provide(contract, provider);
    }

    @Override
    public Tuples tuples() {
        throw new IllegalStateException("the questions need no live data");
    }

    @Override
    public Actions actions() {
        throw new IllegalStateException("the questions need no actions");
    }

    @Override
    public Registration own(Registration registration) {
        return registration;
    }
}
