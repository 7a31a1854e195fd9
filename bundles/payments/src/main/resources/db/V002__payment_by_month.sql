-- a run reads the latest payments of a stretch of ledgers: without this it would visit all they were ever paid
CREATE INDEX PAYMENT_BY_MONTH ON PAYMENT (BENEFIT_PERIOD, LEDGER_NUMBER);
