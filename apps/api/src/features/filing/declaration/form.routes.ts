import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { languageQuery, queryOf } from '../../../http/query-of.ts'
import { sendPaper } from '../../register/paper/index.ts'

const formQuery = z.object({ lang: languageQuery })
const longestVersion = 4

/** Which version of whose form, in which language, and the address its square code leads to. */
export interface AskedForm {
  declarationId: string
  version: number
  language: z.infer<typeof languageQuery>
  origin: string
}

/** GET /documents/<kind>/<declaration>/<version>.pdf?lang=zh-CN|en, for the unit itself. */
export function addForms(
  app: FastifyInstance,
  contextOf: ContextOf,
  kind: 'inspection' | 'monthly',
  print: (viewer: Viewer, asked: AskedForm) => ReturnType<Parameters<typeof sendPaper>[1]>,
): void {
  app.get<{ Params: { id: string; version: string } }>(
    `/documents/${kind}/:id/:version.pdf`,
    async (request, reply) => {
      const { viewer, origin } = await contextOf(request, reply)
      if (!viewer || viewer.stage !== 'FULL') return reply.code(401).send({ error: 'Sign in first.' })
      const { id, version } = request.params
      const wellFormed = isUuid(id) && /^[1-9]\d*$/.test(version) && version.length <= longestVersion
      if (!wellFormed) return reply.code(404).send({ error: 'Not found.' })
      const { lang: language } = queryOf(request, formQuery)
      return sendPaper(reply, () => print(viewer, { declarationId: id, version: Number(version), language, origin }))
    },
  )
}
