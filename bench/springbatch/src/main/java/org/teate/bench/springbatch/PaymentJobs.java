// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.ItemProcessor;
import org.springframework.batch.item.ItemWriter;
import org.springframework.batch.item.database.JdbcBatchItemWriter;
import org.springframework.batch.item.support.CompositeItemWriter;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The payment run as batch jobs: reads every recipient, computes both months, stores a row for each who is due anything,
 * and writes the transfer file.
 *
 * @param calculation gives null for a recipient who is due nothing, who is then left out
 */
record PaymentJobs(
        JobRepository repository,
        PlatformTransactionManager transactions,
        DataSource database,
        Months months,
        ItemProcessor<Recipient, Payment> calculation,
        int chunk) {

    static ItemProcessor<Recipient, Payment> calculation(Months months) {
        return recipient -> {
            Payment payment = recipient.due(months);
            return payment.amount() == 0 ? null : payment;
        };
    }

    Job of(Shape shape, long run, Path file) {
        TransferFileWriter transfers = new TransferFileWriter(file, months);
        JobBuilder job = new JobBuilder("payment-run", repository);
        return switch (shape) {
            case ONE_STEP -> job.start(calculate(insert(run, "EXPORTED"), transfers))
                    .build();
            case TWO_STEPS -> job.start(calculate(insert(run, "READY")))
                    .next(export(run, transfers))
                    .build();
        };
    }

    private Step calculate(ItemWriter<Payment> rows) {
        return new StepBuilder("calculate", repository)
                .<Recipient, Payment>chunk(chunk, transactions)
                .reader(new RecipientReader(database))
                .processor(calculation)
                .writer(rows)
                .build();
    }

    private Step calculate(ItemWriter<Payment> rows, TransferFileWriter transfers) {
        return new StepBuilder("calculate", repository)
                        .<Recipient, Payment>chunk(chunk, transactions)
                        .reader(new RecipientReader(database))
                        .processor(calculation)
                        .writer(new CompositeItemWriter<>(rows, transfers))
                        .stream(transfers)
                        .build();
    }

    private Step export(long run, TransferFileWriter transfers) {
        return new StepBuilder("export", repository)
                        .<Payment, Payment>chunk(chunk, transactions)
                        .reader(new PaymentReader(database, run, chunk))
                        .writer(new CompositeItemWriter<>(markExported(run), transfers))
                        .stream(transfers)
                        .build();
    }

    private ItemWriter<Payment> insert(long run, String status) {
        JdbcBatchItemWriter<Payment> writer = new JdbcBatchItemWriter<>();
        writer.setDataSource(database);
        writer.setSql("insert into payment (run_id, recipient_id, amount, first_month, second_month, status)"
                + " values (?, ?, ?, ?, ?, ?)");
        writer.setItemPreparedStatementSetter((payment, row) -> {
            row.setLong(1, run);
            row.setInt(2, payment.recipientId());
            row.setLong(3, payment.amount());
            row.setInt(4, payment.first());
            row.setInt(5, payment.second());
            row.setString(6, status);
        });
        writer.afterPropertiesSet();
        return writer;
    }

    private ItemWriter<Payment> markExported(long run) {
        JdbcBatchItemWriter<Payment> writer = new JdbcBatchItemWriter<>();
        writer.setDataSource(database);
        writer.setSql("update payment set status = 'EXPORTED' where run_id = ? and recipient_id = ?");
        writer.setItemPreparedStatementSetter((payment, row) -> {
            row.setLong(1, run);
            row.setInt(2, payment.recipientId());
        });
        writer.afterPropertiesSet();
        return writer;
    }
}
