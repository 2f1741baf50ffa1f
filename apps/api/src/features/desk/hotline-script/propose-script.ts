import { checkScript } from '@shebao/hotline'
import type { ScriptMatter, ScriptProblem, ScriptText } from '@shebao/hotline'
import { isCivilDate } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { forbidden, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { openCase, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { hotlineScriptCase, scriptTrace } from './hotline-script-case.ts'
import { hotlineScriptTable } from './hotline-script.lifecycle.ts'
import { changeVersion, findVersion, insertVersion, listStanding, lockMatter } from './hotline-script.repository.ts'
import type { ScriptRow } from './hotline-script.repository.ts'

/**
 * TEXT: see `problems`. REVIEW_DAY: it is to be looked at again on a later day. UNCHANGED: it says what is in use, which is reviewed instead.
 * ALREADY_PROPOSED: a version of this matter waits. CHANGED_MEANWHILE: another version is in use than when it was proposed.
 */
export const scriptRefusals = [
  'TEXT',
  'REVIEW_DAY',
  'UNCHANGED',
  'ALREADY_PROPOSED',
  'CHANGED_MEANWHILE',
  'SAME_PERSON',
  'NOT_IN_STATE',
] as const

export class ScriptRefused {
  readonly reason: (typeof scriptRefusals)[number]
  /** With TEXT. */
  readonly problems: readonly ScriptProblem[]
  constructor(reason: ScriptRefused['reason'], problems: readonly ScriptProblem[] = []) {
    this.reason = reason
    this.problems = problems
  }
}

export interface ScriptProposal extends ScriptText {
  matter: ScriptMatter
  reviewDueOn: string
  reason: string
}

/** Proposes what agents say for a matter. The old words are said until somebody else publishes these. */
export async function proposeScript(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { matter, reviewDueOn, ...given }: ScriptProposal,
): Promise<ScriptRow | ScriptRefused> {
  const actor = requireMay(asker, 'hotline-script:propose')
  const reason = requireText('reason', given.reason)
  const problems = checkScript(given)
  if (problems.length > 0) return new ScriptRefused('TEXT', problems)
  const reviewedOn = platform.clock.today()
  if (!isCivilDate(reviewDueOn) || reviewDueOn <= reviewedOn) return new ScriptRefused('REVIEW_DAY')
  const text = trimmed(given)
  return platform.database.transaction(async () => {
    await lockMatter(platform, matter)
    const standing = await listStanding(platform, matter)
    if (standing.some(({ status }) => status === 'PROPOSED')) return new ScriptRefused('ALREADY_PROPOSED')
    const inUse = standing.at(-1)
    if (inUse && sameText(inUse, text)) return new ScriptRefused('UNCHANGED')
    const asked = { requestedBy: actor.accountId, requestedAt: platform.clock.now(), basedOn: inUse?.version ?? 0 }
    return openCase(platform, hotlineScriptTable, {
      event: 'PROPOSE',
      actor,
      origin,
      write: () => insertVersion(platform, { matter, ...text, reason, reviewedOn, reviewDueOn, ...asked }),
      trace: scriptTrace('HOTLINE_SCRIPT_PROPOSED'),
    })
  })
}

const trimmed = ({ textZh, textEn, sourceZh, sourceEn }: ScriptText): ScriptText => ({
  textZh: textZh.trim(),
  textEn: textEn.trim(),
  sourceZh: sourceZh.trim(),
  sourceEn: sourceEn.trim(),
})

const sameText = (one: ScriptText, other: ScriptText): boolean =>
  one.textZh === other.textZh &&
  one.textEn === other.textEn &&
  one.sourceZh === other.sourceZh &&
  one.sourceEn === other.sourceEn

const steps = {
  PUBLISH: { permission: 'hotline-script:publish', action: 'HOTLINE_SCRIPT_PUBLISHED' },
  REFUSE: { permission: 'hotline-script:refuse', action: 'HOTLINE_SCRIPT_REFUSED' },
  WITHDRAW: { permission: 'hotline-script:withdraw', action: 'HOTLINE_SCRIPT_WITHDRAWN' },
  REVIEW: { permission: 'hotline-script:review', action: 'HOTLINE_SCRIPT_REVIEWED' },
} as const

interface ScriptDecision extends Decision {
  /** Of a refusal. */
  reason?: string
  /** Of a review: the day by which it is done again. */
  reviewDueOn?: string
}

/** Published, agents say it from then on. Reviewed, it goes on as it is until another day. */
export async function stepScript(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  event: keyof typeof steps,
  { id, decidedOn, reason, reviewDueOn }: ScriptDecision,
): Promise<ScriptRow | ScriptRefused> {
  const { permission, action } = steps[event]
  const actor = requireMay(asker, permission)
  const refusal = event === 'REFUSE' ? requireText('reason', reason ?? '') : null
  const today = platform.clock.today()
  const reviewedTo = reviewDueOn !== undefined && isCivilDate(reviewDueOn) ? reviewDueOn : undefined
  const outcome = await takeStep(platform, hotlineScriptCase, {
    id,
    decidedOn,
    event,
    actor,
    origin,
    note: refusal ?? undefined,
    facts: async (row) => ({
      today,
      ...(event === 'REVIEW' ? (reviewedTo ? { reviewDueOn: reviewedTo } : {}) : { reviewDueOn: row.reviewDueOn }),
      inUse: await versionInUse(platform, row.matter),
      standsOn: event === 'REVIEW' ? row.version : row.basedOn,
      fits: checkScript(row).length === 0,
    }),
    write: (_row, status) =>
      changeVersion(
        platform,
        id,
        event === 'REVIEW' && reviewedTo !== undefined
          ? { reviewedOn: today, reviewDueOn: reviewedTo }
          : { status, decidedBy: actor.accountId, decidedAt: platform.clock.now(), refusal },
      ),
    trace: (row) => scriptTrace(action)(reviewedTo === undefined ? row : { ...row, reviewDueOn: reviewedTo }),
  })
  if (outcome.kind === 'REFUSED') {
    const { refusal: against } = outcome
    if (against.code === 'NOT_PERMITTED') throw forbidden()
    if (against.code === 'GUARD')
      return new ScriptRefused(against.problems[0] ?? 'CHANGED_MEANWHILE', checkScript(outcome.row))
    return new ScriptRefused(against.code === 'SAME_PERSON' ? 'SAME_PERSON' : 'NOT_IN_STATE')
  }
  const version = await findVersion(platform, id)
  if (!version) throw notFound('version of a script of the hotline')
  return version
}

/** Under the lock of the matter, so that two decisions do not pass each other. */
async function versionInUse(platform: Platform, matter: ScriptMatter): Promise<number> {
  await lockMatter(platform, matter)
  const standing = await listStanding(platform, matter)
  return standing.findLast(({ status }) => status === 'PUBLISHED')?.version ?? 0
}
