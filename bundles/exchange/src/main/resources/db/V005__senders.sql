-- Who has sent a file: each sender numbers the files of an interface for itself, so that the successor of a system, which
-- begins with 1, neither collides with its files nor waits for them.
ALTER TABLE IMPORT_FILE ADD COLUMN SENDER VARCHAR(50) DEFAULT '' NOT NULL;
UPDATE IMPORT_FILE SET SENDER = 'residents' WHERE SEQUENCE_NUMBER > 0 AND INTERFACE_ID LIKE 'IF-1%';
UPDATE IMPORT_FILE SET SENDER = 'welfare-current' WHERE SEQUENCE_NUMBER > 0 AND INTERFACE_ID LIKE 'M%';
DROP INDEX IMPORT_FILE_BY_SEQUENCE;
CREATE INDEX IMPORT_FILE_BY_SEQUENCE ON IMPORT_FILE (INTERFACE_ID, SENDER, SEQUENCE_NUMBER);
