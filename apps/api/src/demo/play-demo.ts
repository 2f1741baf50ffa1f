import type { UnitFigures } from '@shebao/declaration-rules'
import { insurances } from '@shebao/roster'
import type { DemoUnit } from '@shebao/prisma/seed'
import { sumPaidOfYear } from '../features/money/month/index.ts'
import { findArrears, listOverduePeriods } from '../features/money/notice/index.ts'
import {
  acceptDeclaration,
  closeDeclaration,
  filePaper,
  recommendDeclaration,
  returnDeclaration,
  startReview,
} from '../features/filing/review/index.ts'
import {
  evaluateDeclaration,
  printInspection,
  saveUnitForm,
  submitDeclaration,
} from '../features/filing/inspection/index.ts'
import { findDeclaration, openInspection } from '../features/filing/declaration/index.ts'
import type { DeclarationRow, DeclarationVersionRow } from '../features/filing/declaration/index.ts'
import { compareRoster, downloadRoster } from '../features/filing/comparison/index.ts'
import { savePersonnel, signPersonnelList } from '../features/filing/personnel/index.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'
import { declaredRows } from './demo-rows.ts'
import { findDemoViewer } from './demo-viewer.ts'
import { playPolicy } from './play-policy.ts'

/** How far each employer of the demo office has come with this year's annual inspection; the others have not begun. */
const progress = [
  ['1101070010', 'UNIT_DONE'],
  ['1101120006', 'PERSONNEL_OPEN'],
  ['1101110011', 'ROSTER_DOWNLOADED'],
  ['1101180015', 'COMPARED'],
  ['1101170013', 'READY'],
  ['1101140005', 'SUBMITTED'],
  ['1101150008', 'SUBMITTED'],
  ['1101130007', 'UNDER_REVIEW'],
  ['1101050003', 'RETURNED'],
  ['1101160012', 'APPROVED'],
  ['1101020009', 'PRINTED'],
  ['1101090014', 'PAPER_FILED'],
  ['1101060004', 'CLOSED'],
] as const
const origin = 'demo'

/**
 * Brings declarations into every state through the same use cases that people use, so that nothing in the demo office
 * could not have happened.
 */
export async function playDemo(
  platform: Platform,
  units: readonly DemoUnit[],
  year: number,
  wageIndex: number,
): Promise<void> {
  for (const [registrationNo, target] of progress) {
    const unit = units.find((one) => one.registrationNo === registrationNo)
    if (unit) await fileAsFarAs(platform, unit, target, year, wageIndex)
  }
  await playPolicy(platform)
}

type Target = (typeof progress)[number][1]

async function fileAsFarAs(
  platform: Platform,
  unit: DemoUnit,
  target: Target,
  year: number,
  wageIndex: number,
): Promise<void> {
  const clerk = await findDemoViewer(platform, { employerId: unit.id })
  const opened = await openInspection(platform, clerk)
  if (opened.kind !== 'opened') return
  const declarationId = opened.declaration.id
  const current = () => getDeclaration(platform, declarationId)
  if (target === 'UNIT_DONE') return fillUnitForm(platform, clerk, await current(), unit, undefined)

  const rows = declaredRows(unit, year, wageIndex)
  const declared = target === 'ROSTER_DOWNLOADED' ? rows.slice(2) : rows
  await savePersonnel(platform, clerk, {
    declarationId,
    expectedRevision: (await current()).personnelRevision,
    uploadId: crypto.randomUUID(),
    mode: 'REPLACE',
    part: 1,
    ofParts: 1,
    rows: declared,
    origin,
  })
  if (target === 'PERSONNEL_OPEN') return
  const { figures } = await evaluateDeclaration(platform, await current())
  await fillUnitForm(platform, clerk, await current(), unit, figures)
  await downloadRoster(platform, clerk, { declarationId, format: 'xlsx', language: 'zh-CN', origin })
  await compareRoster(platform, clerk, { declarationId, origin })
  if (target === 'ROSTER_DOWNLOADED' || target === 'COMPARED') return
  await signPersonnelList(platform, clerk, { declarationId, signed: true, origin })
  if (target === 'READY') return

  const draft = await current()
  const submitted = await submitDeclaration(platform, clerk, {
    declarationId,
    unitRevision: draft.unitRevision,
    personnelRevision: draft.personnelRevision,
    truthDeclared: true,
    signer: unit.legalRepName,
    origin,
  })
  if (submitted.kind !== 'submitted') {
    const issues = submitted.kind === 'incomplete' ? submitted.issues.slice(0, 5) : []
    throw new Error(
      `The demo declaration of ${unit.registrationNo} was not submitted (${submitted.kind}): ${JSON.stringify(issues)}`,
    )
  }
  await review(platform, submitted.declaration, target)
  await filePaperAsFarAs(platform, clerk, submitted.version, target)
}

async function review(platform: Platform, declaration: DeclarationRow, target: Target): Promise<void> {
  if (target === 'SUBMITTED') return
  const [officer, reviewer] = [
    await findDemoViewer(platform, { staffNo: 'S1001' }),
    await findDemoViewer(platform, { staffNo: 'S1002' }),
  ]
  const input = { declarationId: declaration.id, version: declaration.version, origin }
  await startReview(platform, officer, input)
  if (target === 'RETURNED') {
    await returnDeclaration(platform, officer, {
      ...input,
      notes: [
        { path: 'unit.handlerPhone', text: '经办人电话无人接听，请核对号码。' },
        { path: 'unit.retirees', text: '退休人数与上年度申报不一致，请说明或更正。' },
      ],
    })
  }
  if (target === 'UNDER_REVIEW' || target === 'RETURNED') return
  await recommendDeclaration(platform, officer, input)
  await acceptDeclaration(platform, reviewer, input)
}

async function filePaperAsFarAs(
  platform: Platform,
  clerk: Viewer,
  version: DeclarationVersionRow,
  target: Target,
): Promise<void> {
  if (target !== 'PRINTED' && target !== 'PAPER_FILED' && target !== 'CLOSED') return
  const paper = { declarationId: version.declarationId, version: version.version, origin }
  if (target === 'PRINTED') {
    await printInspection(platform, clerk, { ...paper, language: 'zh-CN' })
    return
  }
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  await filePaper(platform, officer, {
    ...paper,
    receivedOn: platform.clock.today(),
    pages: 6,
    sealOk: true,
    hash: version.contentHash,
  })
  if (target === 'CLOSED') await closeDeclaration(platform, officer, paper)
}

async function fillUnitForm(
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

async function getDeclaration(platform: Platform, id: string): Promise<DeclarationRow> {
  const declaration = await findDeclaration(platform, id)
  if (!declaration) throw new Error('A demo declaration disappeared.')
  return declaration
}
