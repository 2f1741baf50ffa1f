import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { accountOf, arrivalOfTransfer, dayOf, newReference } from './arrival.ts'
import type { CashierLanguage } from './cashier-words.ts'
import { FLAW_KINDS } from './flaw.ts'
import type { Flaw } from './flaw.ts'
import type { Journal } from './journal.ts'
import { withLanguage } from './page.ts'
import { languageOf, readForm } from './read-form.ts'
import { rehearsalPage } from './rehearsal-page.ts'
import { rehearsalWords } from './rehearsal-words.ts'

/** A line of text as a bank carries it: no line breaks or other control characters, which its files could not hold. */
const line = z
  .string()
  .trim()
  .min(1)
  .max(140)
  .regex(/^\P{Cc}+$/u)
const yuanAmount = z
  .string()
  .trim()
  .regex(/^\d{1,10}(\.\d{1,2})?$/)
  .transform((text) => {
    const [whole, part = ''] = text.split('.')
    return Number(whole) * 100 + Number(part.padEnd(2, '0'))
  })
  .pipe(z.int().min(1))

const Transfer = z.object({
  action: z.literal('transfer'),
  payerName: line,
  amount: yuanAmount,
  remittance: line,
})
const Spoil = z.object({ action: z.literal('spoil'), reference: z.string(), kind: z.enum(FLAW_KINDS) })
const Unknown = z.object({ action: z.literal('unknown') })
const Mend = z.object({ action: z.literal('mend') })
const Press = z.discriminatedUnion('action', [Transfer, Spoil, Unknown, Mend])

/** For people who rehearse: money that comes by itself, and files that are not right. */
export function addRehearsalRoutes(app: FastifyInstance, journal: Journal): void {
  const shown = (day: string) => ({
    day,
    arrivals: journal.arrivals().filter(({ arrivedAtMs }) => dayOf(arrivedAtMs) === day),
    flaws: journal.flaws().filter((flaw) => flaw.day === day),
  })
  app.get('/rehearsal', async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(rehearsalPage(shown(askedDay(request)), languageOf(request))),
  )
  app.post('/rehearsal', async (request, reply) => {
    const day = askedDay(request)
    const language = languageOf(request)
    const typed = readForm(request.body)
    const press = Press.safeParse(typed)
    if (!press.success) {
      const { payerName = '', amount = '', remittance = '' } = typed
      const refused = { payerName, amount, remittance }
      return reply
        .code(400)
        .type('text/html; charset=utf-8')
        .send(rehearsalPage(shown(day), language, refused))
    }
    journal.record(
      changeOf(
        press.data,
        day,
        language,
        shown(day).arrivals.map(({ reference }) => reference),
      ),
    )
    return reply.redirect(withLanguage(`/rehearsal?day=${day}`, language), 303)
  })
}

function changeOf(
  press: z.infer<typeof Press>,
  day: string,
  language: CashierLanguage,
  known: readonly string[],
): Parameters<Journal['record']>[0] {
  if (press.action === 'transfer') {
    const { payerName, amount, remittance } = press
    return { arrival: arrivalOfTransfer({ payerName, amount, remittance }, Date.now()) }
  }
  if (press.action === 'mend') return { mendedDay: day }
  if (press.action === 'unknown') return { flaw: unknownEntry(day, language) }
  return known.includes(press.reference) ? { flaw: { kind: press.kind, day, reference: press.reference } } : {}
}

function unknownEntry(day: string, language: CashierLanguage): Flaw {
  const { unknownPayer, unknownRemittance } = rehearsalWords[language]
  return {
    kind: 'UNKNOWN',
    day,
    entry: {
      reference: newReference(Date.now()),
      endToEndId: null,
      amount: 123_45,
      directDebit: false,
      bookedOn: day,
      valueDate: day,
      payerName: unknownPayer,
      payerAccount: accountOf(unknownPayer),
      remittance: unknownRemittance,
    },
  }
}

function askedDay(request: FastifyRequest): string {
  const { day } = z.object({ day: z.iso.date().optional().catch(undefined) }).parse(request.query)
  return day ?? dayOf(Date.now())
}
