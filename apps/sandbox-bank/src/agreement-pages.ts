import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { DEBIT_OUTCOMES } from './agreement.ts'
import type { Agreement } from './agreement.ts'
import { agreementPage } from './agreement-page.ts'
import { agreementWords } from './agreement-words.ts'
import { settleDebit } from './agreement-routes.ts'
import type { AgreementOptions } from './agreement-routes.ts'
import { unknownOrderPage } from './cashier-page.ts'
import type { Journal } from './journal.ts'
import type { Messenger } from './messenger.ts'
import { BEHAVIOURS } from './order.ts'
import { withLanguage } from './page.ts'
import { languageOf, readForm } from './read-form.ts'

const Press = z.object({
  action: z.enum(['agree', 'refuse', 'later', 'change']),
  outcome: z.enum(DEBIT_OUTCOMES).default('PAYS'),
  behaviour: z.enum(BEHAVIOURS).default('ONCE'),
})
const tokenParameter = z.object({ token: z.string() })

/** Where the payer's clerk agrees, and changes afterwards what the account will do. */
export function addAgreementPages(
  app: FastifyInstance,
  journal: Journal,
  messenger: Messenger,
  { returnOrigin, lateMs }: AgreementOptions,
): void {
  app.get('/agree/:token', async (request, reply) => {
    const agreement = journal.findAgreementByToken(tokenParameter.parse(request.params).token)
    const language = languageOf(request, agreement?.language)
    reply.type('text/html; charset=utf-8')
    if (!agreement)
      return reply.code(404).send(unknownOrderPage(language, returnOrigin, agreementWords[language].unknownTitle))
    return agreementPage(agreement, language, returnOrigin + agreement.returnPath)
  })
  app.post('/agree/:token', async (request, reply) => {
    const agreement = journal.findAgreementByToken(tokenParameter.parse(request.params).token)
    const language = languageOf(request, agreement?.language)
    const press = Press.safeParse(readForm(request.body))
    if (!agreement || !press.success)
      return reply
        .code(404)
        .type('text/html; charset=utf-8')
        .send(unknownOrderPage(language, returnOrigin, agreementWords[language].unknownTitle))
    const pressed = afterPress(agreement, press.data)
    if (pressed) journal.record({ agreement: pressed })
    if (press.data.action !== 'change') return reply.redirect(returnOrigin + agreement.returnPath, 303)
    // An account that speaks again answers first for what it was asked meanwhile.
    const waiting = journal.undecidedDebits().filter((order) => order.agreementNo === agreement.agreementNo)
    for (const order of waiting) settleDebit(journal, messenger, order, lateMs)
    return reply.redirect(withLanguage(`/agree/${agreement.token}`, language), 303)
  })
}

/** Pressed twice, or on a page that stayed open: the first press stands. */
function afterPress(
  agreement: Agreement,
  { action, outcome, behaviour }: z.infer<typeof Press>,
): Agreement | undefined {
  if (agreement.state === 'PENDING' && action === 'agree') return { ...agreement, state: 'ACTIVE', outcome, behaviour }
  if (agreement.state === 'PENDING' && action === 'refuse') return { ...agreement, state: 'REFUSED' }
  if (agreement.state === 'ACTIVE' && action === 'change') return { ...agreement, outcome, behaviour }
  return undefined
}
