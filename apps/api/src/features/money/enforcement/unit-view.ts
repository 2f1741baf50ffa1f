import { isOneOf } from '@shebao/kernel'
import { listCaseEventsAfter } from '../../../case/case-event.repository.ts'
import type { CaseHappening } from '../../../case/case-event.repository.ts'
import { markOf, StaleDecision } from '../../../case/case-mark.ts'
import type { CaseMark } from '../../../case/case-mark.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listBanksOfSteps } from './banks.repository.ts'
import { enforcementCase } from './enforcement-case.ts'
import { enforcementTable } from './enforcement.lifecycle.ts'
import type { EnforcementPaperRow, EnforcementRow } from './enforcement.repository.ts'
import { bankEvents, quietEvents, quietPapers } from './legal-steps.ts'
import { dueOf, readDebts } from './read-due.ts'
import type { Standing } from './standing.ts'

// A case as its unit sees it. What the agency prepares is not shown, and while banks are asked for its accounts nothing moves:
// neither state, story, papers, figures nor the day of the last change (ADR 56).

const isUnit = (viewer: Viewer | undefined) => viewer?.kind === 'EMPLOYER'
/** Where the unit itself may act; there it decides on the case as it is. */
export const unitActsIn = 'DEMANDED'

async function story(platform: Platform, id: string): Promise<CaseHappening[]> {
  const happened = await listCaseEventsAfter(platform, { lifecycle: enforcementTable.lifecycle, id }, 0)
  const byInterface = ({ actorKind, event }: CaseHappening) => actorKind === 'SYSTEM' && isOneOf(bankEvents, event)
  if (!happened.some(byInterface)) return happened
  // What a bank's interface brought in is the bank's, whoever carried it.
  const banks = await listBanksOfSteps(platform, id)
  return happened.map((each) =>
    byInterface(each) ? { ...each, bodyName: banks.get(each.seq - 1) ?? each.bodyName } : each,
  )
}

export async function asUnitSees(platform: Platform, row: EnforcementRow): Promise<EnforcementRow> {
  if (enforcementTable.final.some((state) => state === row.status)) return row
  const { standing } = row
  const shown = shownStory(standing, await story(platform, row.id))
  const { principal, lateFee } = dueOf(await readDebts(platform, row.id))
  return {
    ...row,
    status: standing.quiet?.from ?? row.status,
    standing: { ...standing, ...asBefore(standing), draft: undefined },
    // The day on which it was last looked into would say as much as the step.
    computedOn: platform.clock.today(),
    principal: BigInt(principal),
    lateFee: BigInt(lateFee),
    changedAt: shown.at(-1)?.at ?? row.openedAt,
  }
}

/** Each piece named: one that was not there before is not there, rather than left as it is. */
function asBefore({ quiet }: Standing): Partial<Standing> {
  if (!quiet) return {}
  const { query, application, returned, demand, defences, decision, bankNotice, allocation } = quiet
  return { query, application, returned, demand, defences, decision, bankNotice, allocation }
}

function shownStory({ quiet }: Standing, happened: readonly CaseHappening[]): CaseHappening[] {
  const asked = quiet ? happened.findLastIndex(({ event }) => event === 'QUERY_ACCOUNTS') : happened.length
  return happened.flatMap((each, at) => {
    if (each.event === 'PREPARE_PAPER' || (at >= asked && isOneOf(quietEvents, each.event))) return []
    return quiet && at > asked ? [{ ...each, toState: quiet.from }] : [each]
  })
}

/** What happened, as far as it is the asker’s to know. */
export async function storyFor(
  platform: Platform,
  viewer: Viewer | undefined,
  { id, standing }: EnforcementRow,
): Promise<CaseHappening[]> {
  const happened = await story(platform, id)
  return isUnit(viewer) ? shownStory(standing, happened) : happened
}

export function seesPaper(
  viewer: Viewer | undefined,
  { standing: { quiet } }: EnforcementRow,
  { kind, issuedOn }: Pick<EnforcementPaperRow, 'kind' | 'issuedOn'>,
): boolean {
  return !isUnit(viewer) || !quiet || !isOneOf(quietPapers, kind) || issuedOn < quiet.since
}

/** A mark counts the steps: that of a unit counts those that it sees, but for where it acts. */
export async function markFor(platform: Platform, viewer: Viewer | undefined, row: EnforcementRow): Promise<CaseMark> {
  if (!isUnit(viewer) || row.status === unitActsIn) return markOf(platform, enforcementCase, row)
  const shown = shownStory(row.standing, await story(platform, row.id))
  return { state: row.status, sequence: shown.at(-1)?.seq ?? 1 }
}

/** What happened since the unit looked, of what it sees; nothing where it decided on what it still sees. */
export async function staleForUnit(
  platform: Platform,
  viewer: Viewer,
  row: EnforcementRow,
  decidedOn: CaseMark | undefined,
): Promise<StaleDecision | undefined> {
  if (!decidedOn) return undefined
  const happened = (await storyFor(platform, viewer, row)).filter(({ seq }) => seq > decidedOn.sequence)
  if (happened.length === 0 && decidedOn.state === row.status) return undefined
  return new StaleDecision(await markFor(platform, viewer, row), happened)
}
