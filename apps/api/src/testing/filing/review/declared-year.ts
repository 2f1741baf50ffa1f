import { findUnitField, listAnswers } from '@shebao/declaration-rules'
import { fen } from '@shebao/kernel'
import { declarationContext, makeCompleteUnit } from '@shebao/test-support/declaration'
import { seededRandom } from '@shebao/test-support'
import { staffViewer } from '../../ask.ts'
import { completeDraft, givenUnit, submit } from '../../inspection-scenario.ts'
import type { GivenUnit } from '../../inspection-scenario.ts'
import type { TestPlatform } from '../../test-platform.ts'
import { acceptDeclaration } from '../../../features/filing/review/accept-declaration.ts'
import type { AcceptOutcome } from '../../../features/filing/review/accept-declaration.ts'
import { startReview } from '../../../features/filing/review/review-declaration.ts'
import { findDifferences } from '../../../features/filing/comparison/differences.repository.ts'
import { resolveDifferences } from '../../../features/filing/comparison/resolve-differences.ts'
import { compareRoster } from '../../../features/filing/comparison/compare-roster.ts'

/** Somebody the office has with one average, in fen, and the unit declares with another. */
export interface DeclaredAverage {
  registered: number
  declared: number
}

export interface DeclaredUnit extends GivenUnit {
  /** In the order of the averages. */
  individualIds: string[]
}

/** A unit whose people are in the register since 2023, and whose declaration will say other averages of them. */
export async function givenDeclaredUnit(
  platform: TestPlatform,
  seed: number,
  averages: readonly DeclaredAverage[],
): Promise<DeclaredUnit> {
  const unit = await givenUnit(platform, { seed, people: averages.length })
  unit.people.forEach(({ draft }, index) => {
    draft.hireDate = '2023-02-01'
    draft.monthsWorkedLastYear = 12
    draft.wagesLastYear = fen((averages[index]?.declared ?? 0) * 12)
    delete draft.firstMonthWage
    delete draft.exemptionReasons
    draft.participation = { PENSION: true, MEDICAL: true, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: true }
  })
  Object.assign(unit.answers, figuresOf(unit, seed))
  const individualIds: string[] = []
  for (const [index, { draft }] of unit.people.entries()) {
    const { id } = await platform.database.prisma.individual.create({
      data: {
        idType: 'RESIDENT_ID',
        idHash: platform.vault.lookupHash('person-id', draft.idNumber ?? ''),
        idMasked: '110',
        nameMasked: '王*',
        personal: platform.vault.seal({ name: draft.name, idNumber: draft.idNumber, mobile: '13900001111' }),
        sex: draft.sex ?? 'MALE',
        birthDate: '1990-01-01',
        enrolments: {
          create: {
            employerId: unit.employerId,
            employmentForm: draft.employmentForm ?? 'CONTRACT',
            householdType: draft.householdType ?? 'LOCAL_URBAN',
            hireDate: '2023-02-01',
            fromPeriod: '2023-02',
            averageWage: BigInt(averages[index]?.registered ?? 0),
            wagesLastYear: BigInt((averages[index]?.registered ?? 0) * 12),
            monthsWorked: 12,
            recordedAt: new Date('2023-02-01T02:00:00Z'),
          },
        },
      },
    })
    individualIds.push(id)
  }
  return { ...unit, individualIds }
}

function figuresOf({ people }: GivenUnit, seed: number): Record<string, unknown> {
  const form = makeCompleteUnit(seededRandom(seed), people, declarationContext())
  const sections = new Set(['headcount', 'insured', 'wages'])
  return Object.fromEntries(
    [...listAnswers(form)].filter(([path]) => {
      const field = findUnitField(path)
      return field && !field.readOnly && sections.has(field.section)
    }),
  )
}

/** Declared, compared, submitted, reviewed and accepted, by all who have to. */
export async function declareAndAccept(platform: TestPlatform, unit: DeclaredUnit): Promise<AcceptOutcome> {
  const declarationId = await completeDraft(platform, unit)
  await settleAll(platform, unit, declarationId)
  const submitted = await submit(platform, unit, declarationId)
  if (submitted.kind !== 'submitted')
    throw new Error(`Not submitted: ${'issues' in submitted ? JSON.stringify(submitted.issues) : submitted.kind}`)
  const input = { declarationId, version: 1, origin: 'test' }
  await startReview(platform, staffViewer(['OFFICER']), input)
  return acceptDeclaration(platform, staffViewer(['REVIEWER']), input)
}

async function settleAll(platform: TestPlatform, { clerk }: GivenUnit, declarationId: string): Promise<void> {
  await compareRoster(platform, clerk, { declarationId, origin: 'test' })
  for (const { id, kind } of await findDifferences(platform, { declarationId, state: 'OPEN', limit: 100 })) {
    await resolveDifferences(platform, clerk, {
      declarationId,
      ids: [id],
      resolution: kind === 'NAME_DIFF' ? 'INFO_CHANGE' : 'ACCEPT_UNIT',
      reason: '以本单位工资表为准',
      origin: 'test',
    })
  }
}
