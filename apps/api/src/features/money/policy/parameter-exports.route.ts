import { parameterFileSchema, writeParameterFile } from '@shebao/premium'
import { LANGUAGES } from '@shebao/kernel'
import { tableFormats, writeParameterTable, writeParameterTemplate } from '@shebao/intake'
import type { TableFormat } from '@shebao/intake'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { stringify } from 'yaml'
import { z } from 'zod'
import { requireMay } from '../../../access/permissions.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { queryOf } from '../../../http/query-of.ts'
import { tableTypes } from '../../../http/table-file.ts'
import { requireRegion } from './edit-proposal.ts'
import { listRegionRows } from './published.repository.ts'

/** Where the format's JSON Schema stands for good: the files of other offices name it. */
export const parameterSchemaPath = '/schemas/shebao-parameters-1.json'

const exportQuery = z.object({ region: z.string().default(''), language: z.enum(LANGUAGES).default('zh-CN') })
const templateQuery = exportQuery.pick({ language: true })

/**
 * GET /policy/parameters.yaml and .json, ?region=110000, for staff: every published row of a region as a parameter file;
 * .xlsx and .csv, &language=en, the same as a table. GET /policy/parameter-template.xlsx and .csv: its heads, with examples.
 * GET /schemas/shebao-parameters-1.json, for anyone.
 */
export function addParameterExports(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  app.get(parameterSchemaPath, async (_request, reply) =>
    reply
      .type('application/schema+json')
      .header('cache-control', 'public, max-age=86400')
      .header('access-control-allow-origin', '*')
      .send(JSON.stringify(parameterFileSchema(), null, 2)),
  )
  for (const format of ['yaml', 'json'] as const) {
    app.get(`/policy/parameters.${format}`, async (request, reply) => {
      const { viewer } = await contextOf(request, reply)
      requireMay(viewer, 'parameter:read')
      const region = requireRegion(queryOf(request, exportQuery).region)
      const file = writeParameterFile((await listRegionRows(platform, region)).map(({ row }) => row))
      return reply
        .type(format === 'json' ? 'application/json' : 'application/yaml')
        .header('content-disposition', `attachment; filename="shebao-parameters-${region}.${format}"`)
        .header('cache-control', 'private, no-store')
        .send(format === 'json' ? JSON.stringify(file, null, 2) : stringify(file, { version: '1.2' }))
    })
  }
  for (const format of tableFormats) addTables(app, platform, contextOf, format)
}

function addTables(app: FastifyInstance, platform: Platform, contextOf: ContextOf, format: TableFormat): void {
  const table = (reply: FastifyReply, name: string, bytes: Uint8Array) =>
    reply
      .type(tableTypes[format])
      .header('content-disposition', `attachment; filename="${name}.${format}"`)
      .header('cache-control', 'private, no-store')
      .send(Buffer.from(bytes))
  app.get(`/policy/parameters.${format}`, async (request, reply) => {
    const { viewer } = await contextOf(request, reply)
    requireMay(viewer, 'parameter:read')
    const query = queryOf(request, exportQuery)
    const region = requireRegion(query.region)
    const rows = (await listRegionRows(platform, region)).map(({ row }) => row)
    return table(reply, `shebao-parameters-${region}`, writeParameterTable(rows, query.language, format))
  })
  app.get(`/policy/parameter-template.${format}`, async (request, reply) => {
    const { viewer } = await contextOf(request, reply)
    requireMay(viewer, 'parameter:read')
    const { language } = queryOf(request, templateQuery)
    return table(reply, 'shebao-parameters-template', writeParameterTemplate(language, format))
  })
}
