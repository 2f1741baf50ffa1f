import { importKinds } from '@shebao/intake'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { jsonText, queryOf } from '../../../http/query-of.ts'
import { tableTypes } from '../../../http/table-file.ts'
import type { Platform } from '../../../platform/platform.ts'
import { importLimits } from './import-limits.ts'
import { reportFormats, writeImportReport } from './import-report.ts'

import { uploadImport } from './upload-import.ts'

const Layout = z.record(z.string().min(1).max(200), z.string().max(40).nullable())
const uploadQuery = z.object({
  kind: z.enum(importKinds),
  name: z.string().default(''),
  layout: jsonText(Layout).optional(),
  asks: z.literal('yes').optional(),
})
const reportQuery = z.object({ id: z.string(), language: z.enum(['zh-CN', 'en']).default('zh-CN') })

/**
 * POST /register/imports?kind=EMPLOYERS&name=<file name>, the file's bytes as the body; answers with an `UploadOutcome`. `layout` is what
 * the heads are, as JSON (`{"<head>": "<column>" or null}`); `asks=yes` answers with the heads and keeps nothing.
 * GET /register/imports/report.csv and .xlsx, ?id=<import>: every row that something was found about, masked and safe to open.
 */
export function addImportRoutes(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.register(async (scope) => {
    // The bytes decide what the file is and are what is hashed: nothing parses them before the reader.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: importLimits.maxFileBytes + 1 },
      (_request, body, done) => done(null, body),
    )
    // Who asks is known before a byte of the body is read.
    scope.addHook('onRequest', async (request, reply) => {
      const { viewer } = await contextOf(request, reply)
      requireMay(viewer, 'register-import:upload')
    })
    scope.post('/register/imports', async (request, reply) => {
      const { viewer, origin } = await contextOf(request, reply)
      const { kind, name, layout, asks } = queryOf(request, uploadQuery)
      const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
      const fileName = name.slice(0, 200) || 'import'
      const outcome = await uploadImport(
        platform,
        viewer,
        { kind, bytes, fileName, layout, asks: asks === 'yes' },
        origin,
      )
      platform.logger.info({ requestId: request.id, kind, outcome: outcome.kind }, 'a table was brought in')
      return reply.header('cache-control', 'no-store').send(outcome)
    })
  })
  for (const format of reportFormats) {
    app.get(`/register/imports/report.${format}`, async (request, reply) => {
      const { viewer: asker, origin } = await contextOf(request, reply)
      const viewer = requireMay(asker, 'register-import:read')
      const { id, language } = queryOf(request, reportQuery)
      const report = await writeImportReport(platform, requireUuid(id, 'import'), { language, format })
      await platform.audit.record({
        actorKind: viewer.kind,
        actorId: viewer.accountId,
        role: actingRole(viewer, 'register-import:read'),
        origin,
        action: 'READ_IMPORT_REPORT',
        recordType: 'RegisterImport',
        recordId: id,
      })
      return reply
        .type(tableTypes[format])
        .header('content-disposition', `attachment; filename="import-report-${id.slice(0, 8)}.${format}"`)
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(report))
    })
  }
}
