import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { CashierLanguage } from './cashier-words.ts'
import { MANNERS } from './enforcement.ts'
import { enforcementPage } from './enforcement-page.ts'
import { answerHeld } from './enforcement-routes.ts'
import type { Journal } from './journal.ts'
import type { Messenger } from './messenger.ts'
import { withLanguage } from './page.ts'
import { languageOf, readForm } from './read-form.ts'

const optional = <Value>(schema: z.ZodType<Value, string>) =>
  schema.or(
    z
      .string()
      .trim()
      .length(0)
      .transform(() => undefined),
  )
const yuanAmount = z
  .string()
  .trim()
  .regex(/^\d{1,10}(\.\d{1,2})?$/)
  .transform((text) => Math.round(Number(text) * 100))
const Press = z.object({
  manner: z.enum(MANNERS),
  account: optional(
    z
      .string()
      .trim()
      .regex(/^\d{8,30}$/),
  ),
  balance: optional(yuanAmount),
})

const self = '/rehearsal/enforcement'
const shown = 30

/** For people who rehearse: how requests under SIL 63 are answered, and answers by hand. */
export function addEnforcementPages(
  app: FastifyInstance,
  journal: Journal,
  messenger: Messenger,
  { lateMs }: { lateMs: number },
): void {
  const page = (language: CashierLanguage, refused?: Record<string, string>) =>
    enforcementPage(
      { chosen: journal.manner(), held: journal.heldRequests().toReversed().slice(0, shown) },
      language,
      refused,
    )
  app.get(self, async (request, reply) => reply.type('text/html; charset=utf-8').send(page(languageOf(request))))
  app.post(self, async (request, reply) => {
    const language = languageOf(request)
    const typed = readForm(request.body)
    const press = Press.safeParse(typed)
    const held = typed['request'] ? journal.findHeld(typed['request']) : undefined
    if (!press.success || (typed['request'] && !held))
      return reply.code(400).type('text/html; charset=utf-8').send(page(language, typed))
    if (held) answerHeld(journal, messenger, held, { ...press.data, lateMs })
    else journal.record({ manner: press.data })
    return reply.redirect(withLanguage(self, language), 303)
  })
}
