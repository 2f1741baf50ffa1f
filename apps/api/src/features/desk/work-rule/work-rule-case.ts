import { stateNamed } from '@shebao/case'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { workRuleTable } from './work-rule.lifecycle.ts'
import { lockWorkRule } from './work-rule.repository.ts'
import type { WorkRuleRow } from './work-rule.repository.ts'
import { workRuleWork } from './work-rule-work.repository.ts'

type RuleState = (typeof workRuleTable.states)[number]
type RuleEvent = (typeof workRuleTable.steps)[number]['event']

export const workRuleCase: Lifecycle<WorkRuleRow, RuleState, RuleEvent, never, object, never> = {
  table: workRuleTable,
  what: 'rule of assignment',
  see: 'work-rule:read',
  lock: lockWorkRule,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(workRuleTable, status),
  // The agency's own.
  owner: () => ({}),
  takers: (_platform, { requestedBy }) => ({ PROPOSE: [requestedBy] }),
  work: workRuleWork,
  guards: {},
}

export const ruleTrace =
  (action: AuditAction) =>
  ({ id, number, lifecycle, people }: WorkRuleRow): Trace => ({
    action,
    recordType: 'WorkRule',
    recordId: id,
    change: { rule: number, lifecycle: lifecycle ?? '*', people: people.map(({ name }) => name).join(' ') },
  })
