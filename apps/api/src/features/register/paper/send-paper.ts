import type { FastifyReply } from 'fastify'
import { Refusal } from '../../../access/refusal.ts'
import { PrintingBusy } from './pdf-renderer.ts'
import type { PrintedPaper } from './print-statement.ts'

/**
 * Answers with a paper; 422 with `{reason}` when it cannot be printed as asked, 404 for one that the asker may not see, 503 while
 * too many wait for theirs.
 */
export async function sendPaper(
  reply: FastifyReply,
  print: () => Promise<PrintedPaper | { problem: string }>,
): Promise<FastifyReply> {
  try {
    const printed = await print()
    if ('problem' in printed)
      return await reply.code(422).send({ error: 'This cannot be printed as asked.', reason: printed.problem })
    const { pdf, number } = printed
    return await reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${number}.pdf"`)
      .header('cache-control', 'private, no-store')
      .send(Buffer.from(pdf.buffer))
  } catch (error) {
    if (error instanceof PrintingBusy)
      return reply.code(503).header('retry-after', '10').send({ error: 'Printing is busy. Try again in a moment.' })
    if (error instanceof Refusal) return reply.code(404).send({ error: 'Not found.' })
    throw error
  }
}
