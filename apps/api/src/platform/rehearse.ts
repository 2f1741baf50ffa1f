import type { Platform } from './platform.ts'

class Undone extends Error {}

/**
 * What something would come to, found out by doing it and undoing it: nothing of it stays, and nothing that was to happen after the
 * commit happens. For answers that must be those of the act itself. Not inside an open transaction, which would end with it.
 */
export async function rehearse<Result>({ database }: Platform, act: () => Promise<Result>): Promise<Result> {
  const results: Result[] = []
  try {
    await database.transaction(async () => {
      results.push(await act())
      throw new Undone('It was a rehearsal.')
    })
  } catch (failure) {
    if (!(failure instanceof Undone)) throw failure
  }
  const [result] = results
  if (result === undefined) throw new Error('A rehearsal without a result.')
  return result
}
