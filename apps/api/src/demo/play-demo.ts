import type { DemoUnit } from '@shebao/prisma/seed'
import {
  answerNote,
  evaluateDeclaration,
  saveUnitForm,
  submitDeclaration,
} from '../features/filing/inspection/index.ts'
import { findDeclaration, listStandingNotes, openInspection } from '../features/filing/declaration/index.ts'
import type { DeclarationRow, DeclarationVersionRow } from '../features/filing/declaration/index.ts'
import { compareRoster, downloadRoster } from '../features/filing/comparison/index.ts'
import { savePersonnel, signPersonnelList } from '../features/filing/personnel/index.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'
import { asRows, declaredPeople } from './demo-rows.ts'
import { findDemoViewer } from './demo-viewer.ts'
import { playConfirmations } from './play-confirmations.ts'
import { fillUnitForm } from './fill-unit-form.ts'
import { playPolicy } from './play-policy.ts'
import { progress } from './progress.ts'
import type { Target } from './progress.ts'
import { filePaperAsFarAs, review } from './review-demo.ts'
import { settleDemo } from './settle-demo.ts'
import { teachingLists } from './teaching-lists.ts'

const origin = 'demo'
/** Handed in with the signatures of two people who gave them on their phones. */
const partlyConfirmed = '1101140005'

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

  const teaching = teachingLists[unit.registrationNo]
  const registered = declaredPeople(unit, year, wageIndex)
  const people = teaching ? teaching.change(registered, platform.clock.today()) : registered
  const declared = asRows(people).slice(target === 'ROSTER_DOWNLOADED' ? 2 : 0)
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
  if (target === 'PERSONNEL_OPEN') return playConfirmations(platform, clerk, declarationId, { settled: false })
  const { figures } = await evaluateDeclaration(platform, await current())
  await fillUnitForm(platform, clerk, await current(), unit, figures)
  await downloadRoster(platform, clerk, { declarationId, format: 'xlsx', language: 'zh-CN', origin })
  await compareRoster(platform, clerk, { declarationId, origin })
  if (teaching) await settleDemo(platform, clerk, await current(), teaching.settle)
  if (target === 'ROSTER_DOWNLOADED' || target === 'COMPARED') return
  if (unit.registrationNo === partlyConfirmed)
    await playConfirmations(platform, clerk, declarationId, { settled: true })
  await signPersonnelList(platform, clerk, { declarationId, signed: true, origin })
  if (target === 'READY') return

  const version = await submit(platform, clerk, unit, await current())
  await review(platform, await current(), target)
  if (target === 'RESUBMITTED') {
    await mendNotes(platform, clerk, await current())
    await submit(platform, clerk, unit, await current())
  }
  await filePaperAsFarAs(platform, clerk, version, target)
}

/** What the office noted: a number that nobody answers is corrected, and a count that is not last year's explained in writing. */
async function mendNotes(platform: Platform, clerk: Viewer, declaration: DeclarationRow): Promise<void> {
  const { id: declarationId, unitRevision } = declaration
  const changes = { handlerPhone: '13910002000' }
  await saveUnitForm(platform, clerk, { declarationId, expectedRevision: unitRevision, changes })
  for (const { id: noteId, path } of await listStandingNotes(platform, declaration)) {
    if (path === 'unit.handlerPhone') continue
    const answer = '本年无人退休；上年度申报的退休人员已于上年12月办结手续，不再计入。'
    await answerNote(platform, clerk, { declarationId, noteId, answer, was: '' })
  }
}

async function submit(
  platform: Platform,
  clerk: Viewer,
  unit: DemoUnit,
  draft: DeclarationRow,
): Promise<DeclarationVersionRow> {
  const submitted = await submitDeclaration(platform, clerk, {
    declarationId: draft.id,
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
  return submitted.version
}

async function getDeclaration(platform: Platform, id: string): Promise<DeclarationRow> {
  const declaration = await findDeclaration(platform, id)
  if (!declaration) throw new Error('A demo declaration disappeared.')
  return declaration
}
