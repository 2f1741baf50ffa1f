import { normalisePersonName } from '@shebao/identifiers'
import { badInput } from '../../../access/refusal.ts'
import { takeStep, noFacts } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import { addAttachmentSubject, keepWithStep } from '../../register/attachment/index.ts'
import { confirmationCase, linkHolder } from './confirmation-case.ts'
import { findOwner, writeAnswer } from './confirmation.repository.ts'
import type { ConfirmationRow } from './confirmation.repository.ts'
import { readDrawnSignature } from './drawn-signature.ts'
import { openLink } from './open-link.ts'
import type { ClosedLink, OpenedLink } from './open-link.ts'
import { readDisagreements } from './said.ts'
import type { Disagreement, DisagreementInput, Said } from './said.ts'

export interface AnswerInput {
  code: string
  idEnd: string
  /** The name typed as a signature; for a confirmation. */
  signer?: string | undefined
  /** Or the signature as they drew it: a PNG, base64. */
  signature?: string | undefined
  /** What is different; empty for a confirmation. */
  disagreements: readonly DisagreementInput[]
  origin: string
}

export type AnswerOutcome =
  | { kind: 'ANSWERED'; answer: 'CONFIRMED' | 'DISAGREED' }
  /** The typed name is not the one on the row. */
  | { kind: 'NAME_DIFFERS' }
  | ClosedLink

/**
 * Confirms exactly what the link stands for, or says field by field what it should be. It counts as the person's signature of that
 * content (domain specification, section 4.3; M20 art. 5), once: the link opens nothing afterwards.
 */
export async function answerLink(platform: Platform, input: AnswerInput): Promise<AnswerOutcome> {
  const disagreements = readDisagreements(input.disagreements)
  const drawn =
    disagreements.length === 0 && input.signature !== undefined ? readDrawnSignature(input.signature) : undefined
  const opened = await openLink(platform, input)
  if (opened.kind === 'CLOSED') return opened
  const foreign = disagreements.find(({ field }) => !opened.own.list.disputable.includes(field))
  if (foreign) throw badInput('disagreements', `This list does not show ${foreign.field}.`)
  const signer = normalisePersonName(input.signer ?? '')
  if (disagreements.length === 0 && !drawn && signer !== normalisePersonName(opened.person.name))
    return { kind: 'NAME_DIFFERS' }
  const said: Said = disagreements.length > 0 ? { disagreements } : drawn ? {} : { signer }
  return enter(platform, opened, { said, drawn, disagreements, origin: input.origin })
}

async function enter(
  platform: Platform,
  { found, person: { row: rowNo } }: OpenedLink,
  {
    said,
    drawn,
    disagreements,
    origin,
  }: { said: Said; drawn: Uint8Array | undefined; disagreements: readonly Disagreement[]; origin: string },
): Promise<AnswerOutcome> {
  const answer = disagreements.length === 0 ? 'CONFIRMED' : 'DISAGREED'
  return platform.database.transaction(async () => {
    const outcome = await takeStep(platform, confirmationCase, {
      id: found.id,
      event: answer === 'CONFIRMED' ? 'CONFIRM' : 'DISAGREE',
      actor: linkHolder,
      origin,
      facts: noFacts,
      write: async (row, to) => {
        const signature = drawn && (await keepSignature(platform, row, drawn))
        await writeAnswer(platform, row.id, to, platform.vault.seal({ ...said, ...(signature ? { signature } : {}) }))
      },
      trace: ({ declarationId, way }) => ({
        action: answer === 'CONFIRMED' ? 'EMPLOYEE_CONFIRMED' : 'EMPLOYEE_DISAGREED',
        recordType: 'Declaration',
        recordId: declarationId,
        change: {
          rowNo,
          way,
          ...(drawn ? { drawn: true } : {}),
          ...(disagreements.length > 0 ? { fields: disagreements.map(({ field }) => field) } : {}),
        },
      }),
    })
    // Two presses at once: the second finds what the first did.
    if (outcome.kind !== 'TAKEN') return { kind: 'CLOSED', problem: 'ANSWERED' }
    if (answer === 'DISAGREED') {
      // Once a day, however many disagree.
      const key = `${found.declarationId}:${platform.clock.today()}`
      const to = { employerId: found.employerId }
      const params =
        found.period === null
          ? { year: found.year }
          : { year: found.year, period: found.period, id: found.declarationId }
      await tell(platform, [{ kind: 'EMPLOYEE_DISAGREED', key, to, params }])
    }
    return { kind: 'ANSWERED', answer }
  })
}

/** The picture stands by the confirmation, for whoever may read the declaration, as long as its filing's materials. */
async function keepSignature(
  platform: Platform,
  { id, employerId, askedBy }: ConfirmationRow,
  bytes: Uint8Array,
): Promise<string> {
  const kept = await keepWithStep(platform, {
    bytes,
    name: 'signature.png',
    mediaType: 'image/png',
    subject: { kind: 'EMPLOYEE_CONFIRMATION', id, employerId },
    retention: 'FILING_MATERIAL',
    underAccount: askedBy,
  })
  if (kept === undefined) throw badInput('signature', 'Draw the signature again: this is no picture of one.')
  return kept
}

addAttachmentSubject('EMPLOYEE_CONFIRMATION', { permission: 'declaration:read', owner: findOwner })
