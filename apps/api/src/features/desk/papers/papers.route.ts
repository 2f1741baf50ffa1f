import { civilDateAt } from '@shebao/kernel'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../../../access/refusal.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import type { Platform } from '../../../platform/platform.ts'
import { requirePrintRun } from './ask-print-run.ts'
import { openFile } from './print-files.ts'
import { traceOf } from './print-run-case.ts'

/** GET /documents/papers/<run>.pdf: the one file of a finished run, for the employer that asked for it. */
export function addPaperFiles(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get<{ Params: { id: string } }>('/documents/papers/:id.pdf', async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    if (viewer?.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
    const { id } = request.params
    try {
      const run = isUuid(id) ? await requirePrintRun(platform, viewer, id) : undefined
      if (!run?.fileId) return await reply.code(404).send({ error: 'Not found.' })
      const file = await openFile(platform, run.fileId)
      await platform.audit.record({
        actorKind: viewer.kind,
        actorId: viewer.accountId,
        origin,
        ...traceOf('PAPERS_DOWNLOADED', run),
      })
      return await reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="papers-${civilDateAt(run.createdAt)}.pdf"`)
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(file))
    } catch (error) {
      if (error instanceof Refusal) return reply.code(404).send({ error: 'Not found.' })
      throw error
    }
  })
}
