import { parsePeriod } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { figureOn } from '../../../platform/service-figures.ts'
import { attachFiles } from '../../register/attachment/index.ts'
import { findNoticeOfPerson } from '../../register/notification/index.ts'
import { findArticle } from './article.repository.ts'
import { traceOf } from './question-case.ts'
import { questionTable } from './question.lifecycle.ts'
import { addEntry, countOpen, findAsked, insertQuestion, lockAsking } from './question.repository.ts'
import type { QuestionRow } from './question.repository.ts'
import { dueOnFrom } from './question-days.ts'
import { shortLength, textLength } from './question-rule.ts'
import type { QuestionKind, QuestionSubject, QuestionTopic } from './question-rule.ts'

/** TOO_MANY_OPEN: answers to earlier ones are awaited. EVIDENCE_MISSING: a correction needs a paper. TOO_LATE: to open it again. ENDED: it was closed or handed over. */
export const questionRefusals = ['TOO_MANY_OPEN', 'EVIDENCE_MISSING', 'TOO_LATE', 'ENDED'] as const
export type QuestionRefusal = (typeof questionRefusals)[number]

export interface QuestionInput {
  /** Drawn by the screen for one press. */
  askingKey: string
  kind: QuestionKind
  topic: QuestionTopic
  about: QuestionSubject
  period?: string | null | undefined
  /** What they were told, where it is about that. */
  noticeId?: string | null | undefined
  insurance?: string | null | undefined
  articleId?: string | null | undefined
  text: string
  proposed?: string | null | undefined
  files: readonly string[]
}

/** By the insured person, about their own record alone; the same press again is the same question. */
export function askQuestion(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: QuestionInput,
): Promise<QuestionRow | QuestionRefusal> {
  const actor = requireMay(asker, 'question:ask')
  const { individualId } = actor
  const written = checked(input)
  return platform.database.transaction(async () => {
    await lockAsking(platform, individualId)
    const same = await findAsked(platform, individualId, input.askingKey)
    if (same) return same
    if ((await countOpen(platform, individualId)) >= (await figureOn(platform, 'QUESTION_MOST_OPEN')))
      return 'TOO_MANY_OPEN'
    if (input.kind === 'CORRECTION' && input.files.length === 0) return 'EVIDENCE_MISSING'
    if (written.noticeId && !(await findNoticeOfPerson(platform, individualId, written.noticeId)))
      throw notFound('notice')
    const article = input.articleId ? await findArticle(platform, input.articleId) : undefined
    const row = await openCase(platform, questionTable, {
      event: 'ASK',
      actor,
      origin,
      write: async () =>
        insertQuestion(platform, {
          individualId,
          askingKey: input.askingKey,
          kind: input.kind,
          topic: input.topic,
          about: input.about,
          period: written.period,
          noticeId: written.noticeId,
          insurance: input.insurance ?? null,
          articleId: article?.id ?? null,
          askedAt: platform.clock.now(),
          dueOn: await dueOnFrom(platform, platform.clock.today()),
        }),
      trace: (made) => traceOf('QUESTION_ASKED', made, { kind: made.kind, dueOn: made.dueOn }),
    })
    await addEntry(platform, row.id, {
      kind: 'ASKED',
      writtenBy: actor.accountId,
      text: written.text,
      proposed: written.proposed,
    })
    const subject = { kind: 'QUESTION', id: row.id, employerId: null } as const
    await attachFiles(platform, actor, { field: 'files', ids: input.files, subject, retention: 'CASE_EVIDENCE' })
    return row
  })
}

function checked({ askingKey, about, period, noticeId, kind, text, proposed }: QuestionInput) {
  if (!isUuid(askingKey)) throw badInput('askingKey', 'A UUID is needed.')
  if ((about === 'MONTH') !== (typeof period === 'string')) throw badInput('period', 'A month, where it is about one.')
  if (typeof period === 'string' && parsePeriod(period) === undefined) throw badInput('period', 'A month is needed.')
  if ((about === 'NOTICE') !== (typeof noticeId === 'string'))
    throw badInput('noticeId', 'A message of the inbox, where it is about one.')
  return {
    period: period ?? null,
    noticeId: noticeId ?? null,
    text: requireText('text', text, textLength),
    proposed: kind === 'CORRECTION' ? requireText('proposed', proposed ?? '', shortLength) : undefined,
  }
}
