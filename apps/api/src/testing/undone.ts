import type { Database } from '../platform/database.ts'

class Undo extends Error {}

/** What is true within a transaction that is undone: nothing of the tampering stays. */
export async function undone<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  let result: { value: Result } | undefined
  await database
    .transaction(async () => {
      result = { value: await work() }
      throw new Undo()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
  if (!result) throw new Error('nothing came of it')
  return result.value
}
