-- Files of the audit trail are numbered: what left the office can be followed back to whoever took it.
CREATE SEQUENCE audit_export_number;
