import { LANGUAGES } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import type { FastifyInstance } from 'fastify'
import type { ContextOf } from '../../../http/context-of.ts'
import { sendTable } from '../../../http/table-file.ts'
import type { Platform } from '../../../platform/platform.ts'
import { exceptionKinds, exceptionStates } from './exception-codes.ts'
import type { ExceptionKind, ExceptionState } from './exception-codes.ts'
import { writeExceptionsFile } from './exceptions-file.ts'
import { readExceptionsForFile } from './read-exceptions.ts'

interface FileRequest {
  Querystring: { number?: string; kind?: ExceptionKind; state?: ExceptionState; lang: Language }
}

const querystring = {
  type: 'object',
  properties: {
    number: { type: 'string', maxLength: 40 },
    kind: { type: 'string', enum: exceptionKinds },
    state: { type: 'string', enum: exceptionStates },
    lang: { type: 'string', enum: LANGUAGES, default: 'zh-CN' },
  },
}

/** GET /lists/exceptions.csv?kind=LATE_FEE&state=STANDING&lang=en: the selection of the page, for staff. */
export function addExceptionFiles(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get<FileRequest>('/lists/exceptions.csv', { schema: { querystring } }, async (request, reply) => {
    const { viewer, origin } = await contextOf(request, reply)
    const { lang, ...query } = request.query
    const today = platform.clock.today()
    return sendTable(reply, async () => {
      const rows = await readExceptionsForFile(platform, viewer, origin, query)
      const bytes = writeExceptionsFile(rows, { language: lang, name: viewer?.displayName ?? '', at: today })
      return { name: `exceptions-${today}`, format: 'csv', bytes }
    })
  })
}
