// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.teate.ports.Connector;

/**
 * One call into a seized socket, made on another thread than its caller's, who may give it up.
 *
 * <p>The socket is released when the call leaves the connector, which may be long after that.
 */
final class LimitedCall<C extends Connector, T> implements Runnable {

    private final Socket<C> socket;
    private final Socket.Call<C, T, ?> call;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private Thread thread; // guarded by this; null before and after the call
    private boolean left; // guarded by this
    private boolean givenUp; // guarded by this

    LimitedCall(Socket<C> socket, Socket.Call<C, T, ?> call) {
        this.socket = socket;
        this.call = call;
    }

    @Override
    public void run() {
        enter();
        long start = System.nanoTime();
        T result = null;
        Throwable failure = null;
        try {
            result = call.into(socket.connector());
        } catch (Throwable e) { // it is the caller's, whatever it is
            failure = e;
        }
        leave(failure, System.nanoTime() - start);
        if (failure == null) {
            answer.complete(result);
        } else {
            answer.completeExceptionally(failure);
        }
    }

    T answer(Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Tells the connector by an interrupt that nobody waits any more. */
    synchronized void giveUp(Duration after) {
        if (!left) {
            givenUp = true;
            socket.meter().givenUp(after);
            socket.countHanging(1);
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private synchronized void enter() {
        thread = Thread.currentThread();
        if (givenUp) {
            thread.interrupt();
        }
    }

    private synchronized void leave(Throwable failure, long nanos) {
        left = true;
        thread = null;
        if (givenUp) {
            socket.countHanging(-1);
            Thread.interrupted(); // the interrupt was meant for the call, not for the next one on this thread
        } else if (failure == null) {
            socket.meter().answered(nanos);
        } else {
            socket.meter().failed(failure, nanos);
        }
        socket.release();
    }
}
