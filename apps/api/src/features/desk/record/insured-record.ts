import { parsePeriod, period as toPeriod } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { pensionOutlook } from '@shebao/premium'
import type { PensionOutlook, RetirementCategory } from '@shebao/premium'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listAssessedMonths } from '../../money/month/index.ts'
import {
  findIndividual,
  listInsuredStretches,
  listPaidPeriods,
  listTransferredStretches,
} from '../../register/individual/index.ts'
import type { StretchRow, TransferredStretch } from '../../register/individual/index.ts'
import { insuredMonths } from './insured-months.ts'
import type { InsuredMonths } from './insured-months.ts'

/** From joining a unit to leaving it, whatever changed between. */
export interface InsuredSpell {
  employerName: string
  from: string
  to: string | null
  leaveDate: string | null
  stopReason: string | null
}

export interface InsuredRecord extends InsuredMonths {
  /** Newest first. */
  spells: InsuredSpell[]
  transfers: TransferredStretch[]
}

/** A person's whole record by month: three questions, however long it is. */
export async function readInsuredRecord(platform: Platform, individualId: string): Promise<InsuredRecord> {
  const stretches = await listInsuredStretches(platform, individualId)
  const assessed = await listAssessedMonths(platform, individualId)
  const transfers = await listTransferredStretches(platform, individualId)
  const months = insuredMonths(assessed, stretches, runningPeriod(platform), transfers)
  return { ...months, spells: spellsOf(stretches), transfers }
}

/**
 * What the pension months lead to, one answer for each retirement category that the register leaves open: a woman's follows from her
 * post, which it does not know.
 */
export async function readPensionOutlooks(platform: Platform, individualId: string): Promise<PensionOutlook[]> {
  const person = await findIndividual(platform, individualId)
  if (!person) throw notFound('person')
  const birthMonth = parsePeriod(person.birthDate.slice(0, 7))
  if (birthMonth === undefined) return []
  const paid = await listPaidPeriods(platform, individualId)
  const months = new Set(paid.find(({ insurance }) => insurance === 'PENSION')?.periods)
  const categories: RetirementCategory[] = person.sex === 'MALE' ? ['MALE'] : ['FEMALE_50', 'FEMALE_55']
  return categories.map((category) => pensionOutlook(category, birthMonth, months, runningPeriod(platform)))
}

function spellsOf(stretches: readonly StretchRow[]): InsuredSpell[] {
  const spells = new Map<string, InsuredSpell>()
  for (const { spellId, employerName, fromPeriod, toPeriod: to, leaveDate, stopReason } of stretches)
    spells.set(spellId, { employerName, from: spells.get(spellId)?.from ?? fromPeriod, to, leaveDate, stopReason })
  return [...spells.values()].toSorted((a, b) => b.from.localeCompare(a.from))
}

const runningPeriod = ({ clock }: Platform): Period => toPeriod(clock.today().slice(0, 7))
