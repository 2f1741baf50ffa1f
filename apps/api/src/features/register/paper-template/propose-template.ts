import { isCivilDate } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { forbidden, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { openCase, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { paperTemplateCase, templateTrace } from './paper-template-case.ts'
import { paperTemplateTable } from './paper-template.lifecycle.ts'
import {
  decideVersion,
  findVersion,
  findVersionAt,
  hasOpenVersion,
  insertVersion,
  lockTemplate,
} from './paper-template.repository.ts'
import type { OwnTexts, TemplateVersionRow } from './paper-template.repository.ts'
import { checkText, paperLanguages, releasedTexts } from './paper-words.ts'
import type { TextProblem } from './paper-words.ts'
import type { PaperTemplateName } from './template-names.ts'

/**
 * TEXTS: some texts do not fit their places. DAY: no day from today on. UNCHANGED: it says what holds on that day already. ALREADY_PROPOSED:
 * a version of this template waits. DAY_PASSED: the day came before anybody published it. CHANGED_MEANWHILE: what held when it was
 * proposed holds no more.
 */
export const templateRefusals = [
  'TEXTS',
  'DAY',
  'UNCHANGED',
  'ALREADY_PROPOSED',
  'DAY_PASSED',
  'CHANGED_MEANWHILE',
  'SAME_PERSON',
  'NOT_IN_STATE',
] as const

export interface WrongText {
  language: Language
  place: string
  problem: TextProblem
}

export class TemplateRefused {
  readonly reason: (typeof templateRefusals)[number]
  /** With TEXTS. */
  readonly texts: readonly WrongText[]
  constructor(reason: TemplateRefused['reason'], texts: readonly WrongText[] = []) {
    this.reason = reason
    this.texts = texts
  }
}

export interface TextInput {
  language: Language
  place: string
  text: string
}

export interface TemplateProposal {
  name: PaperTemplateName
  /** Every text that is not to be as released; the others are. */
  texts: readonly TextInput[]
  validFrom: string
  documentNo?: string | null | undefined
  reason: string
}

/** Proposes other words of a kind of paper from a day on. The old ones hold until somebody else publishes these and the day comes. */
export async function proposeTemplate(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { name, validFrom, ...given }: TemplateProposal,
): Promise<TemplateVersionRow | TemplateRefused> {
  const actor = requireMay(asker, 'template:propose')
  const documentNo = given.documentNo?.trim() ? requireText('documentNo', given.documentNo, [2, 100]) : null
  const reason = requireText('reason', given.reason)
  const wrong = wrongTexts(name, given.texts)
  if (wrong.length > 0) return new TemplateRefused('TEXTS', wrong)
  if (!isCivilDate(validFrom) || validFrom < platform.clock.today()) return new TemplateRefused('DAY')
  const texts = ownTexts(name, given.texts)
  return platform.database.transaction(async () => {
    await lockTemplate(platform, name)
    if (await hasOpenVersion(platform, name)) return new TemplateRefused('ALREADY_PROPOSED')
    const now = platform.clock.now()
    const held = await findVersionAt(platform, name, { day: validFrom, at: now })
    if (sameTexts(texts, held?.texts)) return new TemplateRefused('UNCHANGED')
    const asked = { requestedBy: actor.accountId, requestedAt: now, basedOn: held?.version ?? 0 }
    return openCase(platform, paperTemplateTable, {
      event: 'PROPOSE',
      actor,
      origin,
      write: () => insertVersion(platform, { name, texts, validFrom, documentNo, reason, ...asked }),
      trace: templateTrace('PAPER_TEMPLATE_PROPOSED'),
    })
  })
}

function wrongTexts(name: PaperTemplateName, texts: readonly TextInput[]): WrongText[] {
  const released = releasedTexts(name)
  return texts.flatMap(({ language, place, text }) => {
    const problem = checkText(released[language].get(place), text)
    return problem ? [{ language, place, problem }] : []
  })
}

/** What differs from the release, each place once. */
function ownTexts(name: PaperTemplateName, texts: readonly TextInput[]): OwnTexts {
  const released = releasedTexts(name)
  const own: OwnTexts = { 'zh-CN': {}, en: {} }
  for (const { language, place, text } of texts) {
    if (text === released[language].get(place)) delete own[language][place]
    else own[language][place] = text
  }
  return own
}

function sameTexts(texts: OwnTexts, held: OwnTexts | undefined): boolean {
  return paperLanguages.every((language) => {
    const [mine, theirs] = [texts[language], held?.[language] ?? {}]
    const places = new Set([...Object.keys(mine), ...Object.keys(theirs)])
    return [...places].every((place) => mine[place] === theirs[place])
  })
}

const steps = {
  PUBLISH: { permission: 'template:publish', action: 'PAPER_TEMPLATE_PUBLISHED' },
  REFUSE: { permission: 'template:refuse', action: 'PAPER_TEMPLATE_REFUSED' },
  WITHDRAW: { permission: 'template:withdraw', action: 'PAPER_TEMPLATE_WITHDRAWN' },
} as const

/** Published, papers issued from its day on say it; what was issued before is printed again in its own words. */
export async function stepTemplate(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  event: keyof typeof steps,
  { id, decidedOn, reason }: Decision & { reason?: string },
): Promise<TemplateVersionRow | TemplateRefused> {
  const { permission, action } = steps[event]
  const actor = requireMay(asker, permission)
  const refusal = event === 'REFUSE' ? requireText('reason', reason ?? '') : null
  const now = platform.clock.now()
  const outcome = await takeStep(platform, paperTemplateCase, {
    id,
    decidedOn,
    event,
    actor,
    origin,
    note: refusal ?? undefined,
    facts: async ({ name, validFrom, basedOn, texts }) => ({
      validFrom,
      today: platform.clock.today(),
      basedOn,
      holds: (await findVersionAt(platform, name, { day: validFrom, at: now }))?.version ?? 0,
      placesKnown: wrongTexts(name, textsOf(texts)).length === 0,
    }),
    write: (_row, status) =>
      decideVersion(platform, id, { status, decidedBy: actor.accountId, decidedAt: now, refusal }),
    trace: templateTrace(action),
  })
  if (outcome.kind === 'REFUSED') {
    const { refusal: against } = outcome
    if (against.code === 'NOT_PERMITTED') throw forbidden()
    if (against.code === 'GUARD') return new TemplateRefused(against.problems[0] ?? 'CHANGED_MEANWHILE')
    return new TemplateRefused(against.code === 'SAME_PERSON' ? 'SAME_PERSON' : 'NOT_IN_STATE')
  }
  const version = await findVersion(platform, id)
  if (!version) throw notFound('version of a paper template')
  return version
}

/** The texts of a version one by one. */
export const textsOf = (texts: OwnTexts): TextInput[] =>
  paperLanguages.flatMap((language) =>
    Object.entries(texts[language]).map(([place, text]) => ({ language, place, text })),
  )
