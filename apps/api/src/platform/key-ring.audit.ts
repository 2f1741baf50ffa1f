/** What the key ring writes into the audit trail. */
export const keyRingAudit = {
  actions: ['SEALING_KEY_MADE', 'SEALING_KEY_RETIRED', 'SECRET_KEY_REPLACED'],
  recordTypes: ['SealingKey'],
  keys: [],
} as const

declare module './audit-vocabulary.ts' {
  interface AuditVocabulary {
    keyRing: typeof keyRingAudit
  }
}
