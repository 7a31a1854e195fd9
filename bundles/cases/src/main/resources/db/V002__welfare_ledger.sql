-- How each ledger stood beside the welfare system's when its nightly ledger was taken in last. SEEN is 1 for the
-- ledgers that the file being taken in has named so far; DIFFERENCES has a line for each item: name, ours, theirs, apart by tabs.
CREATE TABLE WELFARE_COMPARISON (
    LEDGER_NUMBER VARCHAR(10) NOT NULL,
    ADDRESSEE_NUMBER VARCHAR(15) NOT NULL,
    STANDING CHAR(1) NOT NULL,
    DIFFERENCES VARCHAR(1000) NOT NULL,
    SEEN CHAR(1) NOT NULL,
    RECORDED_AT TIMESTAMP NOT NULL,
    CONSTRAINT WELFARE_COMPARISON_KEY PRIMARY KEY (LEDGER_NUMBER)
);
