// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.util.List;
import java.util.function.Function;

/** Pages of a {@link MigrationSet} from queries that give the next rows, however many each owner has. */
public final class MigrationPage {

    private MigrationPage() {}

    /**
     * What gives rows in the order of their owners.
     *
     * @param <T> a row
     * @param <E> what may go wrong
     */
    @FunctionalInterface
    public interface Rows<T, E extends Exception> {

        /** The first {@code most} rows; fewer only if there are no more. */
        List<T> first(int most) throws E;
    }

    /**
     * The first rows, about {@code limit} of them, without those of an owner that may have more.
     *
     * @param limit how many rows are wanted, at least 1
     * @param owner the owner of a row
     * @param rows asked again for more as long as one owner alone has all that it gave
     */
    public static <T, E extends Exception> List<T> whole(int limit, Function<? super T, String> owner, Rows<T, E> rows)
            throws E {
        int most = limit + 1;
        while (true) {
            List<T> first = rows.first(most);
            if (first.size() < most) {
                return first;
            }
            String last = owner.apply(first.get(first.size() - 1));
            int end = first.size();
            while (end > 0 && owner.apply(first.get(end - 1)).equals(last)) {
                end--;
            }
            if (end > 0) {
                return first.subList(0, end);
            }
            most = Math.multiplyExact(most, 2);
        }
    }
}
