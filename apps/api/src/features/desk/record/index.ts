/** What other rooms use of `desk/record`: a person's record as it is read, and the words it writes into the trail. */
export { InsuredRecordType, PensionOutlookType } from './insured-record.schema.ts'
export { readInsuredRecord, readPensionOutlooks } from './insured-record.ts'
export { noteReading } from './note-reading.ts'
export { IndividualType, RightsSummaryType } from './record.schema.ts'
export { readRightsSummary } from './rights-summary.ts'
export { recordAudit } from './record.audit.ts'
