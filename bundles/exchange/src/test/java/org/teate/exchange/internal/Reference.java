// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.teate.ports.Connector;

/** A registered connector of a ranking, as the framework orders them. */
final class Reference implements ServiceReference<Connector> {

    private final int ranking;
    private final long id;
    private final Class<?> port;
    private final Bundle bundle;

    Reference(int ranking, long id, Class<?> port) {
        this(ranking, id, port, "org.teate.connectors.sender");
    }

    /** @param bundle the symbolic name of the bundle that has registered it */
    Reference(int ranking, long id, Class<?> port, String bundle) {
        this.ranking = ranking;
        this.id = id;
        this.port = port;
        this.bundle = (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(), new Class<?>[] {Bundle.class}, (proxy, method, arguments) -> bundle);
    }

    @Override
    public Object getProperty(String key) {
        return key.equals("plug") ? port.getName() : null;
    }

    @Override
    public String[] getPropertyKeys() {
        return new String[] {"plug"};
    }

    @Override
    public Dictionary<String, Object> getProperties() {
        return new Hashtable<>(Map.of("plug", port.getName()));
    }

    @Override
    public Bundle getBundle() {
        return bundle;
    }

    @Override
    public Bundle[] getUsingBundles() {
        return new Bundle[0];
    }

    @Override
    public boolean isAssignableTo(Bundle bundle, String className) {
        return true;
    }

    @Override
    public <A> A adapt(Class<A> type) {
        return null;
    }

    @Override
    public int compareTo(Object other) {
        Reference that = (Reference) other;
        return ranking != that.ranking ? Integer.compare(ranking, that.ranking) : Long.compare(that.id, id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reference && compareTo(other) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
