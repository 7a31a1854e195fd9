// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.util.List;
import java.util.Optional;
import org.teate.kernel.Yen;
import org.teate.payments.ClassTotal;
import org.teate.payments.PaymentRun;
import org.teate.payments.RunOutcome;
import org.teate.payments.RunState;

/**
 * A payment run as a page shows it.
 *
 * @param run the run
 * @param stages the steps to the bank, in their order
 * @param stage how many of them are done
 * @param totals what it pays by class
 * @param childMonths the months of children of all classes
 * @param amount the sum of all classes, before deductions
 */
public record RunView(
        PaymentRun run, List<String> stages, int stage, List<ClassTotal> totals, long childMonths, Yen amount) {

    private static final List<String> STAGES = List.of("計算", "決裁", "振込データ作成", "振込データ承認");

    static RunView of(PaymentRun run, List<ClassTotal> totals) {
        return new RunView(
                run,
                STAGES,
                stage(run.state()),
                totals,
                totals.stream().mapToLong(ClassTotal::childMonths).sum(),
                totals.stream().map(ClassTotal::amount).reduce(Yen.ZERO, Yen::plus));
    }

    /** The minutes that a calculation will still take, if that can be told. */
    public Optional<Long> minutesLeft() {
        long perSecond = run.progress().perSecond();
        return perSecond == 0
                ? Optional.empty()
                : Optional.of((run.progress().total() - run.progress().done()) / perSecond / 60 + 1);
    }

    /** What came of an attempt to move a run, as a sentence. */
    static String sentence(RunOutcome outcome) {
        if (outcome instanceof RunOutcome.Busy busy) {
            return "支払処理" + busy.other().number() + "が" + busy.other().state().label() + "です。終わってから始めてください。";
        } else if (outcome instanceof RunOutcome.NotPayable notPayable) {
            return notPayable.reason();
        } else if (outcome instanceof RunOutcome.NotNow notNow) {
            return "この支払処理は「" + notNow.run().state().label() + "」のため、この操作はできません。";
        } else if (outcome instanceof RunOutcome.OwnDraft) {
            return "自分が起案したものは決裁できません。別の職員が決裁します。";
        } else if (outcome instanceof RunOutcome.Unchanged) {
            return "作成し直しても同じ振込データになるため、承認を待つ振込データは変わっていません。";
        } else if (outcome instanceof RunOutcome.FileDiffers) {
            return "作成し直すと振込データの内容が変わります。承認を待つ振込データを決裁者が差し戻してから、作成してください。";
        } else if (outcome instanceof RunOutcome.Blocked) {
            return "送信前の検査で誤りが見つかったため、振込データを作成しませんでした。";
        }
        return "受け付けました。";
    }

    private static int stage(RunState state) {
        return switch (state) {
            case CALCULATING, INTERRUPTED, NOTHING_DUE, CANCELLED -> 0;
            case CALCULATED -> 1;
            case APPROVED -> 2;
            case FILE_MADE -> 3;
            case FILE_APPROVED -> STAGES.size();
        };
    }
}
