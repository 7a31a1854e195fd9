// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The realm {@code teate}, by which the staff sign in to the shell. */
@Component
public final class StaffJaasRealm implements JaasRealm {

    private final AppConfigurationEntry entry;

    @Activate
    public StaffJaasRealm(BundleContext context, @Reference StaffAccounts accounts) {
        Map<String, Object> options = Map.of(
                ProxyLoginModule.PROPERTY_MODULE, StaffLoginModule.class.getName(),
                ProxyLoginModule.PROPERTY_BUNDLE,
                        Long.toString(context.getBundle().getBundleId()),
                StaffLoginModule.ACCOUNTS, accounts);
        entry = new AppConfigurationEntry(ProxyLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options);
    }

    @Override
    public String getName() {
        return "teate";
    }

    @Override
    public int getRank() {
        return 0;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        return new AppConfigurationEntry[] {entry};
    }
}
