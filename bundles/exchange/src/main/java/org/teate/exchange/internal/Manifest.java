// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.teate.exchange.ImportError;
import org.teate.ports.Offer;

/**
 * What the sender says of a data file (マニフェスト).
 *
 * @param sender the name of who has sent it
 * @param sequence the file's number within its interface, as its sender counts
 * @param previous the number before it, 0 for the first file
 * @param records how many records the file holds
 * @param totals control totals by name, such as {@code sum.amount}
 * @param sha256 of the data file, lower-case hexadecimal
 */
record Manifest(
        String interfaceId,
        String schemaVersion,
        String sender,
        String receiver,
        String businessDate,
        long sequence,
        long previous,
        String mode,
        long records,
        Map<String, Long> totals,
        String sha256) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> TEXTS = Set.of(
            "interfaceId",
            "schemaVersion",
            "sender",
            "receiver",
            "businessDate",
            "mode",
            "charset",
            "sha256",
            "createdAt",
            "keyId",
            "signature");
    private static final Set<String> NUMBERS = Set.of("sequenceNo", "previousSequenceNo", "recordCount");
    private static final String TOTALS = "controlTotals";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    /** What the register has room for. */
    private static final Pattern SENDER = Pattern.compile("[A-Za-z0-9._-]{1,50}");

    private static final int LONGEST_TOTALS = 32_000;
    private static final int LONGEST_NUMBER = 20;

    /** A manifest, or why it is none. */
    sealed interface Reading permits Read, Unreadable {}

    record Read(Manifest manifest) implements Reading {}

    record Unreadable(List<ImportError> errors) implements Reading {}

    static Reading read(String text) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return new Unreadable(List.of(error("", "E101", "マニフェストがJSONとして読めません。")));
        }
        List<ImportError> errors =
                json.isObject() ? faultsOf(json) : List.of(error("", "E101", "マニフェストがJSONのオブジェクトではありません。"));
        return errors.isEmpty() ? new Read(of(json)) : new Unreadable(errors);
    }

    private static Manifest of(JsonNode json) {
        Map<String, Long> totals = new TreeMap<>();
        json.get(TOTALS)
                .properties()
                .forEach(total -> totals.put(total.getKey(), total.getValue().longValue()));
        return new Manifest(
                json.get("interfaceId").textValue(),
                json.get("schemaVersion").textValue(),
                json.get("sender").textValue(),
                json.get("receiver").textValue(),
                json.get("businessDate").textValue(),
                json.get("sequenceNo").longValue(),
                json.get("previousSequenceNo").longValue(),
                json.get("mode").textValue(),
                json.get("recordCount").longValue(),
                totals,
                json.get("sha256").textValue());
    }

    private static List<ImportError> faultsOf(JsonNode json) {
        List<ImportError> errors = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            String field = property.getKey();
            if (!TEXTS.contains(field) && !NUMBERS.contains(field) && !field.equals(TOTALS)) {
                errors.add(error(field, "E102", "マニフェストに定めのない項目があります。"));
            }
        }
        TEXTS.stream()
                .sorted()
                .filter(field -> !json.path(field).isTextual())
                .forEach(field -> errors.add(error(field, "E102", "マニフェストの項目がないか、文字列ではありません。")));
        NUMBERS.stream()
                .sorted()
                .filter(field -> !isCount(json.path(field)))
                .forEach(field -> errors.add(error(field, "E102", "マニフェストの項目がないか、0以上の整数ではありません。")));
        if (!json.path(TOTALS).isObject() || !allIntegers(json.path(TOTALS))) {
            errors.add(error(TOTALS, "E102", "コントロールトータルがないか、整数ではない値があります。"));
        }
        if (errors.isEmpty()) {
            checkValues(json, errors);
        }
        return errors;
    }

    private static void checkValues(JsonNode json, List<ImportError> errors) {
        if (!SHA256.matcher(json.get("sha256").textValue()).matches()) {
            errors.add(error("sha256", "E102", "ハッシュ値が16進64桁(小文字)ではありません。"));
        }
        if (!SENDER.matcher(json.get("sender").textValue()).matches()) {
            errors.add(error("sender", "E102", "送信元の名前が英数字と「.」「_」「-」の50文字以内ではありません。"));
        }
        // the totals as they are counted here are kept under the same names
        JsonNode totals = json.get(TOTALS);
        if (totals.toString().length() + totals.size() * LONGEST_NUMBER > LONGEST_TOTALS) {
            errors.add(error(TOTALS, "E102", "コントロールトータルが多すぎます。"));
        }
    }

    private static boolean isCount(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0;
    }

    private static boolean allIntegers(JsonNode totals) {
        for (JsonNode total : totals) {
            if (!total.isIntegralNumber() || !total.canConvertToLong()) {
                return false;
            }
        }
        return true;
    }

    /**
     * What is wrong with the manifest itself, the data file aside.
     *
     * @param offer the file that it came with
     * @param ourName the receiver's name that is ours
     * @param municipality our municipality code, six digits
     */
    List<ImportError> faults(Offer offer, String ourName, String municipality) {
        List<ImportError> errors = new ArrayList<>();
        if (!interfaceId.equals(offer.interfaceId())) {
            errors.add(error("interfaceId", "E103", "ファイル名のインターフェースと一致しません。"));
        }
        if (!schemaVersion.equals("1.0")) {
            errors.add(error("schemaVersion", "E104", "このレイアウトの版は受け付けていません。"));
        }
        String[] name = offer.name().split("_");
        if (!receiver.equals(ourName) || name.length < 2 || !name[1].equals(municipality)) {
            errors.add(error("receiver", "E105", "本市・本システムあてのファイルではありません。"));
        }
        String expected = String.format(
                "%s_%s_%s_%06d_%s", interfaceId.replace("-", ""), municipality, businessDate, sequence, mode);
        if (errors.isEmpty() && !offer.name().equals(expected)) {
            errors.add(error("", "E107", "マニフェストの業務日付・通番・区分がファイル名と一致しません。"));
        }
        if (sequence == 0 || previous != sequence - 1) {
            errors.add(error("previousSequenceNo", "E107", "前の通番が通番の1つ前ではありません。"));
        }
        return errors;
    }

    private static ImportError error(String item, String code, String message) {
        return new ImportError(0, item, code, message);
    }
}
