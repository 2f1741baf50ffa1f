/**
 * What `fetchMore` asks for: the list goes on behind what is shown; all beside it is as the newer answer says, also
 * lists that are shown as a whole, which ask for no `pageInfo`.
 */
export function joinPages<Answer>(before: Answer, { fetchMoreResult }: { fetchMoreResult: Answer }): Answer {
  return joined(before, fetchMoreResult) as Answer
}

function joined(before: unknown, next: unknown): unknown {
  if (!isRecord(before) || !isRecord(next)) return next
  if ('pageInfo' in next && Array.isArray(before['edges']) && Array.isArray(next['edges'])) {
    return { ...next, edges: [...(before['edges'] as unknown[]), ...(next['edges'] as unknown[])] }
  }
  return Object.fromEntries(Object.entries(next).map(([field, value]) => [field, joined(before[field], value)]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
