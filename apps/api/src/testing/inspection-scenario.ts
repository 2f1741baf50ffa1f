import { findUnitField, listAnswers } from '@shebao/declaration-rules'
import { maskBankAccount, maskIdNumber } from '@shebao/identifiers'
import { makeCompleteDeclaration } from '@shebao/test-support/declaration'
import type { DeclarationRow } from '../features/filing/declaration/declaration.repository.ts'
import { findDeclaration } from '../features/filing/declaration/declaration.repository.ts'
import { openInspection } from '../features/filing/declaration/open-inspection.ts'
import { saveUnitForm } from '../features/filing/inspection/save-unit-form.ts'
import { submitDeclaration } from '../features/filing/inspection/submit-declaration.ts'
import { seedPolicy } from '../features/money/policy/policy-in-force.ts'
import { compareRoster } from '../features/filing/comparison/compare-roster.ts'
import { findDifferences } from '../features/filing/comparison/differences.repository.ts'
import { downloadRoster } from '../features/filing/comparison/download-roster.ts'
import { resolveDifferences } from '../features/filing/comparison/resolve-differences.ts'
import { savePersonnel } from '../features/filing/personnel/save-personnel.ts'
import { signPersonnelList } from '../features/filing/personnel/sign-personnel-list.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'
import { employerViewer } from './ask.ts'
import { approvedOnline } from './approved-online.ts'

const origin = 'test'

/** An office with its parameters, whose inspection may be submitted all year. */
export async function givenOffice(platform: Platform): Promise<void> {
  await seedPolicy(platform)
  await platform.database.prisma.office.create({
    data: {
      region: '110000',
      nameZh: '测试社保中心',
      nameEn: 'Test office',
      phone: '010-12333',
      addressZh: '北京',
      addressEn: 'Beijing',
      settings: { inspection: { opensOn: '2026-01-01', closesOn: '2026-12-31', paperDays: 15 } },
    },
  })
}

export interface GivenUnit {
  clerk: Viewer
  employerId: string
  /** Everything a clerk would type, by path. */
  answers: Record<string, unknown>
  people: { row: number; draft: ReturnType<typeof makeCompleteDeclaration>['personnel'][number]['draft'] }[]
}

/** A registered unit, and what a complete declaration of it would say. */
export async function givenUnit(platform: Platform, { seed = 1, people = 3 } = {}): Promise<GivenUnit> {
  const { unit, personnel } = makeCompleteDeclaration(seed, people)
  const { vault, database } = platform
  const registrationNo = `11010800${String(seed).padStart(2, '0')}`
  const employer = await database.prisma.employer.create({
    data: {
      onlineFilings: approvedOnline,
      registrationNo,
      creditCode: unit.creditCode ?? '',
      name: unit.unitName ?? '',
      region: '110000',
      unitType: 'ENTERPRISE',
      industry: 'I',
      injuryClass: 1,
      registeredAddress: unit.registeredAddress ?? '',
      legalRepName: unit.legalRepresentativeName ?? '',
      legalRepPersonal: vault.seal({
        idNumber: unit.legalRepresentativeIdNumber,
        phone: unit.legalRepresentativePhone,
      }),
      legalRepIdMasked: maskIdNumber(unit.legalRepresentativeIdNumber ?? ''),
      bankName: unit.bankName ?? '',
      bankAccountName: unit.bankAccountName ?? '',
      bankAccountCipher: vault.seal(unit.bankAccountNumber),
      bankAccountMasked: maskBankAccount(unit.bankAccountNumber ?? ''),
      registeredOn: '2020-01-01',
    },
  })
  const typed = [...listAnswers(unit)].filter(([path]) => {
    const field = findUnitField(path)
    return field && !field.readOnly && field.section !== 'truth'
  })
  return {
    clerk: employerViewer(employer.id),
    employerId: employer.id,
    answers: Object.fromEntries(typed),
    people: personnel.map(({ draft }, index) => ({ draft, row: index + 2 })),
  }
}

export async function declarationNow(platform: Platform, id: string): Promise<DeclarationRow> {
  const declaration = await findDeclaration(platform, id)
  if (!declaration) throw new Error('The declaration of the test is gone.')
  return declaration
}

export async function openDraft(platform: Platform, { clerk }: GivenUnit): Promise<string> {
  const opened = await openInspection(platform, clerk)
  if (opened.kind !== 'opened') throw new Error('The window of the test is not open.')
  return opened.declaration.id
}

/** A draft that lacks nothing but the truth declaration, as a clerk brings it there. */
export async function completeDraft(platform: Platform, unit: GivenUnit): Promise<string> {
  const declarationId = await openDraft(platform, unit)
  await saveUnitForm(platform, unit.clerk, { declarationId, expectedRevision: 0, changes: unit.answers })
  await savePersonnel(platform, unit.clerk, {
    declarationId,
    expectedRevision: 0,
    uploadId: crypto.randomUUID(),
    mode: 'REPLACE',
    part: 1,
    ofParts: 1,
    rows: unit.people,
    origin,
  })
  await signPersonnelList(platform, unit.clerk, { declarationId, signed: true, origin })
  await settleComparison(platform, unit, declarationId)
  return declarationId
}

export async function settleComparison(platform: Platform, { clerk }: GivenUnit, declarationId: string): Promise<void> {
  await downloadRoster(platform, clerk, { declarationId, format: 'csv', language: 'zh-CN', origin })
  await compareRoster(platform, clerk, { declarationId, origin })
  for (;;) {
    const extra = await findDifferences(platform, { declarationId, kind: 'EXTRA_IN_UNIT', state: 'OPEN', limit: 5_000 })
    if (extra.length === 0) return
    await resolveDifferences(platform, clerk, {
      declarationId,
      ids: extra.map(({ id }) => id),
      resolution: 'ADD',
      origin,
    })
  }
}

export async function submit(platform: Platform, { clerk }: GivenUnit, declarationId: string) {
  const { unitRevision, personnelRevision } = await declarationNow(platform, declarationId)
  return submitDeclaration(platform, clerk, {
    declarationId,
    unitRevision,
    personnelRevision,
    truthDeclared: true,
    signer: '王建国',
    origin,
  })
}
