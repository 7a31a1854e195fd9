// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.teate.ports.CallLimit;
import org.teate.ports.Connector;
import org.teate.ports.OutOfService;

/**
 * The standing end of a port: callers hold a line for good while connectors come and go behind it.
 *
 * <p>Each call goes to the highest-ranked connector; one that hangs costs its caller no more than the port's limit.
 * Nothing is retried: a call is made once or not at all.
 *
 * @param <C> the port
 */
final class Line<C extends Connector> implements InvocationHandler {

    private static final Duration LIMIT_OF_A_QUESTION = Duration.ofSeconds(3);

    private final Board<C> board;
    private final Duration patience;
    private final Duration limit;
    private final Listener listener;

    /** Is told what the connector in use has answered, on the caller's thread. */
    @FunctionalInterface
    interface Listener {

        /** Returns at once and throws nothing. */
        void answered(ConnectorName inUse, Method question, Object[] arguments, Object answer);
    }

    /** @param patience how long a call waits for a connector */
    Line(Board<C> board, Duration patience, Listener listener) {
        this.board = board;
        this.patience = patience;
        this.listener = listener;
        limit = limitOf(board.port());
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
        Socket<C> socket = board.seize(patience)
                .orElseThrow(() -> new OutOfService(board.port().getSimpleName() + "の連携機能が接続されていません。"));
        Object answer = socket.answer(limit, method, arguments);
        listener.answered(socket.name(), method, arguments, answer);
        return answer;
    }

    /** How long one call to a port may take. */
    static Duration limitOf(Class<?> port) {
        CallLimit own = port.getAnnotation(CallLimit.class);
        return own == null ? LIMIT_OF_A_QUESTION : Duration.ofSeconds(own.value());
    }

    private Object answerForObject(Object handset, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> handset == arguments[0];
            case "hashCode" -> System.identityHashCode(handset);
            default -> "Line to " + board.port().getSimpleName();
        };
    }
}
