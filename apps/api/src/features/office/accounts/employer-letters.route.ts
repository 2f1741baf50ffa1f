import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { badInput } from '../../../access/refusal.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sendLetter } from '../letter/index.ts'
import type { LetterPrinter } from '../letter/index.ts'
import { printEmployerLetters } from './print-employer-letters.ts'

const bodySchema = z.object({ employerIds: z.array(z.string()).max(1000) })

/** POST /employer-accounts/letters with `{employerIds}`: makes a one-time code for each and answers with their letters in one PDF. */
export const addEmployerLetters =
  (print: LetterPrinter) =>
  (app: FastifyInstance, platform: Platform, contextOf: ContextOf): void => {
    app.post('/employer-accounts/letters', async (request, reply) => {
      const { viewer, origin } = await contextOf(request, reply)
      return sendLetter(reply, 'letters', async () => {
        const body = bodySchema.safeParse(request.body)
        if (!body.success) throw badInput('employerIds', 'A list of employers is needed.')
        return print(await printEmployerLetters(platform, origin, viewer, body.data.employerIds))
      })
    })
  }
