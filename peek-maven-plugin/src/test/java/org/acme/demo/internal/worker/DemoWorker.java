package org.acme.demo.internal.worker;

import org.peekplatform.api.hook.WorkerHook;

public class DemoWorker implements WorkerHook {}
