import { oneOf } from '@shebao/kernel'
import type { Actor } from '../../../access/viewer.ts'
import { noFacts, openCase, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { workingCalendar } from '../../register/calendar/index.ts'
import { declarationKinds, findVersion } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { paperCopyCase } from './paper-copy-case.ts'
import { paperCopyTable } from './paper-copy.lifecycle.ts'
import { findPaperCopy, insertPaperCopy, updatePaperCopy } from './paper-copy.repository.ts'
import { keepUntil, paperDueOn } from './paper-rule.ts'
import { findPaperRule } from './paper-rule.repository.ts'

/**
 * From now on the paper copies of the accepted version are awaited, by the rule of its kind as it is today. Belongs inside the
 * transaction that accepts it.
 */
export async function expectPaper(
  platform: Platform,
  declaration: Pick<DeclarationRow, 'id' | 'employerId' | 'kind' | 'version'>,
  { actor, origin }: { actor: Actor; origin: string },
): Promise<void> {
  const { id: declarationId, employerId, version: number } = declaration
  const kind = oneOf(declarationKinds, declaration.kind, 'kind of declaration')
  const version = await findVersion(platform, declarationId, number)
  if (!version) throw new Error('An accepted declaration without its version.')
  const rule = await findPaperRule(platform, kind)
  const expectedOn = platform.clock.today()
  const awaited = {
    version: number,
    formNo: version.formNo,
    contentHash: version.contentHash,
    expectedOn,
    dueOn: paperDueOn(await workingCalendar(platform), expectedOn, rule) ?? null,
    keepUntil: keepUntil(expectedOn, rule),
  }
  if (await findPaperCopy(platform, declarationId)) {
    await takeStep(platform, paperCopyCase, {
      id: declarationId,
      event: 'EXPECT_AGAIN',
      actor,
      origin,
      facts: noFacts,
      write: (_row, status) => updatePaperCopy(platform, declarationId, { ...awaited, status }),
      trace: () => undefined,
    })
    return
  }
  await openCase(platform, paperCopyTable, {
    event: 'EXPECT',
    actor,
    origin,
    write: async () => ({
      ...(await insertPaperCopy(platform, { declarationId, employerId, kind, ...awaited })),
      id: declarationId,
    }),
    trace: () => undefined,
  })
}
