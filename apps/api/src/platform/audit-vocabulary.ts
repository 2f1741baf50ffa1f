/** Each feature adds the words that it writes into the trail (`<feature>.audit.ts`), so that no other can be written. */
export interface AuditVocabulary {}

type Written = AuditVocabulary[keyof AuditVocabulary]

export type AuditAction = Written['actions'][number]
export type AuditRecordType = Written['recordTypes'][number]
export type AuditKey = Written['keys'][number]
export type AuditChange = { readonly [Key in AuditKey]?: unknown }
