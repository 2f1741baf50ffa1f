import type { ObjectRef } from '@pothos/core'
import { StaleDecision } from '../case/case-mark.ts'
import { builder } from './builder.ts'
import { StaleDecisionType } from './decision.ts'
import type { SchemaTypes } from './schema-types.ts'

class Refused {
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

interface Reasons<Reason> {
  readonly values: readonly Reason[]
  readonly description: string
}

/**
 * What the steps of a case answer with: the case as it stands then, the one reason against the step, or what happened meanwhile.
 * `shaped` makes it of what the use case hands back.
 */
export function stepResult<Case extends object, Reason extends string>(
  name: string,
  type: ObjectRef<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, Case>,
  reasons: Reasons<Reason>,
) {
  const { values, description }: Reasons<string> = reasons
  const ReasonEnum = builder.enumType(`${name}Refusal`, { description, values })
  const RefusedType = builder.objectRef<Refused>(`${name}Refused`).implement({
    fields: (t) => ({ reason: t.field({ type: ReasonEnum, resolve: ({ reason }) => reason }) }),
  })
  const ResultType = builder.unionType(`${name}Result`, {
    types: [type, RefusedType, StaleDecisionType],
    resolveType: (outcome) =>
      outcome instanceof StaleDecision ? StaleDecisionType : outcome instanceof Refused ? RefusedType : type,
  })
  const shaped = (outcome: Case | Reason | StaleDecision) =>
    typeof outcome === 'string' ? new Refused(outcome) : outcome
  return { ResultType, shaped }
}
