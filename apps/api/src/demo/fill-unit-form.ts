import type { UnitFigures } from '@shebao/declaration-rules'
import { insurances } from '@shebao/roster'
import type { DemoUnit } from '@shebao/prisma/seed'
import { sumPaidOfYear } from '../features/money/month/index.ts'
import { findArrears, listOverduePeriods } from '../features/money/notice/index.ts'
import { saveUnitForm } from '../features/filing/inspection/index.ts'
import type { DeclarationRow } from '../features/filing/declaration/index.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'

/** Answers the unit form as a clerk would who has the books at hand. */
export async function fillUnitForm(
  platform: Platform,
  clerk: Viewer,
  declaration: DeclarationRow,
  unit: DemoUnit,
  figures: UnitFigures | undefined,
): Promise<void> {
  const perInsurance = (name: string, values: Partial<Record<string, number>>) =>
    Object.fromEntries(Object.entries(values).map(([insurance, value]) => [`${name}.${insurance}`, value]))
  const typed = figures ? withoutComputed(figures) : {}
  const arrears = await findArrears(platform, unit.id, platform.clock.today())
  const owes = Object.keys(arrears).length > 0
  const changes = {
    actualAddressDiffers: false,
    handlerName: '钱经办',
    handlerPhone: unit.phone,
    retirees: 0,
    ...(owes
      ? {
          paymentStatus: 'ARREARS',
          paymentStatusMonths: await listOverduePeriods(platform, unit.id, platform.clock.today()),
        }
      : { paymentStatus: 'PAID' }),
    benefitStatus: 'PAID',
    hasBranches: false,
    underReported: false,
    benefitFraud: false,
    ...typed,
    ...perInsurance('insuredCount', figures?.insuredCount ?? {}),
    ...shortfallReasons(figures),
    ...perInsurance('annualContributionBase', figures?.annualContributionBase ?? {}),
    ...perInsurance('paidLastYear', await sumPaidOfYear(platform, unit.id, declaration.year - 1)),
    ...perInsurance('arrears', Object.fromEntries(insurances.map((insurance) => [insurance, arrears[insurance] ?? 0]))),
  }
  await saveUnitForm(platform, clerk, {
    declarationId: declaration.id,
    expectedRevision: declaration.unitRevision,
    changes,
  })
}

/** Somebody whom another employer insures is no mistake, and the form asks why the counts differ. */
function shortfallReasons(figures: UnitFigures | undefined): Record<string, string> {
  const short = insurances.filter((insurance) => (figures?.insuredCount[insurance] ?? 0) < (figures?.staffTotal ?? 0))
  return Object.fromEntries(
    short.map((insurance) => [`insuredShortfallReason.${insurance}`, '有职工在另一用人单位参保']),
  )
}

/** Averages are worked out by the form; the rest of what follows from the list is what a clerk types. */
function withoutComputed(figures: UnitFigures): Record<string, unknown> {
  const {
    averageMonthlyWageLastYear: _wage,
    averageBaseThisYear: _base,
    insuredCount: _count,
    annualContributionBase: _bases,
    ...typed
  } = figures
  return typed
}
