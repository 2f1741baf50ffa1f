import { parsePeriod } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { requireText } from '../../../access/require-text.ts'
import { isUuid } from '../../../access/uuid.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { figureOn } from '../../../platform/service-figures.ts'
import { traceOf } from './question-case.ts'
import { dueOnFrom } from './question-days.ts'
import { questionTable } from './question.lifecycle.ts'
import { addEntry, countOpen, findAsked, insertQuestion, lockAsking } from './question.repository.ts'
import type { QuestionRow } from './question.repository.ts'
import { textLength } from './question-rule.ts'
import type { QuestionTopic } from './question-rule.ts'

/** What a caller asks, as the agent writes it down. */
export interface SaidQuestion {
  readonly askingKey: string
  readonly individualId: string
  readonly callId: string
  readonly topic: QuestionTopic
  readonly about: 'NOTHING' | 'MONTH' | 'CARD'
  readonly period?: string | null | undefined
  readonly text: string
  /** Where the person wants to be called; kept sealed. */
  readonly callBack?: string | null | undefined
}

/** For a person whose identity was checked: the same question, days and desk as if they had written it; the same press is the same one. */
export function takeDownQuestion(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  said: SaidQuestion,
): Promise<QuestionRow | 'TOO_MANY_OPEN'> {
  const actor = requireMay(asker, 'question:take-down')
  const text = requireText('text', said.text, textLength)
  const { individualId, askingKey, callId, about, topic } = said
  if (!isUuid(askingKey)) throw badInput('askingKey', 'A UUID is needed.')
  const period = said.period ?? null
  if ((about === 'MONTH') !== (period !== null) || (period !== null && parsePeriod(period) === undefined))
    throw badInput('period', 'A month, where it is about one.')
  const callBack = said.callBack?.trim() ? platform.vault.seal(requireNumber(said.callBack)) : null
  return platform.database.transaction(async () => {
    await lockAsking(platform, individualId)
    const same = await findAsked(platform, individualId, askingKey)
    if (same) return same
    if ((await countOpen(platform, individualId)) >= (await figureOn(platform, 'QUESTION_MOST_OPEN')))
      return 'TOO_MANY_OPEN'
    const dueOn = await dueOnFrom(platform, platform.clock.today())
    const askedAt = platform.clock.now()
    const asked = { individualId, askingKey, callId, callBack, topic, about, period, askedAt, dueOn }
    const row = await openCase(platform, questionTable, {
      event: 'TAKE_DOWN',
      actor,
      origin,
      write: async () =>
        insertQuestion(platform, { ...asked, kind: 'QUESTION', noticeId: null, insurance: null, articleId: null }),
      trace: (made) => traceOf('QUESTION_TAKEN_DOWN', made, { kind: made.kind, dueOn: made.dueOn }),
    })
    await addEntry(platform, row.id, { kind: 'ASKED', writtenBy: actor.accountId, text })
    return row
  })
}

/** A telephone number as people say it: digits with blanks, hyphens or a plus. */
function requireNumber(given: string): string {
  const digits = given.replaceAll(/[\s()-]/g, '')
  if (!/^\+?\d{7,15}$/.test(digits)) throw badInput('callBack', 'A telephone number of 7 to 15 digits is needed.')
  return digits
}
