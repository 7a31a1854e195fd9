// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.nio.file.Path;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** {@link WelfareCurrent} in a server, in its folders {@code data} and {@code etc/keys}; runs again if it ran. */
@Component(service = WelfareCurrentService.class, immediate = true)
public final class WelfareCurrentService {

    private final WelfareCurrent system;

    @Activate
    public WelfareCurrentService(@Reference Clock clock) {
        system = new WelfareCurrent(
                Path.of(System.getProperty("karaf.data"), "counterparts", "welfare-current"),
                Path.of(System.getProperty("karaf.etc"), "keys"),
                clock);
    }

    @Activate
    void resume() {
        system.resume();
    }

    @Deactivate
    void close() {
        system.close();
    }

    WelfareCurrent system() {
        return system;
    }
}
