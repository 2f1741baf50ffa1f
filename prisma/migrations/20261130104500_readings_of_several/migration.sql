-- What one answer showed of several people stands in one entry, which names them; each of them asks who looked.
CREATE INDEX "audit_event_records_idx" ON "audit_event" USING gin (("change" -> 'records')) WHERE "change" ? 'records';
