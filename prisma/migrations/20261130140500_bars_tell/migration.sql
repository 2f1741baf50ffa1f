-- What bars everybody who acts for a unit is heard of by whoever remembers their sessions (ADR 31): besides a lock also an approval for
-- online filing that is given or withdrawn, which a remembered session kept until it was asked anew.
ALTER FUNCTION tell_of_employer_lock() RENAME TO tell_of_employer_bar;
CREATE TRIGGER online_filing_tells AFTER UPDATE OF status ON online_filing FOR EACH ROW EXECUTE FUNCTION tell_of_employer_bar();
