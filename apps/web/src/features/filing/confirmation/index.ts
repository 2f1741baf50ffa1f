/** What other features use of `filing/confirmation`: who signed their own row. */
export { ConfirmedSignatures } from './confirmed-signatures.tsx'
