// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call into a seized socket, made on another thread than its caller's; it releases the socket when it leaves. */
final class LineCall implements Runnable {

    private final Socket<?> socket;
    private final Method method;
    private final Object[] arguments; // null if the method has none
    private final CompletableFuture<Object> answer = new CompletableFuture<>();
    private Thread thread; // guarded by this; null before and after the call
    private boolean givenUp; // guarded by this

    LineCall(Socket<?> socket, Method method, Object[] arguments) {
        this.socket = socket;
        this.method = method;
        this.arguments = arguments;
    }

    @Override
    public void run() {
        try {
            enter();
            answer.complete(method.invoke(socket.connector(), arguments));
        } catch (InvocationTargetException e) {
            answer.completeExceptionally(e.getCause());
        } catch (IllegalAccessException | RuntimeException e) {
            answer.completeExceptionally(e);
        } finally {
            leave();
        }
    }

    /**
     * Waits for the answer.
     *
     * @throws ExecutionException with what the connector has thrown as its cause
     */
    Object answer(Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Tells the connector by an interrupt that nobody waits any more. */
    synchronized void giveUp() {
        givenUp = true;
        socket.countHung();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private synchronized void enter() {
        thread = Thread.currentThread();
        if (givenUp) {
            thread.interrupt();
        }
    }

    private synchronized void leave() {
        thread = null;
        if (givenUp) {
            socket.countReturned();
            Thread.interrupted(); // the interrupt was meant for the call, not for the next one on this thread
        }
        socket.release();
    }
}
