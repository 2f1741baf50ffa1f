/**
 * What `fetchMore` asks for: the list goes on behind what is shown; all beside it is as the newer answer says, also
 * lists that are shown as a whole, which ask for no `pageInfo`. A page that does not begin where the list ends was asked for
 * twice, by two presses, and stands there already.
 */
export function joinPages<Answer>(
  before: Answer,
  { fetchMoreResult, variables }: { fetchMoreResult: unknown; variables?: object | undefined },
): Answer {
  return joined(before, fetchMoreResult, (variables as { after?: unknown } | undefined)?.after) as Answer
}

function joined(before: unknown, next: unknown, after: unknown): unknown {
  if (!isRecord(before) || !isRecord(next)) return next
  if ('pageInfo' in next && Array.isArray(before['edges']) && Array.isArray(next['edges'])) {
    if (typeof after === 'string' && endOf(before) !== after) return before
    return { ...next, edges: [...(before['edges'] as unknown[]), ...(next['edges'] as unknown[])] }
  }
  return Object.fromEntries(Object.entries(next).map(([field, value]) => [field, joined(before[field], value, after)]))
}

const endOf = ({ pageInfo }: Record<string, unknown>) => (isRecord(pageInfo) ? pageInfo['endCursor'] : undefined)

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
