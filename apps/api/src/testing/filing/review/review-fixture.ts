import { maskIdNumber, maskName } from '@shebao/identifiers'
import { makeCreditCode, makeResidentId, seededRandom } from '@shebao/test-support'
import type { StaffRole, Viewer } from '../../../access/viewer.ts'
import { insertCaseEvent } from '../../../case/case-event.repository.ts'
import { employerViewer } from '../../ask.ts'
import { addColleague } from '../../colleague.ts'
import type { TestPlatform } from '../../test-platform.ts'
import { seedPolicy } from '../../../features/money/policy/policy-in-force.ts'
import { approvedOnline } from '../../approved-online.ts'

const everything = { PENSION: true, MEDICAL: true, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: true }

export interface Somebody {
  name: string
  idNumber: string
  /** Monthly wage in fen. */
  wage: number
  participation?: Record<keyof typeof everything, boolean>
  /** The list says that they left on this day. */
  leaveDate?: string
}

export const somebody = (seed: number, name: string, wage: number, participation = everything): Somebody => ({
  name,
  wage,
  participation,
  idNumber: makeResidentId(seededRandom(seed), { sex: 'FEMALE', birthDate: '1990-05-06', region: '110101' }),
})

export interface ReviewedUnit {
  employerId: string
  declarationId: string
  registrationNo: string
  creditCode: string
  clerkId: string
}

let units = 0

/** A unit in the register with these people, and a declaration of this year that was not begun. */
export async function addUnit(
  platform: TestPlatform,
  enrolled: readonly Somebody[],
  dueOn = '2026-12-31',
): Promise<ReviewedUnit> {
  const { prisma } = platform.database
  const { vault } = platform
  await seedPolicy(platform)
  units += 1
  const registrationNo = `1101080${String(units).padStart(3, '0')}`
  const creditCode = makeCreditCode(seededRandom(units), '110105')
  const { id: employerId } = await prisma.employer.create({
    data: {
      onlineFilings: approvedOnline,
      registrationNo,
      creditCode,
      name: `北京第${units}示例单位`,
      region: '110000',
      unitType: 'ENTERPRISE',
      industry: 'I',
      injuryClass: 1,
      registeredAddress: '北京市海淀区示范路1号',
      legalRepName: '李明',
      legalRepPersonal: vault.seal({ idNumber: '11010519491231002X', phone: '13812345678' }),
      legalRepIdMasked: '110*************2X',
      bankName: '示范银行',
      bankAccountName: `北京第${units}示例单位`,
      bankAccountCipher: vault.seal('6228480000000000000'),
      bankAccountMasked: '***************0000',
      registeredOn: '2020-01-01',
    },
  })
  for (const person of enrolled) await enrol(platform, employerId, person)
  const { id: declarationId } = await prisma.declaration.create({
    data: { employerId, year: 2026, opensOn: '2026-01-01', dueOn },
  })
  const { id: clerkId } = await prisma.account.create({
    data: { kind: 'EMPLOYER', displayName: '王经办', passwordHash: '-', previousHashes: [] },
  })
  return { employerId, declarationId, registrationNo, creditCode, clerkId }
}

async function enrol({ database, vault }: TestPlatform, employerId: string, person: Somebody): Promise<void> {
  const { name, idNumber, wage, participation = everything } = person
  const idHash = vault.lookupHash('person-id', idNumber)
  const { id: individualId } = await database.prisma.individual.upsert({
    where: { idHash },
    update: {},
    create: {
      idType: 'RESIDENT_ID',
      idHash,
      idMasked: maskIdNumber(idNumber),
      nameMasked: maskName(name),
      sex: 'FEMALE',
      birthDate: '1990-05-06',
      personal: vault.seal({ name, idNumber, mobile: '13800000000' }),
    },
  })
  await database.prisma.enrolment.create({
    data: {
      employerId,
      individualId,
      employmentForm: 'CONTRACT',
      householdType: 'LOCAL_URBAN',
      hireDate: '2020-03-01',
      fromPeriod: '2020-03',
      averageWage: BigInt(wage),
      pension: participation.PENSION,
      medical: participation.MEDICAL,
      unemployment: participation.UNEMPLOYMENT,
      workInjury: participation.WORK_INJURY,
      maternity: participation.MATERNITY,
    },
  })
}

/** Puts a version before the office as the employer's clerk did, with the same event a submission leaves. */
export async function submitVersion(
  platform: TestPlatform,
  unit: ReviewedUnit,
  listed: readonly Somebody[],
  answers: Record<string, unknown> = {},
  contentHash?: string,
): Promise<number> {
  const {
    database: { prisma },
    vault,
    clock,
  } = platform
  const { declarationId } = unit
  const before = await prisma.declaration.findUniqueOrThrow({ where: { id: declarationId } })
  const version = before.version + 1
  const submittedAt = clock.now()
  await prisma.declarationVersion.create({
    data: {
      declarationId,
      version,
      formNo: `NJ2026-${unit.registrationNo}-${version}`,
      people: listed.length,
      verdict: 'COMPLETE_WITH_WARNINGS',
      unitForm: {
        year: 2026,
        unitName: '另一个名称',
        unitCode: unit.registrationNo,
        bankName: '示范银行',
        staffTotal: listed.length,
        handlerName: '赵经办',
        ...answers,
      },
      unitPersonal: vault.seal({
        answers: { bankAccountNumber: '6228480000000000001', legalRepresentativePhone: '13812345678' },
        changedIn: {},
      }),
      warnings: [
        {
          ruleId: 'x',
          severity: 'warning',
          path: 'personnel[2].name',
          field: 'name',
          row: 2,
          code: 'RARE_NAME',
          params: {},
        },
      ],
      ruleSetHash: 'r',
      contentHash: contentHash ?? `${version}`.repeat(64).slice(0, 64),
      submittedBy: unit.clerkId,
      submittedAt,
    },
  })
  for (const [index, { name, idNumber, wage, participation = everything, leaveDate }] of listed.entries()) {
    await prisma.personnelRecord.create({
      data: {
        declarationId,
        version,
        rowNo: index + 2,
        idHash: vault.lookupHash('person-id', idNumber),
        idMasked: maskIdNumber(idNumber),
        nameMasked: maskName(name),
        personal: vault.seal({ name, idNumber, mobile: '13812345678' }),
        content: {
          idType: 'RESIDENT_ID',
          householdType: 'LOCAL_URBAN',
          employmentForm: 'CONTRACT',
          hireDate: '2020-03-01',
          sex: 'FEMALE',
          birthDate: '1990-05-06',
          monthsWorkedLastYear: 12,
          wagesLastYear: wage * 12,
          participation,
          ...(leaveDate ? { leaveDate } : {}),
        },
      },
    })
  }
  await prisma.declaration.update({ where: { id: declarationId }, data: { status: 'SUBMITTED', version, submittedAt } })
  await insertCaseEvent(platform, {
    lifecycle: 'annual-declaration',
    id: declarationId,
    event: 'SUBMIT',
    from: 'READY',
    to: 'SUBMITTED',
    revision: version,
    actor: employerViewer(unit.employerId, { accountId: unit.clerkId }),
  })
  return version
}

/** A member of staff with an account, so that others are told the name. */
export const addStaff = (platform: TestPlatform, displayName: string, roles: StaffRole[]): Promise<Viewer> =>
  addColleague(platform, roles, { displayName })
