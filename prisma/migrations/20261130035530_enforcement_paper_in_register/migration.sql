-- Papers of SIL 63 stand in the public register. A kind is added to whatever the list holds by now: several releases add to it.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'document_kind_known';
  ALTER TABLE document DROP CONSTRAINT document_kind_known;
  EXECUTE 'ALTER TABLE document ADD CONSTRAINT document_kind_known ' || replace(known, ']', ', ''ENFORCEMENT_PAPER''::text]');
END
$$;
ALTER TABLE enforcement_paper ADD CONSTRAINT enforcement_paper_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);
