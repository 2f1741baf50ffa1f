import type { Platform } from './platform.ts'
import { asOffice } from './tenancy.ts'

class Undone extends Error {}

/** It was asked for in the middle of something that is to stay: undoing the rehearsal would need to undo that too. */
export class RehearsalWithin extends Error {
  override readonly name = 'RehearsalWithin'
}

/**
 * What something would come to, found out by doing it and undoing it: nothing of it stays, and nothing that was to happen after the
 * commit happens. For answers that must be those of the act itself. Throws `RehearsalWithin` inside an open transaction.
 */
export async function rehearse<Result>({ database }: Platform, act: () => Promise<Result>): Promise<Result> {
  if (database.inTransaction) throw new RehearsalWithin()
  const results: Result[] = []
  try {
    await asOffice('REHEARSAL', () =>
      database.transaction(async () => {
        results.push(await act())
        throw new Undone('It was a rehearsal.')
      }),
    )
  } catch (failure) {
    if (!(failure instanceof Undone)) throw failure
  }
  const [result] = results
  if (result === undefined) throw new Error('A rehearsal without a result.')
  return result
}
