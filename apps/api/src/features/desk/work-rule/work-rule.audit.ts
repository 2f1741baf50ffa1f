/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const workRuleAudit = {
  actions: [
    'WORK_RULE_PROPOSED',
    'WORK_RULE_PUBLISHED',
    'WORK_RULE_REFUSED',
    'WORK_RULE_WITHDRAWN',
    'WORK_RULE_ENDED',
    'ABSENCE_NOTED',
    'ABSENCE_ENDED',
  ],
  recordTypes: ['WorkRule', 'StaffAbsence'],
  keys: ['rule', 'lifecycle', 'people', 'absent', 'standIn', 'fromDay', 'toDay'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    workRule: typeof workRuleAudit
  }
}
