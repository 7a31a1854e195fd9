// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs the job on the town that {@link Database#make} has taken in, as an integrator's own main class does. */
final class JobRunner implements AutoCloseable {

    private static final int CHUNK = 1_000;

    private final Months months;
    private final Path folder;
    private final HikariDataSource database;
    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();

    /** @param folder where the database is; for the files too */
    JobRunner(Months months, Path folder) {
        this.months = months;
        this.folder = folder;
        this.database = Database.open(folder.resolve("derby"));
        spring.registerBean("dataSource", DataSource.class, () -> database);
        spring.register(BatchConfiguration.class);
        spring.refresh();
    }

    DataSource database() {
        return database;
    }

    Path file(long run) {
        return folder.resolve("transfers-" + run + ".dat");
    }

    Job job(Shape shape, long run) {
        PaymentJobs jobs = new PaymentJobs(
                spring.getBean(JobRepository.class),
                spring.getBean(PlatformTransactionManager.class),
                database,
                months,
                PaymentJobs.calculation(months),
                CHUNK);
        return jobs.of(shape, run, file(run));
    }

    /** @throws IllegalStateException if the job fails */
    void run(Job job, long run) throws Exception {
        JobParameters parameters =
                new JobParametersBuilder().addLong("run", run).toJobParameters();
        JobExecution execution = spring.getBean(JobLauncher.class).run(job, parameters);
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw new IllegalStateException(
                    "The job ended " + execution.getStatus() + " " + execution.getAllFailureExceptions());
        }
    }

    @Override
    public void close() {
        spring.close();
        database.close();
    }
}
