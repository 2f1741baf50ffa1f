import { fen, isFen } from '@shebao/kernel'
import type { FastifyInstance } from 'fastify'
import type { ContextOf } from '../../../http/context-of.ts'
import { sendRefusal } from '../../../http/table-file.ts'
import type { Platform } from '../../../platform/platform.ts'
import { writeEmployersFile } from './employers-file.ts'
import { employerSorts } from './employers.repository.ts'
import type { EmployerSort } from './employers.repository.ts'
import { listEmployersForFile } from './list-employers.ts'

interface FileRequest {
  Querystring: {
    sort: EmployerSort
    overdue: boolean
    text?: string
    owedFrom: number
    daysFrom: number
    lang: 'zh-CN' | 'en'
  }
}

const querystring = {
  type: 'object',
  properties: {
    sort: { type: 'string', enum: employerSorts, default: 'NAME' },
    overdue: { type: 'boolean', default: false },
    text: { type: 'string', maxLength: 64 },
    owedFrom: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 0 },
    daysFrom: { type: 'integer', minimum: 0, maximum: 36_500, default: 0 },
    lang: { type: 'string', enum: ['zh-CN', 'en'], default: 'zh-CN' },
  },
}

/** GET /lists/employers.csv?sort=OWED&overdue=true&owedFrom=100&daysFrom=30&lang=en: the selection of the page, for staff. */
export function addEmployerFiles(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get<FileRequest>('/lists/employers.csv', { schema: { querystring } }, async (request, reply) => {
    const { viewer } = await contextOf(request, reply)
    const { sort, overdue, text, owedFrom, daysFrom, lang } = request.query
    try {
      const items = await listEmployersForFile(platform, viewer, {
        sort,
        overdueOnly: overdue,
        text,
        owedFrom: isFen(owedFrom) ? fen(owedFrom) : fen(0),
        overdueDaysFrom: daysFrom,
      })
      return await reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="employers-${platform.clock.today()}.csv"`)
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(writeEmployersFile(items, lang)))
    } catch (error) {
      return sendRefusal(reply, error)
    }
  })
}
