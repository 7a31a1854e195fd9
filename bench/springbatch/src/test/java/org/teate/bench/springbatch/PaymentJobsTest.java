// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.item.ItemProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

public class PaymentJobsTest {

    private static final Months MONTHS = new Months(YearMonth.of(2026, 10), YearMonth.of(2026, 11));
    private static final ItemProcessor<Recipient, Payment> CALCULATION = PaymentJobs.calculation(MONTHS);
    private static final int RECIPIENTS = 500;
    private static final int CHUNK = 20;

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    private Town town;
    private HikariDataSource database;
    private Path file;

    @Before
    public void takeATownIn() throws Exception {
        Path folder = temporary.getRoot().toPath();
        town = new Town(folder.resolve("town.csv"));
        file = folder.resolve("transfers.dat");
        TownGenerator.write(town.file(), RECIPIENTS, 1, MONTHS.first());
        database = Database.open(folder.resolve("derby"));
        Database.fill(database, town);
        spring.registerBean("dataSource", DataSource.class, () -> database);
        spring.register(BatchConfiguration.class);
        spring.refresh();
    }

    @After
    public void closeTheDatabase() {
        spring.close();
        database.close();
    }

    @Test
    public void everyShapePaysEveryoneWhatIsDueAndWritesTheSameFile() throws Exception {
        assertEquals(BatchStatus.COMPLETED, run(Shape.ONE_STEP, 1, CALCULATION).getStatus());
        Verification.of(database, 1, file, town.due(MONTHS));
        byte[] written = Files.readAllBytes(file);

        assertEquals(BatchStatus.COMPLETED, run(Shape.TWO_STEPS, 2, CALCULATION).getStatus());
        Verification.of(database, 2, file, town.due(MONTHS));
        assertArrayEquals(written, Files.readAllBytes(file));
    }

    @Test
    public void aRunThatBreaksGoesOnWhereItStopped() throws Exception {
        long runNumber = 0;
        for (Shape shape : Shape.values()) {
            runNumber++;
            assertEquals(
                    BatchStatus.FAILED,
                    run(shape, runNumber, failingAt(RECIPIENTS / 2)).getStatus());
            int before = paid(runNumber);
            assertTrue(before > 0 && before < RECIPIENTS / 2);

            assertEquals(
                    BatchStatus.COMPLETED, run(shape, runNumber, CALCULATION).getStatus());
            Verification.of(database, runNumber, file, town.due(MONTHS));
        }
    }

    @Test(expected = IllegalStateException.class)
    public void aFileThatLacksATransferIsNoticed() throws Exception {
        run(Shape.ONE_STEP, 1, CALCULATION);
        List<String> records = Files.readAllLines(file, TransferRecords.CHARSET);
        records.remove(1);
        Files.write(file, records, TransferRecords.CHARSET);

        Verification.of(database, 1, file, town.due(MONTHS));
    }

    private JobExecution run(Shape shape, long run, ItemProcessor<Recipient, Payment> calculation) throws Exception {
        PaymentJobs jobs = new PaymentJobs(
                spring.getBean(JobRepository.class),
                spring.getBean(PlatformTransactionManager.class),
                database,
                MONTHS,
                calculation,
                CHUNK);
        return spring.getBean(JobLauncher.class)
                .run(
                        jobs.of(shape, run, file),
                        new JobParametersBuilder().addLong("run", run).toJobParameters());
    }

    private int paid(long run) {
        return new JdbcTemplate(database)
                .queryForObject("select count(*) from payment where run_id = ?", Integer.class, run);
    }

    private static ItemProcessor<Recipient, Payment> failingAt(int item) {
        AtomicInteger seen = new AtomicInteger();
        return recipient -> {
            if (seen.incrementAndGet() == item) {
                throw new IllegalStateException("The power fails");
            }
            return CALCULATION.process(recipient);
        };
    }
}
