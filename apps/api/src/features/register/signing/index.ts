/** What other features use of `register/signing`: signatures on what the office issues, and the keys to check them by. */
export { listPublishedKeys } from './signing-key.repository.ts'
export { ensureSigningKeys, paperSigner, replaceSigningKey, signPaper } from './signing-keys.ts'
export { signingAudit } from './signing.audit.ts'
export { addSigningKeys } from './signing.route.ts'
