const nameOf = (declarationId: string) => `shebao.monthly-key.${declarationId}`

/**
 * The key of one submission: the same for what was looked at, so that pressing twice, sending again after a lost answer, or a reload
 * files it once; another as soon as the content is another.
 */
export function keyOfSubmission(declarationId: string, revision: number, storage: Storage = sessionStorage): string {
  const mark = `${revision} `
  try {
    const kept = storage.getItem(nameOf(declarationId))
    if (kept?.startsWith(mark)) return kept.slice(mark.length)
    const key = crypto.randomUUID()
    storage.setItem(nameOf(declarationId), mark + key)
    return key
  } catch {
    // Storage can be full or switched off; then pressing twice is caught by the declaration's own state.
    return crypto.randomUUID()
  }
}

export function forgetKey(declarationId: string, storage: Storage = sessionStorage): void {
  try {
    storage.removeItem(nameOf(declarationId))
  } catch {
    // It was never kept.
  }
}
