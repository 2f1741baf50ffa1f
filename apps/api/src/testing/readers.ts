import { clerkDuties } from '../access/viewer.ts'
import type { ClerkDuty, StaffRole } from '../access/viewer.ts'
import { employerViewer, insuredViewer, staffViewer } from './ask.ts'
import type { TestPlatform } from './test-platform.ts'

let made = 0

/** Accounts that exist, for what is told to them. */
async function addAccount({ database }: TestPlatform, kind: 'EMPLOYER' | 'INSURED' | 'STAFF', individualId?: string) {
  const { id } = await database.prisma.account.create({
    data: {
      kind,
      displayName: kind,
      passwordHash: '',
      ...(individualId ? { individualId } : {}),
      ...(kind === 'STAFF' ? { staffNo: `T${(made += 1)}` } : {}),
    },
  })
  return id
}

const from = '2020-01-01'
const duties = [...clerkDuties]

export async function addClerk(
  platform: TestPlatform,
  employerId: string,
  given: { validTo?: string; endedAt?: Date; duties?: ClerkDuty[] } = {},
) {
  const accountId = await addAccount(platform, 'EMPLOYER')
  await platform.database.prisma.membership.create({
    data: { accountId, role: 'CLERK', scopeKind: 'EMPLOYER', scopeId: employerId, validFrom: from, duties, ...given },
  })
  return employerViewer(employerId, { accountId, duties: given.duties ?? duties })
}

export async function addPerson(platform: TestPlatform, individualId: string) {
  return insuredViewer(individualId, { accountId: await addAccount(platform, 'INSURED', individualId) })
}

export async function addStaff(platform: TestPlatform, officeId: string, roles: readonly StaffRole[]) {
  const accountId = await addAccount(platform, 'STAFF')
  await platform.database.prisma.membership.createMany({
    data: roles.map((role) => ({ accountId, role, scopeKind: 'OFFICE', scopeId: officeId, validFrom: from })),
  })
  return staffViewer(roles, { accountId, officeId })
}

export async function addOffice({ database }: TestPlatform): Promise<string> {
  const words = {
    nameZh: '测试社保中心',
    nameEn: 'Test office',
    addressZh: '北京',
    addressEn: 'Beijing',
    phone: '010-12333',
  }
  return (await database.prisma.office.create({ data: { region: '110000', ...words } })).id
}
