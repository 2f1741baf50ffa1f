import type { ParameterDraft } from '@shebao/premium'

export type SharedField = 'docNo' | 'publishedOn' | 'verified'

/** What most of the rows say, the first of them where several are as many. */
export function sharedOf<Field extends SharedField>(
  rows: readonly Pick<ParameterDraft, Field>[],
  field: Field,
): ParameterDraft[Field] | undefined {
  let best: { value: ParameterDraft[Field]; count: number } | undefined
  for (const [value, own] of Map.groupBy(rows, (row) => row[field]))
    if (best === undefined || own.length > best.count) best = { value, count: own.length }
  return best?.value
}
