/**
 * Changes the server has not confirmed yet, kept for this tab, so that a reload, a crash or an expired session loses
 * nothing. They go when they are saved and when the tab closes.
 */
export interface PendingChanges {
  revision: number
  changes: Record<string, unknown>
}

const keyOf = (declarationId: string) => `shebao.unit-form.${declarationId}`

export function readPending(declarationId: string, storage: Storage = sessionStorage): PendingChanges | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(declarationId)) ?? 'null')
    return isPending(kept) ? kept : null
  } catch {
    return null
  }
}

export function writePending(
  declarationId: string,
  pending: PendingChanges | null,
  storage: Storage = sessionStorage,
): void {
  try {
    if (pending && Object.keys(pending.changes).length > 0)
      storage.setItem(keyOf(declarationId), JSON.stringify(pending))
    else storage.removeItem(keyOf(declarationId))
  } catch {
    // Storage can be full or switched off; the form itself still holds the answers.
  }
}

function isPending(value: unknown): value is PendingChanges {
  return (
    typeof value === 'object' &&
    value !== null &&
    'revision' in value &&
    typeof value.revision === 'number' &&
    'changes' in value &&
    typeof value.changes === 'object' &&
    value.changes !== null
  )
}
