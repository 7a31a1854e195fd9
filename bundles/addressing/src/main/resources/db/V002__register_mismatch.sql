-- Whom the register's full file (IF-11) has named that is being taken in now. ITEMS is what differs although the version is
-- the same.
CREATE TABLE REGISTER_NAMED (
    ADDRESSEE_NUMBER VARCHAR(15) NOT NULL,
    ITEMS VARCHAR(500) NOT NULL,
    CONSTRAINT REGISTER_NAMED_KEY PRIMARY KEY (ADDRESSEE_NUMBER)
);

-- Who did not agree with the last full file (不一致リスト). KIND is 1 if it has not named the person, 2 if it says otherwise.
CREATE TABLE REGISTER_MISMATCH (
    ADDRESSEE_NUMBER VARCHAR(15) NOT NULL,
    KIND CHAR(1) NOT NULL,
    ITEMS VARCHAR(500) NOT NULL,
    CONSTRAINT REGISTER_MISMATCH_KEY PRIMARY KEY (ADDRESSEE_NUMBER)
);
