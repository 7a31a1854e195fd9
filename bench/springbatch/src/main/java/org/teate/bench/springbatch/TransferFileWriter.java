// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.nio.file.Path;
import org.springframework.batch.item.Chunk;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.item.file.FlatFileItemWriter;
import org.springframework.core.io.FileSystemResource;

/** Writes the transfer file; count and total for its trailer survive a restart in the execution context. */
final class TransferFileWriter extends FlatFileItemWriter<Payment> {

    private static final String COUNT = "transfer.count";
    private static final String TOTAL = "transfer.total";
    private static final String NEW_LINE = "\r\n";

    private long count;
    private long total;

    TransferFileWriter(Path file, Months months) {
        setName("transfer-file");
        setResource(new FileSystemResource(file));
        setEncoding(TransferRecords.CHARSET.name());
        setLineSeparator(NEW_LINE);
        setLineAggregator(TransferRecords::transfer);
        setHeaderCallback(writer -> writer.write(TransferRecords.header(months)));
        setFooterCallback(writer ->
                writer.write(TransferRecords.trailer(count, total) + NEW_LINE + TransferRecords.end() + NEW_LINE));
        setShouldDeleteIfExists(true);
        setTransactional(true);
    }

    @Override
    public void open(ExecutionContext context) {
        count = context.getLong(COUNT, 0);
        total = context.getLong(TOTAL, 0);
        super.open(context);
    }

    @Override
    public void write(Chunk<? extends Payment> payments) throws Exception {
        super.write(payments);
        for (Payment payment : payments) {
            count++;
            total += payment.amount();
        }
    }

    @Override
    public void update(ExecutionContext context) {
        super.update(context);
        context.putLong(COUNT, count);
        context.putLong(TOTAL, total);
    }
}
