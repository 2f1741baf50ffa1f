import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { QuestionRefusal } from './ask-question.ts'
import { questionCase, traceOf } from './question-case.ts'
import { addEntry, findQuestion, lockQuestion, setQuestion } from './question.repository.ts'
import type { QuestionRow } from './question.repository.ts'
import { dueOnFrom, reopenUntilFrom } from './question-days.ts'
import { shortLength, textLength } from './question-rule.ts'
import { registerTransfer } from './transfer-paper.ts'

type Outcome = Promise<QuestionRow | QuestionRefusal>
const addressLength = [4, 200] as const
const ratings = [1, 5] as const

async function reread(platform: Platform, id: string): Promise<QuestionRow> {
  const row = await findQuestion(platform, id)
  if (!row) throw notFound('question')
  return row
}

/** In writing; of a correction that is accepted it says where it was corrected. */
export async function answerQuestion(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, decidedOn, ...given }: Decision & { text: string; correctedIn?: string | null | undefined },
): Outcome {
  const actor = requireMay(asker, 'question:answer')
  const text = requireText('text', given.text, textLength)
  const correctedIn = given.correctedIn?.trim() ? requireText('correctedIn', given.correctedIn, shortLength) : undefined
  const taken = await takeStep(platform, questionCase, {
    id,
    decidedOn,
    event: 'ANSWER',
    actor,
    origin,
    facts: noFacts,
    write: async ({ kind }, status) => {
      if (correctedIn !== undefined && kind !== 'CORRECTION')
        throw badInput('correctedIn', 'Only where a correction was asked for.')
      await addEntry(platform, id, { kind: 'ANSWERED', writtenBy: actor.accountId, text, correctedIn })
      const reopenUntil = await reopenUntilFrom(platform, platform.clock.today())
      await setQuestion(platform, id, { status, answeredAt: platform.clock.now(), reopenUntil })
    },
    trace: (row) => traceOf('QUESTION_ANSWERED', row),
  })
  return taken.kind === 'REFUSED' ? 'ENDED' : reread(platform, id)
}

/** In writing, to the office that is competent, with the reason: a signed paper, of which the person is told (SIL 82). */
export async function handOverQuestion(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, decidedOn, ...given }: Decision & { office: string; address: string; reason: string },
): Outcome {
  const actor = requireMay(asker, 'question:hand-over')
  const handedTo = requireText('office', given.office, addressLength)
  const handedToAddress = requireText('address', given.address, addressLength)
  const text = requireText('reason', given.reason)
  const taken = await takeStep(platform, questionCase, {
    id,
    decidedOn,
    event: 'HAND_OVER',
    actor,
    origin,
    note: text,
    facts: noFacts,
    write: async (_row, status) => {
      await addEntry(platform, id, { kind: 'HANDED_OVER', writtenBy: actor.accountId, text })
      await setQuestion(platform, id, { status, handedTo, handedToAddress, answeredAt: platform.clock.now() })
      await registerTransfer(platform, await reread(platform, id))
    },
    trace: (row) => traceOf('QUESTION_HANDED_OVER', row, { handedTo }),
  })
  return taken.kind === 'REFUSED' ? 'ENDED' : reread(platform, id)
}

/** By the person, while the days for it last: the question waits for an answer again. */
export async function reopenQuestion(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, decidedOn, ...given }: Decision & { text: string },
): Outcome {
  const actor = requireMay(asker, 'question:reopen')
  const text = requireText('text', given.text, textLength)
  const today = platform.clock.today()
  const taken = await takeStep(platform, questionCase, {
    id,
    decidedOn,
    event: 'REOPEN',
    actor,
    origin,
    facts: ({ reopenUntil }) => ({ reopenUntil, today }),
    write: async (_row, status) => {
      await addEntry(platform, id, { kind: 'REOPENED', writtenBy: actor.accountId, text })
      const dueOn = await dueOnFrom(platform, today)
      await setQuestion(platform, id, {
        status,
        askedAt: platform.clock.now(),
        dueOn,
        answeredAt: null,
        reopenUntil: null,
        rating: null,
      })
    },
    trace: (row) => traceOf('QUESTION_REOPENED', row),
  })
  if (taken.kind === 'REFUSED') return taken.refusal.code === 'GUARD' ? 'TOO_LATE' : 'ENDED'
  return reread(platform, id)
}

/** The person says that this is all. */
export async function closeQuestion(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, decidedOn }: Decision,
): Outcome {
  const actor = requireMay(asker, 'question:close')
  const taken = await takeStep(platform, questionCase, {
    id,
    decidedOn,
    event: 'CLOSE',
    actor,
    origin,
    facts: noFacts,
    write: (_row, status) => setQuestion(platform, id, { status }),
    trace: (row) => traceOf('QUESTION_CLOSED', row),
  })
  return taken.kind === 'REFUSED' ? 'ENDED' : reread(platform, id)
}

/** From 1 to 5, and a word; said again it is what was said last. */
export function rateQuestion(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, rating, word }: { id: string; rating: number; word?: string | null | undefined },
): Outcome {
  const actor = requireMay(asker, 'question:rate')
  const [least, most] = ratings
  if (rating < least || rating > most) throw badInput('rating', `${least} to ${most}.`)
  const text = word?.trim() ? requireText('word', word, shortLength) : ''
  return platform.database.transaction(async () => {
    const row = await lockQuestion(platform, id)
    requireMay(actor, 'question:rate', row, 'question')
    if (row?.status !== 'ANSWERED' && row?.status !== 'CLOSED') return 'ENDED'
    await setQuestion(platform, id, { rating })
    if (text !== '') await addEntry(platform, id, { kind: 'RATED', writtenBy: actor.accountId, text })
    const trace = traceOf('QUESTION_RATED', row, { rating })
    await platform.audit.record({ actorKind: actor.kind, actorId: actor.accountId, origin, ...trace })
    return reread(platform, id)
  })
}
