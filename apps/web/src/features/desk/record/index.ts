/** What other features use of `desk/record`: a record as it is shown. */
export { RecordView } from './record-view.tsx'
