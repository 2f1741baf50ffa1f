import pg from 'pg'
import { vi } from 'vitest'

/** How many statements the work sends to the database, Prisma's and plain ones alike: a list of fifty must need no more than one of five. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await work()
    return sent.mock.calls.length
  } finally {
    sent.mockRestore()
  }
}
