// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.teate.ports.CallLimit;
import org.teate.ports.Connector;
import org.teate.ports.OutOfService;

/**
 * The standing end of a port: callers hold a line for good while connectors come and go behind it.
 *
 * <p>Each call goes to the highest-ranked connector, on a thread of the switchboard, so that one that hangs costs its
 * caller no more than the port's limit. Nothing is retried: a call is made once or not at all.
 *
 * @param <C> the port
 */
final class Line<C extends Connector> implements InvocationHandler {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    /** So many calls may hang in a connector; more are turned away at once, so that threads do not pile up. */
    private static final int MOST_HUNG = 32;

    private final Board<C> board;
    private final Executor threads;
    private final Duration patience;
    private final Duration limit;

    Line(Board<C> board, Executor threads, Duration patience) {
        this(board, threads, patience, limitOf(board.port()));
    }

    Line(Board<C> board, Executor threads, Duration patience, Duration limit) {
        this.board = board;
        this.threads = threads;
        this.patience = patience;
        this.limit = limit;
    }

    private static Duration limitOf(Class<?> port) {
        CallLimit own = port.getAnnotation(CallLimit.class);
        return own == null ? LIMIT : Duration.ofSeconds(own.value());
    }

    /** What callers hold. */
    C handset() {
        Class<C> port = board.port();
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, this));
    }

    @Override
    public Object invoke(Object handset, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return answerForObject(handset, method, arguments);
        }
        Socket<C> socket =
                board.seize(patience).orElseThrow(() -> new OutOfService("No connector is plugged into " + name()));
        if (socket.hanging() >= MOST_HUNG) {
            socket.release();
            throw new OutOfService(MOST_HUNG + " calls hang in the connector of " + name());
        }
        LineCall call = new LineCall(socket, method, arguments);
        try {
            threads.execute(call);
        } catch (java.util.concurrent.RejectedExecutionException e) {
            socket.release();
            throw new OutOfService("The switchboard is closed", e);
        }
        try {
            return call.answer(limit);
        } catch (ExecutionException e) {
            throw e.getCause();
        } catch (TimeoutException e) {
            call.giveUp();
            throw new OutOfService(name() + " has not answered within " + limit.toSeconds() + " s", e);
        }
    }

    private Object answerForObject(Object handset, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> handset == arguments[0];
            case "hashCode" -> System.identityHashCode(handset);
            default -> "Line to " + name();
        };
    }

    private String name() {
        return board.port().getSimpleName();
    }
}
