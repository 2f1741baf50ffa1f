import { makeCreditCode, makeResidentId, seededRandom } from '@shebao/test-support'
import type { PersonnelDraft } from '@shebao/roster'
import { fen } from '@shebao/kernel'
import type { Viewer } from '../../../access/viewer.ts'
import { employerViewer } from '../../ask.ts'
import type { TestPlatform } from '../../test-platform.ts'
import { seedPolicy } from '../../../features/money/policy/policy-in-force.ts'
import { approvedOnline } from '../../approved-online.ts'

/** A unit with a draft of this year and somebody who may write it. */
export interface UnitFixture {
  employerId: string
  declarationId: string
  viewer: Viewer
  /** People of this unit alone: the same seed is somebody else in another unit. */
  person(seed: number, changes?: Partial<PersonnelDraft>): PersonnelDraft
}

let nextUnit = 0

export async function makeUnit(platform: TestPlatform): Promise<UnitFixture> {
  const number = (nextUnit += 1)
  const { prisma } = platform.database
  if ((await prisma.office.count()) === 0) {
    await seedPolicy(platform)
    await prisma.office.create({
      data: { region: '110000', nameZh: '示范', nameEn: 'Demo', phone: '010-12333', addressZh: '', addressEn: '' },
    })
  }
  const employer = await prisma.employer.create({
    data: {
      onlineFilings: approvedOnline,
      registrationNo: `11010000${String(number).padStart(4, '0')}`,
      creditCode: makeCreditCode(seededRandom(number), '110105'),
      name: `北京第${number}单位`,
      region: '110000',
      unitType: 'ENTERPRISE',
      industry: 'I',
      injuryClass: 1,
      registeredAddress: '北京市',
      legalRepName: '李明',
      legalRepPersonal: platform.vault.seal({}),
      legalRepIdMasked: '110',
      bankName: '银行',
      bankAccountName: '北京',
      bankAccountCipher: platform.vault.seal(''),
      bankAccountMasked: '*',
      registeredOn: '2020-01-01',
    },
  })
  const declaration = await prisma.declaration.create({
    data: { employerId: employer.id, year: 2026, opensOn: '2026-01-01', dueOn: '2026-12-31' },
  })
  return {
    employerId: employer.id,
    declarationId: declaration.id,
    viewer: employerViewer(employer.id),
    person: (seed, changes) => makePerson(number * 20 + seed, changes),
  }
}

/** A number has room for 500 men a day and district; lists of tests are longer. */
function birthDateOf(seed: number): string {
  return new Date(Date.UTC(1979, 0, 1 + (seed % 10_000))).toISOString().slice(0, 10)
}

/** Somebody about whom the rules have nothing to say. */
export function makePerson(seed: number, changes: Partial<PersonnelDraft> = {}): PersonnelDraft {
  return {
    name: '王芳',
    idType: 'RESIDENT_ID',
    idNumber: makeResidentId(seededRandom(seed), { sex: 'MALE', birthDate: birthDateOf(seed), region: '110101' }),
    householdType: 'LOCAL_URBAN',
    employmentForm: 'CONTRACT',
    hireDate: '2020-03-01',
    monthsWorkedLastYear: 12,
    wagesLastYear: fen(12_000_000),
    mobile: '13812345678',
    participation: { PENSION: true, MEDICAL: true, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: true },
    ...changes,
  }
}

/** Enters somebody in the bureau's register; wages are the monthly average. */
export async function enrol(
  platform: TestPlatform,
  unit: Pick<UnitFixture, 'employerId'>,
  draft: PersonnelDraft,
  averageWage = 1_000_000,
): Promise<string> {
  const { prisma } = platform.database
  const { vault } = platform
  const { name = '', idNumber = '', mobile } = draft
  const idHash = vault.lookupHash('person-id', idNumber)
  const individual = await prisma.individual.upsert({
    where: { idHash },
    update: {},
    create: {
      idType: 'RESIDENT_ID',
      idHash,
      idMasked: idNumber.slice(0, 3),
      nameMasked: name.slice(0, 1),
      personal: vault.seal({ name, idNumber, mobile }),
      sex: 'MALE',
      birthDate: '1990-05-06',
    },
  })
  const enrolment = await prisma.enrolment.create({
    data: {
      employerId: unit.employerId,
      individualId: individual.id,
      employmentForm: 'CONTRACT',
      householdType: 'LOCAL_URBAN',
      hireDate: '2020-03-01',
      fromPeriod: '2020-03',
      averageWage: BigInt(averageWage),
    },
  })
  return enrolment.id
}
