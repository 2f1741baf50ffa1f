import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ContextOf } from '../../../http/context-of.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sendLetter } from '../letter/index.ts'
import type { LetterPrinter } from '../letter/index.ts'
import { printFirstPasswordLetter } from './print-first-password-letter.ts'

const parameters = z.object({ id: z.string() })

/** POST /card-passwords/<id>/letter: makes a new one-time code and answers with its letter. A POST, because each one makes a code. */
export const addCardPasswordLetters =
  (print: LetterPrinter) =>
  (app: FastifyInstance, platform: Platform, contextOf: ContextOf): void => {
    app.post('/card-passwords/:id/letter', async (request, reply) => {
      const { viewer, origin } = await contextOf(request, reply)
      const { id } = parameters.parse(request.params)
      return sendLetter(reply, 'letter', async () =>
        print([await printFirstPasswordLetter(platform, origin, viewer, id)]),
      )
    })
  }
