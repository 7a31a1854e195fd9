// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teate.ports.Feed;
import org.teate.ports.FeedRecord;
import org.teate.ports.Offer;
import org.teate.ports.OutOfService;
import org.teate.ports.RecordReader;
import org.teate.ports.UnreadableFile;

/** Another system that lays files of lines {@code code,amount} before us, and the feed that reads them. */
final class Sender implements Feed {

    static final String INTERFACE = "IF-10";

    /** Files laid before us, by name: data and manifest. */
    final Map<String, String[]> files = new LinkedHashMap<>();

    final Map<String, String> acknowledgements = new LinkedHashMap<>();
    boolean acknowledges = true;

    /** A file as it should be, with the totals of its lines; its parts can be spoilt before it is sent. */
    final class Parcel {

        long sequence;
        long previous;
        String data;
        String interfaceId = INTERFACE;
        String sender = "residents";
        String receiver = "teate";
        String sha256;
        long records;
        final Map<String, Long> totals = new LinkedHashMap<>();

        Parcel(long sequence, String... lines) {
            this.sequence = sequence;
            previous = sequence - 1;
            data = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
            sha256 = hash(data);
            records = lines.length;
            long sum = 0;
            for (String line : lines) {
                String[] items = line.split(",");
                totals.merge("count.code." + items[0], 1L, Long::sum);
                sum += items[1].matches("\\d+") ? Long.parseLong(items[1]) : 0;
            }
            totals.put("sum.amount", sum);
        }

        String name() {
            return String.format("IF10_172014_20261124_%06d_D", sequence);
        }

        String manifest() {
            StringBuilder counted = new StringBuilder();
            totals.forEach((name, value) ->
                    counted.append(counted.isEmpty() ? "" : ",").append(String.format("\"%s\":%d", name, value)));
            return String.format(
                    "{\"interfaceId\":\"%s\",\"schemaVersion\":\"1.0\",\"sender\":\"%s\","
                            + "\"receiver\":\"%s\",\"businessDate\":\"20261124\",\"sequenceNo\":%d,"
                            + "\"previousSequenceNo\":%d,\"mode\":\"D\",\"charset\":\"MS932\",\"recordCount\":%d,"
                            + "\"controlTotals\":{%s},\"sha256\":\"%s\",\"createdAt\":\"20261124210000\","
                            + "\"keyId\":\"\",\"signature\":\"\"}",
                    interfaceId, sender, receiver, sequence, previous, records, counted, sha256);
        }

        void send() {
            sendWith(manifest());
        }

        void sendWith(String manifest) {
            files.put(name(), new String[] {data, manifest});
        }
    }

    Parcel parcel(long sequence, String... lines) {
        return new Parcel(sequence, lines);
    }

    static String hash(String data) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(data.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Set<String> interfaces() {
        return Set.of(INTERFACE);
    }

    @Override
    public List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        files.forEach((name, file) -> offers.add(new Offer(INTERFACE, name, file[1])));
        return offers;
    }

    @Override
    public InputStream data(Offer offer) {
        return new ByteArrayInputStream(files.get(offer.name())[0].getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public RecordReader records(Offer offer) {
        String[] lines = files.get(offer.name())[0].lines().toArray(String[]::new);
        return new RecordReader() {
            private int next;

            @Override
            public Optional<FeedRecord> next() throws IOException {
                if (next == lines.length) {
                    return Optional.empty();
                }
                String line = lines[next++];
                if (line.contains("\"")) {
                    throw new UnreadableFile(next, "引用符の対応が崩れています。");
                }
                return Optional.of(new FeedRecord(next, Map.of("code", 0, "amount", 1), List.of(line.split(",", 2))));
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    @Override
    public void acknowledge(Offer offer, String json) {
        if (!acknowledges) {
            throw new OutOfService("The folder cannot be written");
        }
        acknowledgements.put(offer.name(), json);
        files.remove(offer.name());
    }
}
