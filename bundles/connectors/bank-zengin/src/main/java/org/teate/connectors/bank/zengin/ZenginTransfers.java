// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.teate.kernel.BusinessDays;
import org.teate.kernel.Holidays;
import org.teate.ports.Connector;
import org.teate.ports.Plug;
import org.teate.ports.bank.BankTransfers;
import org.teate.ports.bank.Encoded;
import org.teate.ports.bank.Finding;
import org.teate.ports.bank.TransferOrder;

/**
 * Checks and encodes transfer files in the form that all Japanese banks take（全銀協規定形式 総合振込、120バイト固定長）.
 *
 * <p>Only the warning about the window in which the bank takes a file (V504) depends on the day of the check.
 */
@Component(
        service = Connector.class,
        configurationPid = ZenginTransfers.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Plug(BankTransfers.class)
@Designate(ocd = ZenginTransfers.Config.class)
public final class ZenginTransfers implements BankTransfers {

    static final String PID = "org.teate.connectors.bank.zengin";

    /** What the city and its bank have agreed on. */
    @ObjectClassDefinition(name = "Bank by Zengin transfer files (総合振込ファイル・全銀協規定形式)")
    public @interface Config {

        @AttributeDefinition(name = "Business type (種別コード)", description = "Two digits; 21 is 総合振込")
        String businessType() default "21";

        @AttributeDefinition(name = "Client code (委託者コード)", description = "Ten digits, given by the bank")
        String clientCode();

        @AttributeDefinition(name = "Client name (委託者名)", description = "Half-width kana, at most 40")
        String clientKana();

        @AttributeDefinition(name = "Bank code (仕向銀行番号)", description = "Four digits")
        String bankCode();

        @AttributeDefinition(name = "Bank name (仕向銀行名)", description = "Half-width kana, at most 15")
        String bankKana();

        @AttributeDefinition(name = "Branch code (仕向支店番号)", description = "Three digits")
        String branchCode();

        @AttributeDefinition(name = "Branch name (仕向支店名)", description = "Half-width kana, at most 15")
        String branchKana();

        @AttributeDefinition(name = "Account type (預金種目)", description = "1 ordinary, 2 current, 9 other")
        String accountType() default "1";

        @AttributeDefinition(name = "Account number (口座番号)", description = "Seven digits")
        String accountNumber();

        @AttributeDefinition(name = "Clearing house (手形交換所番号)", description = "What stands in the unused field")
        ClearingHouse clearingHouse() default ClearingHouse.ZEROS;

        @AttributeDefinition(name = "Designation (振込指定区分)", description = "7 by wire, 8 by document, 0, or nothing")
        String designation() default "7";

        @AttributeDefinition(name = "Framing (レコード区切り)", description = "What follows each record")
        Framing framing() default Framing.NONE;

        @AttributeDefinition(name = "End-of-file mark (EOF)", description = "Whether the file ends with 0x1A")
        boolean endOfFileMark() default false;

        @AttributeDefinition(name = "Allow ｦ (ヲの使用)", description = "Whether the bank takes ｦ in names")
        boolean allowWo() default false;

        @AttributeDefinition(name = "Most transfers (1ファイルの最大件数)", description = "At most 999999")
        int maxTransfers() default Widths.COUNT;

        @AttributeDefinition(name = "Days ahead (受付開始営業日)", description = "Business days before the payday")
        int daysAhead() default 15;

        @AttributeDefinition(name = "Folder (出力先フォルダー)", description = "Where approved files are put for the bank")
        String folder();

        @AttributeDefinition(name = "Ranking", description = "The connector with the highest ranking takes the calls")
        int service_ranking() default 0;
    }

    private final BankContract contract;
    private final BusinessDays banks = BusinessDays.ofBanks(Holidays.national());
    private final Clock clock;

    /** @throws IllegalArgumentException if a setting does not fit its field in the file */
    @Activate
    public ZenginTransfers(Config config, @Reference Clock clock) {
        this.contract = BankContract.of(config);
        this.clock = clock;
    }

    @Override
    public Encoded encode(TransferOrder order) {
        List<Finding> findings = OrderCheck.of(contract, banks, LocalDate.now(clock), order);
        boolean blocked = findings.stream().anyMatch(Finding::blocking);
        return new Encoded(findings, blocked ? Optional.empty() : Optional.of(TransferFile.of(contract, order)));
    }
}
