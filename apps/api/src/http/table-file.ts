import type { TableFormat } from '@shebao/intake'
import type { FastifyReply } from 'fastify'
import { Refusal } from '../access/refusal.ts'

/** What a browser is told that a table is. */
export const tableTypes: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}
const statuses: Partial<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400 }

/** Answers with a refusal's status and why; another error goes on. */
export function sendRefusal(reply: FastifyReply, error: unknown): FastifyReply {
  if (!(error instanceof Refusal)) throw error
  return reply.code(statuses[String(error.extensions['code'])] ?? 404).send({ error: error.message })
}

interface TableFile {
  /** As it is saved, without its ending. */
  name: string
  format: TableFormat
  bytes: Uint8Array
}

/** A table that its reader saves as a file, and that nobody keeps on the way; or why there is none. */
export async function sendTable(reply: FastifyReply, make: () => Promise<TableFile>): Promise<FastifyReply> {
  try {
    const { name, format, bytes } = await make()
    return reply
      .type(tableTypes[format])
      .header('content-disposition', `attachment; filename="${name}.${format}"`)
      .header('cache-control', 'private, no-store')
      .send(Buffer.from(bytes))
  } catch (error) {
    return sendRefusal(reply, error)
  }
}
