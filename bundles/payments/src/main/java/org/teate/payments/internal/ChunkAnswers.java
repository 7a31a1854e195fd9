// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.teate.exchange.Taken;
import org.teate.ports.FeedRecord;

/**
 * The records of a chunk that could be read, and the answers to all of them. Not thread-safe.
 *
 * @param <T> what a record says
 */
final class ChunkAnswers<T> {

    private final Taken[] answers;
    private final List<T> read = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    /**
     * Reads every record.
     *
     * @param reader reads one record; what it gives for a refused one is thrown away
     * @param key what tells the records from each other
     */
    ChunkAnswers(List<FeedRecord> records, Function<Items, T> reader, Function<T, Object> key) {
        answers = new Taken[records.size()];
        Set<Object> keys = new HashSet<>();
        for (int i = 0; i < answers.length; i++) {
            Items fields = new Items(records.get(i));
            T value = reader.apply(fields);
            if (fields.refusal().isEmpty() && !keys.add(key.apply(value))) {
                fields.refuse("", "E503", "同じキーのレコードが二度あります。");
            }
            if (fields.refusal().isPresent()) {
                answers[i] = fields.refusal().get();
            } else {
                read.add(value);
                places.add(i);
            }
        }
    }

    /** What could be read, in the order of the file. */
    List<T> read() {
        return read;
    }

    boolean isEmpty() {
        return read.isEmpty();
    }

    /** All answers, {@code answer} giving those to what could be read. */
    List<Taken> answer(Function<T, Taken> answer) {
        for (int i = 0; i < read.size(); i++) {
            answers[places.get(i)] = answer.apply(read.get(i));
        }
        return Arrays.asList(answers);
    }

    /** The least and the greatest of a text that all of them have. */
    String[] range(Function<T, String> text) {
        String least = text.apply(read.get(0));
        String greatest = least;
        for (T value : read) {
            String here = text.apply(value);
            least = here.compareTo(least) < 0 ? here : least;
            greatest = here.compareTo(greatest) > 0 ? here : greatest;
        }
        return new String[] {least, greatest};
    }
}
