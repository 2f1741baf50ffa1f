/** What other features use of `filing/confirmation`: who signed their own row, and how far the asking of a month has come. */
export { ConfirmedSignatures } from './confirmed-signatures.tsx'
export { MonthAsking } from './month-asking.tsx'
