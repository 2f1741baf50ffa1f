import {
  acceptDeclaration,
  closeDeclaration,
  recommendDeclaration,
  returnDeclaration,
  startReview,
} from '../features/filing/review/index.ts'
import { civilDateAt } from '@shebao/kernel'
import { findDeclaration } from '../features/filing/declaration/index.ts'
import { expectPaper, receivePaper } from '../features/filing/paper-copy/index.ts'
import { printInspection } from '../features/filing/inspection/index.ts'
import type { DeclarationRow, DeclarationVersionRow } from '../features/filing/declaration/index.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'
import type { Target } from './progress.ts'

const origin = 'demo'

export async function review(platform: Platform, declaration: DeclarationRow, target: Target): Promise<void> {
  if (target === 'SUBMITTED') return
  const [officer, reviewer] = [
    await findDemoViewer(platform, { staffNo: 'S1001' }),
    await findDemoViewer(platform, { staffNo: 'S1002' }),
  ]
  const input = { declarationId: declaration.id, version: declaration.version, origin }
  await startReview(platform, officer, input)
  if (target === 'RETURNED' || target === 'RESUBMITTED') {
    await returnDeclaration(platform, officer, {
      ...input,
      notes: [
        { path: 'unit.handlerPhone', text: '经办人电话无人接听，请核对号码。' },
        { path: 'unit.retirees', text: '退休人数与上年度申报不一致，请说明或更正。' },
      ],
    })
  }
  if (target === 'UNDER_REVIEW' || target === 'RETURNED' || target === 'RESUBMITTED') return
  await recommendDeclaration(platform, officer, input)
  await acceptDeclaration(platform, reviewer, input)
}

/** Its papers have been awaited for so long that they are late: somebody has to ask for them. */
const awaitedDays = 45

async function awaitSince(platform: Platform, { declarationId }: DeclarationVersionRow): Promise<void> {
  const declaration = await findDeclaration(platform, declarationId)
  if (!declaration) return
  const now = () => new Date(platform.clock.now().getTime() - awaitedDays * 86_400_000)
  const before = { ...platform, clock: { now, today: () => civilDateAt(now()) } }
  await expectPaper(before, declaration, { actor: await findDemoViewer(platform, { staffNo: 'S1002' }), origin })
}

export async function filePaperAsFarAs(
  platform: Platform,
  clerk: Viewer,
  version: DeclarationVersionRow,
  target: Target,
): Promise<void> {
  if (target !== 'PRINTED' && target !== 'PAPER_FILED' && target !== 'CLOSED') return
  const paper = { declarationId: version.declarationId, version: version.version, origin }
  if (target === 'PRINTED') {
    await printInspection(platform, clerk, { ...paper, language: 'zh-CN' })
    await awaitSince(platform, version)
    return
  }
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  await receivePaper(platform, officer, {
    ...paper,
    signatureOk: true,
    materials: ['FORM', 'ROSTER'],
    receivedOn: platform.clock.today(),
    pages: 6,
    sealOk: true,
    hash: version.contentHash,
  })
  if (target === 'CLOSED') await closeDeclaration(platform, officer, paper)
}
