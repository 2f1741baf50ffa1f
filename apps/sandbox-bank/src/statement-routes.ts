import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { buildCamt053 } from './camt053.ts'
import { bankStatement, treasuryList } from './day-files.ts'
import type { Journal } from './journal.ts'
import { requireSignature } from './office-signature.ts'
import { buildStatementCsv, buildTreasuryCsv } from './statement-csv.ts'
import type { BankAccount } from './statement.ts'

export interface StatementOptions {
  sharedKey: Uint8Array
  account: BankAccount
}

const File = z.object({ file: z.string().regex(/^\d{4}-\d{2}-\d{2}(\.csv)?$/) })

/**
 * The day's files, for the office only: `/statements/2026-11-25` is camt.053, `/statements/2026-11-25.csv` the same as CSV and
 * `/treasury/2026-11-25.csv` what reached the treasury. A day without money is a statement without entries.
 */
export function addStatementRoutes(
  app: FastifyInstance,
  journal: Journal,
  { sharedKey, account }: StatementOptions,
): void {
  const preHandler = requireSignature(sharedKey)
  const book = () => ({ arrivals: journal.arrivals(), flaws: journal.flaws() })
  app.get('/statements/:file', { preHandler }, async (request, reply) => {
    const asked = fileOf(request.params)
    if (!asked) return noSuchFile(reply)
    const statement = bankStatement(account, book(), asked.day)
    return asked.csv
      ? reply.type('text/csv; charset=utf-8').send(buildStatementCsv(statement))
      : reply.type('application/xml; charset=utf-8').send(buildCamt053(statement))
  })
  app.get('/treasury/:file', { preHandler }, async (request, reply) => {
    const asked = fileOf(request.params)
    if (!asked?.csv) return noSuchFile(reply)
    return reply.type('text/csv; charset=utf-8').send(buildTreasuryCsv(treasuryList(account, book(), asked.day)))
  })
}

function fileOf(params: unknown): { day: string; csv: boolean } | undefined {
  const parsed = File.safeParse(params)
  if (!parsed.success) return undefined
  const day = parsed.data.file.slice(0, 10)
  return z.iso.date().safeParse(day).success ? { day, csv: parsed.data.file.endsWith('.csv') } : undefined
}

const noSuchFile = (reply: FastifyReply) => reply.code(404).send({ error: 'NO_SUCH_FILE' })
